/**
 * The ledger: for each state word and round, every cause and what it gave.
 * Causes are short keys, worded in the message files:
 *   order:<power>:<kind>   an order of this round        event:<id>    an event
 *   driver:<word>          something from outside        mech:<id>     a mechanism at work
 *   limit                  the range of the word         interaction   causes that only act together
 *   other                  what history had and the model has not ("anchored" play)
 */
export type Cause = string;

export interface LedgerLine {
  readonly cause: Cause;
  readonly amount: number;
}

export interface Ledger {
  /** Notes that `cause` moved entry `index` of the numeric state by `amount`. */
  add(index: number, cause: Cause, amount: number): void;
  /** Lines of an entry, largest first, ties by cause, so that the order is total. */
  lines(index: number): readonly LedgerLine[];
  /** Sum of all lines of an entry. */
  sum(index: number): number;
}

export function createLedger(): Ledger {
  const book = new Map<number, Map<Cause, number>>();
  return {
    add(index, cause, amount) {
      if (amount === 0) return;
      let page = book.get(index);
      if (!page) {
        page = new Map();
        book.set(index, page);
      }
      page.set(cause, (page.get(cause) ?? 0) + amount);
    },
    lines(index) {
      const page = book.get(index);
      if (!page) return [];
      return [...page]
        .map(([cause, amount]) => ({ cause, amount }))
        .sort(
          (a, b) =>
            Math.abs(b.amount) - Math.abs(a.amount) ||
            (a.cause < b.cause ? -1 : a.cause > b.cause ? 1 : 0),
        );
    },
    sum(index) {
      let total = 0;
      for (const amount of book.get(index)?.values() ?? []) total += amount;
      return total;
    },
  };
}
