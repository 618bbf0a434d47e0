import * as v from 'valibot';
import type { Content, GameEvent, HistoryOrder } from '../core/content.ts';
import { indicatorValue } from '../core/indicators.ts';
import { compileLayout, type Layout } from '../core/layout.ts';
import type { NetworkSpec, PathSpec } from '../core/network.ts';
import {
  assumptionsSchema,
  cardsSchema,
  driversSchema,
  eventsSchema,
  historySchema,
  indicatorsSchema,
  networkSchema,
  pathsSchema,
  residualsSchema,
  scenarioSchema,
  secretsSchema,
} from './schema.ts';

/** The parsed JSON of a scenario's files, as disk or bundler gave it. */
export interface RawScenario {
  readonly scenario: unknown;
  readonly network: unknown;
  readonly paths: unknown;
  readonly drivers: unknown;
  readonly residuals: unknown;
  readonly history: unknown;
  readonly events: unknown;
  readonly secrets: unknown;
  readonly cards: unknown;
  readonly indicators: unknown;
  /** By file name: `economy`, `trade`, … */
  readonly assumptions: Readonly<Record<string, unknown>>;
}

/** A scenario without a deck: its facilitator has no cards. */
const NO_CARDS = { deck: [], words: {} };

/** What is wrong with a scenario: file, path inside it, reason. */
export class ContentError extends Error {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
  constructor(file: string, path: string, reason: string) {
    super(`${file}: ${path}: ${reason}`);
    this.name = 'ContentError';
    this.file = file;
    this.path = path;
    this.reason = reason;
  }
}

function parse<S extends v.GenericSchema>(
  file: string,
  schema: S,
  data: unknown,
): v.InferOutput<S> {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const issue = result.issues[0];
  throw new ContentError(file, v.getDotPath(issue) ?? '(root)', issue.message);
}

/** The ids of a list in a file, each of which may stand there once. */
function unique(
  file: string,
  path: string,
  list: readonly { readonly id: string }[],
): readonly string[] {
  const seen = new Set<string>();
  list.forEach(({ id }, i) => {
    if (seen.has(id)) throw new ContentError(file, at(path, i), `${id} stands twice`);
    seen.add(id);
  });
  return [...seen];
}

/** Path of an entry of a list, as in `links.3`; a file that is a list has no name for it. */
function at(path: string, i: number): string {
  return path === '' ? String(i) : `${path}.${i}`;
}

function known(
  file: string,
  path: string,
  what: string,
  set: ReadonlySet<string>,
  ids: readonly string[],
): void {
  for (const id of ids) {
    if (!set.has(id)) throw new ContentError(file, path, `there is no ${what} ${id}`);
  }
}

/**
 * Checks a scenario's files and compiles them into the content that all its games share.
 * @throws ContentError naming file, path and reason
 */
