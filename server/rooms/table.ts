import type { Content } from '../../shared/core/content.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import { type Outcome, refuse } from '../../shared/core/refusal.ts';
import type { Command, GameState, Giver } from '../../shared/core/state.ts';
import { advance, endNow, submit } from '../../shared/game/index.ts';
import { isForHead } from '../../shared/protocol/authority.ts';
import type { HostAction } from '../../shared/protocol/messages.ts';
import type { SeatRecord } from '../store/store.ts';
import { Bots, bindsAbsent } from './bots.ts';
import { Conducting } from './conducting.ts';
import { Deeds } from './deeds.ts';
import { type Done, done, no } from './done.ts';
import { guarded } from './guarded.ts';
import { Hosting } from './hosting.ts';
import { type Changes, Journal, type Note } from './journal.ts';
import { PhaseClock } from './phaseClock.ts';
import { Presence } from './presence.ts';
import type { CommandEvent } from './record.ts';
import type { Claim, Place, Seats } from './seats.ts';
import { DAY, type Facts, KEPT, type TableParts } from './tableParts.ts';

/**
 * One game on the server: the rules' state, who sits where, the clock, and the log. It knows
 * nothing of connections. Whatever changes is in the store before anybody hears of it.
 */
export class Table {
  readonly #parts: TableParts;
  readonly #seats: Seats;
  readonly #clock: PhaseClock;
  readonly #presence: Presence;
  readonly #journal: Journal;
  readonly #bots: Bots;
  readonly #hosting: Hosting;
  readonly #deeds: Deeds;
  /** What the facilitator of a session may do here. */
  readonly conducting: Conducting;
  #expires: number;

