import { decodeLine, GEOGRAPHY, SHEET } from './geography.ts';

/** Sheet units to a cell of the relief. */
const CELL = 1.75;
/** How strongly slopes are lit. */
const LIGHT = 3.6;
/** Waves of the ground, cells of the widest. */
const WAVES = [
  { cells: 9, share: 0.46 },
  { cells: 4, share: 0.32 },
  { cells: 2, share: 0.22 },
] as const;

export interface Relief {
  /** Dark on the side away from the light, clear elsewhere. */
  readonly shadow: HTMLCanvasElement;
  /** Bright on the lit side. */
  readonly light: HTMLCanvasElement;
}

/** A fixed number in 0..1 for a whole point: the same hills for everybody. */
function chance(x: number, y: number, seed: number): number {
  let n = (Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 69069)) | 0;
  n = Math.imul(n ^ (n >>> 13), 1274126177);
  return ((n ^ (n >>> 16)) >>> 0) / 4294967296;
}

/** Smooth noise in 0..1 for every cell, with waves of so many cells; crests are sharp. */
function waves(width: number, height: number, cells: number, seed: number): Float32Array {
  const columns = Math.ceil(width / cells) + 2;
  const rows = Math.ceil(height / cells) + 2;
  const lattice = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) lattice[y * columns + x] = chance(x, y, seed);
  }
  const out = new Float32Array(width * height);
  const ease = (t: number): number => t * t * (3 - 2 * t);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cells);
    const down = ease(y / cells - row);
    for (let x = 0; x < width; x++) {
      const column = Math.floor(x / cells);
      const along = ease(x / cells - column);
      const at = row * columns + column;
      const top = (lattice[at] ?? 0) * (1 - along) + (lattice[at + 1] ?? 0) * along;
      const bottom =
        (lattice[at + columns] ?? 0) * (1 - along) + (lattice[at + columns + 1] ?? 0) * along;
      const value = top * (1 - down) + bottom * down;
      out[y * width + x] = 1 - Math.abs(2 * value - 1);
    }
  }
  return out;
}

/** Heights 0..1 round the ridge lines, falling off with distance. */
function slopes(width: number, height: number): Float32Array {
  const heights = new Float32Array(width * height);
  for (const ridge of GEOGRAPHY.ridges) {
    const reach = ridge.width / CELL;
    const points = decodeLine(ridge.line).map(
      ([x, y]) => [(x - SHEET[0]) / CELL, (y - SHEET[1]) / CELL] as const,
    );
    for (let k = 1; k < points.length; k++) {
      const [a, b] = [points[k - 1] ?? [0, 0], points[k] ?? [0, 0]];
      const steps = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 2.5));
      for (let step = 0; step <= steps; step++) {
        const [x, y] = [
          a[0] + ((b[0] - a[0]) * step) / steps,
          a[1] + ((b[1] - a[1]) * step) / steps,
        ];
        raise(heights, width, height, x, y, reach, ridge.height);
      }
    }
  }
  return heights;
}

function raise(
  heights: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
  reach: number,
  top: number,
): void {
  for (let row = Math.max(0, Math.ceil(y - reach)); row <= Math.min(height - 1, y + reach); row++) {
    for (
      let col = Math.max(0, Math.ceil(x - reach));
      col <= Math.min(width - 1, x + reach);
      col++
    ) {
      const far = Math.sqrt((col - x) * (col - x) + (row - y) * (row - y)) / reach;
      if (far >= 1) continue;
      const value = top * (1 - far);
      const at = row * width + col;
      if (value > (heights[at] ?? 0)) heights[at] = value;
    }
  }
}

function canvasOf(
  width: number,
  height: number,
): [HTMLCanvasElement, CanvasRenderingContext2D | null] {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return [canvas, canvas.getContext('2d')];
}

/** Shades hills as if lit from the north-west, once; takes a fraction of a second. */
export function makeRelief(): Relief | null {
  const width = Math.round((SHEET[2] - SHEET[0]) / CELL);
  const height = Math.round((SHEET[3] - SHEET[1]) / CELL);
  const heights = slopes(width, height);
  const ground = new Float32Array(width * height);
  for (const [seed, { cells, share }] of WAVES.entries()) {
    const wave = waves(width, height, cells, seed + 7);
    for (let k = 0; k < ground.length; k++) ground[k] = (ground[k] ?? 0) + (wave[k] ?? 0) * share;
  }
  // A plain has faint waves of its own; mountains are cut by theirs.
  for (let k = 0; k < ground.length; k++) {
    const ridge = heights[k] ?? 0;
    ground[k] = ridge * (0.12 + 1.05 * (ground[k] ?? 0)) + 0.05 * (ground[k] ?? 0);
  }
  const [shadow, dark] = canvasOf(width, height);
  const [light, bright] = canvasOf(width, height);
  if (!dark || !bright) return null;
  const darkness = dark.createImageData(width, height);
  const brightness = bright.createImageData(width, height);
  const blacks = new Uint8Array(darkness.data.buffer);
  const whites = new Uint8Array(brightness.data.buffer).fill(255);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const across = (ground[at + 1] ?? 0) - (ground[at - 1] ?? 0);
      const down = (ground[at + width] ?? 0) - (ground[at - width] ?? 0);
      const lit = (across + down) * LIGHT;
      const share = Math.min(1, Math.abs(lit));
      blacks[at * 4 + 3] = lit < 0 ? share * 255 : 0;
      whites[at * 4 + 3] = lit < 0 ? 0 : share * 255;
    }
  }
  dark.putImageData(darkness, 0, 0);
  bright.putImageData(brightness, 0, 0);
  return { shadow, light };
}

/** Lays the relief on land; sheet units must be on. Fades out as one comes near. */
export function paintRelief(
  ctx: CanvasRenderingContext2D,
  relief: Relief,
  land: Path2D,
  zoom: number,
  dark: boolean,
): void {
  const share = Math.max(0, Math.min(1, (6 - zoom) / 3));
  if (share <= 0) return;
  ctx.save();
  ctx.clip(land, 'evenodd');
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = 'high';
  const box = [SHEET[0], SHEET[1], SHEET[2] - SHEET[0], SHEET[3] - SHEET[1]] as const;
  ctx.globalAlpha = (dark ? 0.62 : 0.3) * share;
  ctx.drawImage(relief.shadow, ...box);
  ctx.globalAlpha = (dark ? 0.1 : 0.62) * share;
  ctx.drawImage(relief.light, ...box);
  ctx.restore();
}