export function loadContent(raw: RawScenario): Content {
  const scenario = parse('scenario.json', scenarioSchema, raw.scenario);
  const network = parse('network.json', networkSchema, raw.network);
  const { paths } = parse('paths.json', pathsSchema, raw.paths);
  const drivers = parse('drivers.json', driversSchema, raw.drivers);
  const residuals = parse('residuals.json', residualsSchema, raw.residuals);
  const history = parse('history.json', historySchema, raw.history);
  const events = parse('events.json', eventsSchema, raw.events);
  const cards = parse('cards.json', cardsSchema, raw.cards ?? NO_CARDS);
  const secrets = parse('secrets.json', secretsSchema, raw.secrets);
  const indicators = parse('indicators.json', indicatorsSchema, raw.indicators);
  unique('secrets.json', '', secrets);
  unique('cards.json', 'deck', cards.deck);
  unique('events.json', '', events);

  const nodes = unique('network.json', 'nodes', network.nodes);
  const links = unique('network.json', 'links', network.links);
  const pairs = unique('network.json', 'pairs', network.pairs);
  const lines = unique('network.json', 'lines', network.lines);
  const projects = unique('network.json', 'projects', network.projects);
  const nodeSet = new Set(nodes);
  const linkSet = new Set(links);
  const inNetwork = (path: string, what: string, set: ReadonlySet<string>, ids: string[]): void =>
    known('network.json', path, what, set, ids);
  network.links.forEach((l, i) => {
    inNetwork(at('links', i), 'node', nodeSet, [l.from, l.to]);
  });
  network.pairs.forEach((p, i) => {
    inNetwork(at('pairs', i), 'node', nodeSet, [p.from, p.to]);
  });
  network.lines.forEach((l, i) => {
    inNetwork(at('lines', i), 'link', linkSet, l.links);
  });
  network.gas.forEach((g, i) => {
    inNetwork(at('gas', i), 'link', linkSet, g.links);
  });
  const lineSet = new Set(lines);
  network.projects.forEach((p, i) => {
    inNetwork(at('projects', i), 'link', linkSet, p.links);
    const places = p.nodes.map((n) => n.id);
    inNetwork(at('projects', i), 'node', nodeSet, places);
    const pipes = (p.lines ?? []).map((l) => l.id);
    inNetwork(at('projects', i), 'line', lineSet, pipes);
  });
  const pairSet = new Set(pairs);
  paths.forEach((p, i) => {
    known('paths.json', at('paths', i), 'pair', pairSet, [p.od]);
    known('paths.json', at('paths', i), 'link', linkSet, p.links);
  });

  const layout = compileLayout({ node: nodes, link: links, line: lines, project: projects });
  const spec: NetworkSpec = {
    nodes: network.nodes as NetworkSpec['nodes'],
    links: network.links as NetworkSpec['links'],
    pairs: network.pairs,
    paths: paths as readonly PathSpec[],
    lines: network.lines as NetworkSpec['lines'],
    gas: network.gas,
  };

  const start = new Float64Array(layout.size).fill(Number.NaN);
  const coefficients: Record<string, number> = {};
  // By name, not as they came: a page loads the files at once, and a later one may narrow an earlier.
  const assumptions = Object.entries(raw.assumptions).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, data] of assumptions) {
    const file = `assumptions/${name}.json`;
    const parsed = parse(file, assumptionsSchema, data);
    for (const [group, entries] of Object.entries(parsed)) {
      for (const [key, { value, range }] of Object.entries(entries)) {
        if (value < range[0] || value > range[1]) {
          const reason = `${value} lies outside its range, ${range.join(' to ')}`;
          throw new ContentError(file, `${group}.${key}`, reason);
        }
      }
    }
    for (const [key, a] of Object.entries(parsed.coefficients)) {
      if (key in coefficients) {
        throw new ContentError(file, `coefficients.${key}`, 'stands in another file too');
      }
      coefficients[key] = a.value;
    }
    writeStart(file, 'start', layout, start, parsed.start);
  }
  writeStart(
    'drivers.json',
    'base',
    layout,
    start,
    Object.fromEntries(Object.entries(drivers.base).map(([k, value]) => [k, { value }])),
  );
  for (let i = 0; i < layout.size; i += 1) {
    const value = start[i] as number;
    const label = layout.label[i] as string;
    if (Number.isNaN(value)) {
      throw new ContentError('assumptions', `start.${label}`, 'has no value in any file');
    }
    if (value < (layout.min[i] as number) || value > (layout.max[i] as number)) {
      const reason = `${value} lies outside what the word may be, ${layout.min[i]} to ${layout.max[i]}`;
      throw new ContentError('assumptions', `start.${label}`, reason);
    }
  }

  if (drivers.first !== scenario.halves[0]) {
    const reason = `series begin in ${drivers.first}, rounds in ${scenario.halves[0]}`;
    throw new ContentError('drivers.json', 'first', reason);
  }
  const series = { ...drivers.rounds, ...residuals.rounds };
  const rounds = scenario.halves.length;
  const files = { 'drivers.json': drivers.rounds, 'residuals.json': residuals.rounds };
  for (const [file, own] of Object.entries(files)) {
    for (const [word, values] of Object.entries(own)) {
      find(file, `rounds.${word}`, layout, word);
      if (values.length < rounds) {
        const reason = `has ${values.length} of ${rounds} rounds`;
        throw new ContentError(file, `rounds.${word}`, reason);
      }
    }
  }
  const words = Object.keys(series).sort();
  const driverAt = Int32Array.from(words, (w) => layout.find(w));
  const byRound = scenario.halves.map((_, r) =>
    Float64Array.from(words, (w) => series[w]?.[r] as number),
  );

  for (const [owner, list] of Object.entries(indicators)) {
    list.forEach(({ word }, i) => {
      measurable('indicators.json', at(owner, i), layout, start, word);
    });
  }
  for (const p of Object.keys(scenario.envelope) as (keyof typeof scenario.envelope)[]) {
    const sum = scenario.objectives
      .filter((o) => o.power === p)
      .reduce((total, o) => total + o.weight, 0);
    if (sum !== 100) {
      throw new ContentError(
        'scenario.json',
        'objectives',
        `weights of ${p} sum to ${sum}, not to 100`,
      );
    }
  }

  known(
    'scenario.json',
    'draws',
    'drawn event',
    new Set(events.filter(({ kind }) => kind === 'drawn').map(({ id }) => id)),
    scenario.draws,
  );
  cards.deck.forEach(({ node, effects }, i) => {
    const path = at('deck', i);
    for (const effect of effects) anyEntry('cards.json', path, layout, effect.word);
    if (node) known('cards.json', path, 'node', nodeSet, [node]);
  });
  for (const word of Object.keys(cards.words)) anyEntry('cards.json', 'words', layout, word);
  events.forEach((e, i) => {
    const file = 'events.json';
    const path = at('', i);
    for (const effect of e.effects) anyEntry(file, path, layout, effect.word);
    if (e.node) known(file, path, 'node', nodeSet, [e.node]);
    known(file, path, 'node', nodeSet, Object.keys(e.pairs ?? {}));
    for (const { word } of e.when ?? []) anyEntry(file, path, layout, word);
    if (e.flag) find(file, path, layout, e.flag);
    if (e.shock) known(file, path, 'driver', new Set(layout.dims.shocked), [e.shock]);
  });

  return {
    id: scenario.id,
    version: scenario.version,
    halves: scenario.halves,
    layout,
    start,
    coefficients,
    driverAt,
    drivers: byRound,
    network: spec,
    projects: network.projects as Content['projects'],
    indicators: indicators as Content['indicators'],
    objectives: scenario.objectives,
    secrets: secrets as Content['secrets'],
    cards: cards as Content['cards'],
    history: scenario.halves.map((h) => (history[h] ?? []) as readonly HistoryOrder[]),
    events: events.filter(
      ({ id, kind }) => kind !== 'drawn' || scenario.draws.includes(id),
    ) as readonly GameEvent[],
    limits: scenario.limits,
    envelope: scenario.envelope,
  };
}

