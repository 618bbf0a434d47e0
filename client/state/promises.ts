import { POWERS, type Power } from '../../shared/core/powers.ts';
import { membersOf, type TalksView } from '../../shared/core/talk.ts';

/** What passed between two powers in a game. */
export interface Pair {
  readonly powers: readonly [Power, Power];
  /** Private lines between the two. */
  readonly words: number;
  readonly offers: number;
  /** Agreements to which both are party. */
  readonly signed: number;
  /** Clauses of these by the two, with their last fate. */
  readonly kept: number;
  readonly broken: number;
}

/** All pairs of powers, in the order of the table. */
export function pairsOf(talks: TalksView): readonly Pair[] {
  return POWERS.flatMap((a, i) => POWERS.slice(i + 1).map((b) => pairOf(talks, a, b)));
}

function pairOf(talks: TalksView, a: Power, b: Power): Pair {
  const both = ({ parties }: { readonly parties: readonly Power[] }): boolean =>
    parties.includes(a) && parties.includes(b);
  const agreements = talks.agreements.filter(both);
  const own = agreements.flatMap(({ clauses }) => clauses.filter(({ by }) => by === a || by === b));
  return {
    powers: [a, b],
    words: talks.statements.filter((one) => {
      const members = membersOf(one);
      return members?.length === 2 && members.includes(a) && members.includes(b);
    }).length,
    offers: talks.proposals.filter(both).length,
    signed: agreements.length,
    kept: own.filter(({ fate }) => fate === 'kept').length,
    broken: own.filter(({ fate }) => fate === 'breached').length,
  };
}
