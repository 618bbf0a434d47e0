import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mergeArcs, meshArcs } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { type Point, SHEET, toSheet } from './albers.ts';
import { isInside, type Land, type Line, type Ring, tenth } from './geography.ts';

export interface Disputed {
  readonly areas: Readonly<
    Record<
      string,
      {
        readonly takeFrom?: string;
        readonly giveTo?: string;
        readonly inside?: Point;
        readonly country?: string;
        readonly polygon?: readonly Point[];
      }
    >
  >;
}

interface Country {
  readonly id: string;
  readonly name: string;
  polygons: readonly (readonly Ring[])[];
}

/** The Union's members from July 2013 to January 2020, by ISO number. */
const UNION = new Set(
  '040 056 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752 826'.split(
    ' ',
  ),
);
const POWERS: Readonly<Record<string, (id: string) => boolean>> = {
  KZ: (id) => id === '398',
  RU: (id) => id === '643',
  CN: (id) => ['156', '344', '446'].includes(id),
  EU: (id) => UNION.has(id),
};
/** Least area, in square units, of a point's triangle that stays, and of an island. */
const DETAIL = 0.13;
const ISLAND = 1.2;
/** Land this far beyond the sheet's edge keeps its shape only roughly. */
const MARGIN = 12;

type Arcs = Point[][];

const near = ([x, y]: Point, margin: number): boolean =>
  x > SHEET[0] - margin && x < SHEET[2] + margin && y > SHEET[1] - margin && y < SHEET[3] + margin;

