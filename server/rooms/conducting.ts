import { cardsIn } from '../../shared/core/card.ts';
import type { Depth, Power } from '../../shared/core/powers.ts';
import { byPower } from '../../shared/core/powers.ts';
import { type Outcome, refuse } from '../../shared/core/refusal.ts';
import type { GameState } from '../../shared/core/state.ts';
import {
  type CardPreview,
  createGame,
  previewCard,
  readSpeech,
  scoresOf,
  withFreeWords,
} from '../../shared/game/index.ts';
import type { HallCommand, HallSeat, HallWorld, Notice } from '../../shared/protocol/hall.ts';
import type { HostAction, Pace } from '../../shared/protocol/messages.ts';
import { readName } from '../../shared/protocol/names.ts';
import type { GameMeta, Member, SeatRecord } from '../store/store.ts';
import type { Deeds } from './deeds.ts';
import { type Done, done, no } from './done.ts';
import type { Hosting } from './hosting.ts';
import type { Journal, Note } from './journal.ts';
import type { PhaseClock } from './phaseClock.ts';
import type { Presence } from './presence.ts';
import { beginningOf } from './record.ts';
import type { Place, Seats } from './seats.ts';
import type { TableParts } from './tableParts.ts';

interface ConductingParts extends TableParts {
  readonly seats: Seats;
  readonly journal: Journal;
  readonly phases: PhaseClock;
  readonly presence: Presence;
  readonly hosting: Hosting;
  readonly deeds: Deeds;
  readonly advance: (phases: number) => Promise<void>;
  /** Another state of the game begins, kept with a snapshot. */
  readonly enter: (state: GameState, notes: readonly Note[]) => Promise<void>;
  /** A person is not there any more. */
  readonly released: (place: Place) => void;
  /** A person has his seat back from a bot. */
  readonly back: (power: Power) => void;
  /** Bots may have something to do, and the phase may be over. */
  readonly goesOn: () => void;
}

/** What is told once more to whoever comes in. */
export const NOTICES_KEPT = 30;

/** Phases until the report, from each that can be cut short. */
const TO_REPORT: Partial<Record<GameState['phase'], number>> = {
  briefing: 3,
  deliberation: 2,
  ink: 1,
};

type Told<T> = T extends unknown ? Omit<T, 'id' | 'at'> : never;
type WorldCommand = Extract<HallCommand, { readonly worlds?: readonly number[] | undefined }>;

/** One world of a session under its facilitator: what he may do at this table beyond a host, and what he sees of it. */
export class Conducting {
  readonly #parts: ConductingParts;
  readonly #notices: Notice[];
  #meta: GameMeta;
  #rewinds: number;
  /** The phase that was lengthened for those with extra time. */
  #graced = '';
  #scores: { readonly of: GameState['path']; readonly are: HallWorld['scores'] } | null = null;

  constructor(parts: ConductingParts) {
    this.#parts = parts;
    this.#meta = parts.meta;
    this.#rewinds = parts.past.rewinds;
    this.#notices = parts.past.notices.map(({ data }) => data as Notice);
  }

  get meta(): GameMeta {
    return this.#meta;
  }
  get rewinds(): number {
    return this.#rewinds;
  }
  /** What was told, of which this seat may hear; null = whoever only looks on. */
  noticesFor(power: Power | null): readonly Notice[] {
    return this.#notices.filter(({ to }) => to === null || to === power);
  }

