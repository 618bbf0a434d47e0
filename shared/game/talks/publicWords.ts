import type { Content } from '../../core/content.ts';
import { POWERS } from '../../core/powers.ts';
import type { GivenOrder } from '../../core/state.ts';
import type { AgreedClause, Agreement, Talks } from '../../core/talk.ts';
import { orderKind } from '../../orders/index.ts';

/**
 * Words to everybody that orders of the round have made binding: an agreement of all, signed by the one
 * who is bound. It binds from the next round on and is judged like any other.
 */
export function withPublicWords(
  content: Content,
  talks: Talks,
  round: number,
  orders: readonly GivenOrder[],
): Talks {
  const last = content.halves.length - 1;
  const given = orders.flatMap(({ power, kind, params, giver }): Agreement[] => {
    const words = round < last ? (orderKind(kind)?.binds?.(params) ?? []) : [];
    if (words.length === 0) return [];
    const clauses = words.map(
      (word): AgreedClause => ({
        kind: word.kind,
        by: power,
        params: {},
        order: word.order,
        until: Math.min(last, round + word.rounds),
        fate: 'pending',
        judged: -1,
        final: false,
        chance: 'none',
      }),
    );
    return [
      {
        // No offer has such a name: those begin with their power.
        id: `order-${power}-${round}-${kind}`,
        signedRound: round,
        version: 1,
        by: power,
        parties: POWERS,
        signed: [{ power, version: 1, giver }],
        clauses,
        status: 'running',
      },
    ];
  });
  return given.length > 0 ? { ...talks, agreements: [...talks.agreements, ...given] } : talks;
}
