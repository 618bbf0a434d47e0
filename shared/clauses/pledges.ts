import type { ClauseKind, Hearing } from '../core/clause.ts';
import type { OrderScene } from '../core/order.ts';
import { POWERS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { type Clause, type NamedOrder, VOTE } from '../core/talk.ts';
import { chanceOf, given, isLast, isOrderOf, judgeDeed, matches, ordersNamed } from './words.ts';

function named(scene: OrderScene, { by, order }: Clause): readonly NamedOrder[] {
  return order && order.kind !== VOTE ? ordersNamed(scene, by, order) : [];
}

/** An order that its obligor leaves alone. */
export const pledgeNot: ClauseKind = {
  id: 'pledge_not',
  depth: 'intro',
  icon: 'shield',
  bound: POWERS,
  ordered: true,
  params: [],
  legal: (scene, { by, order }) =>
    order && isOrderOf(scene, by, order) ? null : refuse('notYourOrder'),
  fulfils: () => [],
  breaks: named,
  judge(hearing, clause) {
    const { by, order } = clause;
    const chance = chanceOf(hearing, by, named(hearing, clause));
    if (order && given(hearing, by, order)) return { fate: 'breached', final: true, chance };
    const final = isLast(hearing, clause);
    // What he could not have done he has not kept from doing.
    return { fate: chance === 'none' ? 'dormant' : 'kept', final, chance };
  },
};

/** An order that its obligor gives by a round, or the vote that he casts. */
export const pledgeDo: ClauseKind = {
  id: 'pledge_do',
  depth: 'intro',
  icon: 'handshake',
  bound: POWERS,
  ordered: true,
  params: [],
  legal(scene, { by, order }) {
    if (!order) return refuse('notYourOrder');
    if (order.kind === VOTE) return isVote(scene, by, order) ? null : refuse('notYourOrder');
    return isOrderOf(scene, by, order) ? null : refuse('notYourOrder');
  },
  fulfils: (scene, clause) => named(scene, clause).slice(0, 1),
  breaks: () => [],
  judge(hearing, clause) {
    const { by, order } = clause;
    if (order?.kind === VOTE) return judgeVote(hearing, clause, order);
    const done = order !== undefined && given(hearing, by, order) !== undefined;
    return judgeDeed(hearing, clause, done, named(hearing, clause));
  },
};

/** Kazakhstan and Russia alone vote. */
function isVote(scene: OrderScene, by: string, { params }: NamedOrder): boolean {
  const { motion, vote } = params;
  return (
    (by === 'KZ' || by === 'RU') &&
    (vote === 'yes' || vote === 'no' || vote === 'abstain') &&
    typeof motion === 'string' &&
    Object.keys(params).length === 2 &&
    (['RU', 'KZ'] as const).some((p) => isOrderOf(scene, p, { kind: motion, params: {} }))
  );
}

function judgeVote(hearing: Hearing, clause: Clause, order: NamedOrder) {
  const final = isLast(hearing, clause);
  const cast = hearing.votes.filter(
    (v) => v.power === clause.by && matches({ kind: String(order.params.motion), params: {} }, v),
  );
  // Without a motion there was nothing to vote on.
  if (cast.length === 0) {
    return { fate: final ? 'dormant' : 'pending', final, chance: 'none' } as const;
  }
  const kept = cast.every((v) => v.vote === order.params.vote);
  return { fate: kept ? 'kept' : 'breached', final: true, chance: 'tempted' } as const;
}
