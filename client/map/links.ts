import { isOcean, type MapLink } from '../state/mapModel.ts';
import type { Line } from './geography.ts';
import { lengthOf, partOf, pointAt } from './lines.ts';
import { accent } from './palette.ts';
import type { Pen, Picture } from './picture.ts';
import { linePath } from './sheet.ts';

const DASH = {
  unbuilt: [4, 3],
  draft: [5, 3.2],
  sea: [5, 3.5],
  oil: [7, 2.5, 1.2, 2.5],
  gas: [1.2, 2.6],
  RU: [9, 2.5],
  CN: [2.4, 2.2],
} as const;

function dash(pen: Pen, pattern: readonly number[]): void {
  pen.ctx.setLineDash(pattern.map((part) => pen.px(part)));
}

function stroke(pen: Pen, line: Line, colour: string, width: number, alpha = 1): void {
  const { ctx } = pen;
  ctx.strokeStyle = colour;
  ctx.lineWidth = pen.px(width);
  ctx.globalAlpha = alpha;
  ctx.stroke(linePath(line));
  ctx.globalAlpha = 1;
}

/** Roads, rails, pipes and ships' lines, as they lie; freight comes over them. */
export function paintLinks(pen: Pen, picture: Picture): void {
  const { model, layer } = picture;
  const of = (test: (link: MapLink) => boolean): readonly MapLink[] => model.links.filter(test);
  const pipes = of(({ spec }) => spec.mode === 'oil' || spec.mode === 'gas');
  const ships = of(({ spec }) => spec.mode === 'sea' || spec.mode === 'ferry');
  const roads = of(({ spec }) => spec.mode === 'road');
  const rails = of(({ spec }) => spec.mode === 'rail' || spec.mode === 'gauge');
  if (layer === 'transit') for (const link of pipes) paintPipe(pen, picture, link, false);
  for (const link of ships) paintShip(pen, picture, link);
  for (const link of roads) paintRoad(pen, picture, link);
  for (const link of rails) paintRail(pen, picture, link);
  // Oil goes by rail and by ship as well.
  const carriers = of((link) => pipes.includes(link) || link.oil > 0);
  if (layer === 'energy') for (const link of carriers) paintPipe(pen, picture, link, true);
  if (layer === 'holdup') for (const link of model.links) paintHeld(pen, picture, link);
  pen.ctx.setLineDash([]);
}

/** Links under the law of a power that could close them: in its accent, and a stroke of its own. */
function paintHeld(pen: Pen, { sheet, palette }: Picture, link: MapLink): void {
  const { owner } = link.spec;
  const open = link.state === 'open' || link.state === 'slow';
  if (!open || isOcean(link.spec) || (owner !== 'RU' && owner !== 'CN')) return;
  const line = sheet.link(link.spec.id);
  stroke(pen, line, palette.land, 4.6, 0.8);
  dash(pen, DASH[owner]);
  pen.ctx.lineCap = 'butt';
  stroke(pen, line, accent(palette, owner), 2.8);
  pen.ctx.setLineDash([]);
  pen.ctx.lineCap = 'round';
}

function paintShip(pen: Pen, { sheet, palette, layer }: Picture, link: MapLink): void {
  dash(pen, link.state === 'open' ? DASH.sea : DASH.unbuilt);
  const faint = isOcean(link.spec) || link.state !== 'open' || layer !== 'transit';
  stroke(pen, sheet.link(link.spec.id), palette['sea-ink'], faint ? 0.9 : 1.4, faint ? 0.6 : 1);
  pen.ctx.setLineDash([]);
}

function paintRoad(pen: Pen, picture: Picture, link: MapLink): void {
  const { sheet, palette, layer } = picture;
  const line = sheet.link(link.spec.id);
  const alpha = layer === 'transit' ? 0.5 : 0.25;
  if (link.state === 'open' || link.state === 'slow' || link.state === 'closed') {
    stroke(pen, line, palette['ink-2'], 2.5, alpha);
    stroke(pen, line, palette.land, 1.25);
    return;
  }
  paintUnbuilt(pen, picture, link, line);
}

function paintRail(pen: Pen, picture: Picture, link: MapLink): void {
  const { sheet, palette, layer } = picture;
  const line = sheet.link(link.spec.id);
  if (link.state === 'unbuilt' || link.state === 'works') {
    paintUnbuilt(pen, picture, link, line);
    return;
  }
  stroke(pen, line, palette.land, 3, 0.55);
  stroke(pen, line, palette['ink-2'], 1.15, layer === 'transit' ? 0.9 : 0.35);
}

