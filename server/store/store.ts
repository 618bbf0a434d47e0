import type { Depth, Power } from '../../shared/core/powers.ts';
import type { Mode, Pace, SeatPlayer, Skill } from '../../shared/protocol/messages.ts';
import type { RosterEntry } from '../../shared/protocol/roster.ts';
import type { Seating } from '../../shared/protocol/sessions.ts';

/** Facts about a game that do not change, or seldom, and that the rules do not need. */
export interface GameMeta {
  readonly mode: Mode;
  readonly scenario: string;
  readonly depth: Depth;
  readonly skill: Skill;
  readonly pace: Pace;
  /** The session that the game is a world of, and its number there, from 1. */
  readonly session?: string;
  readonly world?: number;
  /** Whether the facilitator may read private talks; all who play are told. */
  readonly overseen?: boolean;
  /** People who may share a seat; absent = one. */
  readonly cabinet?: number;
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

/** What the facilitator has set for a person, and what that person waits for. */
export interface SeatMarks {
  /** A bot plays, whether the person is there or not. */
  readonly handed: boolean;
  /** The bot may agree in the person's name. */
  readonly leave: boolean;
  /** Extra milliseconds beyond each deadline. */
  readonly extra: number;
  readonly help: { readonly at: number; readonly text: string } | null;
}

export const NO_MARKS: SeatMarks = { handed: false, leave: false, extra: 0, help: null };

/** Somebody who sits at a seat. Keys are kept as SHA-256 only. */
export interface Member {
  /** Counts within the game in the order in which people came, from 1. */
  readonly id: number;
  readonly name: string;
  /** Hex digests of the tokens of the person's devices, newest first. */
  readonly tokenHashes: readonly string[];
  readonly returnHash: string | null;
}

/** Names of a seat's members as they are read out. */
export function namesOf(members: readonly Member[]): string {
  return members.map(({ name }) => name).join(', ');
}

/** A seat as it is kept: one person, or a cabinet of several. */
export interface SeatRecord {
  readonly power: Power;
  /** Names of its members as they are read out; empty when nobody holds the seat. */
  readonly name: string;
  /** Whether it has members. */
  readonly held: boolean;
  readonly player: SeatPlayer;
  /** The first is its head. */
  readonly members: readonly Member[];
  readonly host: boolean;
  readonly marks: SeatMarks;
}

/** A session: several worlds under one code. Keys are kept as SHA-256 only. */
export interface SessionRecord {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly expires: number;
  readonly gone: boolean;
  readonly data: SessionData;
}

/** What a session remembers beside the games of its worlds. */
export interface SessionData {
  readonly scenario: string;
  readonly depth: Depth;
  readonly pace: Pace;
  readonly seating: Seating;
  readonly locked: boolean;
  readonly readTalks: boolean;
  /** Milliseconds after which a bot plays for somebody who is away. */
  readonly absence: number;
  readonly scoresShown: boolean;
  /** People who may share a seat. */
  readonly cabinet: number;
  readonly facilitatorHash: string;
  readonly projectorHash: string;
  /** Codes of the worlds' games, the first world's first. */
  readonly worlds: readonly string[];
  readonly roster: readonly RosterEntry[];
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
  readonly meta?: GameMeta;
}

/** Where games are kept. Every promise that writes resolves only once the data is safe on disk. */
export interface GameStore {
  readonly sessions: SessionStore;
  /** Takes a code for a new game. False when the code is in use or ever was, by a game or a session. */
  reserve(game: GameRecord): Promise<boolean>;
  find(code: string): Promise<GameRecord | null>;
  seats(code: string): Promise<readonly SeatRecord[]>;
  write(code: string, entry: Entry): Promise<void>;
  /** The last snapshot, and the events after it in order. */
  latest(
    code: string,
  ): Promise<{ readonly snapshot: SnapshotRecord; readonly events: readonly GameEvent[] } | null>;
  /** Snapshots of a round, the newest first. */
  snapshotsOf(code: string, round: number): Promise<readonly SnapshotRecord[]>;
  /** The game's last events of a kind, at most so many, in order. */
  eventsOf(code: string, kind: string, most: number): Promise<readonly GameEvent[]>;
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

/** Where sessions are kept, under the same promises as games. */
export interface SessionStore {
  /** Takes a code for a new session. False when the code is in use or ever was, by a game or a session. */
  reserve(session: SessionRecord): Promise<boolean>;
  find(code: string): Promise<SessionRecord | null>;
  write(code: string, change: Partial<Pick<SessionRecord, 'expires' | 'data'>>): Promise<void>;
  /** Deletes everything about a session but its code; its worlds are games and deleted as such. */
  remove(code: string): Promise<void>;
  /** Sessions whose time has run out, at most 500. */
  expired(now: number): Promise<readonly string[]>;
}
