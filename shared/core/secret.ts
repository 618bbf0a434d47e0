import type { Power } from './powers.ts';

/** An order as an aim names it. */
interface Deed {
  readonly kind: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** An aim that one power alone knows of until the debrief. */
export interface SecretSpec {
  readonly id: string;
  readonly power: Power;
  /** Depth from which it is dealt: at `intro` nobody has any. */
  readonly depth: 'standard' | 'expert';
  /** Condition over the course of the game, as text: see `compileCondition`. */
  readonly met: string;
  /** Own orders that bring it nearer, and that spoil it: what bots go by. Absent parameters = any. */
  readonly helps?: readonly Deed[];
  readonly harms?: readonly Deed[];
}

/** How many are dealt to each power, and how many of them it keeps. */
export const DEALT = { intro: 0, standard: 2, expert: 3 } as const;
export const KEPT = { intro: 0, standard: 1, expert: 2 } as const;

/** Points on a power's score at the end: for one that is met, and for one that is not. */
export const SECRET_POINTS = { met: 6, missed: -2 } as const;

/** One power's hand of secret aims; part of the saved state. */
export interface SecretHand {
  readonly dealt: readonly string[];
  /** What its power chose; null = it has not chosen: the first ones stand. */
  readonly kept: readonly string[] | null;
}

/** What its owner sees of it. */
export interface SecretsView {
  readonly dealt: readonly string[];
  /** Those that count: chosen, or the first ones as long as nobody chose. */
  readonly kept: readonly string[];
  /** How many are to be kept. */
  readonly keep: number;
  /** They may still be chosen among, and whether that was done. */
  readonly open: boolean;
  readonly chosen: boolean;
  /** Whether each dealt one would be met if the game ended now. */
  readonly met: Readonly<Record<string, boolean>>;
}

/** A kept aim when the game is over. */
export interface SecretResult {
  readonly id: string;
  readonly met: boolean;
  readonly points: number;
}

export interface KeepCommand {
  readonly type: 'keep';
  readonly secrets: readonly string[];
}
