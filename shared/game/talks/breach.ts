import { clauseKind, matches } from '../../clauses/index.ts';
import type { BoundClause, Hearing } from '../../core/clause.ts';
import { type Breach, type NamedOrder, VOTE } from '../../core/talk.ts';
import { orderKind } from '../../orders/index.ts';
import { useKey } from '../rules.ts';

/**
 * The deed that broke a clause, or the one that was due and did not come. Where a deed was both due
 * and done on other terms, that deed is the reason.
 */
export function causeOfBreach(
  hearing: Hearing,
  clause: BoundClause,
): Pick<Breach, 'order' | 'missing'> {
  const { by, order } = clause;
  if (order?.kind === VOTE) return { order: castVote(hearing, clause, order), missing: order };
  const kind = clauseKind(clause.kind);
  const done = hearing.orders.filter((o) => o.power === by);
  const due = clause.kind === 'pledge_not' ? [] : (kind?.fulfils(hearing, clause) ?? []);
  const breaking = kind?.breaks(hearing, clause) ?? [];
  const against = (given: NamedOrder): boolean => {
    if (clause.kind === 'pledge_not' && order) return matches(order, given);
    if (kind?.forbids) return kind.forbids(clause, given);
    return breaking.some((one) => sameUse(one, given));
  };
  const deed = done.find(against) ?? done.find((o) => due.some((one) => sameUse(one, o)));
  const [missing = null] = due;
  return { order: deed ? { kind: deed.kind, params: deed.params } : null, missing };
}

/** The vote that was cast instead of the promised one. */
function castVote(hearing: Hearing, { by }: BoundClause, { params }: NamedOrder) {
  const cast = hearing.votes.find(
    (v) => v.power === by && v.kind === params.motion && v.vote !== params.vote,
  );
  return cast ? { kind: VOTE, params: { motion: cast.kind, vote: cast.vote } } : null;
}

/** Whether two orders are of one kind and about the same thing, whatever their terms. */
function sameUse(a: NamedOrder, b: NamedOrder): boolean {
  if (a.kind !== b.kind) return false;
  const kind = orderKind(a.kind);
  return kind !== undefined && useKey(kind, a.params) === useKey(kind, b.params);
}
