import type { Content } from './content.ts';
import type { OrderScene, ParamSpec, Params } from './order.ts';
import type { Depth, Power } from './powers.ts';
import type { Refusal } from './refusal.ts';
import type { RoundContext, TollSplit } from './round.ts';
import type { Chance, Clause, ClauseFate, NamedOrder } from './talk.ts';

/** A clause in force, with those it is owed to. */
export interface BoundClause extends Clause {
  /** All parties of its agreement, the bound power among them. */
  readonly parties: readonly Power[];
  /** It comes into force in this round. */
  readonly fresh: boolean;
  /** How far earlier rounds have put the obligor to the test. */
  readonly chance: Chance;
  /** Id of its agreement and its place in it; absent of an offer that is only looked at. */
  readonly agreement?: string;
  readonly place?: number;
  /** Last round in which it binds where notice has been given. */
  readonly last?: number;
  /** Last round in which it was in force, of a clause that hangs on a condition. */
  readonly active?: number;
  /** Billions of dollars that lie in escrow under it. */
  readonly held?: number;
}

/** An order as it was carried out. */
export interface DoneOrder extends NamedOrder {
  readonly power: Power;
}

/** A vote cast on a motion that was counted this round. */
export interface CastVote {
  readonly power: Power;
  /** Kind of the order that carried the motion. */
  readonly kind: string;
  readonly params: Params;
  readonly vote: string;
}

/** Money of which a clause speaks in a round. */
export interface Due {
  readonly to: Power;
  /** $bn that fall due in the round; 0 in the others. */
  readonly amount: number;
  readonly loan: boolean;
  /** The rules keep it until the clause's condition is true. */
  readonly escrow: boolean;
}

/** What became of money under a clause in a round, $bn. */
export interface Payment extends Omit<Due, 'amount'> {
  readonly from: Power;
  readonly due: number;
  readonly paid: number;
  /** Why less was paid than was due: the payer's orders had `spent` it, or he had too little anyhow. */
  readonly short: 'no' | 'spent' | 'empty';
  /** Gone to the one it is meant for. */
  readonly released: number;
  /** Back from escrow to the payer. */
  readonly returned: number;
  /** In escrow after the round. */
  readonly held: number;
}

/** What the rules look at when they judge a clause, at step 9b of a round. */
export interface Hearing extends OrderScene {
  /** Numeric state as the last round left it. */
  readonly prev: Float64Array;
  /** Orders of the round, of all powers. */
  readonly orders: readonly DoneOrder[];
  /** Orders that were laid down lawfully and fell through because others had not joined or signed. */
  readonly unsigned: readonly DoneOrder[];
  readonly votes: readonly CastVote[];
  /** The round's state had a power ordered nothing: one resolution more. */
  without(power: Power): Float64Array;
  /** What became of money under a clause in this round; null where it speaks of none. */
  payment(clause: BoundClause): Payment | null;
  /** Whether an order would have been legal and affordable for a power at the start of the round. */
  possible(power: Power, order: NamedOrder): boolean;
  /** Points of own score that an order would have brought a power. */
  worth(power: Power, order: NamedOrder): number;
}

/** What one round says about a clause. */
export interface Verdict {
  readonly fate: ClauseFate;
  /** Nothing later can change it. */
  readonly final: boolean;
  /** How far the obligor was put to the test in this round. */
  readonly chance: Chance;
}

/** One kind of clause: all that is known about it, in one module. */
export interface ClauseKind {
  readonly id: string;
  readonly depth: Depth;
  readonly icon: string;
  /** Who may be bound by it. */
  readonly bound: readonly Power[];
  /** Whether it names an order. */
  readonly ordered: boolean;
  readonly params: readonly ParamSpec[];
  /** In free words: people say in the debrief what came of it, no rule judges it. */
  readonly deemed?: boolean;
  /**
   * Whether its condition is its own affair, as what frees an escrow: the clause binds all the same,
   * and its kind says at which depth it may have one.
   */
  ownsCondition?(clause: Clause): boolean;
  /** Settings that only the parties know until the game is over. */
  secret?(params: Params): readonly string[];
  /** They are terms of a contract, which papers may print before. */
  readonly leaks?: true;
  /** null, or why it makes no sense between these parties. Grammar is checked before. */
  legal(scene: OrderScene, clause: Clause, parties: readonly Power[]): Refusal | null;
  /** Round from which it binds, where that may be later than its signature. */
  begins?(content: Content, clause: Clause): number;
  /** Step 2: what its signature does by itself, in the first round in which it binds. */
  enact?(ctx: RoundContext, clause: BoundClause): void;
  /** Toll income that changes hands by it; nothing when it gives none away. */
  split?(clause: Clause, parties: readonly Power[]): readonly Omit<TollSplit, 'kind'>[];
  /** Money that it has the rules move. */
  due?(clause: BoundClause, round: number): Due;
  /** Points of score that lie in the word itself, beside orders: given up by keeping it, lost where it is broken. */
  value?(hearing: Hearing, clause: BoundClause): number;
  /**
   * Terms worth trying between these powers, for bots and ready offers: sets of points that make sense
   * together, one point or several. What they are worth is for the caller to see.
   * @param until last round in which they bind
   */
  suggests?(
    scene: OrderScene,
    parties: readonly Power[],
    until: number,
  ): readonly (readonly Clause[])[];
  /** Orders that fulfil it: what a preview supposes that the obligor will give. */
  fulfils(scene: OrderScene, clause: Clause): readonly NamedOrder[];
  /** Whether an order is what it binds its obligor to, apart from pledges that name theirs. */
  provides?(clause: Clause, order: NamedOrder): boolean;
  /** Orders that would break it and that the obligor may think of. */
  breaks(scene: OrderScene, clause: Clause): readonly NamedOrder[];
  /** Whether an order is against it, where the list above only gives examples. */
  forbids?(clause: Clause, order: NamedOrder): boolean;
  /** Whether an order of the round, or a motion that was voted for, broke it; where those above do not tell. */
  broke?(hearing: Hearing, clause: BoundClause, deed: NamedOrder): boolean;
  judge(hearing: Hearing, clause: BoundClause): Verdict;
}
