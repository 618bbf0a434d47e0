/**
 * Projects, simplifies and mends Natural Earth's countries, and sets the network's lines, the names'
 * places and the ridges:
 *
 *   node assets/map/build.ts [--check]
 *
 * writes geography.json. With --check it only says whether the file is what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { HOME, type Point, PROJECTION, SHEET, toSheet } from './albers.ts';
import { buildSheet, read } from './build-sheet.ts';
import { encodeLine, type Line, tenth } from './geography.ts';

const FILE = new URL('geography.json', import.meta.url);

interface Name {
  readonly at: Point;
  readonly badge?: Point;
}

interface Ridges {
  readonly ridges: readonly {
    readonly height: number;
    readonly width: number;
    readonly line: readonly Point[];
  }[];
}

const placed = ([lon, lat]: Point): Point => tenth(toSheet(lon, lat));
const texts = (lines: readonly Line[]): string[] => lines.map(encodeLine);

function namesOf(names: Readonly<Record<string, Name>>): Record<string, Name> {
  return Object.fromEntries(
    Object.entries(names).map(([id, name]) => [
      id,
      { ...name, at: placed(name.at), ...(name.badge ? { badge: placed(name.badge) } : {}) },
    ]),
  );
}

/** The file's text. */
function geographyText(): string {
  const { land, lakes, rivers, graticule, nodes, links } = buildSheet();
  const names = read<{
    readonly countries: Readonly<Record<string, Name>>;
    readonly waters: Readonly<Record<string, Name>>;
  }>('names.json');
  const geography = {
    sheet: SHEET,
    home: HOME,
    projection: PROJECTION,
    ...land,
    lines: texts(land.lines),
    lakes: texts(lakes),
    rivers: texts(rivers),
    graticule: texts(graticule),
    nodes,
    links: Object.fromEntries(Object.entries(links).map(([id, line]) => [id, encodeLine(line)])),
    countries: namesOf(names.countries),
    waters: namesOf(names.waters),
    ridges: read<Ridges>('ridges.json').ridges.map(({ height, width, line }) => {
      return { height, width, line: encodeLine(line.map(([lon, lat]) => toSheet(lon, lat))) };
    }),
  };
  return `${JSON.stringify(geography)}\n`;
}

const text = geographyText();
if (process.argv.includes('--check')) {
  const same = readFileSync(FILE, 'utf8') === text;
  console.log(same ? 'geography.json is as it is built' : 'geography.json differs');
  process.exitCode = same ? 0 : 1;
} else {
  writeFileSync(FILE, text);
  console.log(`geography.json: ${text.length} bytes, ${brotliCompressSync(text).length} packed`);
}
