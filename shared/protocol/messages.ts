import * as v from 'valibot';
import { MOST_EFFECTS } from '../core/card.ts';
import { DEPTHS, type Depth, POWERS, type Power } from '../core/powers.ts';
import { PHASES, type Phase } from '../core/state.ts';
import { isGameCode } from './codes.ts';

/** Bytes of one message to the server, envelope included. */
export const MAX_MESSAGE_BYTES = 16_384;
/** Requests a second on one connection; beyond, they are refused. */
export const REQUESTS_PER_SECOND = 15;
/** What a seat may ask in the long run, a second, and how much of it may come at once. */
export const LONG_RUN = { perSecond: 1, atOnce: 300 } as const;

const power = v.picklist(POWERS);

/** A card of the facilitator's deck, or a sentence of his own with its effects. */
export const cardSchema = v.union([
  v.strictObject({ deck: v.pipe(v.string(), v.maxLength(40)) }),
  v.strictObject({
    text: v.pipe(v.string(), v.maxLength(2000)),
    effects: v.pipe(
      v.array(
        v.strictObject({
          word: v.pipe(v.string(), v.maxLength(60)),
          delta: v.pipe(v.number(), v.finite()),
        }),
      ),
      v.maxLength(MOST_EFFECTS),
    ),
  }),
]);

/**
 * What the host of a game may ask. `next` moves on without waiting for the others; with the phase
 * that it is meant to end, it is harmless when that has ended already. `end` goes to the debrief after
 * any report, with the scores of what was played. `words` opens or closes free
 * words for everybody; offers stay open. `card` lays a happening into the round, seen in its report. `again` tells a table whose game is over where the host goes on.
 */
export const hostSchema = v.variant('do', [
  v.strictObject({ do: v.picklist(['start', 'pause', 'resume', 'end']) }),
  v.strictObject({ do: v.literal('next'), phase: v.optional(v.picklist(PHASES)) }),
  v.strictObject({ do: v.picklist(['remove', 'fill', 'empty']), power }),
  v.strictObject({ do: v.literal('words'), open: v.boolean() }),
  v.strictObject({ do: v.literal('card'), card: cardSchema }),
  v.strictObject({ do: v.literal('again'), code: v.pipe(v.string(), v.check(isGameCode)) }),
]);
export type HostAction = v.InferOutput<typeof hostSchema>;

/** Takes another free seat; only before the start. */
export const moveSchema = v.strictObject({ power });
export const renameSchema = v.strictObject({ name: v.pipe(v.string(), v.maxLength(400)) });

export const SKILLS = ['easy'] as const;
export type Skill = (typeof SKILLS)[number];

/**
 * How long the phases last: `calm` has no deadlines, the others are played by the clock. Six rounds and a
 * debrief fill 45 minutes at `normal`, 60 at `hour`; eight rounds and a debrief fill 90 at `long`.
 */
export const PACES = ['calm', 'slow', 'normal', 'quick', 'hour', 'long'] as const;
export type Pace = (typeof PACES)[number];

const name = v.pipe(v.string(), v.maxLength(400));

/** Body of POST /api/games. */
export const createSchema = v.strictObject({
  mode: v.picklist(['solo', 'friends']),
  scenario: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/)), 'lesson'),
  depth: v.optional(v.picklist(DEPTHS), 'intro'),
  skill: v.optional(v.picklist(SKILLS), 'easy'),
  pace: v.optional(v.picklist(PACES)),
  power: v.optional(power),
  name: v.optional(name),
  /** A seed makes the game repeatable; without one the server draws it. */
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295))),
});
export type CreateRequest = v.InferInput<typeof createSchema>;
export type NewGameRequest = v.InferOutput<typeof createSchema>;

/** Body of POST /api/games/:code/join. With a token or a return code: back to the own seat. */
export const joinSchema = v.strictObject({
  name: v.optional(name),
  power: v.optional(power),
  token: v.optional(v.pipe(v.string(), v.maxLength(100))),
  returnCode: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** False: only take the seat, the connection comes later. */
  connect: v.optional(v.boolean(), true),
  /** The device cannot inflate: send views as they are. */
  plain: v.optional(v.boolean(), false),
});
export type JoinRequest = v.InferInput<typeof joinSchema>;

