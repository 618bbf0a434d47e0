import { fromStage, sheetOnStage } from './camera.ts';
import { toDegrees } from './geography.ts';
import type { Picture } from './picture.ts';

/** Width of the frame in pixels: two rules with bars between. */
export const FRAME = 8;
/** Degrees of a bar. */
const BAR = 2;

/** Two rules with black and white bars of 2°, like a printed sheet. */
export function paintFrame(
  ctx: CanvasRenderingContext2D,
  picture: Pick<Picture, 'camera' | 'stage' | 'palette'>,
): void {
  const { camera, stage, palette } = picture;
  const [left, top, right, bottom] = sheetOnStage(camera, stage);
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
  ctx.lineJoin = 'miter';
  ctx.lineCap = 'butt';
  if (left > 0 || top > 0 || right < stage.width || bottom < stage.height) {
    ctx.fillStyle = palette.paper;
    ctx.fillRect(0, 0, stage.width, top);
    ctx.fillRect(0, bottom, stage.width, stage.height - bottom);
    ctx.fillRect(0, top, left, bottom - top);
    ctx.fillRect(right, top, stage.width - right, bottom - top);
  }
  ctx.strokeStyle = palette.paper;
  ctx.lineWidth = FRAME - 1;
  ctx.strokeRect(left + FRAME / 2, top + FRAME / 2, right - left - FRAME, bottom - top - FRAME);
  ctx.fillStyle = palette['ink-2'];
  const inner = [left + FRAME, top + FRAME, right - FRAME, bottom - FRAME] as const;
  for (const y of [inner[1], inner[3]]) {
    const at = y === inner[1] ? top + 2.5 : bottom - 5.5;
    const degrees = (x: number): number => toDegrees(...fromStage(camera, stage, x, y))[0];
    for (const [from, to] of bars(inner[0], inner[2], degrees))
      ctx.fillRect(from, at, to - from, 3);
  }
  for (const x of [inner[0], inner[2]]) {
    const at = x === inner[0] ? left + 2.5 : right - 5.5;
    const degrees = (y: number): number => toDegrees(...fromStage(camera, stage, x, y))[1];
    for (const [from, to] of bars(inner[1], inner[3], degrees))
      ctx.fillRect(at, from, 3, to - from);
  }
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 1;
  ctx.strokeRect(left + 0.5, top + 0.5, right - left - 1, bottom - top - 1);
  ctx.strokeRect(
    left + FRAME - 0.5,
    top + FRAME - 0.5,
    right - left - 2 * FRAME + 1,
    bottom - top - 2 * FRAME + 1,
  );
}

/** Spans along a side whose degrees lie in every second step. */
export function bars(
  from: number,
  to: number,
  degrees: (at: number) => number,
): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  const STEP = 4;
  const dark = (at: number): boolean => Math.floor(degrees(at) / BAR) % 2 === 0;
  let open: number | null = null;
  for (let at = from; at <= to; at += STEP) {
    const now = dark(at);
    if (now && open === null) open = edge(at, from, STEP, dark);
    if (!now && open !== null) {
      spans.push([open, edge(at, from, STEP, dark)]);
      open = null;
    }
  }
  if (open !== null) spans.push([open, to]);
  return spans;
}

/** Where between the last step and this one the shade changed. */
function edge(at: number, from: number, step: number, dark: (at: number) => boolean): number {
  if (at - step < from) return from;
  let [low, high] = [at - step, at];
  const last = dark(low);
  for (let k = 0; k < 5; k++) {
    const middle = (low + high) / 2;
    if (dark(middle) === last) low = middle;
    else high = middle;
  }
  return high;
}
