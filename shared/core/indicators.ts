import type { Content, Indicator } from './content.ts';
import type { Layout } from './layout.ts';
import type { Ledger, LedgerLine } from './ledger.ts';
import { byPower, DEPTHS, type Depth, POWERS, type Power } from './powers.ts';

/** Indicators by who watches them; `shared` ones are watched by all. */
export type Watched = Readonly<Record<Power | 'shared', readonly Indicator[]>>;

const byDepth = new WeakMap<Content, Map<Depth, Watched>>();

/** The indicators that a game of this depth shows: a deeper one shows those of the shallower too. */
export function indicatorsAt(content: Content, depth: Depth): Watched {
  let kept = byDepth.get(content);
  if (!kept) {
    kept = new Map();
    byDepth.set(content, kept);
  }
  let watched = kept.get(depth);
  if (!watched) {
    const reach = DEPTHS.indexOf(depth);
    const open = (list: readonly Indicator[]) =>
      list.filter((one) => DEPTHS.indexOf(one.depth) <= reach);
    watched = {
      ...byPower((power) => open(content.indicators[power])),
      shared: open(content.indicators.shared),
    };
    kept.set(depth, watched);
  }
  return watched;
}

const cut = new WeakMap<Content, Map<Depth, Content>>();

/** The content as a page of this depth needs it: with no indicator that lies deeper. */
export function contentAt(content: Content, depth: Depth): Content {
  let kept = cut.get(content);
  if (!kept) {
    kept = new Map();
    cut.set(content, kept);
  }
  let own = kept.get(depth);
  if (!own) {
    own = { ...content, indicators: indicatorsAt(content, depth) };
    kept.set(depth, own);
  }
  return own;
}

/** All indicators of every depth in storage order of `GameState.series`: KZ, RU, CN, EU, shared. */
export function allIndicators(
  content: Content,
): readonly { readonly owner: Power | 'shared'; readonly indicator: Indicator }[] {
  return [...POWERS, 'shared' as const].flatMap((owner) =>
    content.indicators[owner].map((indicator) => ({ owner, indicator })),
  );
}

/** What an indicator reads: entries of the numeric state and how much each of them counts. */
interface Measure {
  readonly entries: readonly number[];
  readonly weight: number;
}

const measures = new WeakMap<Layout, Map<string, Measure>>();

/** The measure behind an indicator's word, compiled once. @throws Error for an unknown word */
function measureOf(layout: Layout, word: string): Measure {
  let kept = measures.get(layout);
  if (!kept) {
    kept = new Map();
    measures.set(layout, kept);
  }
  let measure = kept.get(word);
  if (!measure) {
    measure = compile(layout, word);
    kept.set(word, measure);
  }
  return measure;
}

function compile(layout: Layout, word: string): Measure {
  const found = /^(mean|sum)\((.*)\)$/.exec(word);
  if (!found) return { entries: [layout.find(word)], weight: 1 };
  const [, of, list = ''] = found;
  // Commas inside a label's own brackets do not part labels.
  const entries = list.split(/,(?![^(]*\))/).flatMap((label) => layout.entries(label.trim()));
  return { entries, weight: of === 'mean' ? 1 / entries.length : 1 };
}

/** Entries of the numeric state that an indicator's word reads. */
export function indicatorEntries(layout: Layout, word: string): readonly number[] {
  return measureOf(layout, word).entries;
}

/**
 * Value of an indicator in a numeric state.
 * @param word a label as in `boxes(KZ)`, or the `mean(…)` or `sum(…)` of labels, whole words and columns
 */
export function indicatorValue(layout: Layout, num: Float64Array, word: string): number {
  const { entries, weight } = measureOf(layout, word);
  let sum = 0;
  for (const at of entries) sum += num[at] as number;
  return weight * sum;
}

/** Causes of an indicator's change: those of its entries, each as much as it counts; largest first. */
export function indicatorLines(
  layout: Layout,
  ledger: Ledger,
  word: string,
): readonly LedgerLine[] {
  const { entries, weight } = measureOf(layout, word);
  if (entries.length === 1 && weight === 1) return ledger.lines(entries[0] as number);
  const byCause = new Map<string, number>();
  for (const at of entries) {
    for (const { cause, amount } of ledger.lines(at)) {
      byCause.set(cause, (byCause.get(cause) ?? 0) + weight * amount);
    }
  }
  return [...byCause]
    .map(([cause, amount]) => ({ cause, amount }))
    .sort(
      (a, b) =>
        Math.abs(b.amount) - Math.abs(a.amount) ||
        (a.cause < b.cause ? -1 : a.cause > b.cause ? 1 : 0),
    );
}
