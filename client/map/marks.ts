import labels from '../../assets/map/labels.json';
import type { MapNode } from '../state/mapModel.ts';
import { toStage, zoomOf } from './camera.ts';
import { strokeScale } from './ground.ts';
import { lengthOf, pointAt } from './lines.ts';
import type { Pen, Picture, Target } from './picture.ts';

/** From this zoom on the two stations of a crossing stand apart. */
const SPLIT = 3.2;
/** Load from which a queue shows. */
export const QUEUE_LOAD = 0.8;

const TWIN: Readonly<Record<string, string>> = labels.twin;
const CAPITALS = new Set(labels.style.capital);
const CITIES = new Set(labels.style.city);

export type PlaceStyle = 'capital' | 'city' | 'place';

export function styleOf(id: string): PlaceStyle {
  if (CAPITALS.has(id)) return 'capital';
  return CITIES.has(id) ? 'city' : 'place';
}

/** Whether a place is drawn now: stations of one crossing are one until one comes near. */
export function isDrawn(
  node: MapNode,
  picture: Pick<Picture, 'layer' | 'camera' | 'stage'>,
): boolean {
  if (picture.layer === 'transit' && node.spec.type === 'field' && node.spec.id === 'tengiz') {
    return false;
  }
  if (picture.layer === 'energy' && node.spec.id === 'tengiz') return true;
  return zoomOf(picture.camera, picture.stage) >= SPLIT || !(node.spec.id in TWIN);
}

export const isQueue = (node: MapNode): boolean => node.load >= QUEUE_LOAD;

/** Radius in pixels at zoom 1 of a queue's glow. */
function queueRadius(load: number): number {
  const share = Math.min(1, Math.max(0, (load - QUEUE_LOAD) / 0.2));
  return 15 + 13 * share;
}

/** Where freight waits: a soft disc with a ring. The figure stands in the facts and the list. */
export function paintQueues(pen: Pen, { sheet, palette, model }: Picture): void {
  const { ctx } = pen;
  for (const node of model.nodes) {
    if (!isQueue(node)) continue;
    const [x, y] = sheet.nodes[node.spec.id] ?? [0, 0];
    const radius = pen.px(queueRadius(node.load));
    const glow = ctx.createRadialGradient(x, y, radius * 0.25, x, y, radius * 1.25);
    glow.addColorStop(0, palette.queue);
    glow.addColorStop(1, 'transparent');
    ctx.globalAlpha = palette.dark ? 0.62 : 0.5;
    ctx.fillStyle = glow;
    ctx.beginPath();
    ctx.arc(x, y, radius * 1.25, 0, Math.PI * 2);
    ctx.fill();
    ctx.globalAlpha = 0.95;
    ctx.strokeStyle = palette.warning;
    ctx.lineWidth = pen.px(1.3);
    ctx.beginPath();
    ctx.arc(x, y, radius * 0.72, 0, Math.PI * 2);
    ctx.stroke();
    ctx.globalAlpha = 1;
  }
}

/** Circles, squares for ports, triangles for fields, plates where the gauge changes. */
export function paintPlaces(pen: Pen, picture: Picture): void {
  const { ctx } = pen;
  const { sheet, palette, model } = picture;
  ctx.setLineDash([]);
  for (const node of model.nodes) {
    if (!isDrawn(node, picture)) continue;
    const [x, y] = sheet.nodes[node.spec.id] ?? [0, 0];
    if (node.spec.gaugeBreak) {
      paintGaugeBreak(pen, picture, node.spec.id, x, y);
      continue;
    }
    const style = styleOf(node.spec.id);
    const radius = pen.px(style === 'capital' ? 3.5 : style === 'city' ? 2.9 : 2.2);
    ctx.fillStyle = palette.paper;
    ctx.strokeStyle = palette.ink;
    ctx.lineWidth = pen.px(style === 'place' ? 1.1 : 1.3);
    ctx.beginPath();
    if (node.spec.type === 'port') ctx.rect(x - radius, y - radius, radius * 2, radius * 2);
    else if (node.spec.type === 'field') {
      ctx.moveTo(x, y - radius * 1.3);
      ctx.lineTo(x + radius * 1.2, y + radius);
      ctx.lineTo(x - radius * 1.2, y + radius);
      ctx.closePath();
    } else ctx.arc(x, y, radius, 0, Math.PI * 2);
    ctx.fill();
    ctx.stroke();
    if (style === 'capital') {
      ctx.fillStyle = palette.ink;
      ctx.beginPath();
      ctx.arc(x, y, pen.px(1.3), 0, Math.PI * 2);
      ctx.fill();
    }
  }
}

/** The direction of the widest link at a place. */
function turnAt({ sheet, model }: Picture, id: string): number {
  const links = model.links.filter(
    ({ spec }) =>
      (spec.from === id || spec.to === id) && spec.mode !== 'gauge' && spec.mode !== 'oil',
  );
  const link = links.sort((a, b) => b.overland - a.overland || b.boxes - a.boxes)[0];
  if (!link) return 0;
  const line = sheet.link(link.spec.id);
  const near = 3;
  return pointAt(line, link.spec.from === id ? near : lengthOf(line) - near)[2];
}

function paintGaugeBreak(pen: Pen, picture: Picture, id: string, x: number, y: number): void {
  const { ctx } = pen;
  const { palette } = picture;
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(turnAt(picture, id));
  const [wide, high] = [pen.px(8.4), pen.px(13)];
  ctx.beginPath();
  ctx.roundRect(-wide / 2, -high / 2, wide, high, pen.px(2));
  ctx.fillStyle = palette.paper;
  ctx.fill();
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = pen.px(1.1);
  ctx.stroke();
  ctx.lineWidth = pen.px(1.25);
  ctx.lineCap = 'butt';
  ctx.beginPath();
  for (const side of [-1.5, 1.5]) {
    ctx.moveTo(pen.px(side), -high * 0.3);
    ctx.lineTo(pen.px(side), high * 0.3);
  }
  ctx.stroke();
  ctx.restore();
}

/** A ring round what is focused in the list, and a fine one round what is pointed at. */
export function paintFocus(ctx: CanvasRenderingContext2D, picture: Picture): void {
  if (picture.hover && picture.hover.id !== picture.focus?.id) {
    ring(ctx, picture, picture.hover, picture.palette.ink, 1.6, 9);
  }
  if (!picture.focus) return;
  ring(ctx, picture, picture.focus, picture.palette.paper, 7, 12);
  ring(ctx, picture, picture.focus, picture.palette.focus, 3, 12);
}

function ring(
  ctx: CanvasRenderingContext2D,
  picture: Picture,
  target: Target,
  colour: string,
  width: number,
  radius: number,
): void {
  const { sheet, camera, stage } = picture;
  ctx.setLineDash([]);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineCap = 'round';
  ctx.beginPath();
  if (target.kind === 'node') {
    const [x, y] = toStage(camera, stage, ...(sheet.nodes[target.id] ?? [0, 0]));
    ctx.arc(x, y, radius * Math.min(1.5, strokeScale(camera, stage)), 0, Math.PI * 2);
  } else {
    sheet.link(target.id).forEach((point, k) => {
      const [x, y] = toStage(camera, stage, ...point);
      if (k === 0) ctx.moveTo(x, y);
      else ctx.lineTo(x, y);
    });
  }
  ctx.globalAlpha = target.kind === 'link' && width > 3 ? 0.6 : 1;
  ctx.stroke();
  ctx.globalAlpha = 1;
}