/** Natural Earth's lines in degrees. */
function readWorld(): { arcs: Arcs; countries: Country[] } {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const world = JSON.parse(readFileSync(file, 'utf8')) as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const { scale, translate } = world.transform as NonNullable<Topology['transform']>;
  const arcs = world.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map((step): Point => {
      x += step[0] as number;
      y += step[1] as number;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
  const countries = world.objects.countries.geometries.flatMap((g) => {
    if (g.type !== 'Polygon' && g.type !== 'MultiPolygon') return [];
    const polygons = g.type === 'Polygon' ? [(g as Polygon).arcs] : (g as MultiPolygon).arcs;
    return [{ id: String(g.id ?? ''), name: g.properties?.name ?? '', polygons }];
  });
  return { arcs, countries };
}

const ringOf = (arcs: Arcs, ring: Ring): Point[] =>
  ring.flatMap((n) => (n < 0 ? [...(arcs[~n] ?? [])].reverse() : (arcs[n] ?? [])));

function areaOf(ring: readonly Point[]): number {
  let sum = 0;
  for (let k = 0, last = ring.length - 1; k < ring.length; last = k++) {
    const [a, b] = [ring[last] as Point, ring[k] as Point];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(sum) / 2;
}

/** Takes an area out of one country and gives it to another; returns its rings. */
function handOver(arcs: Arcs, countries: Country[], area: Disputed['areas'][string]): Ring[] {
  const from = countries.find((c) => c.id === area.takeFrom);
  const to = countries.find((c) => c.id === area.giveTo);
  const spot = area.inside;
  if (!from || !to || !spot) throw new Error('disputed.json: an area to hand over lacks its sides');
  const taken = from.polygons.filter((rings) => isInside([ringOf(arcs, rings[0] ?? [])], spot));
  if (taken.length !== 1) throw new Error('disputed.json: the area to hand over is not there');
  from.polygons = from.polygons.filter((rings) => !taken.includes(rings));
  to.polygons = [...to.polygons, ...taken];
  return taken.flat() as Ring[];
}

/** The land of Natural Earth, mended, projected and simplified. */
export function buildLand(disputed: Disputed): Land {
  const { arcs, countries } = readWorld();
  const handed: Record<string, readonly Ring[]> = {};
  for (const [id, area] of Object.entries(disputed.areas)) {
    if (area.takeFrom) handed[id] = handOver(arcs, countries, area);
  }
  const sheetArcs = arcs.map((arc) => arc.map(([lon, lat]) => toSheet(lon, lat)));
  const kept = countries
    .map((country) => ({ ...country, polygons: country.polygons.filter(isKept) }))
    .filter((country) => country.polygons.length > 0);

  function isKept(rings: readonly Ring[]): boolean {
    const outline = ringOf(arcs, rings[0] ?? []);
    // What lies across the pole or the far meridian may fold onto the sheet.
    if (outline.some(([lon, lat]) => lat < 0 || (lon < -30 && lon > -168))) return false;
    const placed = ringOf(sheetArcs, rings[0] ?? []);
    return placed.some((point) => near(point, MARGIN)) && areaOf(placed) > ISLAND;
  }

  const topology = {
    type: 'Topology',
    arcs: sheetArcs.map((arc) => arc.map(([x, y]) => [x, y])),
    objects: { countries: collection(kept) },
  } as unknown as Topology<{ countries: GeometryCollection }>;
  const weighed = presimplify(topology);
  for (const arc of weighed.arcs) {
    for (const point of arc.slice(1, -1)) {
      if (!near([point[0] as number, point[1] as number], MARGIN)) point[2] = (point[2] ?? 0) / 400;
    }
  }
  const thin = simplify(weighed, DETAIL) as typeof topology;
  return packed(thin, kept, disputed, handed);
}

function collection(countries: readonly Country[]): unknown {
  return {
    type: 'GeometryCollection',
    geometries: countries.map((c) => ({
      type: 'MultiPolygon',
      arcs: c.polygons,
      properties: { id: c.id, name: c.name },
    })),
  };
}

type Thin = Topology<{ countries: GeometryCollection }>;
type Shape = MultiPolygon<{ id: string; name: string }>;

function packed(
  thin: Thin,
  kept: readonly Country[],
  disputed: Disputed,
  handed: Readonly<Record<string, readonly Ring[]>>,
): Land {
  const shapes = thin.objects.countries.geometries as Shape[];
  const lines: Line[] = [];
  const numbers = new Map<number, number>();
  const lineOf = (arc: number): number => {
    const plain = arc < 0 ? ~arc : arc;
    let number = numbers.get(plain);
    if (number === undefined) {
      number = lines.length;
      numbers.set(plain, number);
      lines.push(
        (thin.arcs[plain] ?? []).map((p): Point => tenth([p[0] as number, p[1] as number])),
      );
    }
    return arc < 0 ? ~number : number;
  };
  const ringsOf = (polygons: readonly (readonly Ring[])[]): Ring[] =>
    polygons.flat().map((ring) => ring.map(lineOf));
  const merged = (of: (id: string) => boolean): Ring[] =>
    ringsOf(mergeArcs(thin, shapes.filter((s) => of(s.properties?.id ?? '')) as never[]).arcs);
  const mesh = (of: (a: Shape, b: Shape) => boolean): number[] =>
    (meshArcs(thin, thin.objects.countries, of as never) as unknown as { arcs: number[][] }).arcs
      .flat()
      .map((arc) => {
        const line = lineOf(arc);
        return line < 0 ? ~line : line;
      });
  const member = (power: string, shape: Shape): boolean =>
    POWERS[power]?.(shape.properties?.id ?? '') ?? false;
  const named = (name: string): Ring[] => {
    const country = kept.find((c) => c.name === name);
    if (!country) throw new Error(`disputed.json names an area that the atlas lacks: ${name}`);
    return ringsOf(country.polygons);
  };
  const areas: Record<string, readonly Ring[]> = {};
  for (const [id, area] of Object.entries(disputed.areas)) {
    if (handed[id]) areas[id] = ringsOf([handed[id]]);
    else if (area.country) areas[id] = named(area.country);
    else if (area.polygon) {
      const outline = area.polygon.map(([lon, lat]) => toSheet(lon, lat));
      areas[id] = [[lines.push([...outline, outline[0] as Point]) - 1]];
    }
  }
  // A line inside one country, as between Crimea and the mainland, is no coast.
  const uses = new Map<number, number>();
  for (const shape of shapes) {
    for (const arc of shape.arcs.flat(2)) {
      const line = lineOf(arc);
      const plain = line < 0 ? ~line : line;
      uses.set(plain, (uses.get(plain) ?? 0) + 1);
    }
  }
  const usedOnce = new Set([...uses].filter(([, times]) => times === 1).map(([line]) => line));
  const inUnion = (a: Shape, b: Shape): boolean => member('EU', a) && member('EU', b);
  return {
    land: merged(() => true),
    powers: Object.fromEntries(Object.entries(POWERS).map(([power, of]) => [power, merged(of)])),
    coast: mesh((a, b) => a === b).filter((line) => usedOnce.has(line)),
    borders: mesh((a, b) => a !== b && !inUnion(a, b)),
    inner: mesh((a, b) => a !== b && inUnion(a, b)),
    disputed: areas,
    ukraine: merged((id) => id === '804'),
    lines,
  };
}
