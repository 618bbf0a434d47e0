import { type Point, toSheet } from './albers.ts';
import type { Line } from './geography.ts';

const STEP = 10;
const FINE = 2;

function* steps(from: number, to: number, step: number): Generator<number> {
  for (let at = from; at <= to; at += step) yield at;
}

/** Meridians and parallels every 10°, only their parts on the sheet. */
export function graticule(sheet: readonly [number, number, number, number]): Line[] {
  const on = ([x, y]: Point): boolean =>
    x > sheet[0] - 20 && x < sheet[2] + 20 && y > sheet[1] - 20 && y < sheet[3] + 20;
  const parts = (line: readonly Point[]): Line[] => {
    const found: Point[][] = [];
    let open = false;
    for (const point of line) {
      if (on(point)) {
        if (open) found.at(-1)?.push(point);
        else found.push([point]);
      }
      open = on(point);
    }
    return found.filter((part) => part.length > 1);
  };
  const lines: Line[] = [];
  for (const lon of steps(-40, 180, STEP)) {
    lines.push(...parts([...steps(10, 80, FINE)].map((lat) => toSheet(lon, lat))));
  }
  for (const lat of steps(10, 80, STEP)) {
    lines.push(...parts([...steps(-50, 178, FINE)].map((lon) => toSheet(lon, lat))));
  }
  return lines;
}
