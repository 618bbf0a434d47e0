import type { BoundClause } from '../core/clause.ts';
import type { Content } from '../core/content.ts';
import { type LegalOrder, resolveNumbers } from './resolve.ts';

/**
 * One round further on a course on which drivers stand still and nobody orders anything later.
 * @param round position of the course's first round, from 0
 * @param ahead rounds between that and the one resolved now; orders are given in the first alone
 * @param bound clauses that bind in the first round, each until its time is over
 * @param into buffer for the new state; must not be `num`
 */
export function lookAhead(
  content: Content,
  num: Float64Array,
  round: number,
  ahead: number,
  orders: readonly LegalOrder[],
  bound: readonly BoundClause[],
  into: Float64Array = new Float64Array(num.length),
): Float64Array {
  const standing = bound
    .filter((c) => c.until >= round + ahead)
    .map((c) => (ahead === 0 ? c : { ...c, fresh: false }));
  const now = ahead === 0 ? orders : [];
  return resolveNumbers(content, num, round + ahead, now, { held: true, bound: standing, into })
    .num;
}
