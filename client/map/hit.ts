import { isOcean } from '../state/mapModel.ts';
import { fromStage, toStage } from './camera.ts';
import { distanceTo } from './lines.ts';
import { isDrawn } from './marks.ts';
import type { Picture, Target } from './picture.ts';

const REACH = { node: 11, link: 6 } as const;

/** The place or link at a point of the stage; fingers reach further. */
export function targetAt(
  picture: Pick<Picture, 'model' | 'sheet' | 'layer' | 'camera' | 'stage'>,
  x: number,
  y: number,
  touch: boolean,
): Target | null {
  const { model, sheet, camera, stage, layer } = picture;
  const wide = touch ? 1.9 : 1;
  let best: Target | null = null;
  let least = REACH.node * wide;
  for (const node of model.nodes) {
    if (!isDrawn(node, picture)) continue;
    const [nodeX, nodeY] = toStage(camera, stage, ...(sheet.nodes[node.spec.id] ?? [0, 0]));
    const far = Math.hypot(nodeX - x, nodeY - y);
    if (far < least) {
      least = far;
      best = { kind: 'node', id: node.spec.id };
    }
  }
  if (best) return best;
  const spot = fromStage(camera, stage, x, y);
  least = REACH.link * wide;
  for (const { spec } of model.links) {
    const pipe = spec.mode === 'oil' || spec.mode === 'gas';
    if (isOcean(spec) || (layer !== 'holdup' && (layer === 'energy') !== pipe)) continue;
    const far = distanceTo(sheet.link(spec.id), spot) * camera.k;
    if (far < least) {
      least = far;
      best = { kind: 'link', id: spec.id };
    }
  }
  return best;
}
