import type { Content } from '../core/content.ts';
import { type LegalOrder, resolveNumbers } from './resolve.ts';
import type { Standing } from './talks/active.ts';

/**
 * One round further on a course on which drivers stand still and nobody orders anything later.
 * @param round position of the course's first round, from 0
 * @param ahead rounds between that and the one resolved now; orders are given in the first alone
 * @param standing the course's own account of the clauses that bind
 * @param into buffer for the new state; must not be `num`
 */
export function lookAhead(
  content: Content,
  num: Float64Array,
  round: number,
  ahead: number,
  orders: readonly LegalOrder[],
  standing: Standing,
  into: Float64Array = new Float64Array(num.length),
): Float64Array {
  const now = ahead === 0 ? orders : [];
  const bound = standing.in(num, round + ahead, now);
  return resolveNumbers(content, num, round + ahead, now, { held: true, bound, into }).num;
}
