/**
 * Projects, simplifies and mends Natural Earth's countries, and sets the network's lines:
 *
 *   node assets/map/build.ts [--check]
 *
 * writes geography.json. With --check it only says whether the file is what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { NetworkSpec } from '../../shared/core/network.ts';
import { type Point, SHEET, toSheet } from './albers.ts';
import { graticule } from './build-graticule.ts';
import { buildLand } from './build-land.ts';
import { buildLinks, curve } from './build-links.ts';
import { encodeLine, type Geography } from './geography.ts';

const FILE = new URL('geography.json', import.meta.url);

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

type Lines = Readonly<Record<string, readonly (readonly [number, number])[]>>;

/** Hand-drawn waters as smooth lines; the shore of a lake runs once round and ends where it began. */
function projected(lines: Lines, closed: boolean): string[] {
  return Object.values(lines).map((line) => {
    const points = line.map(([lon, lat]) => toSheet(lon, lat));
    return encodeLine(curve(closed ? [...points, points[0] as Point] : points, 4));
  });
}

/** The whole sheet, always the same for the same sources. */
export function buildGeography(): Geography {
  const network = read<NetworkSpec>('../scenarios/lesson/network.json');
  const water = read<{ readonly lakes: Lines; readonly rivers: Lines }>('water.json');
  return {
    ...buildLand(read('disputed.json')),
    lakes: projected(water.lakes, true),
    rivers: projected(water.rivers, false),
    graticule: graticule(SHEET).map(encodeLine),
    nodes: Object.fromEntries(
      network.nodes.map((node) => {
        const [x, y] = toSheet(node.lon, node.lat);
        return [node.id, [Math.round(x * 10) / 10, Math.round(y * 10) / 10] as const];
      }),
    ),
    links: buildLinks(network, read('bends.json')),
  };
}

/** The file's text. */
export function geographyText(): string {
  return `${JSON.stringify(buildGeography())}\n`;
}

if (import.meta.main) {
  const text = geographyText();
  if (process.argv.includes('--check')) {
    const same = readFileSync(FILE, 'utf8') === text;
    console.log(same ? 'geography.json is as it is built' : 'geography.json differs');
    process.exitCode = same ? 0 : 1;
  } else {
    writeFileSync(FILE, text);
    console.log(`geography.json: ${text.length} bytes, ${brotliCompressSync(text).length} packed`);
  }
}
