import * as v from 'valibot';
import { DEPTHS, type Depth, POWERS, type Power } from '../core/powers.ts';
import { type GameInfo, type JoinedGame, joinSchema, PACES } from './messages.ts';
import { MOST_LIST, type RosterProblem } from './roster.ts';

/** Worlds that one session may have. */
export const MOST_WORLDS = 10;
/** People who may share one seat. */
export const MOST_MEMBERS = 8;

/**
 * Who sits where: each chooses; by lot; evenly, so that worlds and powers fill alike; or by a list of names. Where
 * a rule leaves it open, and once a world runs, people come where they are needed: to the world with the fewest.
 */
export const SEATINGS = ['free', 'random', 'balanced', 'list'] as const;
export type Seating = (typeof SEATINGS)[number];

/** Seconds after which a bot plays for somebody who is away. */
export const absenceSchema = v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(3600));
export const worldSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_WORLDS));
const list = v.pipe(v.string(), v.maxLength(MOST_LIST));

/** Body of POST /api/sessions. */
export const sessionSchema = v.strictObject({
  scenario: v.optional(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/)), 'lesson'),
  depth: v.optional(v.picklist(DEPTHS), 'intro'),
  pace: v.optional(v.picklist(PACES), 'normal'),
  worlds: v.optional(worldSchema, 1),
  seating: v.optional(v.picklist(SEATINGS), 'balanced'),
  /** A pasted list, a name a line: those names are reserved. */
  roster: v.optional(list),
  /** Whether people may use free words. Offers are always open. */
  talk: v.optional(v.boolean(), true),
  /** Whether the facilitator may read private talks; participants are told. */
  readTalks: v.optional(v.boolean(), false),
  absence: v.optional(absenceSchema, 60),
  /** People who may share a seat. */
  cabinet: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_MEMBERS)), 1),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295))),
});
export type SessionRequest = v.InferInput<typeof sessionSchema>;
export type NewSession = v.InferOutput<typeof sessionSchema>;

/** Body of PUT /api/sessions/:code/roster, with the facilitator's key as bearer. */
export const rosterSchema = v.strictObject({ roster: list });

/** Answer to a list of names. */
export interface RosterAnswer {
  /** Names that are reserved now. */
  readonly names: number;
  /** Lines that were left out. */
  readonly problems: readonly RosterProblem[];
}

/** Answer to a creation. Keys belong in the facilitator's browser and nowhere else. */
export interface CreatedSession extends RosterAnswer {
  /** The join code: it stays. */
  readonly code: string;
  /** Opens the console, on any number of devices. */
  readonly facilitator: string;
  /** Opens the projector's view: it shows, and may do nothing. */
  readonly projector: string;
  /** Addresses for other devices; keys stand behind #, where no server and no log sees them. */
  readonly link: string;
  readonly consoleLink: string;
  readonly projectorLink: string;
  readonly expires: number;
}

/** What stands on the welcome page of a session before a seat is taken. */
export interface SessionInfo {
  readonly code: string;
  readonly scenario: string;
  readonly depth: Depth;
  readonly seating: Seating;
  readonly locked: boolean;
  /** People who may share a seat. */
  readonly cabinet: number;
  /** Whether free words are open, and whether the facilitator may read private talks. */
  readonly talk: boolean;
  readonly readTalks: boolean;
  readonly worlds: readonly (Pick<GameInfo, 'phase' | 'round' | 'rounds' | 'seats'> & {
    readonly number: number;
  })[];
  readonly link: string;
  /** When the session will be deleted if nobody plays on, milliseconds since 1970. */
  readonly expires: number;
}

/** Body of POST /api/sessions/:code/join. World and power are wishes, heard where seating is free. */
export const sessionJoinSchema = v.strictObject({
  ...joinSchema.entries,
  world: v.optional(worldSchema),
});
export type SessionJoinRequest = v.InferInput<typeof sessionJoinSchema>;

/** Answer to a join: the seat, and the way to the room of its world. */
export interface JoinedSession extends JoinedGame {
  readonly world: number;
  /** Code of the world's own game: rooms are found by it. */
  readonly game: string;
}

/** Body of POST /api/sessions/:code/hall: the facilitator's key or the projector's. */
export const hallSchema = v.strictObject({
  key: v.pipe(v.string(), v.maxLength(100)),
  plain: v.optional(v.boolean(), false),
});

/** Body of POST /api/sessions/:code/watch: looks on at one world, seeing what all may see. */
export const watchSchema = v.strictObject({
  world: worldSchema,
  plain: v.optional(v.boolean(), false),
});

/** Answer to both: a way in. */
export interface EnteredRoom {
  readonly reservation: NonNullable<JoinedGame['reservation']>;
}

export const seatSchema = v.strictObject({
  world: worldSchema,
  power: v.picklist(POWERS),
  /** Which of several people; absent = the first. */
  member: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
export interface SeatPlace {
  readonly world: number;
  readonly power: Power;
  readonly member?: number | undefined;
}
