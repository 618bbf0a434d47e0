import { decodeLine, GEOGRAPHY, type Line, type Point, ringLine } from './geography.ts';

/** The sheet's shapes, ready to draw, in sheet units. */
export interface Sheet {
  readonly land: Path2D;
  readonly powers: Readonly<Record<string, Path2D>>;
  readonly coast: Path2D;
  /** The coast ever rougher, for strokes ever wider: of small bays nothing would be seen there. */
  readonly shores: readonly Path2D[];
  readonly borders: Path2D;
  readonly inner: Path2D;
  readonly disputed: Path2D;
  readonly lakes: Path2D;
  readonly rivers: Path2D;
  readonly graticule: Path2D;
  readonly nodes: Readonly<Record<string, Point>>;
  /** The line of each link, decoded when it is asked for. */
  link(id: string): Line;
}

function trace(path: Path2D, line: Line, close: boolean): void {
  line.forEach(([x, y], k) => {
    if (k === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  });
  if (close) path.closePath();
}

function pathOf(lines: readonly Line[], close = false): Path2D {
  const path = new Path2D();
  for (const line of lines) trace(path, line, close);
  return path;
}

/** A path of one line alone. */
export const linePath = (line: Line): Path2D => pathOf([line]);

function open(): Sheet {
  const data = GEOGRAPHY;
  const lines = data.lines.map(decodeLine);
  const area = (rings: readonly (readonly number[])[]): Path2D =>
    pathOf(
      rings.map((ring) => ringLine(lines, ring)),
      true,
    );
  const edge = (numbers: readonly number[]): Path2D => pathOf(numbers.map((n) => lines[n] ?? []));
  const known = new Map<string, Line>();
  return {
    land: area(data.land),
    powers: Object.fromEntries(
      Object.entries(data.powers).map(([power, rings]) => [power, area(rings)]),
    ),
    coast: edge(data.coast),
    shores: ROUGHNESS.map((least) =>
      pathOf(
        rough(
          data.coast.map((n) => lines[n] ?? []),
          least,
        ),
      ),
    ),
    borders: edge(data.borders),
    inner: edge(data.inner),
    disputed: area(Object.values(data.disputed).flat()),
    lakes: pathOf(data.lakes.map(decodeLine), true),
    rivers: pathOf(data.rivers.map(decodeLine)),
    graticule: pathOf(data.graticule.map(decodeLine)),
    nodes: data.nodes,
    link(id) {
      let line = known.get(id);
      if (!line) {
        line = decodeLine(data.links[id] ?? '');
        known.set(id, line);
      }
      return line;
    },
  };
}

/** Least distances of points, in sheet units. */
const ROUGHNESS = [1.5, 2.8, 4.2, 5.6] as const;
const SMALL = 3.4;

/** Leaves out small lines, and points near the last one. */
function rough(lines: readonly Line[], least: number): Line[] {
  return lines.flatMap((line) => {
    const [xs, ys] = [line.map(([x]) => x), line.map(([, y]) => y)];
    const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
    const [first, end] = [line[0], line.at(-1)];
    const closed = first && end && first[0] === end[0] && first[1] === end[1];
    if (closed && span < SMALL) return [];
    const kept: Point[] = [];
    for (const [k, point] of line.entries()) {
      const last = kept.at(-1);
      const far = last ? Math.hypot(point[0] - last[0], point[1] - last[1]) : least;
      if (far >= least || k === line.length - 1) kept.push(point);
    }
    return [kept];
  });
}

let opened: Sheet | null = null;

/** The sheet; its shapes are made once. */
export function theSheet(): Sheet {
  opened ??= open();
  return opened;
}
