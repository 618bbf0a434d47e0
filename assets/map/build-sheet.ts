import { readFileSync } from 'node:fs';
import type { NetworkSpec } from '../../shared/core/network.ts';
import { type Point, SHEET, toSheet } from './albers.ts';
import { graticule } from './build-graticule.ts';
import { buildLand, type Disputed } from './build-land.ts';
import { type Bends, buildLinks, curve } from './build-links.ts';
import { type Land, type Line, tenth } from './geography.ts';

/** Reads a JSON file by its path from here. */
export function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

type Degrees = readonly (readonly [number, number])[];
type Lines = Readonly<Record<string, Degrees>>;

/** Everything that is drawn, in sheet units. */
export interface Sheet {
  readonly land: Land;
  readonly lakes: readonly Line[];
  readonly rivers: readonly Line[];
  readonly graticule: readonly Line[];
  readonly nodes: Readonly<Record<string, Point>>;
  readonly links: Readonly<Record<string, Line>>;
}

/** Hand-drawn waters as smooth lines; the shore of a lake runs once round and ends where it began. */
function projected(lines: Lines, closed: boolean): Line[] {
  return Object.values(lines).map((line) => {
    const points = line.map(([lon, lat]) => toSheet(lon, lat));
    return curve(closed ? [...points, points[0] as Point] : points, 4);
  });
}

/** The whole sheet, always the same for the same sources. */
export function buildSheet(): Sheet {
  const network = read<Pick<NetworkSpec, 'nodes' | 'links'>>('../worlds/eurasia/network.json');
  const water = read<{ readonly lakes: Lines; readonly rivers: Lines }>('water.json');
  return {
    land: buildLand(read<Disputed>('disputed.json')),
    lakes: projected(water.lakes, true),
    rivers: projected(water.rivers, false),
    graticule: graticule(SHEET),
    nodes: Object.fromEntries(
      network.nodes.map(({ id, lon, lat }) => [id, tenth(toSheet(lon, lat))]),
    ),
    links: buildLinks(network, read<Bends>('bends.json')),
  };
}
