import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Camera,
  firstCamera,
  fromStage,
  held,
  homeScale,
  type Size,
  stepFactor,
  toStage,
  wholeSheet,
  zoomedAt,
} from '../../../client/map/camera.ts';
import { bars, FRAME } from '../../../client/map/frame.ts';
import { decodeLine, GEOGRAPHY, SHEET } from '../../../client/map/geography.ts';
import { targetAt } from '../../../client/map/hit.ts';
import { labelsOf } from '../../../client/map/labels.ts';
import { distanceTo, lengthOf, partOf, pointAt } from '../../../client/map/lines.ts';
import { groupsOf } from '../../../client/map/PlaceList.tsx';
import type { Palette } from '../../../client/map/palette.ts';
import type { Picture } from '../../../client/map/picture.ts';
import type { Sheet } from '../../../client/map/sheet.ts';
import { content, view } from '../../../client/state/game.ts';
import { type MapModel, mapModel } from '../../../client/state/mapModel.ts';
import { contentOf } from '../../../server/content.ts';
import { createGame, viewFor } from '../../../shared/game/index.ts';

const STAGES: readonly Size[] = [
  { width: 1084, height: 466 },
  { width: 1034, height: 540 },
  { width: 378, height: 560 },
  { width: 1480, height: 700 },
];
const anyStage = fc.constantFrom(...STAGES);
const anyCamera = fc.record({
  x: fc.double({ min: -400, max: 1400, noNaN: true }),
  y: fc.double({ min: -400, max: 900, noNaN: true }),
  k: fc.double({ min: 0.01, max: 30, noNaN: true }),
});

describe('the camera', () => {
  it('is kept on the sheet and between the zooms', () => {
    fc.assert(
      fc.property(anyCamera, anyStage, (camera, size) => {
        const { x, y, k } = held(camera, size);
        expect(k).toBeGreaterThanOrEqual(0.85 * homeScale(size) - 1e-9);
        expect(k).toBeLessThanOrEqual(Math.max(8 * homeScale(size), 6) + 1e-9);
        if (size.width / k < SHEET[2] - SHEET[0]) {
          expect(x - size.width / k / 2).toBeGreaterThanOrEqual(SHEET[0] - 1e-6);
          expect(x + size.width / k / 2).toBeLessThanOrEqual(SHEET[2] + 1e-6);
        }
        if (size.height / k < SHEET[3] - SHEET[1]) {
          expect(y - size.height / k / 2).toBeGreaterThanOrEqual(SHEET[1] - 1e-6);
          expect(y + size.height / k / 2).toBeLessThanOrEqual(SHEET[3] + 1e-6);
        }
        expect(held({ x, y, k }, size)).toEqual({ x, y, k });
      }),
    );
  });

  it('keeps what lies under the pointer in place while it zooms, away from the edges', () => {
    const size = { width: 1084, height: 466 };
    const camera: Camera = { x: 500, y: 250, k: 3 };
    const [x, y] = fromStage(camera, size, 700, 180);
    const next = zoomedAt(camera, size, 1.7, 700, 180);
    expect(next.k).toBeCloseTo(5.1, 9);
    const [stageX, stageY] = toStage(next, size, x, y);
    expect(stageX).toBeCloseTo(700, 6);
    expect(stageY).toBeCloseTo(180, 6);
  });

  it('goes in and out by steps and shows the whole road on a wide stage', () => {
    const size = { width: 1084, height: 466 };
    const whole = wholeSheet(size);
    expect(stepFactor(whole, size, true)).toBeCloseTo(1.8, 9);
    expect(stepFactor({ ...whole, k: whole.k * 3.2 }, size, false)).toBeCloseTo(1.8 / 3.2, 9);
    for (const id of ['rotterdam', 'lianyungang']) {
      const [x, y] = toStage(whole, size, ...(GEOGRAPHY.nodes[id] ?? [0, 0]));
      expect(x > FRAME && x < size.width - FRAME && y > FRAME && y < size.height, id).toBe(true);
    }
  });

  it('starts a phone on Kazakhstan, from the Caspian to Ürümqi', () => {
    const size = { width: 378, height: 560 };
    const first = firstCamera(size);
    for (const id of ['aktau', 'oral', 'astana', 'urumqi', 'tashkent']) {
      const [x, y] = toStage(first, size, ...(GEOGRAPHY.nodes[id] ?? [0, 0]));
      expect(x > FRAME && x < size.width - FRAME && y > 0 && y < size.height, id).toBe(true);
    }
    const [x] = toStage(first, size, ...(GEOGRAPHY.nodes.moscow ?? [0, 0]));
    expect(x).toBeLessThan(0);
  });
});

