import type { Params } from './order.ts';
import { POWERS, type Power } from './powers.ts';

/** An order named inside a clause or a signal; absent parameters mean any value. */
export interface NamedOrder {
  readonly kind: string;
  readonly params: Params;
}

/** Stands for a vote where an order is named: `{motion: kind of the order that carries it, vote}`. */
export const VOTE = 'vote';

/**
 * What a clause, the money in an escrow or an order may hang on. `indicator`: its value as the last
 * round left it; `agreement`: the offer of this id is signed and in force; `order`: a power gives such
 * an order in this round.
 */
export type Condition =
  | {
      readonly on: 'indicator';
      readonly owner: Power | 'shared';
      readonly indicator: string;
      readonly is: 'least' | 'most';
      readonly value: number;
    }
  | { readonly on: 'agreement'; readonly agreement: string }
  | { readonly on: 'order'; readonly power: Power; readonly order: NamedOrder };

/** A deed of a power, as a condition. */
export type DeedCondition = Extract<Condition, { readonly on: 'order' }>;

/** One clause: who is bound, to what, and until when. */
export interface Clause {
  readonly kind: string;
  /** The power that is bound. */
  readonly by: Power;
  /** By the parameters of the clause kind, described as those of orders are. */
  readonly params: Params;
  /** The order it is about: `consent`, `pledge_do`, `pledge_not`. */
  readonly order?: NamedOrder;
  /** Last round in which it binds, from 0. */
  readonly until: number;
  /** Contingent: it binds only in rounds in which this is true. Of a transfer in escrow: what frees the money. */
  readonly when?: Condition;
  /** Words of its own, of a clause that no rule can judge. */
  readonly text?: string;
}

/** A version is never changed; a counter-offer is the next one, and a signature binds one version. */
export interface ProposalVersion {
  readonly number: number;
  readonly by: Power;
  readonly clauses: readonly Clause[];
}

export const DECLINE_REASONS = ['tooLittle', 'tooRisky', 'notNow', 'noTrust', 'other'] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];

export interface Signature {
  readonly power: Power;
  readonly version: number;
  readonly giver: 'person' | 'bot';
}

/** An offer on the table. Seen by its parties alone; it ends with its round. */
export interface Proposal {
  readonly id: string;
  readonly round: number;
  readonly by: Power;
  /** All who must sign, the proposer among them. */
  readonly parties: readonly Power[];
  readonly versions: readonly ProposalVersion[];
  /** Signatures under the newest version. */
  readonly signed: readonly Signature[];
  readonly declined: {
    readonly power: Power;
    readonly version: number;
    readonly reason: DeclineReason;
  } | null;
  readonly status: 'open' | 'signed' | 'declined' | 'retracted' | 'void';
  /** Draft of the proposer that this offer carries: a two-sided order waits for its partner. */
  readonly draft: string | null;
}

/**
 * `pending` until the round that first judges it; `kept`, `excused` (it would also have failed had the
 * obligor ordered nothing), `breached`; `dormant` when its occasion never came.
 */
export type ClauseFate = 'pending' | 'kept' | 'excused' | 'breached' | 'dormant';

/**
 * How far a clause has put its obligor to the test: `none`, `could` (he could lawfully have done
 * otherwise), `tempted` (and would have gained by it). Words that cost nothing earn no trust.
 */
export type Chance = 'none' | 'could' | 'tempted';

export interface AgreedClause extends Clause {
  readonly fate: ClauseFate;
  /** Round of the last judgement, −1 before the first. */
  readonly judged: number;
  /** The fate is the last one: no later round judges it again. */
  readonly final: boolean;
  readonly chance: Chance;
  /** Billions of dollars that lie in escrow under it now, and that have gone to those it is owed to. */
  readonly held?: number;
  readonly paid?: number;
  /** Last round in which it was in force, of a clause that hangs on a condition. */
  readonly active?: number;
  /** Votes of the debrief on words that no rule can judge. */
  readonly deemed?: readonly Deemed[];
  /** How it was broken and what that cost; absent until then. */
  readonly breach?: Breach;
}

/** Why a clause counts as broken, and its price: everybody may read it. */
export interface Breach {
  /** The deed that broke it, a vote as `{kind: 'vote'}`; null: what was due was left undone. */
  readonly order: NamedOrder | null;
  /** The deed that was due and did not come; null where none was. */
  readonly missing: NamedOrder | null;
  /** Billions of dollars that were due and had gone into other orders. */
  readonly unpaid?: number;
  /** Points of trust lost with each of the others, to two decimals; who lost none is left out. */
  readonly price: Readonly<Partial<Record<Power, number>>>;
}

