import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { geoConicEqualArea } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import {
  decodeLine,
  GEOGRAPHY,
  type Line,
  type Point,
  ringLine,
  SHEET,
  toDegrees,
} from '../../../client/map/geography.ts';
import type { NetworkSpec } from '../../../shared/core/network.ts';

const assets = fileURLToPath(new URL('../../../assets/', import.meta.url));
const file = (name: string): string => readFileSync(`${assets}${name}`, 'utf8');
const network = JSON.parse(file('worlds/eurasia/network.json')) as NetworkSpec;
const disputed = GEOGRAPHY.disputed as Readonly<Record<string, readonly (readonly number[])[]>>;
const ukraine = (JSON.parse(file('map/geography.json')) as { ukraine: number[][] }).ukraine;

/** The sheet's own scale and place, from a library's Albers: what the file must agree with. */
const albers = geoConicEqualArea().parallels([34, 55]).rotate([-63, 0]).scale(1).translate([0, 0]);
const at = (lon: number, lat: number): Point => albers([lon, lat]) as [number, number];
const scale = 942 / (at(119.4, 34.4)[0] - at(4.2, 51.9)[0]);
const toSheet = (lon: number, lat: number): Point => [
  42 + (at(lon, lat)[0] - at(4.2, 51.9)[0]) * scale,
  45 + (at(lon, lat)[1] - at(4.2, 51.9)[1]) * scale,
];

const lines = GEOGRAPHY.lines.map(decodeLine);

/** Whether a point lies in an area of rings, by the crossings of a ray. */
function holds(rings: readonly (readonly number[])[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings.map((one): Line => ringLine(lines, one))) {
    ring.forEach(([x1, y1], k) => {
      const [x2, y2] = ring[(k + 1) % ring.length] as Point;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  }
  return inside;
}

describe('the built sheet', () => {
  it.each(['build.ts', 'build-front.ts'])('is what %s builds now', (script) => {
    const done = spawnSync(process.execPath, [`${assets}map/${script}`, '--check']);
    expect(done.stdout.toString() + done.stderr.toString()).not.toMatch(/differs|Error/);
    expect(done.status).toBe(0);
  });

  it('stays small, and its picture holds no words', () => {
    expect(brotliCompressSync(file('map/geography.json')).length).toBeLessThan(60_000);
    for (const theme of ['light', 'dark']) {
      const picture = file(`map/front-${theme}.svg`);
      expect(picture).not.toMatch(/<(text|title|tspan|desc)/);
      expect(brotliCompressSync(picture).length).toBeLessThan(60_000);
    }
  });

  it('draws Simferopol in Ukraine, hatched, and in no power', () => {
    const simferopol = toSheet(34.1, 44.95);
    expect(holds(ukraine, simferopol)).toBe(true);
    expect(holds(disputed.crimea ?? [], simferopol)).toBe(true);
    for (const rings of Object.values(GEOGRAPHY.powers)) {
      expect(holds(rings, simferopol)).toBe(false);
    }
  });

  it.each([
    ['KZ', 71.4, 51.2],
    ['RU', 37.6, 55.8],
    ['RU', 20.9, 54.7],
    ['CN', 104, 36],
    ['EU', 13.4, 52.5],
    ['EU', -1.5, 52.5],
    ['EU', 16, 45.8],
  ])('has land of %s at %d, %d', (power, lon, lat) => {
    const spot = toSheet(lon, lat);
    const holders = Object.keys(GEOGRAPHY.powers).filter((one) =>
      holds(GEOGRAPHY.powers[one] ?? [], spot),
    );
    expect(holders).toEqual([power]);
    expect(holds(GEOGRAPHY.land, spot)).toBe(true);
  });

  it('leaves the Caspian to the water', () => {
    expect(holds(GEOGRAPHY.land, toSheet(51, 41))).toBe(false);
  });

  it('hatches what is disputed and nothing of the middle', () => {
    const hatched = Object.values(disputed).flat();
    for (const [lon, lat] of [
      [75.5, 34.5],
      [21, 42.6],
      [33.6, 35.3],
    ] as const) {
      expect(holds(hatched, toSheet(lon, lat)), `${lon}, ${lat}`).toBe(true);
    }
    expect(holds(hatched, toSheet(67, 48))).toBe(false);
  });

  it('has every place of the network on the sheet, where it lies', () => {
    for (const { id, lon, lat } of network.nodes) {
      const [x, y] = GEOGRAPHY.nodes[id] ?? [Number.NaN, Number.NaN];
      expect(x > SHEET[0] && x < SHEET[2] && y > SHEET[1] && y < SHEET[3], id).toBe(true);
      const [wantedX, wantedY] = toSheet(lon, lat);
      expect(Math.hypot(x - wantedX, y - wantedY), id).toBeLessThan(0.08);
    }
    expect(Object.keys(GEOGRAPHY.nodes)).toHaveLength(network.nodes.length);
  });

  it('has a line for every link, from its first place to its second', () => {
    for (const { id, from, to } of network.links) {
      const line = decodeLine(GEOGRAPHY.links[id] ?? '');
      const ends = [line[0], line.at(-1)];
      for (const [k, place] of [from, to].entries()) {
        const [x, y] = GEOGRAPHY.nodes[place] ?? [Number.NaN, Number.NaN];
        const [endX, endY] = ends[k] ?? [Number.NaN, Number.NaN];
        expect(Math.hypot(x - endX, y - endY), `${id} at ${place}`).toBeLessThan(0.11);
      }
    }
    expect(Object.keys(GEOGRAPHY.links)).toHaveLength(network.links.length);
  });
});

it.each([
  [37.6, 55.8],
  [76.9, 43.3],
  [119.2, 34.6],
  [131.9, 43.1],
  [32.5, 30],
  [-5, 50],
])('turns the sheet back into degrees: %d, %d', (lon, lat) => {
  const [backLon, backLat] = toDegrees(...toSheet(lon, lat));
  expect(backLon).toBeCloseTo(lon, 6);
  expect(backLat).toBeCloseTo(lat, 6);
});

it('reads a line’s text: the first point from the corner, the others from the one before', () => {
  expect(decodeLine('1000 50-25 3 0-7')).toEqual([
    [SHEET[0] + 100, SHEET[1] + 5],
    [SHEET[0] + 97.5, SHEET[1] + 5.3],
    [SHEET[0] + 97.5, SHEET[1] + 4.6],
  ]);
});
