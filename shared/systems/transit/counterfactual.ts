import type { Cause, Ledger } from '../../core/ledger.ts';
import { causeOf, type RoundContext } from '../../core/round.ts';

/** One kind of change: the entries that may carry it, and its name when nobody ordered it. */
export interface Group {
  readonly entries: readonly number[];
  readonly otherwise: Cause;
}

/** A part of an entry's change. */
export interface Move {
  readonly entry: number;
  readonly amount: number;
}

/**
 * Changes of a group's entries this round, by the causes that the ledger gives for them, so that
 * two orders that touched the same thing are told apart in what follows from it.
 */
export function changesByCause(
  ctx: RoundContext,
  ledger: Ledger,
  group: Group,
): ReadonlyMap<Cause, readonly Move[]> {
  const found = new Map<Cause, Move[]>();
  const add = (cause: Cause, entry: number, amount: number): void => {
    const list = found.get(cause);
    if (list) list.push({ entry, amount });
    else found.set(cause, [{ entry, amount }]);
  };
  for (const entry of group.entries) {
    const change = (ctx.num[entry] as number) - (ctx.prev[entry] as number);
    if (change === 0) continue;
    const lines = ledger.lines(entry);
    const sum = lines.reduce((total, line) => total + line.amount, 0);
    if (lines.length === 0 || Math.abs(sum - change) > 1e-9 * (1 + Math.abs(change))) {
      add(causeOf(ctx, entry, group.otherwise), entry, change);
    } else {
      for (const line of lines) add(line.cause, entry, line.amount);
    }
  }
  return found;
}
