import { Room } from '@colyseus/core';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { POWERS } from '../../shared/core/powers.ts';
import { type Outcome, type Refusal, refuse } from '../../shared/core/refusal.ts';
import { viewFor } from '../../shared/game/index.ts';
import { AUTHORITY } from '../../shared/protocol/authority.ts';
import { CLOSING } from '../../shared/protocol/closing.ts';
import { hallCommandSchema, type Notice } from '../../shared/protocol/hall.ts';
import {
  type Hello,
  hostSchema,
  LONG_RUN,
  MESSAGE,
  moveSchema,
  REQUESTS_PER_SECOND,
  renameSchema,
} from '../../shared/protocol/messages.ts';
import { Allowance } from './allowance.ts';
import { done, no } from './done.ts';
import { RoomState, SeatState } from './roomState.ts';
import type { Claim, Place } from './seats.ts';
import type { Services } from './services.ts';
import type { Admission, SeatedClient } from './sitter.ts';
import type { Table } from './table.ts';
import { ViewSender } from './viewSender.ts';

/** How often a seat's door may be opened, and the connections that this can leave waiting. */
const DOOR = { perSecond: 0.4, atOnce: 8 };
const RESERVED_FOR = 20;
/** People who may look on at one table. */
export const MOST_WATCHERS = 12;
const WATCHING = 3 * MOST_WATCHERS;
const PER_PERSON = 2 + DOOR.atOnce + DOOR.perSecond * RESERVED_FOR;

/** Whole views that a connection may ask for: they are the only costly answer. */
const WHOLE_VIEWS = { perSecond: 0.5, atOnce: 5 };

/** Milliseconds after which a room that nobody is in leaves memory. The game stays in the store. */
const EMPTY_FOR = 120_000;

/** Messages a second at which a connection is dropped without a word. */
const FLOOD = 60;

/**
 * The room of one game: translates messages to the table and back, and nothing else. It is made by
 * the directory alone; clients cannot make or find rooms, only be let into one.
 */
