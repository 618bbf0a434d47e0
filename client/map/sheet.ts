import { decodeLine, GEOGRAPHY, type Line, type Point, ringLine } from './geography.ts';

/** The sheet's shapes, ready to draw, in sheet units. */
export interface Sheet {
  readonly land: Path2D;
  readonly powers: Readonly<Record<string, Path2D>>;
  readonly coast: Path2D;
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

let opened: Sheet | null = null;

/** The sheet; its shapes are made once. */
export function theSheet(): Sheet {
  opened ??= open();
  return opened;
}
