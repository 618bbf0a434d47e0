/**
 * Computes the words of the start that follow from others, and writes them into transit.json:
 *
 *   node assets/worlds/build-start.ts [world] [--check]
 *
 * Delays, loads, flows, incomes and oil by line of the base period are the equilibrium under the
 * start's tolls, services and demand. They stand in the file with all digits, so that the first
 * round explains only what changed in it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Content, ProjectSpec } from '../../shared/core/content.ts';
import { compileLayout } from '../../shared/core/layout.ts';
import type { NetworkSpec, PathSpec } from '../../shared/core/network.ts';
import { settleEnergy } from '../../shared/systems/energy/index.ts';
import { settleTransit } from '../../shared/systems/transit/index.ts';
import { worldFolder } from './folder.ts';

interface Assumption {
  readonly value: number;
  readonly range: readonly [number, number];
  readonly reason: string;
  readonly source?: string;
}

interface Assumptions {
  readonly start: Readonly<Record<string, Assumption>>;
  readonly coefficients: Readonly<Record<string, Assumption>>;
}

/** The files of a world that transit, energy and projects stand on. */
interface TransitFiles {
  readonly network: NetworkSpec & { readonly projects: readonly ProjectSpec[] };
  readonly paths: readonly PathSpec[];
  readonly assumptions: Assumptions;
  readonly drivers: Readonly<Record<string, number>>;
  /** Words of other systems that energy reads: metals exports. */
  readonly others: Readonly<Record<string, Assumption>>;
}

const REASON = 'follows from the equilibrium of the start';
const COMPUTED = [
  'boxes',
  'transit_income',
  'toll_income',
  'route_mix',
  'diversity',
  'subsidy_cost',
  'delay',
  'load',
  'flow',
  'oil_flow',
  'netback',
  'weight',
] as const;
const EXPORTS = ['value', 'volume'] as const;

function readTransitFiles(folder: URL): TransitFiles {
  const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const trade = read('assumptions/trade.json') as Assumptions;
  return {
    network: read('network.json') as TransitFiles['network'],
    paths: (read('paths.json') as { paths: PathSpec[] }).paths,
    assumptions: read('assumptions/transit.json') as Assumptions,
    drivers: (read('drivers.json') as { base: Record<string, number> }).base,
    others: Object.fromEntries(
      Object.entries(trade.start).filter(([key]) => /^value\(\w+,KZ,metals\)$/.test(key)),
    ),
  };
}

/** Content with these files alone: all other words start at zero, or at the nearest legal value. */
function transitContent(files: TransitFiles): Content {
  const { network } = files;
  const layout = compileLayout({
    node: network.nodes.map((n) => n.id),
    link: network.links.map((l) => l.id),
    line: network.lines.map((l) => l.id),
    project: network.projects.map((p) => p.id),
  });
  const start = new Float64Array(layout.size);
  for (let i = 0; i < layout.size; i += 1) start[i] = Math.max(0, layout.min[i] as number);
  const given: [string, number][] = [
    ...Object.entries({ ...files.others, ...files.assumptions.start }).map(
      ([key, a]): [string, number] => [key, a.value],
    ),
    ...Object.entries(files.drivers),
  ];
  for (const [key, value] of given) {
    if (!key.includes('(')) start.fill(value, layout.at(key), layout.at(key) + layout.span(key));
  }
  for (const [key, value] of given) if (key.includes('(')) start[layout.find(key)] = value;
  const coefficients = Object.fromEntries(
    Object.entries(files.assumptions.coefficients).map(([key, a]) => [key, a.value]),
  );
  return {
    id: 'transit',
    version: '1',
    halves: ['2013H2', '2014H1', '2014H2', '2015H1', '2015H2', '2016H1'],
    layout,
    start,
    coefficients,
    driverAt: new Int32Array(0),
    drivers: [],
    network: { ...network, paths: files.paths },
    projects: network.projects,
    indicators: { KZ: [], RU: [], CN: [], EU: [], shared: [] },
    objectives: [],
    secrets: [],
    cards: { deck: [], words: {} },
    history: [],
    events: [],
    limits: {
      intro: { orders: 2, extra: 0, hand: 4, params: 1, proposals: 1 },
      standard: { orders: 3, extra: 0, hand: 6, params: 2, proposals: 3 },
      expert: { orders: 3, extra: 0, hand: 99, params: 9, proposals: 6 },
    },
    envelope: { KZ: 1.5, RU: 1.2, CN: 6, EU: 1.5 },
  };
}

/** How often the start is settled: each pass halves the distance at least; the rest is rounding. */
const PASSES = 60;

/** The assumptions of transit with their computed part made to follow from the rest. */
function settledAssumptions(files: TransitFiles): Assumptions {
  let assumptions = withoutComputed(files.assumptions);
  for (let pass = 0; pass < PASSES; pass += 1) {
    const content = transitContent({ ...files, assumptions });
    const num = content.start.slice();
    settleEnergy(content, num);
    settleTransit(content, num);
    const next = withComputed(files.assumptions, content, num);
    const same = JSON.stringify(next) === JSON.stringify(assumptions);
    assumptions = next;
    if (same) break;
  }
  return assumptions;
}

function isComputed(key: string): boolean {
  const word = key.split('(')[0] as string;
  return (
    (COMPUTED as readonly string[]).includes(word) || (EXPORTS as readonly string[]).includes(word)
  );
}

function withoutComputed(a: Assumptions): Assumptions {
  return {
    start: Object.fromEntries(Object.entries(a.start).filter(([key]) => !isComputed(key))),
    coefficients: a.coefficients,
  };
}

function withComputed(a: Assumptions, content: Content, num: Float64Array): Assumptions {
  const { layout } = content;
  const start: Record<string, Assumption> = { ...withoutComputed(a).start };
  const put = (key: string, value: number): void => {
    start[key] = { value, range: [0, value === 0 ? 1 : value * 4], reason: REASON };
  };
  for (const word of COMPUTED) {
    const first = layout.at(word);
    const span = layout.span(word);
    if (span > 1) put(word, 0);
    for (let i = first; i < first + span; i += 1) {
      const value = num[i] as number;
      if (value !== 0 || span === 1) put(layout.label[i] as string, value);
    }
  }
  for (const word of EXPORTS) {
    for (const region of layout.dims.region) {
      const key = `${word}(${region},KZ,energy)`;
      put(key, num[layout.find(key)] as number);
    }
  }
  return { start, coefficients: a.coefficients };
}

/** The file's text: one assumption a line. */
function assumptionsFile(a: Assumptions): string {
  const block = (entries: Readonly<Record<string, Assumption>>): string =>
    Object.entries(entries)
      .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n "start": {\n${block(a.start)}\n },\n "coefficients": {\n${block(a.coefficients)}\n }\n}\n`;
}

const [world = 'eurasia', check] = process.argv.slice(2);
const folder = worldFolder(world);
const settled = settledAssumptions(readTransitFiles(folder));
const file = new URL('assumptions/transit.json', folder);
if (check === '--check') {
  if (readFileSync(file, 'utf8') !== assumptionsFile(settled)) {
    console.error('transit.json has not settled: run assets/worlds/build-start.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, assumptionsFile(settled));
  console.log(`${Object.keys(settled.start).length} start values`);
}