  constructor(parts: TableParts) {
    this.#parts = parts;
    this.#seats = parts.seats;
    this.#journal = new Journal({ ...parts, stored: parts.changed });
    this.#expires = parts.expires;
    this.#clock = new PhaseClock(
      parts.clock,
      parts.meta.pace,
      () => this.#guard(() => (this.conducting.grace() ? undefined : this.#moveOn())),
      () => this.#guard(() => this.#endIfReady()),
    );
    this.#presence = new Presence(parts.clock, parts.standInAfter, (power) =>
      this.#guard(() => this.#missed(power)),
    );
    this.#bots = new Bots({
      ...parts,
      journal: this.#journal,
      waiting: () => this.#clock.waiting,
      give: (power, command) => this.#accept(power, 'bot', command),
      played: () => this.#endIfReady(),
    });
    this.#hosting = new Hosting({
      content: parts.content,
      seats: this.#seats,
      journal: this.#journal,
      clock: this.#clock,
      start: () => this.#start(),
      moveOn: () => this.#moveOn(),
      end: () => this.#enter(endNow(this.#journal.state), [{ kind: 'end', data: {} }], {}),
      release: (place) => this.release(place),
      goesOn: () => this.#endIfReady(),
      changed: parts.changed,
    });
    this.#deeds = new Deeds(parts.state.round, parts.past.events);
    this.conducting = new Conducting({
      ...parts,
      seats: this.#seats,
      journal: this.#journal,
      phases: this.#clock,
      presence: this.#presence,
      hosting: this.#hosting,
      deeds: this.#deeds,
      advance: (phases) => this.#advance(phases, {}),
      enter: (state, notes) => {
        this.#bots.forget();
        return this.#enter(state, notes, { snapshot: true });
      },
      back: (power) => this.#unready(power),
      released: (place) => this.#released(place),
      goesOn: () => {
        this.#bots.run();
        this.#endIfReady();
      },
    });
    this.#clock.setWaiting(true);
    this.#clock.setPaused(parts.paused);
    this.#clock.begin(parts.state.phase);
  }

  /** The game as it is stored: the only one that may be shown. */
  get state(): GameState {
    return this.#journal.stored;
  }
  get clock(): Pick<PhaseClock, 'length' | 'deadline' | 'left' | 'paused' | 'waiting'> {
    return this.#clock;
  }
  get content(): Content {
    return this.#parts.content;
  }
  /** What everybody may know about the game apart from its clock and its seats. */
  facts(): Facts {
    const { code, content } = this.#parts;
    const { phase, round, depth } = this.#journal.stored;
    const {
      mode,
      scenario,
      pace,
      session = '',
      world = 0,
      overseen = false,
    } = this.conducting.meta;
    const rounds = content.halves.length;
    return {
      code,
      next: this.#hosting.next,
      session,
      world,
      overseen,
      rewinds: this.conducting.rewinds,
      mode,
      scenario,
      depth,
      pace,
      phase,
      round,
      rounds,
      expires: this.#expires,
    };
  }
  get seats(): readonly SeatRecord[] {
    return this.#seats.all();
  }
  /** The place that a key opens now; null = none any more. */
  placeOf(key: string): Place | null {
    return this.#seats.byKey(key);
  }
  isPresent(power: Power): boolean {
    return this.#presence.has(power);
  }

  /** Ends all timers; the game stays in the store. */
  async close(): Promise<void> {
    this.#clock.stop();
    this.#presence.stop();
    await this.#journal.close();
  }

  /** Seats a new person, or finds the seat of one who comes back. Stored when it resolves. */
  async claim(key: {
    token?: string;
    returnCode?: string;
    name: string;
    power?: Power;
    /** By the session that the table belongs to. */
    invited?: boolean;
  }): Promise<Claim> {
    const { token, returnCode, name, power, invited = false } = key;
    const comesBack = token !== undefined || returnCode !== undefined;
    // A game against bots is its maker's alone.
    if (!comesBack && this.#parts.meta.mode === 'solo') {
      return { ok: false, refusal: refuse('gameFull') };
    }
    if (!comesBack && !invited && this.#parts.meta.session !== undefined) {
      return { ok: false, refusal: refuse('bySession') };
    }
    const claim =
      returnCode !== undefined
        ? this.#seats.byReturnCode(returnCode)
        : token !== undefined
          ? this.#seats.byToken(token)
          : this.#seats.claim(name, power);
    if (!claim.ok || claim.token === undefined) return claim;
    if (!comesBack && this.#seats.get(claim.power).members.length === 1) {
      this.#unready(claim.power);
      this.#deeds.sits(claim.power, this.#journal.state.round);
    }
    this.#touch();
    await this.#journal.write({ seats: this.#seats.all(), expires: this.#expires }, [
      { kind: 'seat', data: { power: claim.power, by: returnCode ? 'returned' : 'taken' } },
    ]);
    return claim;
  }

  /** A person's connection stands: the seat is his again, and a waiting clock goes on. */
  arrive(place: Place): void {
    const { power } = place;
    this.#guard(() => {
      this.#presence.arrive(place);
      // Those who are still missing have been missing for nobody until now.
      for (const seat of this.#seats.all()) if (seat.held) this.#presence.expect(seat.power);
      const seat = this.#seats.get(power);
      if (seat.held && seat.player !== 'person' && !seat.marks.handed) {
        this.#seats.setPlayer(power, 'person');
        this.#unready(power);
        this.#journal.write({ seats: [this.#seats.get(power)] }, [
          { kind: 'seat', data: { power, by: 'back' } },
        ]);
      }
      this.#clock.setWaiting(false);
      this.#keep();
      this.#bots.run();
      this.#parts.changed();
    });
  }

  /** The last connection of a person is gone. */
  depart(place: Place): void {
    this.#guard(() => {
      this.#presence.depart(place);
      if (this.#presence.nobody) this.#clock.setWaiting(true);
      this.#parts.changed();
    });
  }

  /** A command of a person. Resolves once it is stored. */
  command({ power, member }: Place, input: unknown): Promise<Done> {
    if (isForHead(input) && this.conducting.headOf(power)?.id !== member) {
      return Promise.resolve(no(refuse('notHead')));
    }
    if (this.#seats.get(power).marks.handed) return Promise.resolve(no(refuse('botPlays')));
    const { round } = this.#journal.state;
    return this.#accept(power, 'person', input, () => {
      this.#deeds.did(power, round, input);
      this.#bots.run();
      this.#endIfReady();
    });
  }

  rename(place: Place, typed: string): Promise<Done> {
    return this.conducting.rename(place, typed);
  }

  /** A new return code for a person; shown once, kept as a digest. */
  async returnCode(place: Place): Promise<Outcome<string>> {
    const code = this.#seats.issueReturnCode(place);
    await this.#journal.write({ seats: [this.#seats.get(place.power)] }, []);
    return { ok: true, value: code };
  }

  /** Takes another free seat before the start. */
  async move(from: Power, to: Power): Promise<Done> {
    if (this.#parts.meta.session !== undefined) return no(refuse('notFacilitator'));
    if (this.#journal.state.phase !== 'lobby') return no(refuse('wrongPhase'));
    if (!this.#seats.move(from, to)) return no(refuse('seatTaken', { power: to }));
    this.#presence.move(from, to);
    await this.#journal.write({ seats: this.#seats.all() }, []);
    return done;
  }

  /** A person is gone for good: by his own wish or the host's. Where nobody is left, a bot goes on. */
  async release(place: Place): Promise<void> {
    const { power } = place;
    this.#seats.release(place, this.#journal.state.phase === 'lobby' ? 'empty' : 'bot');
    this.#released(place);
    await this.#journal.write({ seats: this.#seats.all() }, [
      { kind: 'seat', data: { power, by: 'left' } },
    ]);
    this.#bots.run();
    this.#endIfReady();
  }

  /** A person is not there any more, by whatever way. */
  #released(place: Place): void {
    this.#presence.depart(place);
    if (this.#presence.nobody) this.#clock.setWaiting(true);
  }

  /** What only the host may do. Removing is for the caller to finish: he knows the connections. */
  act(power: Power, action: HostAction): Promise<Done> {
    return this.#hosting.act(power, action);
  }

  /** From the lobby into the first round; a bot sits down wherever nobody does. */
  async #start(): Promise<void> {
    for (const { power, player } of this.#seats.all()) {
      if (player === 'empty') this.#seats.setPlayer(power, 'bot');
    }
    await this.#advance(1, { seats: this.#seats.all() });
  }

  #accept(power: Power, giver: Giver, input: unknown, then?: () => void): Promise<Done> {
    if (this.#journal.closed) return Promise.resolve(no(refuse('notSaved')));
    if (giver === 'bot' && bindsAbsent(this.#seats.get(power), input)) {
      return Promise.resolve(no(refuse('standIn')));
    }
    const outcome = submit(this.#parts.content, this.#journal.state, power, giver, input);
    if (!outcome.ok) return Promise.resolve(no(outcome.refusal));
    this.#journal.state = outcome.state;
    // A repeated command is answered when its first arrival is safe.
    const data: CommandEvent = { seat: power, giver, command: input as Command };
    const written = outcome.repeated
      ? this.#journal.last
      : this.#journal.write({}, [{ kind: 'command', data }]);
    return written.then(
      () => {
        if (!outcome.repeated) this.#guard(() => then?.());
        return done;
      },
      () => no(refuse('notSaved')),
    );
  }

  /** Who only looks in keeps the game too; once a day is often enough to write that down. */
  #keep(): void {
    const before = this.#expires;
    this.#touch();
    if (this.#expires - before < DAY) this.#expires = before;
    else this.#journal.write({ expires: this.#expires }, []);
  }

  #touch(): void {
    this.#expires = this.#parts.clock.now() + KEPT;
  }

  /** The phase is over: by time, by readiness, or because the host said so. */
  async #moveOn(): Promise<void> {
    const { phase } = this.#journal.state;
    if (this.#journal.closed || phase === 'lobby' || phase === 'debrief') return;
    // Without deadlines ink time would be a second waiting for the same thing.
    const skipInk = phase === 'deliberation' && this.#parts.meta.pace === 'calm';
    await this.#advance(skipInk ? 2 : 1, {});
  }

  /** So many phases on, in one write; the round's result is kept with it. */
  async #advance(phases: number, entry: Changes): Promise<void> {
    const notes: Note[] = [];
    let { state } = this.#journal;
    for (let i = 0; i < phases; i += 1) {
      const { round } = state;
      state = advance(this.#parts.content, state);
      notes.push({ round, kind: 'advance', data: { to: state.phase } });
    }
    await this.#enter(state, notes, entry);
  }

  /** Another phase begins, which the log's lines tell of. */
  async #enter(state: GameState, notes: readonly Note[], entry: Changes): Promise<void> {
    this.#journal.state = state;
    const { phase } = state;
    this.#clock.begin(phase);
    this.#touch();
    const snapshot = entry.snapshot || phase === 'report' || phase === 'debrief';
    await this.#journal.write({ ...entry, snapshot, expires: this.#expires }, notes);
    this.#bots.run();
  }

  /** Ends the phase when all who play are ready and enough of its time has passed. */
  #endIfReady(): void {
    const { phase, ready } = this.#journal.state;
    if (this.#journal.closed || phase === 'lobby' || phase === 'debrief') return;
    const stands = this.#clock.paused || this.#clock.waiting;
    // The time was over for all but one, and he is done now.
    const late = !stands && this.conducting.graceOver;
    if (!late && !this.#clock.readyCounts) return;
    const persons = this.#seats.persons();
    if (persons.length === 0 || this.#presence.nobody) return;
    // Bots think while people talk: a round must not be resolved before they have ordered.
    const needed = phase === 'deliberation' ? POWERS : persons.map(({ power }) => power);
    if (!late && !needed.every((power) => ready.includes(power))) return;
    this.#guard(() => this.#moveOn());
  }

  /** Somebody has been away for too long: a bot plays for him, and the host's part passes on. */
  #missed(power: Power): void {
    const seat = this.#seats.get(power);
    if (!seat.held || this.#presence.has(power) || this.#presence.nobody) return;
    const changed = new Set([power]);
    if (seat.host) {
      const next = this.#seats.passHost((other) => this.#presence.has(other.power));
      if (next) changed.add(next);
    }
    if (this.#journal.state.phase !== 'lobby') this.#seats.setPlayer(power, 'bot');
    this.#journal.write({ seats: [...changed].map((p) => this.#seats.get(p)) }, [
      { kind: 'seat', data: { power, by: 'away' } },
    ]);
    this.#bots.run();
    this.#endIfReady();
  }

  /** A person takes over from a bot in mid-round: what it laid down he may still change. */
  #unready(power: Power): void {
    const { phase, ready, round } = this.#journal.state;
    if (!ready.includes(power) || (phase !== 'deliberation' && phase !== 'ink')) return;
    const id = `back-${round}-${this.#journal.next}`;
    this.#accept(power, 'bot', { id, round, type: 'ready', ready: false });
  }

  #guard(work: () => void | Promise<void>): void {
    guarded(this.#parts, work);
  }
}
