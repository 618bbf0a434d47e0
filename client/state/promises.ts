import { POWERS, type Power } from '../../shared/core/powers.ts';
import { type Agreement, membersOf, type Signal, type TalksView } from '../../shared/core/talk.ts';
import { fateOf } from '../../shared/game/index.ts';

/** What passed between two powers in a game, as far as it is known. */
export interface Pair {
  readonly powers: readonly [Power, Power];
  /** Private lines between the two alone. */
  readonly words: number;
  readonly offers: number;
  /** Agreements to which both are party. */
  readonly signed: number;
  /** How these stand now, in the order of their signing. */
  readonly bonds: readonly Agreement['status'][];
  /** Clauses of these by the two, with their last fate. */
  readonly kept: number;
  readonly excused: number;
  readonly broken: number;
  /** Warnings of one that the other heard, alone or with others, and that were carried out. */
  readonly threats: number;
  /** Neither a private line nor an offer, an agreement or a warning carried out. */
  readonly silent: boolean;
}

/** All pairs of powers, in the order of the table. */
export function pairsOf(talks: TalksView): readonly Pair[] {
  return POWERS.flatMap((a, i) => POWERS.slice(i + 1).map((b) => pairOf(talks, a, b)));
}

function pairOf(talks: TalksView, a: Power, b: Power): Pair {
  const both = ({ parties }: { readonly parties: readonly Power[] }): boolean =>
    parties.includes(a) && parties.includes(b);
  const agreements = talks.agreements.filter(both);
  const words = talks.statements.filter((one) => {
    const members = membersOf(one);
    return members?.length === 2 && members.includes(a) && members.includes(b);
  }).length;
  const offers = talks.proposals.filter(both).length;
  const threats = talks.signals.filter((one) => isThreat(one, a, b) || isThreat(one, b, a)).length;
  const fates = agreements.flatMap(({ clauses, parties }) =>
    clauses.filter(({ by }) => by === a || by === b).map((c) => fateOf(c, parties)),
  );
  const count = (fate: string): number => fates.filter((one) => one === fate).length;
  return {
    powers: [a, b],
    words,
    offers,
    signed: agreements.length,
    bonds: agreements.map(({ status }) => status),
    kept: count('kept'),
    excused: count('excused'),
    broken: count('breached'),
    threats,
    silent: words + offers + agreements.length + threats === 0,
  };
}

/** A warning by one power to another, that came true. */
function isThreat({ by, to, kind, fate }: Signal, from: Power, other: Power): boolean {
  return kind === 'warn' && fate === 'kept' && by === from && (to === 'all' || to.includes(other));
}
