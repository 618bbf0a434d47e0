import type { TradeArc } from '../state/mapLayers.ts';
import { GEOGRAPHY, type Point } from './geography.ts';
import { accent } from './palette.ts';
import type { Pen, Picture } from './picture.ts';

/** Part of its length by which an arc bends aside: there and back lie on two sides. */
const BEND = 0.14;
const HEAD = 5.5;

/** Width of an arc in pixels at zoom 1, from $bn a half-year. */
export function arcWidth(value: number): number {
  return Math.min(12, Math.max(1.2, 2 * Math.sqrt(value)));
}

/** Where a side's trade begins and ends: its badge, or the name of the land. */
function spotOf(side: string): Point {
  const { countries } = GEOGRAPHY;
  const land = countries[side === 'CA' ? 'UZ' : side];
  return land?.badge ?? land?.at ?? [0, 0];
}

interface Curve {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

function curveOf({ from, to }: TradeArc): Curve {
  const [a, b] = [spotOf(from), spotOf(to)];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  return { from: a, bend: [middle[0] - dy * BEND * 2, middle[1] + dx * BEND * 2], to: b };
}

/** The point half way along an arc, in sheet units: its figure stands there. */
export function middleOf(arc: TradeArc): Point {
  const { from, bend, to } = curveOf(arc);
  return [(from[0] + 2 * bend[0] + to[0]) / 4, (from[1] + 2 * bend[1] + to[1]) / 4];
}

/** Trade between capitals, its width by value, in the seller's accent, an arrowhead at the buyer. */
export function paintArcs(pen: Pen, { model, palette }: Picture): void {
  const { ctx } = pen;
  const sorted = [...model.trade].sort((a, b) => b.value - a.value);
  for (const arc of sorted) {
    const { from, bend, to } = curveOf(arc);
    const width = pen.px(arcWidth(arc.value));
    const colour = accent(palette, arc.from);
    const path = new Path2D();
    path.moveTo(...from);
    path.quadraticCurveTo(...bend, ...to);
    ctx.strokeStyle = palette.land;
    ctx.lineWidth = width + pen.px(2);
    ctx.globalAlpha = 0.8;
    ctx.stroke(path);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.globalAlpha = 0.9;
    ctx.stroke(path);
    ctx.globalAlpha = 1;
    paintHead(pen, [(bend[0] + to[0]) / 2, (bend[1] + to[1]) / 2], to, width, colour);
  }
}

function paintHead(pen: Pen, from: Point, to: Point, width: number, colour: string): void {
  const { ctx } = pen;
  const way = Math.atan2(to[1] - from[1], to[0] - from[0]);
  const size = pen.px(HEAD) + width / 2;
  // The badge covers the very end.
  const [x, y] = [to[0] - pen.px(15) * Math.cos(way), to[1] - pen.px(9) * Math.sin(way)];
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const side of [2.6, -2.6]) {
    ctx.lineTo(x + size * Math.cos(way + side), y + size * Math.sin(way + side));
  }
  ctx.fill();
}
