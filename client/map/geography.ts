import data from '../../assets/map/geography.json';

export type Point = readonly [number, number];
/** Points in sheet units. */
export type Line = readonly Point[];
/** Lines by number, one after the other; `~n` is line n backwards. */
type Ring = readonly number[];

export interface CountryName {
  readonly at: Point;
  readonly size: number;
  readonly spacing: number;
  readonly from: number;
  readonly power?: string;
  readonly badge?: Point;
}

export interface WaterName {
  readonly at: Point;
  readonly size: number;
  readonly from: number;
  readonly turn?: number;
}

/** The built sheet as it stands in its file; `assets/map/build.ts` writes it. */
interface Geography {
  /** What the sheet shows in all, and what a wide stage shows at zoom 1: left, top, right, bottom. */
  readonly sheet: readonly [number, number, number, number];
  readonly home: readonly [number, number, number, number];
  readonly projection: {
    readonly meridian: number;
    readonly cone: number;
    readonly base: number;
    readonly scale: number;
    readonly left: number;
    readonly top: number;
  };
  readonly lines: readonly string[];
  readonly land: readonly Ring[];
  readonly powers: Readonly<Record<string, readonly Ring[]>>;
  readonly coast: readonly number[];
  readonly borders: readonly number[];
  readonly inner: readonly number[];
  readonly disputed: Readonly<Record<string, readonly Ring[]>>;
  readonly lakes: readonly string[];
  readonly rivers: readonly string[];
  readonly graticule: readonly string[];
  readonly nodes: Readonly<Record<string, Point>>;
  readonly links: Readonly<Record<string, string>>;
  readonly countries: Readonly<Record<string, CountryName>>;
  readonly waters: Readonly<Record<string, WaterName>>;
  readonly ridges: readonly {
    readonly height: number;
    readonly width: number;
    readonly line: string;
  }[];
}

export const GEOGRAPHY = data as unknown as Geography;
export const SHEET = GEOGRAPHY.sheet;
export const HOME = GEOGRAPHY.home;

const TENTH = 10;
const RADIAN = Math.PI / 180;

/**
 * The points of a line's text: whole numbers in tenths of a sheet unit, the first two from the
 * sheet's corner, the others each from the point before.
 */
export function decodeLine(text: string): Line {
  const numbers = text.match(/-?\d+/g) ?? [];
  const line: Point[] = [];
  let [x, y] = [0, 0];
  for (let k = 0; k + 1 < numbers.length; k += 2) {
    x += Number(numbers[k]);
    y += Number(numbers[k + 1]);
    line.push([SHEET[0] + x / TENTH, SHEET[1] + y / TENTH]);
  }
  return line;
}

/** The points of a ring, from the lines that it names. */
export function ringLine(lines: readonly Line[], ring: Ring): Line {
  return ring.flatMap((n, k) => {
    const line = lines[n < 0 ? ~n : n] ?? [];
    const turned = n < 0 ? [...line].reverse() : line;
    return k === 0 ? turned : turned.slice(1);
  });
}

/** The parallels' common centre, in sheet units. */
export const APEX: Point = [GEOGRAPHY.projection.left, GEOGRAPHY.projection.top];

/** Sheet units → degrees, [longitude, latitude]: Albers turned round. */
export function toDegrees(x: number, y: number): Point {
  const { meridian, cone, base, scale, left, top } = GEOGRAPHY.projection;
  const [dx, dy] = [(x - left) / scale, (y - top) / scale];
  const from = Math.hypot(dx, dy) * cone;
  const sine = (base - from * from) / (2 * cone);
  return [
    meridian + Math.atan2(dx, dy) / RADIAN / cone,
    Math.asin(Math.max(-1, Math.min(1, sine))) / RADIAN,
  ];
}
