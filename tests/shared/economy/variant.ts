import { contentOf } from '../../../server/content.ts';
import type { Content } from '../../../shared/core/content.ts';
import type { Ledger } from '../../../shared/core/ledger.ts';
import type { Power } from '../../../shared/core/powers.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';

export const lesson = contentOf('lesson');

/** Values by label, as in `ntb(KZ,RU,goods)`. */
export type Values = Readonly<Record<string, number>>;

export interface GivenHere {
  readonly power: Power;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The lesson with other coefficients, start values or drivers; drivers else stand at the base period. */
export function variant(change: {
  readonly coefficients?: Values;
  readonly start?: Values;
  readonly drivers?: Values;
}): Content {
  const start = lesson.start.slice();
  for (const [label, value] of Object.entries(change.start ?? {})) {
    start[lesson.layout.find(label)] = value;
  }
  const row = Float64Array.from(lesson.driverAt, (at) => {
    const label = lesson.layout.label[at] as string;
    return change.drivers?.[label] ?? (lesson.start[at] as number);
  });
  return {
    ...lesson,
    start,
    coefficients: { ...lesson.coefficients, ...change.coefficients },
    drivers: lesson.halves.map(() => row),
    events: [],
  };
}

export interface Run {
  /** States from the start on, shape [rounds + 1]. */
  readonly states: readonly Float64Array[];
  readonly ledgers: readonly Ledger[];
}

/** Plays some rounds with orders by round and policies set by hand before the first. */
export function play(
  content: Content,
  rounds: number,
  orders: readonly (readonly GivenHere[])[] = [],
  policies: Values = {},
): Run {
  const states = [content.start];
  const ledgers: Ledger[] = [];
  let prev: Float64Array = content.start;
  if (Object.keys(policies).length > 0) {
    prev = prev.slice();
    for (const [label, value] of Object.entries(policies)) prev[content.layout.find(label)] = value;
  }
  for (let r = 0; r < rounds; r += 1) {
    const { num, ledger } = resolveNumbers(content, prev, r, orders[r] ?? [], {
      free: true,
      explain: true,
    });
    states.push(num);
    ledgers.push(ledger as Ledger);
    prev = num;
  }
  return { states, ledgers };
}

/** A word of a state. */
export function read(state: Float64Array, label: string): number {
  return state[lesson.layout.find(label)] as number;
}

export function last(run: Run): Float64Array {
  return run.states.at(-1) as Float64Array;
}
