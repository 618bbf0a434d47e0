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

/** What is wrong with a scenario: file, path inside it, reason. */
export class ContentError extends Error {
  readonly file: string;
  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`);
    this.name = 'ContentError';
    this.file = file;
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
  throw new ContentError(file, `${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`);
}

function unique(file: string, what: string, ids: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new ContentError(file, `${what} ${id} stands twice`);
    seen.add(id);
  }
  return ids;
}

function known(file: string, what: string, set: ReadonlySet<string>, ids: readonly string[]): void {
  for (const id of ids) if (!set.has(id)) throw new ContentError(file, `no ${what} ${id}`);
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
  const cards = parse('cards.json', cardsSchema, raw.cards);
  const secrets = parse('secrets.json', secretsSchema, raw.secrets);
  const indicators = parse('indicators.json', indicatorsSchema, raw.indicators);
  unique(
    'secrets.json',
    'secret',
    secrets.map((s) => s.id),
  );

  const nodes = unique(
    'network.json',
    'node',
    network.nodes.map((n) => n.id),
  );
  const links = unique(
    'network.json',
    'link',
    network.links.map((l) => l.id),
  );
  const pairs = unique(
    'network.json',
    'pair',
    network.pairs.map((p) => p.id),
  );
  const lines = unique(
    'network.json',
    'line',
    network.lines.map((l) => l.id),
  );
  const projects = unique(
    'network.json',
    'project',
    network.projects.map((p) => p.id),
  );
  const nodeSet = new Set(nodes);
  const linkSet = new Set(links);
  for (const l of network.links) known('network.json', 'node', nodeSet, [l.from, l.to]);
  for (const p of network.pairs) known('network.json', 'node', nodeSet, [p.from, p.to]);
  for (const l of network.lines) known('network.json', 'link', linkSet, l.links);
  for (const p of network.projects) {
    known('network.json', 'link', linkSet, p.links);
    known(
      'network.json',
      'node',
      nodeSet,
      p.nodes.map((n) => n.id),
    );
  }
  for (const p of paths) {
    known('paths.json', 'pair', new Set(pairs), [p.od]);
    known('paths.json', 'link', linkSet, p.links);
  }

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
    for (const [key, a] of Object.entries({ ...parsed.start, ...parsed.coefficients })) {
      if (a.value < a.range[0] || a.value > a.range[1]) {
        throw new ContentError(file, `${key}: ${a.value} lies outside its range`);
      }
    }
    for (const [key, a] of Object.entries(parsed.coefficients)) {
      if (key in coefficients) throw new ContentError(file, `coefficient ${key} stands twice`);
      coefficients[key] = a.value;
    }
    writeStart(file, layout, start, parsed.start);
  }
  writeStart(
    'drivers.json',
    layout,
    start,
    Object.fromEntries(Object.entries(drivers.base).map(([k, value]) => [k, { value }])),
  );
  for (let i = 0; i < layout.size; i += 1) {
    const value = start[i] as number;
    const label = layout.label[i] as string;
    if (Number.isNaN(value)) throw new ContentError('assumptions', `${label} has no start value`);
    if (value < (layout.min[i] as number) || value > (layout.max[i] as number)) {
      throw new ContentError('assumptions', `${label} starts at ${value}, outside its range`);
    }
  }

  if (drivers.first !== scenario.halves[0]) {
    throw new ContentError(
      'drivers.json',
      `series begin in ${drivers.first}, rounds in ${scenario.halves[0]}`,
    );
  }
  const series = { ...drivers.rounds, ...residuals.rounds };
  const rounds = scenario.halves.length;
  for (const [word, values] of Object.entries(series)) {
    if (values.length < rounds) {
      throw new ContentError('drivers.json', `${word} has ${values.length} of ${rounds} rounds`);
    }
  }
  const words = Object.keys(series).sort();
  const driverAt = Int32Array.from(words, (w) => find('drivers.json', layout, w));
  const byRound = scenario.halves.map((_, r) =>
    Float64Array.from(words, (w) => series[w]?.[r] as number),
  );

  for (const list of Object.values(indicators)) {
    for (const { word } of list) measurable('indicators.json', layout, start, word);
  }
  for (const p of Object.keys(scenario.envelope) as (keyof typeof scenario.envelope)[]) {
    const sum = scenario.objectives
      .filter((o) => o.power === p)
      .reduce((total, o) => total + o.weight, 0);
    if (sum !== 100) throw new ContentError('scenario.json', `weights of ${p} sum to ${sum}`);
  }

  known(
    'scenario.json',
    'drawn event',
    new Set(events.filter(({ kind }) => kind === 'drawn').map(({ id }) => id)),
    scenario.draws,
  );
  unique(
    'cards.json',
    'card',
    cards.deck.map(({ id }) => id),
  );
  for (const { node, effects } of cards.deck) {
    for (const effect of effects) anyEntry('cards.json', layout, effect.word);
    if (node) known('cards.json', 'node', nodeSet, [node]);
  }
  for (const word of Object.keys(cards.words)) anyEntry('cards.json', layout, word);
  for (const e of events) {
    for (const effect of e.effects) anyEntry('events.json', layout, effect.word);
    if (e.node) known('events.json', 'node', nodeSet, [e.node]);
    known('events.json', 'node', nodeSet, Object.keys(e.pairs ?? {}));
    for (const { word } of e.when ?? []) anyEntry('events.json', layout, word);
    if (e.flag) find('events.json', layout, e.flag);
    if (e.shock) known('events.json', 'driver', new Set(layout.dims.shocked), [e.shock]);
  }

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

/** A word that an indicator can be read from. */
function measurable(file: string, layout: Layout, start: Float64Array, word: string): void {
  try {
    indicatorValue(layout, start, word);
  } catch (e) {
    throw new ContentError(file, (e as Error).message);
  }
}

/** A label of one entry, or a word that stands for its whole block. */
function anyEntry(file: string, layout: Layout, label: string): void {
  try {
    layout.entries(label);
  } catch (e) {
    throw new ContentError(file, (e as Error).message);
  }
}

function find(file: string, layout: Layout, label: string): number {
  try {
    return layout.find(label);
  } catch (e) {
    throw new ContentError(file, (e as Error).message);
  }
}

/** Whole words first, then single entries, so that `trust(KZ,RU)` overrides `trust`. */
function writeStart(
  file: string,
  layout: Layout,
  start: Float64Array,
  values: Readonly<Record<string, { readonly value: number }>>,
): void {
  for (const [key, { value }] of Object.entries(values)) {
    if (key.includes('(')) continue;
    let first: number;
    let span: number;
    try {
      first = layout.at(key);
      span = layout.span(key);
    } catch (e) {
      throw new ContentError(file, (e as Error).message);
    }
    start.fill(value, first, first + span);
  }
  for (const [key, { value }] of Object.entries(values)) {
    if (key.includes('(')) start[find(file, layout, key)] = value;
  }
}
