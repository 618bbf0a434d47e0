import { matches } from '../../clauses/index.ts';
import type { BoundClause } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import { indicatorValue } from '../../core/indicators.ts';
import type { Power } from '../../core/powers.ts';
import type { Condition, NamedOrder } from '../../core/talk.ts';

/** An order of the round, with its giver. */
export type Given = NamedOrder & { readonly power: Power };

/** Whether a value stands on the right side of what a condition names; equality is enough. */
export function reaches(
  content: Content,
  num: Float64Array,
  { owner, indicator, is, value }: Extract<Condition, { on: 'indicator' }>,
): boolean {
  const known = content.indicators[owner].find((i) => i.id === indicator);
  if (!known) return false;
  const x = indicatorValue(content.layout, num, known.word);
  return is === 'least' ? x >= value : x <= value;
}

/**
 * Whether a condition is true of a round.
 * @param num state that the last round left
 * @param orders orders of the round that are carried out
 * @param force clauses that bind in it
 */
export function isTrue(
  content: Content,
  num: Float64Array,
  when: Condition,
  orders: readonly Given[],
  force: readonly BoundClause[],
): boolean {
  switch (when.on) {
    case 'indicator':
      return reaches(content, num, when);
    case 'agreement':
      return force.some((c) => c.agreement === when.agreement);
    case 'order':
      return orders.some((o) => o.power === when.power && matches(when.order, o));
  }
}
