import type { Content } from '../core/content.ts';
import type { Power } from '../core/powers.ts';
import { type Outcome, PATH_SHARE, SHADOW_ROUNDS } from '../game/index.ts';

/** Rounds that are always looked at: most works are in use by then. */
const LEAST_LOOK = 3;
/** Points of score by which a course may still drift and count as settled. */
const SETTLED = 0.1;
/** Points that an objective can gain above history's, or lose below it. */
const ROOM = 50;

/** What an outcome is worth to a power, and by which of its objectives. */
export interface Worth {
  readonly points: number;
  /** Points by objective, the others' left out. */
  readonly terms: readonly { readonly objective: string; readonly points: number }[];
}

const known = new WeakMap<Outcome, Map<string, Worth>>();

/**
 * Values an outcome as the game scores: rounds that are left, and the end. An objective has room for
 * 50 points either way, so the last of many counts less than the first.
 */
export function worthOf(content: Content, power: Power, round: number, outcome: Outcome): Worth {
  let byPower = known.get(outcome);
  if (!byPower) {
    byPower = new Map();
    known.set(outcome, byPower);
  }
  let worth = byPower.get(power);
  if (!worth) {
    worth = valued(content, power, round, outcome);
    byPower.set(power, worth);
  }
  return worth;
}

function valued(content: Content, power: Power, round: number, outcome: Outcome): Worth {
  const rounds = content.halves.length;
  const left = Math.max(1, rounds - round);
  const last = left - 1 + SHADOW_ROUNDS;
  const sums = new Array<number>(content.objectives.length).fill(0);
  let row = outcome.shift(0);
  let settled = false;
  for (let i = 0; i <= last; i += 1) {
    if (!settled) {
      const next = outcome.shift(i);
      settled = i >= LEAST_LOOK - 1 && drift(content, power, row, next) < SETTLED;
      row = next;
    }
    const path = i < left ? PATH_SHARE / rounds : 0;
    const end = i >= left - 1 ? (1 - PATH_SHARE) / (SHADOW_ROUNDS + 1) : 0;
    const weight = path + end;
    for (let k = 0; k < sums.length; k += 1) {
      sums[k] = (sums[k] as number) + weight * (row[k] as number);
    }
  }
  const terms: { objective: string; points: number }[] = [];
  let points = 0;
  content.objectives.forEach((o, k) => {
    if (o.power !== power) return;
    const gain = (o.weight / 100) * bounded(sums[k] as number);
    points += gain;
    terms.push({ objective: o.id, points: gain });
  });
  return { points, terms };
}

/** Nearly the same for little; never more than the room there is. */
function bounded(x: number): number {
  return x / Math.sqrt(1 + (x / ROOM) * (x / ROOM));
}

/** Points of score between two rounds of a course. */
function drift(
  content: Content,
  power: Power,
  before: readonly number[],
  after: readonly number[],
): number {
  let sum = 0;
  content.objectives.forEach((o, k) => {
    if (o.power !== power) return;
    sum += (o.weight / 100) * Math.abs((after[k] as number) - (before[k] as number));
  });
  return sum;
}