/** Asks the layout, and says where in which file the question stood. */
function ask<T>(file: string, path: string, question: () => T): T {
  try {
    return question();
  } catch (e) {
    throw new ContentError(file, path, (e as Error).message);
  }
}

/** A word that an indicator can be read from. */
function measurable(
  file: string,
  path: string,
  layout: Layout,
  start: Float64Array,
  word: string,
): void {
  ask(file, path, () => indicatorValue(layout, start, word));
}

/** A label of one entry, or a word that stands for its whole block. */
function anyEntry(file: string, path: string, layout: Layout, label: string): void {
  ask(file, path, () => layout.entries(label));
}

function find(file: string, path: string, layout: Layout, label: string): number {
  return ask(file, path, () => layout.find(label));
}

/** Whole words first, then single entries, so that `trust(KZ,RU)` overrides `trust`. */
function writeStart(
  file: string,
  group: string,
  layout: Layout,
  start: Float64Array,
  values: Readonly<Record<string, { readonly value: number }>>,
): void {
  for (const [key, { value }] of Object.entries(values)) {
    if (key.includes('(')) continue;
    const path = `${group}.${key}`;
    const first = ask(file, path, () => layout.at(key));
    start.fill(value, first, first + layout.span(key));
  }
  for (const [key, { value }] of Object.entries(values)) {
    if (key.includes('(')) start[find(file, `${group}.${key}`, layout, key)] = value;
  }
}