  /** A command that is for whole worlds. */
  async run(command: WorldCommand): Promise<Done> {
    switch (command.do) {
      case 'resolve': {
        const phases = TO_REPORT[this.#parts.journal.state.phase];
        if (phases === undefined) return no(refuse('wrongPhase'));
        await this.#parts.advance(phases);
        return done;
      }
      case 'rewind':
        return this.#rewind();
      case 'extend': {
        if (!this.#parts.phases.extend(command.seconds * 1000)) return no(refuse('noDeadline'));
        await this.tell({ to: null, kind: 'extended', seconds: command.seconds });
        return done;
      }
      case 'start':
      case 'pause':
      case 'resume':
      case 'next':
      case 'end':
      case 'words':
      case 'card': {
        const { worlds: _, ...action } = command;
        return this.#parts.hosting.run(action as HostAction);
      }
    }
  }

  /** Tells all at the table or one of them. Stored when it resolves. */
  async tell(told: Told<Notice>): Promise<void> {
    const { journal, clock, changed } = this.#parts;
    const notice = { ...told, id: (this.#notices.at(-1)?.id ?? 0) + 1, at: clock.now() } as Notice;
    this.#notices.push(notice);
    if (this.#notices.length > NOTICES_KEPT) this.#notices.shift();
    await journal.write({}, [{ kind: 'notice', data: notice }]);
    changed();
  }

  /** Words of the facilitator. */
  async say(text: string, to: Power | null): Promise<Done> {
    const read = readSpeech(text);
    if (!read.ok) return read;
    await this.tell({ kind: 'said', to, text: read.value });
    return done;
  }

  preview(card: Parameters<typeof previewCard>[2]): Outcome<CardPreview> {
    return previewCard(this.#parts.content, this.#parts.journal.state, card);
  }

  /** Another depth or pace. The depth is settled at the start. */
  async set(change: { readonly depth?: Depth; readonly pace?: Pace }): Promise<Done> {
    const { journal, content, phases, enter } = this.#parts;
    const { state } = journal;
    if (state.phase !== 'lobby') return no(refuse('wrongPhase'));
    const { depth = this.#meta.depth, pace = this.#meta.pace } = change;
    this.#meta = { ...this.#meta, depth, pace };
    phases.setPace(pace);
    await journal.write({ meta: this.#meta }, [{ kind: 'settings', data: { depth, pace } }]);
    if (depth === state.depth) return done;
    const fresh = createGame(content, { seed: state.seed, depth });
    await enter(withFreeWords(fresh, state.talks.open), []);
    return done;
  }

  setAbsence(ms: number): void {
    this.#parts.presence.patience = ms;
  }

  async rename(place: Place, typed: string): Promise<Done> {
    const read = readName(typed);
    if (!read.ok) return no(read.refusal);
    this.#parts.seats.rename(place, read.name);
    return this.#keep(place.power, 'renamed');
  }

  /** Hands a seat to a bot, or back to its person, or fills one that nobody holds. */
  async bot(power: Power, plays: boolean): Promise<Done> {
    const { seats, presence, hosting, goesOn, back } = this.#parts;
    const seat = seats.get(power);
    if (!seat.held) return hosting.run({ do: plays ? 'fill' : 'empty', power });
    if (seat.marks.handed === plays) return no(refuse('noChange'));
    seats.mark(power, { handed: plays });
    seats.setPlayer(power, plays ? 'bot' : 'person');
    if (!plays) {
      back(power);
      presence.expect(power);
    }
    const kept = await this.#keep(power, plays ? 'handed' : 'back');
    goesOn();
    return kept;
  }

  async leave(power: Power, given: boolean): Promise<Done> {
    this.#parts.seats.mark(power, { leave: given });
    const kept = await this.#keep(power, given ? 'leave' : 'noLeave');
    this.#parts.goesOn();
    return kept;
  }

  extra(power: Power, seconds: number): Promise<Done> {
    this.#parts.seats.mark(power, { extra: seconds * 1000 });
    return this.#keep(power, 'extra');
  }

  /** A seat calls for help. */
  async help(power: Power, text: string): Promise<Done> {
    const read = text.trim() === '' ? { ok: true as const, value: '' } : readSpeech(text);
    if (!read.ok) return read;
    this.#parts.seats.mark(power, { help: { at: this.#parts.clock.now(), text: read.value } });
    return this.#keep(power, 'help');
  }

  /** The call is answered, with words or by a walk through the room. */
  async answer(power: Power, text: string): Promise<Done> {
    if (!this.#parts.seats.get(power).marks.help) return no(refuse('noChange'));
    const read = text.trim() === '' ? { ok: true as const, value: '' } : readSpeech(text);
    if (!read.ok) return read;
    this.#parts.seats.mark(power, { help: null });
    const kept = await this.#keep(power, 'answered');
    if (read.value !== '') await this.tell({ kind: 'answered', to: power, text: read.value });
    return kept;
  }

  /**
   * Somebody from another seat sits down here with his keys, beside the others or in the place of one
   * who goes there. His connection comes anew.
   */
  async receive(power: Power, person: Member, instead: number | null): Promise<void> {
    const { seats, deeds, journal, released, presence, goesOn } = this.#parts;
    seats.receive(power, person, instead);
    if (instead !== null) released({ power, member: instead });
    if (seats.get(power).members.length === 1) deeds.sits(power, journal.state.round);
    presence.expect(power);
    await this.#keep(power, 'moved');
    goesOn();
  }

  /** Who speaks for a seat: the first of its people who is there; nobody, while nobody is. */
  headOf(power: Power): Member | null {
    const { seats, presence } = this.#parts;
    const there = seats
      .get(power)
      .members.find(({ id }) => presence.hasMember({ power, member: id }));
    return there ?? null;
  }

  /**
   * The phase's time is over. @returns whether it goes on for those who have extra time and are not
   * done; once a phase
   */
  grace(): boolean {
    const late = this.#late();
    if (late.length === 0 || this.#graced === this.#phase()) return false;
    this.#graced = this.#phase();
    this.#parts.phases.extend(Math.max(...late.map(({ marks }) => marks.extra)));
    this.#parts.changed();
    return true;
  }

  /** The phase runs on for nobody any more. */
  get graceOver(): boolean {
    return this.#graced === this.#phase() && this.#late().length === 0;
  }

  /** The world as the console sees it. */
  overview(): Omit<HallWorld, 'number' | 'game'> {
    const { journal, content, phases, seats } = this.#parts;
    const state = journal.stored;
    const { phase, round } = state;
    const { paused, waiting, deadline, length } = phases;
    return {
      phase,
      round,
      rounds: content.halves.length,
      paused,
      waiting,
      deadline,
      left: Math.round(phases.left),
      length,
      rewinds: this.#rewinds,
      talk: state.talks.open,
      cards: cardsIn(state.cards, round).length,
      seats: seats.all().map((seat) => this.#seat(seat, state)),
      scores: this.#scoresOf(state),
    };
  }

  #seat({ power, player, held, members, marks }: SeatRecord, state: GameState): HallSeat {
    const { deeds, presence } = this.#parts;
    const { ready, round, phase, path } = state;
    const runs = phase !== 'lobby' && phase !== 'debrief';
    const person = held && player === 'person';
    return {
      power,
      player,
      members: members.map(({ id, name }) => ({
        id,
        name,
        connected: presence.hasMember({ power, member: id }),
      })),
      ready: ready.includes(power),
      blocking: runs && person && !ready.includes(power) && ready.length > 0,
      silent: runs && person && deeds.silent(power, round),
      idle: person ? deeds.idle(power, path.length) : 0,
      handed: marks.handed,
      leave: marks.leave,
      extra: marks.extra / 1000,
      help: marks.help,
    };
  }

  #scoresOf(state: GameState): HallWorld['scores'] {
    if (state.path.length === 0) return null;
    if (this.#scores?.of !== state.path) {
      const scores = scoresOf(this.#parts.content, state);
      this.#scores = { of: state.path, are: byPower((power) => scores[power].score) };
    }
    return this.#scores.are;
  }

  async #rewind(): Promise<Done> {
    const { journal, store, content, code, deeds, enter } = this.#parts;
    const round = journal.state.path.length - 1;
    if (round < 0) return no(refuse('nothingToRewind'));
    // The snapshot that is looked for may be on its way to the disk.
    await journal.last;
    const then = await beginningOf(store, content, code, round);
    const now = journal.state;
    if (!then || now.path.length - 1 !== round) return no(refuse('nothingToRewind'));
    this.#rewinds += 1;
    deeds.forget(round);
    await enter(withFreeWords(then, now.talks.open), [
      { kind: 'rewind', round: now.round, data: { to: round } },
    ]);
    await this.tell({ kind: 'rewound', to: null, round });
    return done;
  }

  /** Persons with extra time for whom the phase may be lengthened. */
  #late(): readonly SeatRecord[] {
    const { seats, journal, presence } = this.#parts;
    const { phase, ready } = journal.state;
    if (phase !== 'deliberation' && phase !== 'ink') return [];
    return seats
      .persons()
      .filter(
        ({ power, held, marks }) =>
          held && marks.extra > 0 && presence.has(power) && !ready.includes(power),
      );
  }

  #phase(): string {
    const { round, phase } = this.#parts.journal.state;
    return `${this.#rewinds}:${round}:${phase}`;
  }

  async #keep(power: Power, by: string): Promise<Done> {
    const { journal, seats } = this.#parts;
    await journal.write({ seats: [seats.get(power)] }, [{ kind: 'seat', data: { power, by } }]);
    return done;
  }
}
