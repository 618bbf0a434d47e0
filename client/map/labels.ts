import labels from '../../assets/map/labels.json';
import { language, named } from '../i18n/messages.ts';
import type { MapNode } from '../state/mapModel.ts';
import { toStage, zoomOf } from './camera.ts';
import { shownWidth } from './flows.ts';
import { FRAME } from './frame.ts';
import { strokeScale } from './ground.ts';
import { isDrawn, isQueue, styleOf } from './marks.ts';
import { nameBoxes } from './names.ts';
import type { Box, Picture } from './picture.ts';
import { signsOf } from './signs.ts';

interface Label {
  readonly text: string;
  readonly font: string;
  /** Left edge and middle line. */
  readonly x: number;
  readonly y: number;
}

const RANK: Readonly<Record<string, number>> = labels.rank;
const SIDES = ['E', 'W', 'N', 'S', 'NE', 'SE', 'NW', 'SW'] as const;
type Side = (typeof SIDES)[number];
type HandSet = readonly [Side, number?, number?];
const HAND = labels.side as unknown as Readonly<Record<string, Readonly<Record<string, HandSet>>>>;

const LAST = 20;
const FEW = 24;
const MANY = 48;
/** A flow wider than this may not be written over. */
const WIDE_FLOW = 4;
const CELL = 8;

/** Who keeps a label when room is short: capitals, queues, what a card or pin names, ports, junctions. */
function rankOf(node: MapNode, picture: Picture): number {
  const { model } = picture;
  const id = node.spec.id;
  const named =
    model.chosen.nodes.has(id) ||
    model.drafted.nodes.has(id) ||
    model.pins.some((p) => p.node === id);
  if (picture.focus?.id === id || picture.hover?.id === id) return -1;
  if (named) return 1.2;
  const rank = RANK[id] ?? LAST;
  return isQueue(node) ? Math.min(rank, 1.5) : rank;
}

/** Labels that find room, the important ones first. */
export function labelsOf(
  picture: Picture,
  names: readonly Box[],
  measure: (text: string, font: string) => number,
): Label[] {
  const { sheet, camera, stage, palette, model } = picture;
  const zoom = zoomOf(camera, stage);
  const narrow = stage.width < 620;
  const scale = strokeScale(camera, stage);
  const grown = narrow ? 1.08 : Math.min(1.25, 0.92 + scale * 0.08);
  const grid = flowGrid(picture);
  const taken: Box[] = [...picture.covered, ...signsOf(picture).map(({ box }) => box)];
  const nodes = model.nodes.filter((node) => isDrawn(node, picture));
  for (const node of nodes) {
    const [x, y] = toStage(camera, stage, ...(sheet.nodes[node.spec.id] ?? [0, 0]));
    const half = (node.spec.gaugeBreak ? 6 : 3) * scale;
    taken.push([x - half, y - half, x + half, y + half]);
  }
  const places = taken.length - nodes.length;
  const found: Label[] = [];
  const most = narrow ? FEW : zoom >= 1.6 ? Number.POSITIVE_INFINITY : MANY;
  const order = [...nodes].sort((a, b) => rankOf(a, picture) - rankOf(b, picture));
  const free = (box: Box, own: number, strict: number): boolean =>
    box[0] > FRAME + 2 &&
    box[1] > FRAME + 2 &&
    box[2] < stage.width - FRAME - 2 &&
    box[3] < stage.height - FRAME - 2 &&
    taken.every((other, k) => k === own || !overlaps(box, other)) &&
    (strict < 1 || !grid(box)) &&
    (strict < 2 || names.every((other) => !overlaps(box, other)));
  for (const node of order) {
    if (found.length >= most) break;
    const id = node.spec.id;
    const [x, y] = toStage(camera, stage, ...(sheet.nodes[id] ?? [0, 0]));
    if (x < 0 || y < 0 || x > stage.width || y > stage.height) continue;
    const style = styleOf(id);
    const height = (style === 'capital' ? 13 : style === 'city' ? 12 : 11) * grown;
    const font = `${style === 'place' ? 500 : 600} ${height}px ${palette['sans-stack']}`;
    const text = named('map:place', id);
    const width = measure(text, font);
    const gap = (node.spec.gaugeBreak ? 8 : 4.6) * scale + 1.5;
    const hand = zoom < 1.45 && !narrow ? HAND[language()]?.[id] : undefined;
    const tries: HandSet[] = [...(hand ? [hand] : []), ...SIDES.map((side): HandSet => [side])];
    const own = places + nodes.indexOf(node);
    // First clear of names and flows, then over names; a city may in need stand on a flow, or further off.
    const strictness = style === 'place' ? [2, 1] : [2, 1, 0, -1];
    const box = strictness
      .flatMap((strict) =>
        tries.map(([side, dx = 0, dy = 0]) => {
          const tried = boxAt(
            side,
            x + dx * scale,
            y + dy * scale,
            width,
            height,
            strict < 0 ? gap * 2.4 : gap,
          );
          return { tried, fits: () => free(tried, own, strict) };
        }),
      )
      .find(({ fits }) => fits())?.tried;
    if (!box) continue;
    taken.push(box);
    found.push({ text, font, x: box[0] + 1, y: (box[1] + box[3]) / 2 });
  }
  return found;
}