export class GameRoom extends Room<{ state: RoomState; client: SeatedClient }> {
  #table!: Table;
  #services!: Services;
  #log!: Logger;
  #leaving: (() => void) | null = null;
  readonly #moved = new Set<string>();
  #closing = false;
  #showing = false;
  readonly #doors = new Map<string, Allowance>();
  readonly #longRun = new Map<string, Allowance>();
  #settle: () => void = () => {};
  readonly #closed = new Promise<void>((settle) => {
    this.#settle = settle;
  });

  override async onCreate(options: { code?: string; services: Services }): Promise<void> {
    const { code, services } = options;
    if (code === undefined) throw new Error('a room without a code');
    this.roomId = code;
    this.autoDispose = false;
    this.patchRate = 100;
    this.maxMessagesPerSecond = FLOOD;
    this.seatReservationTimeout = RESERVED_FOR;
    this.#services = services;
    this.#log = services.log.child({ room: code });
    this.#table = await services.lay(code, {
      changed: () => this.#showSoon(),
      // Who asked hears that it was not stored; then the lines are cut.
      failed: () => setImmediate(() => this.#remake()),
    });
    const { cabinet = 1 } = this.#table.conducting.meta;
    this.maxClients = WATCHING + POWERS.length * cabinet * PER_PERSON;
    this.state = new RoomState();
    this.#show();
    this.#listen();
    this.#leaveWhenEmpty();
  }

  /** Whether the room takes nobody any more. */
  get closing(): boolean {
    return this.#closing;
  }
  /** Resolves once a closing room has stored everything. */
  get closed(): Promise<void> {
    return this.#closed;
  }
  get table(): Table {
    return this.#table;
  }

  /** Finds or gives a seat for somebody at the door. */
  admit(key: Parameters<Table['claim']>[0]): Promise<Claim> {
    this.#leaveWhenEmpty();
    return this.#table.claim(key);
  }

  /** Whether a person's door may be opened now: who reloads without end must not crowd out the others. */
  mayEnter(place: Place | null): boolean {
    return this.#allowed(this.#doors, place, DOOR);
  }

  override onJoin(client: SeatedClient, admission: Admission): void {
    const { key, plain } = admission;
    // The seat may have been given up, moved or taken away since the door was opened.
    const place = key === null ? null : this.#table.placeOf(key);
    if (key !== null && place === null) throw new Error('the key opens no seat any more');
    client.userData = {
      key,
      place,
      sender: new ViewSender(plain),
      allowance: new Allowance(this.#services.clock, REQUESTS_PER_SECOND, 2 * REQUESTS_PER_SECOND),
      wholes: new Allowance(this.#services.clock, WHOLE_VIEWS.perSecond, WHOLE_VIEWS.atOnce),
      shown: null,
      heard: 0,
    };
    const hello: Hello = { now: this.#services.clock.now(), power: place?.power ?? null };
    if (place !== null) {
      for (const other of this.#at(place)) {
        if (other !== client) other.leave(CLOSING.moved);
      }
    }
    client.send(MESSAGE.hello, hello);
    if (place !== null) this.#table.arrive(place);
    this.#showTo(client);
  }

  override onLeave(client: SeatedClient): void {
    const place = client.userData?.place;
    if (place && !this.#at(place).some((other) => other !== client)) {
      this.#table.depart(place);
    }
    this.#leaveWhenEmpty();
  }

  override async onDispose(): Promise<void> {
    this.#closing = true;
    this.#leaving?.();
    await this.#table?.close();
    this.#settle();
  }

  override onUncaughtException(error: Error, method: string): void {
    this.#log.error({ err: error, method }, 'a room failed');
  }

  override disconnect(code?: number): Promise<unknown> {
    // The framework keeps a closing room until every opened door has been used or has timed out.
    // Nobody can come in any more, so nothing is worth that wait; it offers no way to say so.
    const doors = this as unknown as {
      readonly _reservedSeats: Record<string, unknown>;
      readonly _reservedSeatTimeouts: Record<string, NodeJS.Timeout>;
    };
    for (const [id, timeout] of Object.entries(doors._reservedSeatTimeouts)) {
      clearTimeout(timeout);
      delete doors._reservedSeatTimeouts[id];
      delete doors._reservedSeats[id];
    }
    return super.disconnect(code);
  }

  /** Sends everybody away and leaves memory. */
  async end(code: number): Promise<void> {
    if (this.#closing) return this.#closed;
    this.#closing = true;
    await this.disconnect(code);
  }

  #listen(): void {
    this.#on(MESSAGE.command, v.unknown(), (place, command) => this.#table.command(place, command));
    this.#on(MESSAGE.host, hostSchema, async ({ power }, action) => {
      const outcome = await this.#table.act(power, action);
      if (outcome.ok && action.do === 'remove') this.sendAway();
      return outcome;
    });
    this.#on(MESSAGE.rename, renameSchema, (place, { name }) => this.#table.rename(place, name));
    this.#on(MESSAGE.move, moveSchema, async (place, { power }, client) => {
      const outcome = await this.#table.move(place.power, power);
      if (outcome.ok) {
        client.userData.place = { ...place, power };
        client.userData.shown = null;
        client.send(MESSAGE.hello, { now: this.#services.clock.now(), power });
        this.#show();
      }
      return outcome;
    });
    this.#on(MESSAGE.returnCode, v.unknown(), (place) => this.#table.returnCode(place));
    this.#on(
      MESSAGE.whole,
      v.unknown(),
      (_place, _message, client) => this.#whole(client),
      (_message, client) => this.#whole(client),
    );
    this.#on(
      MESSAGE.hall,
      hallCommandSchema,
      async ({ power, member }, command) => {
        const kind = this.#table.conducting.headOf(power)?.id === member ? 'head' : 'member';
        const refusal = AUTHORITY[command.do][kind];
        if (refusal || command.do !== 'help') return no(refuse(refusal ?? 'notFacilitator'));
        if (this.#table.conducting.meta.session === undefined) return no(refuse('notFacilitator'));
        return this.#table.conducting.help(power, command.text);
      },
      async (command) => no(refuse(AUTHORITY[command.do].observer ?? 'notFacilitator')),
    );
    this.#on(MESSAGE.leave, v.unknown(), async (place) => {
      await this.#table.release(place);
      // The answer goes first; then the line is cut.
      setImmediate(() => {
        this.sendAway();
        if (this.#table.facts().mode === 'solo') this.#forget();
      });
      return { ok: true, value: null };
    });
  }

  /** A request: checked, answered with a value or a refusal, and never the end of anything. */
  #on<S extends v.GenericSchema>(
    type: string,
    schema: S,
    work: (
      place: Place,
      message: v.InferOutput<S>,
      client: SeatedClient,
    ) => Promise<Outcome<unknown>>,
    /** What those hear who only look on. */
    watcher?: (message: v.InferOutput<S>, client: SeatedClient) => Promise<Outcome<unknown>>,
  ): void {
    this.onMessage(type, async (client: SeatedClient, message: unknown, ctx) => {
      const refused = (refusal: Refusal) => ctx.reject(refusal);
      const { key, allowance } = client.userData;
      const place = key === null ? null : this.#table.placeOf(key);
      // Its seat has been taken away, and the line is about to be cut; or it never had one.
      if (place === null && (key !== null || !watcher)) return refused(refuse('unknownSeat'));
      if (!allowance.take() || !this.#allowed(this.#longRun, place, LONG_RUN)) {
        return refused(refuse('tooFast'));
      }
      const parsed = v.safeParse(schema, message);
      if (!parsed.success) return refused(refuse('malformed'));
      try {
        const outcome = await (place === null
          ? (watcher as NonNullable<typeof watcher>)(parsed.output, client)
          : work(place, parsed.output, client));
        return outcome.ok ? outcome.value : refused(outcome.refusal);
      } catch (error) {
        this.#log.error({ err: error, type }, 'a request failed');
        return refused(refuse('notSaved'));
      }
    });
  }

  async #whole(client: SeatedClient): Promise<Outcome<unknown>> {
    const { wholes, sender } = client.userData;
    if (!wholes.take()) return no(refuse('tooFast'));
    sender.forget();
    client.userData.shown = null;
    this.#showTo(client);
    return done;
  }

  #allowed(
    of: Map<string, Allowance>,
    place: Place | null,
    rate: { readonly perSecond: number; readonly atOnce: number },
  ): boolean {
    const who = place === null ? '' : `${place.power}${place.member}`;
    const allowance =
      of.get(who) ?? new Allowance(this.#services.clock, rate.perSecond, rate.atOnce);
    of.set(who, allowance);
    return allowance.take();
  }

  #at(place: Place): readonly SeatedClient[] {
    return this.clients.filter((client) => isSame(client.userData?.place ?? null, place));
  }

  /** Cuts the lines of those whose seat is theirs no more; somebody else may sit there already. */
  sendAway(): void {
    for (const client of this.clients) {
      const { key = null, place = null } = client.userData ?? {};
      if (key === null) continue;
      const now = this.#table.placeOf(key);
      if (now === null) client.leave(this.#moved.has(key) ? CLOSING.reseated : CLOSING.removed);
      else if (!isSame(now, place)) client.leave(CLOSING.reseated);
    }
  }

  /** Tells those who come by these keys that they have another seat now, perhaps in another world. */
  reseat(keys: readonly string[]): void {
    for (const key of keys) this.#moved.add(key);
    this.sendAway();
    for (const key of keys) this.#moved.delete(key);
  }

  /** People who look on. */
  get watchers(): number {
    return this.clients.filter((client) => client.userData?.key === null).length;
  }

  /** After the acknowledgements that are due: who waits for one waits for no view. */
  #showSoon(): void {
    if (this.#showing) return;
    this.#showing = true;
    setImmediate(() => {
      this.#showing = false;
      this.#show();
    });
  }

  /** Copies what is public into the room's state and sends each connection what is its own. */
  #show(): void {
    // The table exists before the state does, and may have something to say already.
    if (!this.state || this.#closing) return;
    const table = this.#table;
    const { state, clock, seats } = table;
    Object.assign(this.state, table.facts(), {
      paused: clock.paused,
      waiting: clock.waiting,
      deadline: clock.deadline,
      left: Math.round(clock.left),
      length: clock.length,
      host: seats.find(({ host }) => host)?.power ?? '',
    });
    seats.forEach((seat, i) => {
      const row = this.state.seats[i] ?? new SeatState();
      row.power = seat.power;
      row.name = seat.name;
      row.head = table.conducting.headOf(seat.power)?.name ?? '';
      row.held = seat.held;
      row.player = seat.player;
      row.connected = table.isPresent(seat.power);
      row.ready = state.ready.includes(seat.power);
      if (this.state.seats[i] === undefined) this.state.seats.push(row);
    });
    for (const client of this.clients) this.#showTo(client);
  }

  #showTo(client: SeatedClient): void {
    const sitter = client.userData;
    const { state } = this.#table;
    if (!sitter) return;
    const notices = this.#table.conducting
      .noticesFor(sitter.place?.power ?? null)
      .filter(({ id }) => id > sitter.heard);
    if (notices.length > 0) {
      sitter.heard = (notices.at(-1) as Notice).id;
      client.send(MESSAGE.notices, notices);
    }
    if (sitter.shown === state) return;
    sitter.shown = state;
    const frame = sitter.sender.frame(
      viewFor(this.#table.content, state, sitter.place?.power ?? null),
    );
    if (frame) client.sendBytes(MESSAGE.view, frame);
  }

  /** The store failed: what memory holds is not safe. Everybody comes back to what is. */
  #remake(): void {
    this.end(CLOSING.remade).catch((error: unknown) =>
      this.#log.error({ err: error }, 'a room could not be closed'),
    );
  }

  /** The only person of a solo game has left it for good. */
  #forget(): void {
    this.#services
      .forget(this.roomId)
      .catch((error: unknown) => this.#log.error({ err: error }, 'a game could not be deleted'));
  }

  #leaveWhenEmpty(): void {
    this.#leaving?.();
    this.#leaving = this.#services.clock.after(EMPTY_FOR, () => {
      if (this.clients.length > 0 || this.#closing) return;
      const { session } = this.#table.conducting.meta;
      if (session !== undefined && this.#services.isNeeded(session)) this.#leaveWhenEmpty();
      else this.#remake();
    });
  }
}

function isSame(a: Place | null, b: Place | null): boolean {
  return a?.power === b?.power && a?.member === b?.member;
}
