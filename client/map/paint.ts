import { paintArcs } from './arcs.ts';
import { paintFlows } from './flows.ts';
import { paintFrame } from './frame.ts';
import { place, strokeScale } from './ground.ts';
import { paintLabels } from './labels.ts';
import { paintDraft, paintLinks } from './links.ts';
import { paintFocus, paintPlaces, paintQueues } from './marks.ts';
import type { Pen, Picture } from './picture.ts';
import { paintSigns } from './signs.ts';

/** Draws everything over the ground. */
export function paintPicture(
  ctx: CanvasRenderingContext2D,
  picture: Picture,
  density: number,
): void {
  const { camera, stage } = picture;
  const scale = strokeScale(camera, stage);
  const pen: Pen = { ctx, px: (pixels) => (pixels * scale) / camera.k };
  ctx.save();
  place(ctx, camera, stage, density);
  ctx.lineJoin = 'round';
  ctx.lineCap = 'round';
  paintLinks(pen, picture);
  if (picture.layer === 'transit') paintFlows(pen, picture);
  if (picture.layer === 'transit') paintQueues(pen, picture);
  if (picture.layer === 'trade') paintArcs(pen, picture);
  paintDraft(pen, picture);
  paintPlaces(pen, picture);
  ctx.setTransform(density, 0, 0, density, 0, 0);
  paintLabels(ctx, picture);
  paintSigns(ctx, picture);
  paintFocus(ctx, picture);
  paintFrame(ctx, picture);
  ctx.restore();
}
