import type { Key } from '../i18n/keys.ts';
import { t } from '../i18n/messages.ts';
import { type Camera, type Size, toStage, zoomOf } from './camera.ts';
import { APEX, type CountryName, GEOGRAPHY, type WaterName } from './geography.ts';
import type { Palette } from './palette.ts';
import type { Box } from './picture.ts';

/** Names grow slower than the land. */
const growth = (zoom: number, stage: Size): number =>
  stage.width < 620 ? Math.min(1.3, 0.35 + zoom * 0.24) : Math.min(1.9, zoom ** 0.5);

/** Names of countries along their parallel and of waters, in stage pixels. */
export function paintNames(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  camera: Camera,
  stage: Size,
  size: Size,
  density: number,
): void {
  const zoom = zoomOf(camera, stage);
  const grown = growth(zoom, stage);
  ctx.setTransform(density, 0, 0, density, 0, 0);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const [id, name] of Object.entries(GEOGRAPHY.waters)) {
    if (name.from > zoom) continue;
    paintWater(ctx, t(`map:water.${id}` as Key), name, grown, palette, camera, size);
  }
  for (const [id, name] of Object.entries(GEOGRAPHY.countries)) {
    if (name.from > zoom) continue;
    const text = t(`map:country.${id}` as Key).toLocaleUpperCase();
    paintCountry(ctx, text, name, grown, palette, camera, size);
  }
  ctx.globalAlpha = 1;
}

interface Letter {
  readonly letter: string;
  readonly x: number;
  readonly y: number;
  readonly turn: number;
}

const fontOf = (height: number, palette: Palette): string =>
  `600 ${height}px ${palette['serif-stack']}`;

/** A name's letters along its parallel, in stage pixels. */
function lettersOf(
  ctx: CanvasRenderingContext2D,
  text: string,
  name: CountryName,
  height: number,
  camera: Camera,
  size: Size,
): readonly Letter[] {
  const [x, y] = toStage(camera, size, ...name.at);
  const [apexX, apexY] = toStage(camera, size, ...APEX);
  const radius = Math.hypot(x - apexX, y - apexY);
  const middle = Math.atan2(x - apexX, y - apexY);
  const gap = name.spacing * height;
  const letters = [...text].map((letter) => ({ letter, width: ctx.measureText(letter).width }));
  let along = -(letters.reduce((sum, { width }) => sum + width + gap, 0) - gap) / 2;
  return letters.map(({ letter, width }) => {
    const turn = middle + (along + width / 2) / radius;
    along += width + gap;
    return {
      letter,
      x: apexX + radius * Math.sin(turn),
      y: apexY + radius * Math.cos(turn),
      turn: -turn,
    };
  });
}

function paintCountry(
  ctx: CanvasRenderingContext2D,
  text: string,
  name: CountryName,
  grown: number,
  palette: Palette,
  camera: Camera,
  size: Size,
): void {
  const height = name.size * grown;
  ctx.font = fontOf(height, palette);
  ctx.fillStyle = palette.ink;
  ctx.strokeStyle = palette.land;
  ctx.lineWidth = 2.4;
  for (const { letter, x, y, turn } of lettersOf(ctx, text, name, height, camera, size)) {
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(turn);
    ctx.globalAlpha = 0.5;
    ctx.strokeText(letter, 0, 0);
    ctx.globalAlpha = height > 16 ? 0.58 : 0.74;
    ctx.fillText(letter, 0, 0);
    ctx.restore();
  }
}

/** Where letters of country names stand, so that places' labels keep clear of them when they can. */
export function nameBoxes(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  camera: Camera,
  stage: Size,
): readonly Box[] {
  const zoom = zoomOf(camera, stage);
  const grown = growth(zoom, stage);
  return Object.entries(GEOGRAPHY.countries).flatMap(([id, name]) => {
    if (name.from > zoom) return [];
    const height = name.size * grown;
    ctx.font = fontOf(height, palette);
    const text = t(`map:country.${id}` as Key).toLocaleUpperCase();
    const half = height * 0.42;
    return lettersOf(ctx, text, name, height, camera, stage).map(
      ({ x, y }): Box => [x - half, y - half, x + half, y + half],
    );
  });
}

function paintWater(
  ctx: CanvasRenderingContext2D,
  text: string,
  name: WaterName,
  grown: number,
  palette: Palette,
  camera: Camera,
  size: Size,
): void {
  const height = name.size * grown;
  const [x, y] = toStage(camera, size, ...name.at);
  ctx.save();
  ctx.translate(x, y);
  ctx.rotate(((name.turn ?? 0) * Math.PI) / 180);
  ctx.font = `italic 400 ${height}px ${palette['serif-stack']}`;
  ctx.strokeStyle = palette.sea;
  ctx.fillStyle = palette['sea-ink'];
  ctx.lineWidth = 3;
  ctx.lineJoin = 'round';
  const rows = text.split('\n');
  rows.forEach((row, k) => {
    const down = (k - (rows.length - 1) / 2) * height * 1.15;
    ctx.strokeText(row, 0, down);
    ctx.fillText(row, 0, down);
  });
  ctx.restore();
}
