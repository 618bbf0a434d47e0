import { type Camera, type Size, zoomOf } from './camera.ts';
import { paintNames } from './names.ts';
import { accent, type Palette } from './palette.ts';
import { paintRelief, type Relief } from './relief.ts';
import type { Sheet } from './sheet.ts';

/** Everything under the links: sea, land, ribbons, borders, waters and their names. */
export interface GroundInit {
  readonly sheet: Sheet;
  readonly palette: Palette;
  /** The power whose land is light; Kazakhstan for a spectator. */
  readonly own: string;
  /** Hills, once they are there. */
  readonly relief: Relief | null;
}

/** How far outside a coast the water lines run, in pixels. */
const WATER_LINES = [2.8, 5.6, 8.8, 12.4];
const OWN_RIBBON = { inner: 5, outer: 13, innerShare: 0.5, outerShare: 0.3 };
const RIBBON = { inner: 3.4, outer: 10, innerShare: 0.3, outerShare: 0.2 };

/** Strokes grow slower than the land when one comes nearer. */
export function strokeScale(camera: Camera, size: Size): number {
  const zoom = zoomOf(camera, size);
  return size.width < 620 ? Math.min(1.5, 0.55 + zoom * 0.16) : Math.min(2.1, zoom ** 0.42);
}

/** Sets sheet units on a context. */
export function place(
  ctx: CanvasRenderingContext2D,
  camera: Camera,
  size: Size,
  density: number,
): void {
  const k = camera.k * density;
  ctx.setTransform(
    k,
    0,
    0,
    k,
    (size.width / 2 - camera.x * camera.k) * density,
    (size.height / 2 - camera.y * camera.k) * density,
  );
}

/** @param size of the part that is painted, which may be larger than the stage */
export function paintGround(
  ctx: CanvasRenderingContext2D,
  init: GroundInit,
  camera: Camera,
  stage: Size,
  size: Size,
  density: number,
): void {
  const { sheet, palette } = init;
  const scale = strokeScale(camera, stage);
  /** Pixels on the stage → sheet units. */
  const px = (pixels: number): number => (pixels * scale) / camera.k;
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = palette.sea;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  place(ctx, camera, size, density);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  paintWaterLines(ctx, init, zoomOf(camera, stage), px);
  ctx.fillStyle = palette.land;
  ctx.fill(sheet.land, 'evenodd');
  const own = sheet.powers[init.own];
  if (own) {
    ctx.fillStyle = palette['land-own'];
    ctx.fill(own, 'evenodd');
  }
  if (init.relief) {
    paintRelief(ctx, init.relief, sheet.land, zoomOf(camera, stage), palette.dark);
  }
  ctx.lineWidth = px(0.6);
  ctx.strokeStyle = palette['ink-2'];
  ctx.globalAlpha = palette.dark ? 0.16 : 0.13;
  ctx.stroke(sheet.graticule);
  ctx.globalAlpha = 1;
  for (const power of Object.keys(sheet.powers)) {
    if (power !== init.own) paintRibbon(ctx, init, power, px);
  }
  paintRibbon(ctx, init, init.own, px);
  paintBorders(ctx, init, px);
  paintWaters(ctx, init, px);
  paintNames(ctx, palette, camera, stage, size, density);
}

function paintWaterLines(
  ctx: CanvasRenderingContext2D,
  { palette, sheet }: GroundInit,
  zoom: number,
  px: (pixels: number) => number,
): void {
  for (const [k, offset] of [...WATER_LINES.entries()].reverse()) {
    const coast = sheet.shores[zoom > 2 ? 0 : k] ?? sheet.coast;
    ctx.globalAlpha = 1 - k * 0.2;
    ctx.strokeStyle = palette['sea-line'];
    ctx.lineWidth = px(offset * 2 + 0.75);
    ctx.stroke(coast);
    ctx.globalAlpha = 1;
    ctx.strokeStyle = palette.sea;
    ctx.lineWidth = px(offset * 2 - 0.75);
    ctx.stroke(coast);
  }
}

