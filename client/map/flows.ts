import { isOcean, type MapLink } from '../state/mapModel.ts';
import { lengthOf, pointAt } from './lines.ts';
import { paintClosed } from './links.ts';
import type { Pen, Picture } from './picture.ts';
import { linePath } from './sheet.ts';

/** Below this many k TEU a half-year nothing is drawn. */
export const LEAST_BOXES = 0.25;
const CHEVRONS = { every: 60, widest: 3.4 } as const;

/** Width of a flow in pixels at zoom 1, from k TEU a half-year. */
export function flowWidth(boxes: number): number {
  return Math.min(14, Math.max(1.8, 1.32 * Math.sqrt(boxes)));
}

interface Flow {
  readonly link: MapLink;
  readonly path: Path2D;
  readonly width: number;
}

/** Width in pixels at zoom 1 of what is shown on a link now; 0 = nothing. */
export function shownWidth(link: MapLink, boxes: ReadonlyMap<string, number>): number {
  const shown = boxes.get(link.spec.id) ?? 0;
  return shown < LEAST_BOXES || isOcean(link.spec) ? 0 : flowWidth(shown);
}

/** Freight: a trunk of many flows is drawn once, with the sum's width. */
export function paintFlows(pen: Pen, picture: Picture): void {
  const { ctx } = pen;
  const { sheet, palette, model, boxes } = picture;
  const flows = model.links
    .map((link): Flow => {
      return { link, path: linePath(sheet.link(link.spec.id)), width: shownWidth(link, boxes) };
    })
    .filter(({ width }) => width > 0)
    .sort((a, b) => a.width - b.width);
  const others = flows.filter(({ link }) => !link.through);
  const own = flows.filter(({ link }) => link.through);
  const draw = (of: readonly Flow[], colour: string, more: number): void => {
    ctx.strokeStyle = colour;
    for (const { link, path, width } of of) {
      const dashed = link.spec.mode === 'ferry' || link.spec.mode === 'sea';
      ctx.setLineDash(dashed ? [7, 4].map(pen.px) : []);
      ctx.lineCap = dashed ? 'butt' : 'round';
      ctx.lineWidth = pen.px(Math.max(0.8, width + more));
      ctx.stroke(path);
    }
    ctx.setLineDash([]);
    ctx.lineCap = 'round';
  };
  draw(others, palette.land, 2.4);
  draw(others, palette.flow, 0.4);
  draw(
    others.filter(({ width }) => width > 2.4),
    palette['flow-other'],
    -1.6,
  );
  draw(own, palette['land-own'], 2.2);
  draw(own, palette.flow, 0);
  paintChevrons(pen, picture, own, palette['land-own']);
  paintChevrons(pen, picture, others, palette.paper);
  paintClosed(pen, picture);
}

/** Open arrowheads that show where freight goes. */
function paintChevrons(
  pen: Pen,
  { sheet, drift, camera }: Picture,
  flows: readonly Flow[],
  colour: string,
): void {
  const { ctx } = pen;
  const every = CHEVRONS.every / camera.k;
  ctx.strokeStyle = colour;
  ctx.lineWidth = pen.px(1.15);
  ctx.beginPath();
  for (const { link, width } of flows) {
    if (width < CHEVRONS.widest) continue;
    const line = sheet.link(link.spec.id);
    const length = lengthOf(line);
    if (length < every * 0.5) continue;
    const size = pen.px(Math.min(4.4, width * 0.34));
    const moved = (drift / camera.k) % every;
    const first = link.backwards ? every - moved : moved;
    const gap = length < every ? length / 2 : 0;
    for (let at = gap || (first + every / 2) % every; at < length; at += every) {
      const [x, y, turn] = pointAt(line, at);
      const way = link.backwards ? turn + Math.PI : turn;
      for (const side of [0.86, -0.86]) {
        ctx.moveTo(x - size * Math.cos(way + side), y - size * Math.sin(way + side));
        ctx.lineTo(x + size * 0.2 * Math.cos(way), y + size * 0.2 * Math.sin(way));
      }
    }
  }
  ctx.stroke();
}
