import { CORRIDORS, CREDITORS, POWERS, REGIONS, SECTORS, SEGMENTS } from './powers.ts';
import { type DimName, WORDS, type WordSpec } from './words.ts';

/** Members of each dimension, in storage order. */
export type Dimensions = Readonly<Record<DimName, readonly string[]>>;

/** Where each word stands in the numeric state. Built once per scenario; shared by all its games. */
export interface Layout {
  readonly size: number;
  readonly dims: Dimensions;
  /** Lowest and highest legal value of each entry, shape [size]. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** Spec of the word that owns the entry, shape [size]. */
  readonly spec: readonly WordSpec[];
  /** Readable name of each entry, as in `trust(KZ,RU)`, shape [size]. */
  readonly label: readonly string[];
  /**
   * Index of an entry: `at('trust', 'KZ', 'RU')`; with fewer keys than dimensions, the first entry
   * of that block (blocks are contiguous, the last dimension runs fastest).
   * @throws Error for an unknown word or member: a mistake in code or content, never in play
   */
  at(word: string, ...keys: readonly string[]): number;
  /** Index for a label such as `trust(KZ,RU)` or `fund`. @throws Error when there is none */
  find(label: string): number;
  /**
   * Entries that a pattern names: one label, a whole word, or a column such as `att(*,EEU)`.
   * @throws Error when it names none
   */
  entries(pattern: string): readonly number[];
  /** Number of entries below a word, after the given number of fixed dimensions. */
  span(word: string, fixed?: number): number;
}

export const TOPICS = ['prices', 'jobs', 'land', 'china', 'eeu', 'roads'] as const;
export const INITIATIVES = ['EEU', 'OBOR', 'EU', 'CN', 'gov'] as const;
export const CHAPTERS = ['technical', 'infrastructure', 'customs', 'finance'] as const;
/** States that the union may take in. */
export const CANDIDATES = ['TJ', 'UZ'] as const;
/** Drivers that a drawn event can shake for a while. */
const SHOCKED = ['food_price', 'sea_freight'] as const;
/** Land borders over which goods come unrecorded: the union's two, and China's. */
export const BORDERS = ['RU', 'KG', 'CN'] as const;
/** What contracts are made for. */
export const FUELS = ['oil', 'gas'] as const;
/** Ways on which oil leaves Kazakhstan. */
export const WAYS = ['russia', 'china', 'caspian'] as const;
export const PLACES = ['north', 'south', 'east', 'west', 'centre'] as const;

/** Stations between Kazakhstan and Russia. */
const RU_BORDER: readonly string[] = ['petropavl', 'iletsk', 'ozinki'];

/** Of the places that a rule speaks of, those that the network of this content has. */
export function standing(layout: Layout, nodes: readonly string[]): readonly string[] {
  const { node } = layout.dims;
  return nodes.filter((id) => node.includes(id));
}

/** Stations of this network between Kazakhstan and Russia. */
export function russianBorder(layout: Layout): readonly string[] {
  return standing(layout, RU_BORDER);
}

/** Dimensions that no scenario changes. */
export const FIXED_DIMENSIONS = {
  power: POWERS,
  region: REGIONS,
  sector: SECTORS,
  armington: ['food', 'goods'],
  segment: SEGMENTS,
  topic: TOPICS,
  initiative: INITIATIVES,
  creditor: CREDITORS,
  corridor: CORRIDORS,
  boxes: [...CORRIDORS, 'KZ', 'all'],
  chapter: CHAPTERS,
  candidate: CANDIDATES,
  audience: ['first', 'second'],
  place: PLACES,
  shocked: SHOCKED,
  border: BORDERS,
  fuel: FUELS,
  way: WAYS,
} as const;

/** Compiles the layout for a scenario's nodes, links, oil lines and projects. */
export function compileLayout(own: Pick<Dimensions, 'node' | 'link' | 'line' | 'project'>): Layout {
  const dims: Dimensions = { ...FIXED_DIMENSIONS, ...own };
  const start = new Map<string, number>();
  const specs = new Map<string, WordSpec>();
  const position = new Map<string, Map<string, number>>();
  for (const [name, members] of Object.entries(dims)) {
    position.set(name, new Map(members.map((member, i) => [member, i])));
  }
  const spec: WordSpec[] = [];
  const label: string[] = [];
  const index = new Map<string, number>();
  for (const w of WORDS) {
    if (start.has(w.id)) throw new Error(`word ${w.id} stands twice`);
    start.set(w.id, spec.length);
    specs.set(w.id, w);
    for (const keys of combinations(w.dims.map((d) => dims[d]))) {
      const name = keys.length > 0 ? `${w.id}(${keys.join(',')})` : w.id;
      index.set(name, spec.length);
      label.push(name);
      spec.push(w);
    }
  }
  const specOf = (id: string): WordSpec => {
    const w = specs.get(id);
    if (!w) throw new Error(`no state word ${id}`);
    return w;
  };
  const span = (id: string, fixed = 0): number =>
    specOf(id)
      .dims.slice(fixed)
      .reduce((n, d) => n * dims[d].length, 1);
  const parts = label.map((name) => name.split(/[(,)]/));
  const named = new Map<string, readonly number[]>();
  const entries = (pattern: string): readonly number[] => {
    const known = named.get(pattern);
    if (known) return known;
    const [id, ...keys] = pattern.split(/[(,)]/).filter((part) => part !== '');
    const found = parts.flatMap((own, i) =>
      own[0] === id && keys.every((key, d) => key === '*' || key === own[d + 1]) ? [i] : [],
    );
    if (found.length === 0) throw new Error(`no state word ${pattern}`);
    named.set(pattern, found);
    return found;
  };
  return {
    entries,
    size: spec.length,
    dims,
    min: Float64Array.from(spec, (w) => w.min),
    max: Float64Array.from(spec, (w) => w.max),
    spec,
    label,
    span,
    at(id, ...keys) {
      const w = specOf(id);
      let offset = 0;
      for (let i = 0; i < w.dims.length; i += 1) {
        const dim = w.dims[i] as DimName;
        offset *= dims[dim].length;
        const key = keys[i];
        if (key === undefined) continue;
        const p = position.get(dim)?.get(key);
        if (p === undefined) throw new Error(`no ${dim} ${key} in ${id}`);
        offset += p;
      }
      return (start.get(id) as number) + offset;
    },
    find(name) {
      const i = index.get(name);
      if (i === undefined) throw new Error(`no state word ${name}`);
      return i;
    },
  };
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  let rows: string[][] = [[]];
  for (const list of lists) rows = rows.flatMap((row) => list.map((item) => [...row, item]));
  return rows;
}
