import { hammer } from '../icons/lucide.ts';
import { toStage, zoomOf } from './camera.ts';
import { GEOGRAPHY } from './geography.ts';
import { layerSigns } from './layerSigns.ts';
import { lengthOf, pointAt } from './lines.ts';
import { accent } from './palette.ts';
import type { Box, Picture } from './picture.ts';

/** A sign on the stage: a power's badge, a pin for news, a project's disc. */
interface Sign {
  readonly box: Box;
  draw(ctx: CanvasRenderingContext2D): void;
}

const BADGE = { width: 27, height: 15 } as const;
const PIN = 8.5;

/** What bears a sign now, and where. Labels keep clear of the boxes. */
export function signsOf(picture: Picture): readonly Sign[] {
  const { layer } = picture;
  const of = layerSigns(picture);
  // What happened and is being built lies under what the layer tells of people.
  if (layer === 'opinion') return [...badges(picture), ...pins(picture), ...of];
  return [...badges(picture), ...projects(picture), ...pins(picture), ...of];
}

export function paintSigns(ctx: CanvasRenderingContext2D, picture: Picture): void {
  for (const sign of signsOf(picture)) sign.draw(ctx);
}

function badges(picture: Picture): Sign[] {
  const { camera, stage, palette } = picture;
  return Object.values(GEOGRAPHY.countries).flatMap(({ power, badge }) => {
    if (!power || !badge) return [];
    const [x, y] = toStage(camera, stage, ...badge);
    const [left, top] = [Math.round(x - BADGE.width / 2), Math.round(y - BADGE.height / 2)];
    return [
      {
        box: [left - 2, top - 2, left + BADGE.width + 2, top + BADGE.height + 2] as Box,
        draw: (ctx: CanvasRenderingContext2D) =>
          drawBadge(ctx, picture, power, left, top, palette['sans-stack']),
      },
    ];
  });
}

function drawBadge(
  ctx: CanvasRenderingContext2D,
  { palette }: Picture,
  power: string,
  left: number,
  top: number,
  face: string,
): void {
  const { width, height } = BADGE;
  const strip = 7;
  ctx.save();
  ctx.translate(left, top);
  ctx.fillStyle = accent(palette, power);
  ctx.beginPath();
  ctx.roundRect(0, 0, width, height, 1.4);
  ctx.fill();
  ctx.strokeStyle = palette['on-accent'];
  ctx.fillStyle = palette['on-accent'];
  ctx.lineWidth = 0.9;
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, strip, height);
  ctx.clip();
  ctx.globalAlpha = 0.85;
  drawPattern(ctx, power, strip, height);
  ctx.restore();
  ctx.lineWidth = 0.8;
  ctx.beginPath();
  ctx.moveTo(strip + 0.5, 0);
  ctx.lineTo(strip + 0.5, height);
  ctx.stroke();
  ctx.font = `600 10px ${face}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'alphabetic';
  ctx.fillText(power, strip + (width - strip) / 2 + 0.5, height - 4);
  ctx.restore();
}

/** Diagonals, bars, dots or a grid: the power's second sign beside its colour. */
function drawPattern(
  ctx: CanvasRenderingContext2D,
  power: string,
  width: number,
  height: number,
): void {
  ctx.beginPath();
  for (let y = 1.8; y < height + width; y += 3) {
    if (power === 'KZ') {
      ctx.moveTo(0, y);
      ctx.lineTo(width, y - width);
    } else if (power === 'RU' || power === 'EU') {
      ctx.moveTo(0, y);
      ctx.lineTo(width, y);
    } else {
      for (const x of [1.8, 5]) {
        ctx.moveTo(x + 0.8, y + (x > 2 ? 1.5 : 0));
        ctx.arc(x, y + (x > 2 ? 1.5 : 0), 0.8, 0, Math.PI * 2);
      }
    }
  }
  if (power === 'EU') {
    for (const x of [2, 5]) {
      ctx.moveTo(x, 0);
      ctx.lineTo(x, height);
    }
  }
  if (power === 'CN') ctx.fill();
  else ctx.stroke();
}

function pins(picture: Picture): Sign[] {
  const { camera, stage, sheet, model, palette } = picture;
  const at = new Map<string, number>();
  return model.pins.map((pin) => {
    const [x, y] = toStage(camera, stage, ...(sheet.nodes[pin.node] ?? [0, 0]));
    const before = at.get(pin.node) ?? 0;
    at.set(pin.node, before + 1);
    // Several at one place stand side by side.
    const [headX, headY] = [x + 12 + before * (PIN * 2 + 2), y - 25];
    return {
      box: [headX - PIN - 1, headY - PIN - 1, headX + PIN + 1, headY + PIN + 1] as Box,
      draw: (ctx: CanvasRenderingContext2D) => {
        ctx.strokeStyle = palette.ink;
        ctx.lineWidth = 1;
        ctx.beginPath();
        ctx.moveTo(x, y);
        ctx.lineTo(headX, headY);
        ctx.stroke();
        disc(ctx, headX, headY, PIN, palette.ink, palette.paper);
        ctx.fillStyle = palette.paper;
        ctx.font = `600 11px ${palette['sans-stack']}`;
        ctx.textAlign = 'center';
        ctx.textBaseline = 'middle';
        ctx.fillText(String(pin.number), headX, headY + 0.5);
      },
    };
  });
}

function disc(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  fill: string,
  edge: string,
): void {
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, Math.PI * 2);
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.strokeStyle = edge;
  ctx.lineWidth = 1.2;
  ctx.stroke();
}

/** Hammer discs with the share done round their edge. */
function projects(picture: Picture): Sign[] {
  const { camera, stage, sheet, model, palette } = picture;
  // On a whole sheet the firm part of a dashed line says as much.
  const near = zoomOf(camera, stage) >= 1.5;
  return model.projects.flatMap(({ share, node, link }) => {
    if (!near) return [];
    const line = link ? sheet.link(link) : null;
    const spot = node
      ? (sheet.nodes[node] ?? null)
      : line
        ? pointAt(line, lengthOf(line) / 2)
        : null;
    if (!spot) return [];
    const [placeX, placeY] = toStage(camera, stage, spot[0], spot[1]);
    const [x, y] = [placeX + 16, placeY + 15];
    const radius = 9.5;
    return [
      {
        box: [x - radius - 2, y - radius - 2, x + radius + 2, y + radius + 2] as Box,
        draw: (ctx: CanvasRenderingContext2D) => {
          disc(ctx, x, y, radius, palette.paper, palette['rule-strong']);
          ctx.strokeStyle = palette.ink;
          ctx.lineWidth = 2.2;
          ctx.beginPath();
          ctx.arc(x, y, radius, -Math.PI / 2, -Math.PI / 2 + Math.PI * 2 * share);
          ctx.stroke();
          ctx.save();
          ctx.translate(x - 5.4, y - 5.4);
          ctx.scale(0.45, 0.45);
          ctx.lineWidth = 2.4;
          ctx.lineCap = 'round';
          ctx.lineJoin = 'round';
          ctx.stroke(new Path2D(hammer));
          ctx.restore();
        },
      },
    ];
  });
}