/** A power's accent inside its edge, never over the whole of its land. */
function paintRibbon(
  ctx: CanvasRenderingContext2D,
  { sheet, palette, own }: GroundInit,
  power: string,
  px: (pixels: number) => number,
): void {
  const path = sheet.powers[power];
  if (!path) return;
  const look = power === own ? OWN_RIBBON : RIBBON;
  const strength = palette.dark ? 1.3 : 1;
  ctx.save();
  ctx.clip(path, 'evenodd');
  ctx.strokeStyle = accent(palette, power);
  ctx.globalAlpha = look.outerShare * strength;
  ctx.lineWidth = px(look.outer * 2);
  ctx.stroke(path);
  ctx.globalAlpha = look.innerShare * strength;
  ctx.lineWidth = px(look.inner * 2);
  ctx.stroke(path);
  ctx.restore();
}

function paintBorders(
  ctx: CanvasRenderingContext2D,
  { sheet, palette, own }: GroundInit,
  px: (pixels: number) => number,
): void {
  ctx.strokeStyle = palette['ink-2'];
  ctx.lineCap = 'butt';
  ctx.globalAlpha = 0.4;
  ctx.lineWidth = px(0.5);
  ctx.stroke(sheet.inner);
  ctx.globalAlpha = 0.72;
  ctx.lineWidth = px(0.8);
  ctx.setLineDash([3.2, 1.6, 0.9, 1.6].map(px));
  ctx.stroke(sheet.borders);
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
  ctx.lineCap = 'round';
  paintDisputed(ctx, sheet, palette, px);
  const path = sheet.powers[own];
  if (path) {
    ctx.strokeStyle = palette.ink;
    ctx.globalAlpha = 0.8;
    ctx.lineWidth = px(1.1);
    ctx.stroke(path);
    ctx.globalAlpha = 1;
  }
}

function paintDisputed(
  ctx: CanvasRenderingContext2D,
  sheet: Sheet,
  palette: Palette,
  px: (pixels: number) => number,
): void {
  ctx.save();
  ctx.clip(sheet.disputed, 'evenodd');
  ctx.fillStyle = palette.land;
  ctx.fill(sheet.disputed, 'evenodd');
  ctx.fillStyle = hatch(ctx, palette['ink-2'], px(1));
  ctx.globalAlpha = 0.62;
  ctx.fill(sheet.disputed, 'evenodd');
  ctx.restore();
  ctx.strokeStyle = palette['ink-2'];
  ctx.lineWidth = px(0.8);
  ctx.setLineDash([2.4, 2].map(px));
  ctx.stroke(sheet.disputed);
  ctx.setLineDash([]);
}

/** Lines at 45°, 5 px apart, whatever the zoom. */
function hatch(
  ctx: CanvasRenderingContext2D,
  colour: string,
  unit: number,
): CanvasPattern | string {
  const side = 28;
  const tile = ctx.canvas.ownerDocument.createElement('canvas');
  tile.width = side;
  tile.height = side;
  const pen = tile.getContext('2d');
  if (!pen) return colour;
  pen.strokeStyle = colour;
  pen.lineWidth = side / 5.4;
  pen.lineCap = 'square';
  for (const shift of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(shift, side);
    pen.lineTo(shift + side, 0);
    pen.stroke();
  }
  const pattern = ctx.createPattern(tile, 'repeat');
  if (!pattern) return colour;
  const scale = (unit * 5) / side;
  pattern.setTransform(new DOMMatrix([scale, 0, 0, scale, 0, 0]));
  return pattern;
}

function paintWaters(
  ctx: CanvasRenderingContext2D,
  { sheet, palette }: GroundInit,
  px: (pixels: number) => number,
): void {
  ctx.strokeStyle = palette.coast;
  ctx.globalAlpha = 0.55;
  ctx.lineWidth = px(0.65);
  ctx.stroke(sheet.rivers);
  ctx.globalAlpha = 1;
  ctx.fillStyle = palette.sea;
  ctx.fill(sheet.lakes);
  ctx.lineWidth = px(0.75);
  ctx.stroke(sheet.lakes);
  ctx.lineWidth = px(0.95);
  ctx.stroke(sheet.coast);
}