/** Dashes for what is not there yet; firm from the start as far as it is built. */
function paintUnbuilt(pen: Pen, { sheet, palette }: Picture, link: MapLink, line: Line): void {
  stroke(pen, line, palette.land, 3, 0.55);
  dash(pen, DASH.unbuilt);
  stroke(pen, line, palette['ink-2'], 1, 0.85);
  pen.ctx.setLineDash([]);
  if (link.state !== 'works') return;
  const done = partOf(line, link.built * lengthOf(line));
  pen.ctx.lineCap = 'butt';
  stroke(pen, done, palette.ink, 2.4, 0.8);
  const [x, y] = done.at(-1) ?? sheet.link(link.spec.id)[0] ?? [0, 0];
  pen.ctx.fillStyle = palette.ink;
  pen.ctx.beginPath();
  pen.ctx.arc(x, y, pen.px(1.9), 0, Math.PI * 2);
  pen.ctx.fill();
  pen.ctx.lineCap = 'round';
}

/** Width of a pipe by what it carries, Mt a half-year. */
export const pipeWidth = (mt: number): number => Math.max(1.4, Math.min(9, 1.7 * Math.sqrt(mt)));

function paintPipe(pen: Pen, { sheet, palette }: Picture, link: MapLink, main: boolean): void {
  const line = sheet.link(link.spec.id);
  pen.ctx.lineCap = 'butt';
  if (main && link.oil > 0) {
    stroke(pen, line, palette.land, pipeWidth(link.oil) + 2);
    stroke(pen, line, palette.energy, pipeWidth(link.oil));
    stroke(pen, line, palette.land, Math.max(0.5, pipeWidth(link.oil) * 0.3), 0.85);
  } else {
    dash(pen, link.spec.mode === 'gas' ? DASH.gas : DASH.oil);
    stroke(pen, line, palette.energy, main ? 1.6 : 0.95, main ? 1 : 0.6);
    pen.ctx.setLineDash([]);
  }
  pen.ctx.lineCap = 'round';
}

/** The chosen card's links in dashes of the own accent; what is drafted already in a finer one. */
export function paintDraft(pen: Pen, { sheet, palette, model }: Picture): void {
  const colour = accent(palette, model.own);
  const { ctx } = pen;
  const both = [
    { draft: model.drafted, width: 1.9 },
    { draft: model.chosen, width: 3.4 },
  ];
  for (const { draft, width } of both) {
    for (const id of draft.links) {
      const line = sheet.link(id);
      stroke(pen, line, palette['land-own'], width + 2.6, 0.9);
      dash(pen, DASH.draft);
      ctx.lineCap = 'butt';
      stroke(pen, line, colour, width);
      ctx.setLineDash([]);
      ctx.lineCap = 'round';
    }
    for (const id of draft.nodes) {
      const [x, y] = sheet.nodes[id] ?? [0, 0];
      ctx.beginPath();
      ctx.arc(x, y, pen.px(13), 0, Math.PI * 2);
      ctx.strokeStyle = palette['land-own'];
      ctx.lineWidth = pen.px(width + 2);
      ctx.stroke();
      dash(pen, DASH.draft);
      ctx.strokeStyle = colour;
      ctx.lineWidth = pen.px(width);
      ctx.stroke();
      ctx.setLineDash([]);
    }
  }
}

/** Where a power's word stops freight: a cut with a cross in it. */
export function paintClosed(pen: Pen, { sheet, palette, model }: Picture): void {
  const { ctx } = pen;
  for (const link of model.links) {
    if (link.state !== 'closed') continue;
    const line = sheet.link(link.spec.id);
    const length = lengthOf(line);
    // Short links between two stations have no room for a cross.
    if (length < pen.px(16)) continue;
    const [x, y] = pointAt(line, length / 2);
    ctx.beginPath();
    ctx.arc(x, y, pen.px(8), 0, Math.PI * 2);
    ctx.fillStyle = palette.paper;
    ctx.fill();
    ctx.strokeStyle = palette.loss;
    ctx.lineWidth = pen.px(1.2);
    ctx.stroke();
    ctx.lineWidth = pen.px(2.4);
    const arm = pen.px(3.6);
    ctx.beginPath();
    ctx.moveTo(x - arm, y - arm);
    ctx.lineTo(x + arm, y + arm);
    ctx.moveTo(x + arm, y - arm);
    ctx.lineTo(x - arm, y + arm);
    ctx.stroke();
  }
}
