import { type Point, SHEET } from './albers.ts';

/** Points in sheet units. */
export type Line = readonly Point[];
/** Lines by number, one after the other; `~n` is line n backwards. */
export type Ring = readonly number[];

/** Everything about the land, before it is written. */
export interface Land {
  readonly lines: readonly Line[];
  readonly land: readonly Ring[];
  /** Land of each power; of the European Union as it was from July 2013. */
  readonly powers: Readonly<Record<string, readonly Ring[]>>;
  readonly coast: readonly number[];
  readonly borders: readonly number[];
  /** Borders between members of the European Union. */
  readonly inner: readonly number[];
  readonly disputed: Readonly<Record<string, readonly Ring[]>>;
  readonly ukraine: readonly Ring[];
}

const TENTH = 10;

/**
 * A line as text: whole numbers in tenths of a sheet unit, the first two from the sheet's corner, the
 * others each from the point before.
 */
export function encodeLine(line: Line): string {
  let [lastX, lastY] = [0, 0];
  const numbers: number[] = [];
  for (const [x, y] of line) {
    const [wholeX, wholeY] = [
      Math.round((x - SHEET[0]) * TENTH),
      Math.round((y - SHEET[1]) * TENTH),
    ];
    if (numbers.length > 0 && wholeX === lastX && wholeY === lastY) continue;
    numbers.push(wholeX - lastX, wholeY - lastY);
    [lastX, lastY] = [wholeX, wholeY];
  }
  return numbers.join(' ').replaceAll(' -', '-');
}

/** A point to a tenth of a unit. */
export const tenth = ([x, y]: Point): Point => [
  Math.round(x * TENTH) / TENTH,
  Math.round(y * TENTH) / TENTH,
];

/** The points of a ring, from the lines that it names. */
export function ringLine(lines: readonly Line[], ring: Ring): Line {
  return ring.flatMap((n, k) => {
    const line = lines[n < 0 ? ~n : n] ?? [];
    const turned = n < 0 ? [...line].reverse() : line;
    return k === 0 ? turned : turned.slice(1);
  });
}

/** Whether a point lies in an area of rings, holes taken out. */
export function isInside(rings: readonly Line[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let k = 0, last = ring.length - 1; k < ring.length; last = k++) {
      const [x1, y1] = ring[k] as Point;
      const [x2, y2] = ring[last] as Point;
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}