function boxAt(side: Side, x: number, y: number, width: number, height: number, gap: number): Box {
  const [high, wide] = [height * 1.06, width + 2];
  const slant = gap * 0.72;
  const east = side.includes('E');
  const west = side.includes('W');
  const straight = side.length === 1;
  const left = east
    ? x + (straight ? gap : slant)
    : west
      ? x - wide - (straight ? gap : slant)
      : x - wide / 2;
  const north = side.startsWith('N');
  const south = side.startsWith('S');
  const down = straight ? gap : slant * 0.9;
  const top = north ? y - high - down + 2 : south ? y + down - 2 : y - high / 2;
  return [left, top, left + wide, top + high];
}

const overlaps = (a: Box, b: Box): boolean =>
  a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Says whether a box lies over a wide flow: cells of the stage that such flows cross. */
function flowGrid(picture: Picture): (box: Box) => boolean {
  const { model, boxes, sheet, camera, stage } = picture;
  const cells = new Set<number>();
  const columns = Math.ceil(stage.width / CELL) + 1;
  if (picture.layer !== 'transit') return () => false;
  const scale = strokeScale(camera, stage);
  for (const link of model.links) {
    if (shownWidth(link, boxes) * scale <= WIDE_FLOW) continue;
    const line = sheet.link(link.spec.id);
    for (let k = 1; k < line.length; k++) {
      const [ax, ay] = toStage(camera, stage, ...(line[k - 1] ?? [0, 0]));
      const [bx, by] = toStage(camera, stage, ...(line[k] ?? [0, 0]));
      const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / (CELL / 2)));
      if (steps > 4000) continue;
      for (let step = 0; step <= steps; step++) {
        const [x, y] = [ax + ((bx - ax) * step) / steps, ay + ((by - ay) * step) / steps];
        cells.add(Math.floor(y / CELL) * columns + Math.floor(x / CELL));
      }
    }
  }
  return (box) => {
    for (let y = Math.floor((box[1] + 2) / CELL); y <= Math.floor((box[3] - 2) / CELL); y++) {
      for (let x = Math.floor((box[0] + 2) / CELL); x <= Math.floor((box[2] - 2) / CELL); x++) {
        if (cells.has(y * columns + x)) return true;
      }
    }
    return false;
  };
}

/** The last layout: while only chevrons drift, labels stay where they are. */
let last: { readonly of: readonly unknown[]; readonly labels: readonly Label[] } | null = null;

function layout(ctx: CanvasRenderingContext2D, picture: Picture): readonly Label[] {
  const { model, layer, camera, stage, palette, boxes, focus, hover, covered } = picture;
  const of = [model, layer, camera, stage, palette, boxes, focus, hover, covered, language()];
  if (last && of.every((one, k) => one === last?.of[k])) return last.labels;
  ctx.textAlign = 'center';
  const names = nameBoxes(ctx, palette, camera, stage);
  const labels = labelsOf(picture, names, (text, font) => {
    ctx.font = font;
    return ctx.measureText(text).width;
  });
  last = { of, labels };
  return labels;
}

/** Fonts are here now that were not when labels were measured. */
export function forgetLabels(): void {
  last = null;
}

export function paintLabels(ctx: CanvasRenderingContext2D, picture: Picture): void {
  const { palette } = picture;
  const found = layout(ctx, picture);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  ctx.strokeStyle = palette.land;
  ctx.fillStyle = palette.ink;
  for (const { text, font, x, y } of found) {
    ctx.font = font;
    ctx.lineWidth = 3.2;
    ctx.globalAlpha = 0.9;
    ctx.strokeText(text, x, y + 0.5);
    ctx.globalAlpha = 1;
    ctx.fillText(text, x, y + 0.5);
  }
}