/** What a power says in the debrief of a clause in free words. */
export interface Deemed {
  readonly power: Power;
  readonly kept: boolean;
}

/** A party's notice: the last round in which the agreement binds. */
export interface Notice {
  readonly power: Power;
  readonly giver: 'person' | 'bot';
  readonly round: number;
  readonly last: number;
}

/** A signed agreement. Public from the report of the round in which it was signed. */
export interface Agreement {
  readonly id: string;
  readonly signedRound: number;
  readonly version: number;
  readonly by: Power;
  readonly parties: readonly Power[];
  readonly signed: readonly Signature[];
  readonly clauses: readonly AgreedClause[];
  /** `left`: a party has gone, with or without notice. */
  readonly status: 'running' | 'ended' | 'broken' | 'left';
  readonly notice?: Notice;
}

/** To everybody, or to the other members of a private channel: one, two or three powers, in their usual order. */
export type Audience = 'all' | readonly Power[];

/** Members of the private channel in which something was said, the speaker among them; null: said to all. */
export function membersOf(one: {
  readonly by: Power;
  readonly to: Audience;
}): readonly Power[] | null {
  const { by, to } = one;
  return to === 'all' ? null : POWERS.filter((p) => p === by || to.includes(p));
}

/** Free words, to all or in a channel. Opened to everybody in the debrief. */
export interface Statement {
  readonly id: string;
  readonly round: number;
  readonly by: Power;
  readonly to: Audience;
  readonly text: string;
}

/**
 * A threat or a promise on record: "I will give this order by that round", or "if you do that by then, I
 * will". Whoever has tied his word to another's deed has, from that deed on, until then and at least the
 * next round to keep it.
 */
export interface Signal {
  readonly id: string;
  readonly round: number;
  readonly by: Power;
  readonly to: Audience;
  readonly kind: 'warn' | 'promise';
  readonly order: NamedOrder;
  readonly until: number;
  readonly when?: DeedCondition;
  /** Round in which that deed came; absent until then. */
  readonly met?: number;
  /** `void`: the deed never came, or no round was left to answer it. */
  readonly fate: 'open' | 'kept' | 'bluffed' | 'void';
}

/** Everything said and agreed in a game; part of the saved state. */
export interface Talks {
  /** Whether people may talk: the host can close free words for all. Offers stay open. */
  readonly open: boolean;
  readonly proposals: readonly Proposal[];
  readonly agreements: readonly Agreement[];
  readonly statements: readonly Statement[];
  readonly signals: readonly Signal[];
}

export const NO_TALKS: Talks = {
  open: true,
  proposals: [],
  agreements: [],
  statements: [],
  signals: [],
};

/** What a seat may see of it: the same shape, cut to its own channels and what is public. */
export type TalksView = Talks;

export const MAX_STATEMENT = 280;
/** Signs of a clause in free words. */
export const MAX_CLAUSE_TEXT = 200;

/** Commands of the table's talks, beside those of the desk. */
export type TalkCommand =
  | {
      readonly type: 'propose';
      readonly to: readonly Power[];
      readonly clauses: readonly Clause[];
    }
  | { readonly type: 'counter'; readonly proposal: string; readonly clauses: readonly Clause[] }
  | { readonly type: 'sign'; readonly proposal: string; readonly version: number }
  | {
      readonly type: 'decline';
      readonly proposal: string;
      readonly version: number;
      readonly reason: DeclineReason;
    }
  | { readonly type: 'retract'; readonly proposal: string }
  | { readonly type: 'say'; readonly to: Audience; readonly text: string }
  | {
      readonly type: 'signal';
      readonly to: Audience;
      readonly kind: 'warn' | 'promise';
      readonly order: NamedOrder;
      readonly until: number;
      readonly when?: DeedCondition;
    }
  /** Leaves an agreement: with two rounds' notice, or at once. */
  | { readonly type: 'leave'; readonly agreement: string; readonly notice: boolean }
  /** In the debrief: whether a clause in free words was kept. */
  | {
      readonly type: 'deem';
      readonly agreement: string;
      readonly clause: number;
      readonly kept: boolean;
    };
