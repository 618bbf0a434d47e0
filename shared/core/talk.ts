import type { Params } from './order.ts';
import type { Power } from './powers.ts';

/** An order named inside a clause or a signal; absent parameters mean any value. */
export interface NamedOrder {
  readonly kind: string;
  readonly params: Params;
}

/** Stands for a vote where an order is named: `{motion: kind of the order that carries it, vote}`. */
export const VOTE = 'vote';

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
  readonly status: 'running' | 'ended' | 'broken';
}

/** Free words, to all or to one. Opened to everybody in the debrief. */
export interface Statement {
  readonly id: string;
  readonly round: number;
  readonly by: Power;
  readonly to: Power | 'all';
  readonly text: string;
}

/** A threat or a promise on record: "I will (not) give this order by that round". */
export interface Signal {
  readonly id: string;
  readonly round: number;
  readonly by: Power;
  readonly to: Power | 'all';
  readonly kind: 'warn' | 'promise';
  readonly order: NamedOrder;
  readonly until: number;
  readonly fate: 'open' | 'kept' | 'bluffed';
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
  | { readonly type: 'say'; readonly to: Power | 'all'; readonly text: string }
  | {
      readonly type: 'signal';
      readonly to: Power | 'all';
      readonly kind: 'warn' | 'promise';
      readonly order: NamedOrder;
      readonly until: number;
    };
