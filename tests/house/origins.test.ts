/** Every figure that ships has an origin, and every origin that is named can be looked up. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './sources.ts';

const json = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const sources = readFileSync(join(root, 'assets/SOURCES.md'), 'utf8');
const codes = [...sources.matchAll(/^\| ([^|]+?) \| .*(?:https?:|GeoNames)/gm)].map(([, code]) =>
  String(code),
);

/** `F-AFR cross rate, KMG20: 35 Mt` → the codes of the table that it begins its parts with. */
function unknownIn(source: string): string[] {
  return source
    .split(/[,;] /)
    .map((part) => part.replace(/^F-/, ''))
    .filter((part) => /^[A-Z]{2,}[\d:]/.test(part) || /\.\w{2,3} \d/.test(part))
    .filter((part) => !codes.some((code) => part.startsWith(code)));
}

const worlds = globSync('assets/worlds/*/network.json', { cwd: root }).map((path) =>
  path.replace(/\/network\.json$/, ''),
);

describe.each(worlds)('the figures of %s', (folder) => {
  const assumptions = globSync(`${folder}/assumptions/*.json`, { cwd: root });
  type Value = { reason: string; source?: string };
  const values = assumptions.flatMap((path) => {
    const { start = {}, coefficients = {} } = json(path);
    return Object.entries<Value>({ ...start, ...coefficients }).map(
      ([name, value]) => [`${path} ${name}`, value] as const,
    );
  });

  it('say why they are what they are', () => {
    expect(values.length).toBeGreaterThan(100);
    expect(values.filter(([, { reason }]) => reason.trim().length < 4).map(([at]) => at)).toEqual(
      [],
    );
  });

  it('name sources that stand in SOURCES.md', () => {
    const lines = json(`${folder}/network.json`).lines as { id: string; source?: string }[];
    const named = [...values, ...lines.map((line) => [`line ${line.id}`, line] as const)];
    const missing = named.flatMap(([at, { source }]) =>
      source === undefined ? [] : unknownIn(source).map((code) => `${at}: ${code}`),
    );
    expect(codes.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('come with a note for each series, which SOURCES.md repeats', () => {
    const { notes, rounds } = json(`${folder}/drivers.json`);
    const series = Object.keys(rounds);
    expect(series.filter((word) => !(word in notes))).toEqual([]);
    expect(series.filter((word) => !sources.includes(`\`${word}\``))).toEqual([]);
  });
});

it('every font and icon package has its licence in SOURCES.md', () => {
  const { dependencies, devDependencies } = json('package.json');
  const shipped = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(([name]) =>
    /^@fontsource|^lucide|^world-atlas/.test(name),
  );
  const silent = shipped.filter(([name, version]) => {
    const at = sources.indexOf(`\`${name}\``);
    const row = sources.slice(sources.lastIndexOf('\n', at), sources.indexOf('\n', at));
    return at < 0 || !row.includes(version) || !/OFL|Open Font|ISC|public domain/i.test(row);
  });
  expect(silent.map(([name]) => name)).toEqual([]);
});
