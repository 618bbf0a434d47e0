import type { JointTerms } from './order.ts';
import type { Power } from './powers.ts';
import type { NamedOrder } from './talk.ts';

/** An act of several that lies open on the table: the order, and who has laid it down so far. */
export interface JointFiling {
  readonly order: NamedOrder;
  readonly by: readonly Power[];
  readonly terms: JointTerms;
}

/** Whether enough have laid it down for it to come into force. */
export function isEnough({ least, needs }: JointTerms, by: readonly Power[]): boolean {
  return by.length >= least && needs.every((power) => by.includes(power));
}
