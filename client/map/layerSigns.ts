import { POWERS } from '../../shared/core/powers.ts';
import { figure } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import { middleOf } from './arcs.ts';
import { toStage } from './camera.ts';
import { GEOGRAPHY } from './geography.ts';
import { accent } from './palette.ts';
import type { Box, Picture } from './picture.ts';

/** A small plate with words on the stage, and the box that labels keep clear of. */
export interface LayerSign {
  readonly box: Box;
  draw(ctx: CanvasRenderingContext2D): void;
}

const CHIP = { width: 104, row: 12, head: 15 } as const;
/** Where each group's chip stands from its place, so that none covers another. */
const ASIDE: Readonly<Record<string, readonly [number, number]>> = {
  cities: [10, 6],
  rural: [-60, -8],
  north: [-122, -52],
  sme: [108, -32],
  exporters: [-116, -20],
  officials: [20, -86],
};

/** Figures and chips of the layer that is shown. */
export function layerSigns(picture: Picture): readonly LayerSign[] {
  switch (picture.layer) {
    case 'energy':
      return promised(picture);
    case 'trade':
      return amounts(picture);
    case 'opinion':
      return chips(picture);
    case 'holdup':
      return shares(picture);
    default:
      return [];
  }
}

/** $bn at the middle of each arc. */
function amounts(picture: Picture): LayerSign[] {
  const { model, camera, stage, palette } = picture;
  return model.trade
    .filter(({ value }) => value >= 0.05)
    .map((arc) => {
      const [x, y] = toStage(camera, stage, ...middleOf(arc));
      return plate(picture, x, y, figure(arc.value, 1), accent(palette, arc.from));
    });
}

/** Mt that contracts promise a power in a half-year, under its badge. */
function promised(picture: Picture): LayerSign[] {
  const { model, camera, stage, palette } = picture;
  return POWERS.flatMap((power) => {
    const badge = GEOGRAPHY.countries[power]?.badge;
    const own = model.contracts.filter((one) => one.power === power);
    if (!badge || own.length === 0) return [];
    const [x, y] = toStage(camera, stage, ...badge);
    const amount = own.reduce((sum, one) => sum + one.amount, 0);
    const words = t('map:legend.megatons', { amount: figure(amount, 1) });
    return [plate(picture, x, y + 20, words, accent(palette, power))];
  });
}

/** Hold-up in per cent under each power's badge. */
function shares(picture: Picture): LayerSign[] {
  const { model, camera, stage, palette } = picture;
  return model.holds.flatMap(({ power, total }) => {
    const badge = GEOGRAPHY.countries[power]?.badge;
    if (!badge) return [];
    const [x, y] = toStage(camera, stage, ...badge);
    return [plate(picture, x, y + 20, `${figure(total)} %`, accent(palette, power))];
  });
}

function plate({ palette }: Picture, x: number, y: number, text: string, edge: string): LayerSign {
  const width = 10 + text.length * 6.4;
  const [left, top] = [Math.round(x - width / 2), Math.round(y - 9)];
  return {
    box: [left - 1, top - 1, left + width + 1, top + 19],
    draw(ctx) {
      ctx.fillStyle = palette.paper;
      ctx.strokeStyle = edge;
      ctx.lineWidth = 1.2;
      ctx.beginPath();
      ctx.roundRect(left + 0.5, top + 0.5, width, 17, 2);
      ctx.fill();
      ctx.stroke();
      ctx.fillStyle = palette.ink;
      ctx.font = `600 11.5px ${palette['sans-stack']}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillText(text, left + width / 2 + 0.5, top + 9.5);
    },
  };
}

/** A group's view of the union and of China and its fear, each on a line with its middle marked. */
function chips(picture: Picture): LayerSign[] {
  const { model, camera, stage, sheet, palette } = picture;
  const height = CHIP.head + 3 * CHIP.row + 3;
  return model.moods.map((mood): LayerSign => {
    const [x, y] = toStage(camera, stage, ...(sheet.nodes[mood.node] ?? [0, 0]));
    const [dx, dy] = ASIDE[mood.segment] ?? [10, 6];
    const [left, top] = [Math.round(x + dx), Math.round(y + dy)];
    const rows = [
      ['eeu', mood.eeu],
      ['china', mood.china],
      ['fear', mood.fear],
    ] as const;
    return {
      box: [left - 2, top - 2, left + CHIP.width + 2, top + height + 2],
      draw(ctx) {
        ctx.fillStyle = palette.paper;
        ctx.strokeStyle = palette['rule-strong'];
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.roundRect(left + 0.5, top + 0.5, CHIP.width, height, 3);
        ctx.fill();
        ctx.stroke();
        ctx.fillStyle = palette.ink;
        ctx.textAlign = 'left';
        ctx.textBaseline = 'middle';
        ctx.font = `600 11px ${palette['sans-stack']}`;
        ctx.fillText(named('map:mood.group', mood.segment), left + 6, top + 9, CHIP.width - 12);
        rows.forEach(([what, value], k) => {
          const line = top + CHIP.head + k * CHIP.row + 6;
          ctx.fillStyle = palette['ink-2'];
          ctx.font = `10px ${palette['sans-stack']}`;
          ctx.fillText(named('map:mood.row', what), left + 6, line, 34);
          ctx.fillStyle = palette.rule;
          ctx.fillRect(left + 42, line - 0.5, 40, 1);
          ctx.fillRect(left + 62, line - 3, 1, 6);
          ctx.fillStyle = palette.ink;
          ctx.beginPath();
          ctx.arc(left + 42 + 0.4 * value, line, 2.6, 0, Math.PI * 2);
          ctx.fill();
          ctx.textAlign = 'right';
          ctx.fillText(figure(value), left + CHIP.width - 5, line);
          ctx.textAlign = 'left';
        });
      },
    };
  });
}
