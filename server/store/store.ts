import type { Depth, Power } from '../../shared/core/powers.ts';
import type { Pace, SeatPlayer, Skill } from '../../shared/protocol/messages.ts';

/** Facts about a game that do not change, or seldom, and that the rules do not need. */
export interface GameMeta {
  readonly mode: 'solo' | 'friends';
  readonly scenario: string;
  readonly depth: Depth;
  readonly skill: Skill;
  readonly pace: Pace;
}

export interface GameRecord {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly expires: number;
  /** A deleted or expired game keeps its code, so that nobody lands in a stranger's game. */
  readonly gone: boolean;
  readonly meta: GameMeta;
}

/** A seat as it is kept. Keys are kept as SHA-256 only. */
export interface SeatRecord {
  readonly power: Power;
  /** Empty when no person holds the seat. */
  readonly name: string;
  readonly held: boolean;
  readonly player: SeatPlayer;
  /** Hex digests of the tokens of the person's devices, newest first. */
  readonly tokenHashes: readonly string[];
  readonly returnHash: string | null;
  /** Order in which people came, for handing on the host's part; 0 = nobody. */
  readonly arrived: number;
  readonly host: boolean;
}

/** One line of a game's log. `seq` counts from 1 within the game. */
export interface GameEvent {
  readonly seq: number;
  readonly round: number;
  readonly kind: string;
  readonly data: unknown;
}

export interface SnapshotRecord {
  /** Last event that is contained in it. */
  readonly seq: number;
  readonly round: number;
  readonly rules: string;
  /** The saved game, as the facade wrote it. */
  readonly state: string;
  readonly report: string | null;
  readonly hash: string;
}

/** What is written together: all of it is durable when the promise resolves, or none of it. */
export interface Entry {
  readonly events?: readonly GameEvent[];
  readonly snapshot?: SnapshotRecord;
  readonly seats?: readonly SeatRecord[];
  readonly expires?: number;
}

/** Where games are kept. Every promise that writes resolves only once the data is safe on disk. */
export interface GameStore {
  /** Takes a code for a new game. False when the code is in use or ever was. */
  reserve(game: GameRecord): Promise<boolean>;
  find(code: string): Promise<GameRecord | null>;
  seats(code: string): Promise<readonly SeatRecord[]>;
  write(code: string, entry: Entry): Promise<void>;
  /** The last snapshot, and the events after it in order. */
  latest(
    code: string,
  ): Promise<{ readonly snapshot: SnapshotRecord; readonly events: readonly GameEvent[] } | null>;
  /** Kind of the game's last event among these; null = there is none. */
  lastOf(code: string, kinds: readonly string[]): Promise<string | null>;
  /** Deletes everything about a game but its code. */
  remove(code: string): Promise<void>;
  /** Games whose time has run out, at most 500. */
  expired(now: number): Promise<readonly string[]>;
  /** Number of games that are kept. */
  count(): Promise<number>;
  close(): Promise<void>;
}
