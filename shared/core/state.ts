import type { Aim, AimCommand } from './aims.ts';
import type { LaidCard } from './card.ts';
import type { LedgerLine } from './ledger.ts';
import type { CountedMotion, Motion, MotionCommand } from './motion.ts';
import type { Params } from './order.ts';
import type { Depth, Power } from './powers.ts';
import type { Refusal } from './refusal.ts';
import type { News } from './round.ts';
import type { KeepCommand, SecretHand } from './secret.ts';
import type { NamedOrder, TalkCommand, Talks } from './talk.ts';

/** Version of the shape of a saved game. */
export const STATE_VERSION = 4;
/** Version of the rules: raised when the same orders may give another result. */
export const RULES_VERSION = '0.4.0';

/**
 * `ink` is the last fifth of deliberation: withdraw and edit, nothing new.
 * Resolution is one pure call between `ink` and `report`.
 */
export const PHASES = ['lobby', 'briefing', 'deliberation', 'ink', 'report', 'debrief'] as const;
export type Phase = (typeof PHASES)[number];

/** Who gave an order. */
export type Giver = 'person' | 'bot';

/**
 * Why a bot gives an order: the id of the objective for which it expects most of it, or that it has
 * given its word, or has warned of it.
 */
export type Motive = string;
export const WORD_GIVEN = 'word';
export const WARNING_GIVEN = 'warning';

/** "If that agreement is signed, the order; else the other one, or nothing." */
export interface Proviso {
  /** Id of the offer. */
  readonly agreement: string;
  readonly otherwise: NamedOrder | null;
}

export interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly params: Params;
  readonly giver: Giver;
  readonly motive?: Motive;
  readonly proviso?: Proviso;
}

export interface GivenOrder {
  readonly power: Power;
  readonly kind: string;
  readonly params: Params;
  readonly giver: Giver;
  readonly motive?: Motive;
}

/** A conditional draft as the deadline found it. Private to its power until the debrief. */
export interface HungOrder extends GivenOrder {
  readonly proviso: Proviso;
  /** The offer was signed and the order went; else what stood in its place. */
  readonly signed: boolean;
}

/** A draft that the deadline found not allowed, and why. Private to its power. */
export interface FailedOrder extends GivenOrder {
  readonly refusal: Refusal;
}

/** An indicator's change and its causes, as readers get it. */
export interface IndicatorReport {
  readonly id: string;
  readonly was: number;
  readonly is: number;
  readonly lines: readonly LedgerLine[];
}

/** The same as a game keeps it: lines as two lists of one length, a quarter of the memory. */
export interface KeptReport {
  readonly id: string;
  readonly was: number;
  readonly is: number;
  readonly causes: readonly string[];
  readonly amounts: readonly number[];
}

/** Lines of a kept change, in their order. */
export function linesOf({ causes, amounts }: KeptReport): readonly LedgerLine[] {
  return causes.map((cause, k) => ({ cause, amount: amounts[k] as number }));
}

/** What a resolved round leaves for its readers. */
export interface RoundReport {
  readonly round: number;
  readonly orders: readonly GivenOrder[];
  readonly failed: readonly FailedOrder[];
  readonly hung: readonly HungOrder[];
  readonly news: readonly News[];
  /** Motions before the union as they were counted. */
  readonly motions: readonly CountedMotion[];
  /** By power, and `shared`. */
  readonly indicators: Readonly<Record<Power | 'shared', readonly KeptReport[]>>;
  /** Largest gap between a word's change and its ledger lines: an identity, below 1e-9. */
  readonly residual: number;
}

/** What was decided in a resolved round: kept for whoever looks back at the whole game. */
export interface PastRound {
  readonly orders: readonly GivenOrder[];
  readonly motions: readonly CountedMotion[];
  /** Of conditional drafts, which branch went; absent where there were none. */
  readonly hung?: readonly HungOrder[];
}

export interface GameState {
  readonly v: typeof STATE_VERSION;
  readonly rules: string;
  readonly scenario: string;
  readonly content: string;
  readonly depth: Depth;
  readonly seed: number;
  /** Round being played, from 0; equals the number of rounds once the game is over. */
  readonly round: number;
  readonly phase: Phase;
  /** Numeric state by `content.layout`. */
  readonly num: Float64Array;
  readonly drafts: Readonly<Record<Power, readonly Draft[]>>;
  readonly ready: readonly Power[];
  /** `<power>:<kind>[:<key>]` → round of last use. */
  readonly used: Readonly<Record<string, number>>;
  /** Ids of commands accepted in this round, so that a repeated one is harmless. */
  readonly accepted: readonly string[];
  /** Value of each objective by resolved round, shape [round][objective]. */
  readonly path: readonly (readonly number[])[];
  /** Value of each indicator by resolved round, first row = base period; shape [round + 1][…]. */
  readonly series: readonly (readonly number[])[];
  /** What secret aims look at, by resolved round, first row = base period; shape [round + 1][watched]. */
  readonly watch: readonly (readonly number[])[];
  readonly secrets: Readonly<Record<Power, SecretHand>>;
  readonly report: RoundReport | null;
  /** Decisions by resolved round, shape [round]. */
  readonly past: readonly PastRound[];
  /** What the powers meant and expected, at most one entry a round and power. */
  readonly aims: readonly Aim[];
  /** Cards that the facilitator laid, of all rounds; seen by nobody before they count. */
  readonly cards: readonly LaidCard[];
  /** Motions that this round's drafts carry, with the votes cast so far. */
  readonly motions: readonly Motion[];
  /** All that was said, offered and agreed. */
  readonly talks: Talks;
}

/** A command as a seat sends it. */
export type Command = { readonly id: string; readonly round: number } & (
  | {
      readonly type: 'draft';
      readonly order: { readonly kind: string; readonly params: Params };
      /** Told by bots alone. */
      readonly motive?: Motive;
      readonly proviso?: Proviso;
    }
  | {
      readonly type: 'edit';
      readonly draft: string;
      readonly params: Params;
      /** Absent: as it was; null: the order goes whatever is signed. */
      readonly proviso?: Proviso | null;
    }
  | { readonly type: 'withdraw'; readonly draft: string }
  | { readonly type: 'rank'; readonly drafts: readonly string[] }
  | { readonly type: 'ready'; readonly ready: boolean }
  | MotionCommand
  | KeepCommand
  | AimCommand
  | TalkCommand
);