describe('a line', () => {
  const line = [
    [0, 0],
    [30, 0],
    [30, 40],
  ] as const;

  it('is measured, cut and pointed at along its way', () => {
    expect(lengthOf(line)).toBe(70);
    expect(partOf(line, 50)).toEqual([
      [0, 0],
      [30, 0],
      [30, 20],
    ]);
    expect(lengthOf(partOf(line, 999))).toBe(70);
    expect(pointAt(line, 50)).toEqual([30, 20, Math.PI / 2]);
    expect(distanceTo(line, [10, -7])).toBe(7);
    expect(distanceTo(line, [33, 44])).toBe(5);
  });
});

it('draws the frame’s bars over every second step, without gaps or overlaps', () => {
  const spans = bars(10, 210, (at) => at / 10);
  expect(spans).toHaveLength(6);
  for (const [k, [from, to]] of spans.entries()) {
    expect(from).toBeCloseTo([10, 40, 80, 120, 160, 200][k] ?? 0, 0);
    expect(to).toBeCloseTo([20, 60, 100, 140, 180, 210][k] ?? 0, 0);
  }
});

describe('a picture of the start', () => {
  let model: MapModel;
  const sheet = {
    nodes: GEOGRAPHY.nodes,
    link: (id: string) => decodeLine(GEOGRAPHY.links[id] ?? ''),
  } as Sheet;

  beforeAll(() => {
    const lesson = contentOf('lesson');
    content.value = lesson;
    view.value = viewFor(lesson, createGame(lesson, { depth: 'intro', seed: 1 }), 'KZ');
    model = mapModel.value as MapModel;
  });

  const picture = (stage: Size, change: Partial<Picture> = {}): Picture => ({
    sheet,
    palette: { 'sans-stack': 'sans-serif' } as Palette,
    model,
    layer: 'transit',
    camera: firstCamera(stage),
    stage,
    boxes: new Map(model.links.map((l) => [l.spec.id, l.overland])),
    drift: 0,
    focus: null,
    hover: null,
    covered: [],
    ...change,
  });
  const size = (font: string): number => Number(/([\d.]+)px/.exec(font)?.[1]);
  const measure = (text: string, font: string): number => text.length * size(font) * 0.56;

  it.each(STAGES)('labels places without covering one another, $width × $height', (stage) => {
    const found = labelsOf(picture(stage), [], measure);
    const boxes = found.map(({ text, font, x, y }) => {
      return {
        x,
        y: y - size(font) / 2,
        right: x + measure(text, font),
        bottom: y + size(font) / 2,
      };
    });
    for (const [k, a] of boxes.entries()) {
      expect(a.x >= FRAME && a.right <= stage.width - FRAME).toBe(true);
      expect(a.y >= FRAME && a.bottom <= stage.height - FRAME).toBe(true);
      for (const b of boxes.slice(k + 1)) {
        expect(a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom).toBe(false);
      }
    }
    const names = found.map(({ text }) => text);
    expect(names).toContain('astana');
    expect(names).toContain('dostyk');
    expect(names.length).toBeGreaterThan(12);
    if (stage.width < 620) expect(names.length).toBeLessThanOrEqual(24);
  });

  it('writes nothing under what covers the stage', () => {
    const stage = { width: 1084, height: 466 };
    const all = [[0, 0, stage.width, stage.height]] as const;
    expect(labelsOf(picture(stage, { covered: all }), [], measure)).toEqual([]);
  });

  it('finds the place or link under a pointer', () => {
    const stage = { width: 1084, height: 466 };
    const now = picture(stage);
    const [x, y] = toStage(now.camera, stage, ...(GEOGRAPHY.nodes.moscow ?? [0, 0]));
    expect(targetAt(now, x + 3, y - 3, false)).toEqual({ kind: 'node', id: 'moscow' });
    const line = sheet.link('yekaterinburg--moscow');
    const [onX, onY] = pointAt(line, lengthOf(line) / 2);
    const spot = toStage(now.camera, stage, onX, onY);
    expect(targetAt(now, ...spot, false)).toEqual({ kind: 'link', id: 'yekaterinburg--moscow' });
    expect(targetAt(now, 5, 5, false)).toBeNull();
  });

  it('is a list as well: every place and every link that is drawn', () => {
    const items = groupsOf(model).flatMap((group) => group.items);
    const ids = new Set(items.map(({ target }) => `${target.kind} ${target.id}`));
    for (const { spec } of model.nodes) expect(ids).toContain(`node ${spec.id}`);
    for (const { spec, state, overland } of model.links) {
      const drawn = overland >= 1 || state !== 'open' || spec.mode === 'oil';
      if (drawn && spec.km < 3000) expect(ids, spec.id).toContain(`link ${spec.id}`);
    }
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  });
});
