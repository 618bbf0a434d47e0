import { clauseKind, matches } from '../../clauses/index.ts';
import type { BoundClause, CastVote, Hearing } from '../../core/clause.ts';
import type { Power } from '../../core/powers.ts';
import { type Breach, type NamedOrder, VOTE } from '../../core/talk.ts';
import { orderKind } from '../../orders/index.ts';
import { useKey } from '../rules.ts';

/**
 * The deed that broke a clause, or the one that was due and did not come, or the money. Where a deed was
 * both due and done on other terms, that deed is the reason.
 */
export function causeOfBreach(
  hearing: Hearing,
  clause: BoundClause,
): Pick<Breach, 'order' | 'missing' | 'unpaid'> {
  const { by, order } = clause;
  if (order?.kind === VOTE) {
    const { motion, vote } = order.params;
    return { order: castVote(hearing, by, String(motion), vote), missing: order };
  }
  const payment = hearing.payment(clause);
  if (payment && payment.short === 'spent') {
    return { order: null, missing: null, unpaid: payment.due - payment.paid };
  }
  const kind = clauseKind(clause.kind);
  const due = clause.kind === 'pledge_not' ? [] : (kind?.fulfils(hearing, clause) ?? []);
  const done = hearing.orders.filter(
    (o) => o.power === by && !due.some((one) => matches(one, o) && matches(o, one)),
  );
  const breaking = kind?.breaks(hearing, clause) ?? [];
  const broke = (given: NamedOrder): boolean => kind?.broke?.(hearing, clause, given) ?? false;
  const against = (given: NamedOrder): boolean => {
    if (clause.kind === 'pledge_not' && order) return matches(order, given);
    if (kind?.forbids) return kind.forbids(clause, given);
    return breaking.some((one) => sameUse(one, given));
  };
  const deed =
    done.find(broke) ?? done.find(against) ?? done.find((o) => due.some((one) => sameUse(one, o)));
  const [missing = null] = due;
  if (deed) return { order: { kind: deed.kind, params: deed.params }, missing };
  // Who only voted for it has had his part in it.
  const vote = hearing.votes.find((v) => v.power === by && v.vote === 'yes' && broke(v));
  return { order: vote ? voteOf(vote) : null, missing };
}

/** The vote that a power cast on such a motion, other than the promised one. */
function castVote(hearing: Hearing, by: Power, kind: string, promised: unknown): NamedOrder | null {
  const cast = hearing.votes.find((v) => v.power === by && v.kind === kind && v.vote !== promised);
  return cast ? voteOf(cast) : null;
}

function voteOf({ kind, vote }: CastVote): NamedOrder {
  return { kind: VOTE, params: { motion: kind, vote } };
}

/** Whether two orders are of one kind and about the same thing, whatever their terms. */
function sameUse(a: NamedOrder, b: NamedOrder): boolean {
  if (a.kind !== b.kind) return false;
  const kind = orderKind(a.kind);
  return kind !== undefined && useKey(kind, a.params) === useKey(kind, b.params);
}
