import { cardsIn, type LaidCard } from '../core/card.ts';
import type { BoundClause } from '../core/clause.ts';
import type { Content } from '../core/content.ts';
import { allIndicators, indicatorValue } from '../core/indicators.ts';
import { objectiveValues } from '../systems/scoring/index.ts';
import { watchedValues } from '../systems/scoring/secrets.ts';
import { lookAhead } from './lookahead.ts';
import { resolveNumbers } from './resolve.ts';
import { Standing } from './talks/active.ts';

/** The same-seed run of history's orders, against which scores are taken. */
export interface Baseline {
  /** Objectives by round, shape [rounds][objectives]. */
  readonly path: readonly (readonly number[])[];
  /** End value of each objective were the game to end after round r, shape [rounds][objectives]. */
  readonly end: readonly (readonly number[])[];
  /** Indicators by round, first row = base period, shape [rounds + 1][indicators]. */
  readonly series: readonly (readonly number[])[];
  /** What secret aims look at, likewise; shape [rounds + 1][watched]. */
  readonly watch: readonly (readonly number[])[];
}

/** Rounds of standing policy that value the end, so that looting the last round does not pay. */
export const SHADOW_ROUNDS = 2;

/** Baselines kept per content: games of one class share a seed, and a server plays few at once. */
const KEPT = 64;
const cache = new WeakMap<Content, Map<string, Baseline>>();

/**
 * History's run under the draws of a seed and the facilitator's cards: what nobody chose counts in both.
 * Computed once while it is asked for.
 */
export function baselineOf(
  content: Content,
  seed: number,
  cards: readonly LaidCard[] = [],
): Baseline {
  let byLuck = cache.get(content);
  if (!byLuck) {
    byLuck = new Map();
    cache.set(content, byLuck);
  }
  const key = cards.length === 0 ? String(seed) : JSON.stringify([seed, cards]);
  const known = byLuck.get(key);
  if (known) return known;
  const baseline = run(content, seed, cards);
  if (byLuck.size >= KEPT) byLuck.delete(byLuck.keys().next().value as string);
  byLuck.set(key, baseline);
  return baseline;
}

function run(content: Content, seed: number, cards: readonly LaidCard[]): Baseline {
  const path: number[][] = [];
  const end: number[][] = [];
  const series: number[][] = [indicatorValues(content, content.start)];
  const watch: number[][] = [watchedValues(content, content.start)];
  let num: Float64Array = content.start;
  content.halves.forEach((_, round) => {
    const orders = content.history[round] ?? [];
    const nature = { free: true, seed, cards: cardsIn(cards, round) };
    num = resolveNumbers(content, num, round, orders, nature).num;
    path.push(objectiveValues(content, num));
    end.push(endValues(content, num, round));
    series.push(indicatorValues(content, num));
    watch.push(watchedValues(content, num));
  });
  return { path, end, series, watch };
}

/**
 * Mean over the last round and two shadow rounds of standing policy, drivers held; shape [objectives].
 * @param running clauses that may bind after this round
 */
export function endValues(
  content: Content,
  num: Float64Array,
  round: number,
  running: readonly BoundClause[] = [],
): number[] {
  const sum = objectiveValues(content, num);
  const standing = new Standing(content, running, round + 1);
  let state = num;
  for (let i = 1; i <= SHADOW_ROUNDS; i += 1) {
    state = lookAhead(content, state, round, i, [], standing);
    objectiveValues(content, state).forEach((v, k) => {
      sum[k] = (sum[k] as number) + v;
    });
  }
  return sum.map((v) => v / (SHADOW_ROUNDS + 1));
}

/** Words behind the indicators of every depth, unscaled, in the order of `allIndicators`. */
export function indicatorValues(content: Content, num: Float64Array): number[] {
  return allIndicators(content).map(({ indicator }) =>
    indicatorValue(content.layout, num, indicator.word),
  );
}
