import type { Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { endValues } from '../../../shared/game/baseline.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { objectiveValues, pathAndEnd } from '../../../shared/systems/scoring/index.ts';
import { type Values, variant } from '../economy/variant.ts';

/** The lesson without events, its drivers at the base period: nothing but the horns differs. */
const still = variant({});

export interface Given {
  readonly power: Power;
  readonly kind: string;
  readonly params: Params;
}

/** Orders by round. */
export type Plan = readonly (readonly Given[])[];

export interface Game {
  /** Own score in points, without its zero. */
  readonly points: number;
  /** Points by objective. */
  readonly by: Readonly<Record<string, number>>;
  readonly num: Float64Array;
}

/** A whole game with some words of the start changed, everybody's orders given. */
export function game(power: Power, words: Values, plan: Plan): Game {
  let num: Float64Array = still.start.slice();
  for (const [pattern, value] of Object.entries(words)) {
    for (const at of still.layout.entries(pattern)) num[at] = value;
  }
  const path: number[][] = [];
  still.halves.forEach((_, round) => {
    num = resolveNumbers(still, num, round, plan[round] ?? []).num;
    path.push(objectiveValues(still, num));
  });
  const end = endValues(still, num, still.halves.length - 1);
  let points = 0;
  const by: Record<string, number> = {};
  still.objectives.forEach((o, k) => {
    if (o.power !== power) return;
    const x = pathAndEnd(
      path.map((row) => row[k] as number),
      end[k] as number,
    );
    by[o.id] = ((o.weight / 10) * x) / o.unit;
    points += by[o.id] as number;
  });
  return { points, by, num };
}

/** By how many points of its own score a power does better with one horn than with the other. */
export function better(power: Power, words: Values, horn: Plan, other: Plan): number {
  return game(power, words, horn).points - game(power, words, other).points;
}

/** The same orders in some rounds in a row. */
export function rounds(count: number, ...orders: readonly Given[]): Plan {
  return Array.from({ length: count }, () => orders);
}