/** Answer to a creation. The token belongs in the device's storage and nowhere else. */
export interface CreatedGame {
  readonly code: string;
  readonly power: Power;
  readonly token: string;
}

/** Answer to a join: the way to the room, and the seat. */
export interface JoinedGame {
  readonly power: Power;
  readonly name: string;
  /** Absent when the caller already holds one. */
  readonly token?: string;
  /** Absent when only a seat was asked for. */
  readonly reservation?: {
    readonly name: string;
    readonly sessionId: string;
    readonly roomId: string;
    readonly processId: string;
  };
}

/** Who opened a game: one person for himself, for friends, or a session as one of its worlds. */
export type Mode = 'solo' | 'friends' | 'class';

export type SeatPlayer = 'person' | 'bot' | 'empty';

/** A seat as everybody sees it. */
export interface SeatInfo {
  readonly power: Power;
  /** The person's name, or the names of several; empty when no person holds the seat. */
  readonly name: string;
  /** Name of who speaks for it now; empty while none of its people is there. */
  readonly head: string;
  /** Whether a person holds the seat, present or not. */
  readonly held: boolean;
  /** Who plays it now: a held seat whose person is away too long is played by a bot. */
  readonly player: SeatPlayer;
  readonly connected: boolean;
  readonly ready: boolean;
}

/** What the welcome page shows before a seat is taken. */
export interface GameInfo {
  readonly code: string;
  readonly mode: Mode;
  readonly scenario: string;
  readonly depth: Depth;
  readonly phase: Phase;
  readonly round: number;
  readonly rounds: number;
  readonly seats: readonly Pick<SeatInfo, 'power' | 'name' | 'held' | 'player'>[];
  /** Whether free words are open. */
  readonly talk: boolean;
  /** Address that other devices can open, for links and the QR code. */
  readonly link: string;
  /** When the game will be deleted if nobody plays on, milliseconds since 1970. */
  readonly expires: number;
}

/** Public state of a room, as the connection hands it to the page. */
export interface RoomInfo {
  readonly code: string;
  /** Code of the game in which the host plays again; empty while there is none. */
  readonly next: string;
  /** Code of the session that the game is a world of; empty = none. */
  readonly session: string;
  /** Number of the world in its session, from 1; 0 = none. */
  readonly world: number;
  /** Whether the facilitator may read private talks. */
  readonly overseen: boolean;
  /** How often the facilitator has taken a round back. */
  readonly rewinds: number;
  readonly mode: Mode;
  readonly scenario: string;
  readonly depth: Depth;
  readonly pace: Pace;
  readonly phase: Phase;
  readonly round: number;
  readonly rounds: number;
  /** Host's power; null while nobody holds a seat. */
  readonly host: Power | null;
  readonly paused: boolean;
  /** The clock waits because no person is there. */
  readonly waiting: boolean;
  /** Server time at which the phase ends; 0 = it has no deadline, or the clock stands still. */
  readonly deadline: number;
  /** Milliseconds that were left when the clock was stopped; 0 when it runs. */
  readonly left: number;
  /** Length of the phase in milliseconds; 0 = no deadline. */
  readonly length: number;
  readonly seats: readonly SeatInfo[];
  readonly expires: number;
}

/** Names of the messages on the room's connection. */
export const MESSAGE = {
  /** Requests to the server. */
  command: 'command',
  host: 'host',
  move: 'move',
  rename: 'rename',
  returnCode: 'returnCode',
  whole: 'whole',
  leave: 'leave',
  /** A hall command, in worlds of a session: who sits at a table may call for help, and no more. */
  hall: 'hall',
  /** From the server: a frame of the view, server time on arrival, and what the facilitator tells. */
  view: 'view',
  hello: 'hello',
  notices: 'notices',
} as const;

export interface Hello {
  /** Server time, milliseconds since 1970: deadlines are told in it. */
  readonly now: number;
  /** Null for who only looks on. */
  readonly power: Power | null;
}
