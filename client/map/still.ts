import { firstCamera } from './camera.ts';
import { paintGround } from './ground.ts';
import { paintPicture } from './paint.ts';
import type { Shown } from './picture.ts';

/** More pixels than this for one point of the screen are not seen. */
const DENSEST = 2;

/** Pixels of the drawing for one of the page. */
export const densityNow = (): number => Math.min(DENSEST, Math.max(1, devicePixelRatio));

/** Draws the map once, without relief and without an engine: what stands until that is here, or for good. */
export function paintStill(canvas: HTMLCanvasElement, shown: Shown): void {
  const ctx = canvas.getContext('2d');
  const stage = { width: canvas.clientWidth, height: canvas.clientHeight };
  if (!ctx || stage.width === 0) return;
  const density = densityNow();
  canvas.width = Math.round(stage.width * density);
  canvas.height = Math.round(stage.height * density);
  const { sheet, palette, model } = shown;
  const camera = firstCamera(stage);
  const ground = { sheet, palette, own: model.own, relief: null };
  paintGround(ctx, ground, camera, stage, stage, density);
  const boxes = new Map(model.links.map(({ spec, overland }) => [spec.id, overland]));
  paintPicture(ctx, { ...shown, camera, stage, boxes, drift: 0 }, density);
}
