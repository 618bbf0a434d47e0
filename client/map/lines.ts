import type { Line, Point } from './geography.ts';

/** Length of a line in sheet units. */
export function lengthOf(line: Line): number {
  let sum = 0;
  for (let k = 1; k < line.length; k++) sum += step(line, k);
  return sum;
}

function step(line: Line, k: number): number {
  const [a, b] = [line[k - 1] as Point, line[k] as Point];
  return Math.hypot(b[0] - a[0], b[1] - a[1]);
}

/** The line from its start as far as a length. */
export function partOf(line: Line, length: number): Line {
  const part: Point[] = [];
  let left = length;
  for (let k = 0; k < line.length; k++) {
    const here = line[k] as Point;
    const last = part.at(-1);
    if (!last) {
      part.push(here);
      continue;
    }
    const far = step(line, k);
    if (far >= left) {
      const share = far > 0 ? left / far : 0;
      part.push([last[0] + (here[0] - last[0]) * share, last[1] + (here[1] - last[1]) * share]);
      break;
    }
    part.push(here);
    left -= far;
  }
  return part;
}

/** The point at a length along a line, and the direction there in radians. */
export function pointAt(line: Line, length: number): [number, number, number] {
  let left = length;
  for (let k = 1; k < line.length; k++) {
    const far = step(line, k);
    if (far < left && k < line.length - 1) {
      left -= far;
      continue;
    }
    const [a, b] = [line[k - 1] as Point, line[k] as Point];
    const share = far > 0 ? Math.min(1, left / far) : 0;
    return [
      a[0] + (b[0] - a[0]) * share,
      a[1] + (b[1] - a[1]) * share,
      Math.atan2(b[1] - a[1], b[0] - a[0]),
    ];
  }
  const [x, y] = line[0] ?? [0, 0];
  return [x, y, 0];
}

/** Distance of a point from a line, in sheet units. */
export function distanceTo(line: Line, [x, y]: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 1; k < line.length; k++) {
    const [a, b] = [line[k - 1] as Point, line[k] as Point];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const square = dx * dx + dy * dy;
    const share = square > 0 ? ((x - a[0]) * dx + (y - a[1]) * dy) / square : 0;
    const held = Math.max(0, Math.min(1, share));
    least = Math.min(least, Math.hypot(a[0] + dx * held - x, a[1] + dy * held - y));
  }
  return least;
}
