import type { Content } from '../../shared/core/content.ts';
import type { RoomInfo } from '../../shared/protocol/messages.ts';
import type { GameEvent, GameMeta } from '../store/store.ts';
import type { Clock } from '../time.ts';
import type { JournalParts } from './journal.ts';
import type { Seats } from './seats.ts';

/** What everybody may know about a game apart from its clock and its seats. */
export type Facts = Pick<
  RoomInfo,
  | 'code'
  | 'next'
  | 'session'
  | 'world'
  | 'rewinds'
  | 'overseen'
  | 'mode'
  | 'scenario'
  | 'depth'
  | 'pace'
  | 'phase'
  | 'round'
  | 'rounds'
  | 'expires'
>;

export const DAY = 24 * 3600 * 1000;

/** Milliseconds that a game is kept after something last happened in it. */
export const KEPT = 30 * DAY;

export interface TableParts extends Omit<JournalParts, 'stored'> {
  readonly meta: GameMeta;
  readonly content: Content;
  readonly clock: Clock;
  readonly seats: Seats;
  readonly expires: number;
  /** Whether the host had paused it. */
  readonly paused: boolean;
  /** Milliseconds after which a bot plays for somebody who is away. */
  readonly standInAfter: number;
  /** What the facilitator told lately, and lines of the log since the last snapshot. */
  readonly past: {
    readonly notices: readonly GameEvent[];
    readonly rewinds: number;
    readonly events: readonly GameEvent[];
  };
  /** Something that people can see has changed and is safely stored. */
  readonly changed: () => void;
}
