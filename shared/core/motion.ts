import type { Power } from './powers.ts';
import type { NamedOrder } from './talk.ts';

export const VOTES = ['yes', 'no', 'abstain'] as const;
export type Vote = (typeof VOTES)[number];

/** Members of the union that are played. */
export const VOTERS: readonly Power[] = ['KZ', 'RU'];

/**
 * A motion before the Eurasian Economic Union: filed openly in deliberation with the order that carries
 * it, voted on under seal by Kazakhstan and Russia, counted at step 2 by consensus.
 */
export interface Motion {
  /** Power and id of the draft that carries it, as in `RU-d3`. */
  readonly id: string;
  readonly round: number;
  readonly by: Power;
  readonly order: NamedOrder;
  /** Votes cast so far; a seat sees its own alone until the count. */
  readonly votes: Readonly<Partial<Record<Power, Vote>>>;
}

/** A motion as it was counted, in the report: public. */
export interface CountedMotion extends Motion {
  /** How the unplayed members voted by the printed rule, and their lean 0..100. */
  readonly members: readonly {
    readonly id: 'BY' | 'AM' | 'KG';
    readonly lean: number;
    readonly yes: boolean;
  }[];
  readonly carried: boolean;
}

export type MotionCommand = {
  readonly type: 'vote';
  readonly motion: string;
  readonly vote: Vote;
};
