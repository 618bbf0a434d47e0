import type { Cause } from '../../core/ledger.ts';
import { logMean } from '../../core/math.ts';
import type { RoundContext } from '../../core/round.ts';

/**
 * How a change splits by cause. A quantity that depends on others inherits their causes: a split of
 * ln x times a weight is part of the split of ln y. Used only while a ledger is written.
 */
export type Split = Float64Array;

/** More causes than one round can have: ten orders' kinds, fifteen drivers, events and mechanisms. */
const MOST = 96;

/** Causes met in one round, numbered in order of appearance. */
export interface CauseBook {
  readonly names: Cause[];
  readonly at: Map<Cause, number>;
}

export function createBook(): CauseBook {
  return { names: [], at: new Map() };
}

export function createSplit(): Split {
  return new Float64Array(MOST);
}

/** Splits that are used over and over: those of one explanation, all handed back at once. */
export class SplitPool {
  readonly #all: Split[] = [];
  #used = 0;

  /** An empty split, good until the pool is asked to begin anew. */
  take(): Split {
    let split = this.#all[this.#used];
    if (split) split.fill(0);
    else {
      split = createSplit();
      this.#all.push(split);
    }
    this.#used += 1;
    return split;
  }

  /** Takes all splits back. */
  begin(): void {
    this.#used = 0;
  }
}

/** Adds an amount under a cause. @throws RangeError above `MOST` causes, which the rules cannot reach */
export function put(book: CauseBook, split: Split, cause: Cause, amount: number): void {
  let i = book.at.get(cause);
  if (i === undefined) {
    i = book.names.length;
    if (i >= MOST) throw new RangeError(`more than ${MOST} causes in one round`);
    book.names.push(cause);
    book.at.set(cause, i);
  }
  split[i] = (split[i] as number) + amount;
}

/** to += factor · from */
export function addScaled(book: CauseBook, to: Split, from: Split, factor: number): void {
  for (let i = 0; i < book.names.length; i += 1) {
    to[i] = (to[i] as number) + factor * (from[i] as number);
  }
}

export function total(book: CauseBook, split: Split): number {
  let sum = 0;
  for (let i = 0; i < book.names.length; i += 1) sum += split[i] as number;
  return sum;
}

/** Adds factor · the booked lines of an entry: how its change this round splits so far. */
export function addLines(
  ctx: RoundContext,
  book: CauseBook,
  split: Split,
  index: number,
  factor: number,
): void {
  if (!ctx.ledger) return;
  for (const { cause, amount } of ctx.ledger.lines(index)) put(book, split, cause, factor * amount);
}

/**
 * Adds the split of ln(x'/x) for a positive entry whose lines are booked: an amount of Δx is the
 * logarithmic mean of x' and x times its part of ln(x'/x).
 */
export function addLogLines(
  ctx: RoundContext,
  book: CauseBook,
  split: Split,
  index: number,
  factor: number,
): void {
  const mean = logMean(ctx.num[index] as number, ctx.prev[index] as number);
  if (mean > 0) addLines(ctx, book, split, index, factor / mean);
}

/** Books factor · split on an entry; the caller has written the entry itself. */
export function bookSplit(
  ctx: RoundContext,
  book: CauseBook,
  split: Split,
  index: number,
  factor: number,
): void {
  for (let i = 0; i < book.names.length; i += 1) {
    const amount = factor * (split[i] as number);
    if (amount !== 0) ctx.ledger?.add(index, book.names[i] as Cause, amount);
  }
}
