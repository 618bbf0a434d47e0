/** The channel of a session's console and projector: what may be asked, and what is told. */
import * as v from 'valibot';
import { DEPTHS, type Depth, POWERS, type Power } from '../core/powers.ts';
import type { Refusal } from '../core/refusal.ts';
import { PHASES } from '../core/state.ts';
import { cardSchema, PACES, type Pace, type RoomInfo, type SeatPlayer } from './messages.ts';
import type { RosterEntry } from './roster.ts';
import { absenceSchema, SEATINGS, type Seating, seatSchema, worldSchema } from './sessions.ts';

/** Absent: all worlds. */
const worlds = v.optional(v.pipe(v.array(worldSchema), v.minLength(1), v.maxLength(10)));
const words = v.pipe(v.string(), v.maxLength(2000));
const seconds = (least: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(3600));

/**
 * What a console may ask. `next` ends the phase, harmless when the named one has ended already; `resolve` goes
 * straight to the report with the drafts as they stand; `end` goes to the debrief; `rewind` goes back
 * to the beginning of the round that was resolved last. `say` tells all, a world, a power of all worlds (a
 * team), or one seat. `move` changes places with the head where the other seat is full. `bot` hands a seat to a bot until it is given
 * back; `leave` lets the bot in a person's seat agree for him. `extra` gives one person so
 * many seconds beyond each deadline while he is not ready. `help` is the call of a seat, `answer` ends it.
 */
export const hallCommandSchema = v.variant('do', [
  v.strictObject({
    do: v.picklist(['start', 'pause', 'resume', 'resolve', 'end', 'rewind']),
    worlds,
  }),
  v.strictObject({ do: v.literal('next'), phase: v.optional(v.picklist(PHASES)), worlds }),
  v.strictObject({ do: v.literal('extend'), seconds: seconds(1), worlds }),
  v.strictObject({ do: v.literal('words'), open: v.boolean(), worlds }),
  v.strictObject({ do: v.literal('card'), card: cardSchema, worlds }),
  v.strictObject({ do: v.literal('preview'), card: cardSchema, world: worldSchema }),
  v.strictObject({
    do: v.literal('say'),
    text: words,
    world: v.optional(worldSchema),
    power: v.optional(v.picklist(POWERS)),
  }),
  v.strictObject({ do: v.literal('move'), seat: seatSchema, to: seatSchema }),
  v.strictObject({
    do: v.literal('rename'),
    seat: seatSchema,
    name: v.pipe(v.string(), v.maxLength(400)),
  }),
  v.strictObject({ do: v.literal('remove'), seat: seatSchema }),
  v.strictObject({ do: v.literal('bot'), seat: seatSchema, plays: v.boolean() }),
  v.strictObject({ do: v.literal('leave'), seat: seatSchema, given: v.boolean() }),
  v.strictObject({ do: v.literal('extra'), seat: seatSchema, seconds: seconds(0) }),
  v.strictObject({ do: v.literal('lock'), locked: v.boolean() }),
  v.strictObject({ do: v.literal('absence'), seconds: absenceSchema }),
  v.strictObject({ do: v.literal('seating'), seating: v.picklist(SEATINGS) }),
  v.strictObject({
    do: v.literal('settings'),
    depth: v.optional(v.picklist(DEPTHS)),
    pace: v.optional(v.picklist(PACES)),
  }),
  v.strictObject({ do: v.literal('scores'), shown: v.boolean() }),
  v.strictObject({ do: v.literal('talks'), world: worldSchema }),
  v.strictObject({ do: v.literal('help'), text: v.optional(words, '') }),
  v.strictObject({ do: v.literal('answer'), seat: seatSchema, text: v.optional(words, '') }),
  v.strictObject({ do: v.literal('renew') }),
]);
export type HallCommand = v.InferOutput<typeof hallCommandSchema>;
export type HallCommandName = HallCommand['do'];

/** What happened in each world that a command was for; a refusal in one does not stop the others. */
export interface WorldOutcome {
  readonly world: number;
  readonly refusal: Refusal | null;
}

/** Names of the messages on the hall's connection. */
export const HALL_MESSAGE = {
  command: 'command',
  whole: 'whole',
  /** From the server: a frame of the state, packed like a view, and server time on arrival. */
  state: 'state',
  hello: 'hello',
} as const;

/** A call for help that has not been answered. */
export interface HelpCall {
  /** Server time. */
  readonly at: number;
  readonly text: string;
}

/** A seat as the console sees it. */
export interface HallSeat {
  readonly power: Power;
  readonly player: SeatPlayer;
  /** Who holds it; the first who is connected is its head. */
  readonly members: readonly {
    /** By it commands name one of several. */
    readonly id: number;
    readonly name: string;
    readonly connected: boolean;
  }[];
  readonly ready: boolean;
  /** The phase waits for this person while others are ready. */
  readonly blocking: boolean;
  /** The person has done nothing in this round. */
  readonly silent: boolean;
  /** Resolved rounds in a row in which its person did nothing. */
  readonly idle: number;
  /** The facilitator has handed it to a bot. */
  readonly handed: boolean;
  /** The bot may agree in its person's name. */
  readonly leave: boolean;
  /** Extra seconds of its person. */
  readonly extra: number;
  readonly help: HelpCall | null;
}

type WorldClock = Pick<
  RoomInfo,
  'phase' | 'round' | 'rounds' | 'paused' | 'waiting' | 'deadline' | 'left' | 'length' | 'rewinds'
>;

/** Score by power: 50 = as in history. */
type Scores = Readonly<Record<Power, number>>;

export interface HallWorld extends WorldClock {
  /** From 1. */
  readonly number: number;
  /** Code of its game. */
  readonly game: string;
  readonly talk: boolean;
  /** Cards that lie in the present round. */
  readonly cards: number;
  readonly seats: readonly HallSeat[];
  /** Null before the first report. */
  readonly scores: Scores | null;
}

/** What a console sees. */
export interface HallState {
  readonly role: 'facilitator' | 'cofacilitator';
  readonly code: string;
  readonly scenario: string;
  readonly depth: Depth;
  readonly pace: Pace;
  readonly seating: Seating;
  readonly locked: boolean;
  readonly readTalks: boolean;
  /** Seconds. */
  readonly absence: number;
  readonly scoresShown: boolean;
  /** People who may share a seat. */
  readonly cabinet: number;
  readonly expires: number;
  /** Consoles that are open now. */
  readonly consoles: number;
  readonly roster: readonly (RosterEntry & { readonly seated: boolean })[];
  readonly worlds: readonly HallWorld[];
}

/** What the projector sees: no names, no secrets, and scores only when they are shown. */
export interface ProjectorState {
  readonly role: 'projector';
  readonly code: string;
  readonly scenario: string;
  readonly depth: Depth;
  readonly expires: number;
  readonly worlds: readonly (WorldClock & {
    readonly number: number;
    readonly seats: readonly {
      readonly power: Power;
      readonly held: boolean;
      readonly connected: boolean;
      readonly ready: boolean;
    }[];
    readonly scores: Scores | null;
  })[];
}

/** What the facilitator tells a table or a seat. `MESSAGE.notices` brings a list, on arrival the last ones. */
export type Notice = {
  /** Counts within the game. */
  readonly id: number;
  /** Server time. */
  readonly at: number;
  /** Null = everybody at the table. */
  readonly to: Power | null;
} & (
  | { readonly kind: 'said' | 'answered'; readonly text: string }
  | { readonly kind: 'rewound'; readonly round: number }
  | { readonly kind: 'extended'; readonly seconds: number }
);
