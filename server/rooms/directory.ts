import { matchMaker } from '@colyseus/core';
import type { Logger } from 'pino';
import type { Content } from '../../shared/core/content.ts';
import { POWERS } from '../../shared/core/powers.ts';
import { type Outcome, refuse } from '../../shared/core/refusal.ts';
import type { GameState } from '../../shared/core/state.ts';
import { advance, createGame, withFreeWords } from '../../shared/game/index.ts';
import { CLOSING } from '../../shared/protocol/closing.ts';
import { normaliseCode } from '../../shared/protocol/codes.ts';
import type {
  CreatedGame,
  GameInfo,
  JoinedGame,
  JoinRequest,
  NewGameRequest,
} from '../../shared/protocol/messages.ts';
import { readName } from '../../shared/protocol/names.ts';
import { contentOf, scenarioIds } from '../content.ts';
import type { GameMeta, GameRecord, GameStore } from '../store/store.ts';
import type { Clock } from '../time.ts';
import { NOTICES_KEPT } from './conducting.ts';
import { GameRoom, MOST_WATCHERS } from './GameRoom.ts';
import { newGameCode, newSeed } from './keys.ts';
import { restore, snapshotOf } from './record.ts';
import { type Place, Seats } from './seats.ts';
import type { Services } from './services.ts';
import type { Admission } from './sitter.ts';
import { Table } from './table.ts';
import { KEPT, type TableParts } from './tableParts.ts';

export interface DirectoryOptions {
  readonly store: GameStore;
  readonly clock: Clock;
  readonly log: Logger;
  /** Milliseconds after which a bot plays for somebody who is away. */
  readonly standInAfter: number;
  /** Most games in memory at once, and most games kept. */
  readonly most: { readonly open: number; readonly kept: number };
}

const ROOM = 'game';

/** Where games are found by their code: made, brought back from the store, joined, deleted. */
export class Directory {
  readonly #options: DirectoryOptions;
  readonly #opening = new Map<string, Promise<GameRoom>>();
  /** Games that are being deleted: nobody may wake them meanwhile. */
  readonly #leaving = new Set<string>();
  /** Sessions whose worlds somebody watches over, with what they want to hear. */
  readonly #watched = new Map<string, () => void>();

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  /** Name, class and options under which the framework makes the rooms. */
  definition(): readonly [string, typeof GameRoom, { services: Services }] {
    const { clock, log } = this.#options;
    const services: Services = {
      clock,
      log,
      lay: (code, hooks) => this.#lay(code, hooks),
      forget: (code) => this.delete(code),
      isNeeded: (session) => this.#watched.has(session),
    };
    return [ROOM, GameRoom, { services }];
  }

  /** A new game with its maker's seat taken; a solo game has begun when this resolves. */
  async create(request: NewGameRequest): Promise<Outcome<CreatedGame>> {
    const { mode, scenario, depth, skill, power, seed } = request;
    const solo = mode === 'solo';
    if (!scenarioIds().includes(scenario)) {
      return { ok: false, refusal: refuse('unknownScenario', { scenario }) };
    }
    let name = '';
    if (!solo || request.name !== undefined) {
      const read = readName(request.name ?? '');
      if (!read.ok) return read;
      name = read.name;
    }
    if (!(await this.hasRoom(1))) {
      return { ok: false, refusal: refuse('serverFull') };
    }
    const meta: GameMeta = {
      mode,
      scenario,
      depth,
      skill,
      pace: request.pace ?? (solo ? 'calm' : 'normal'),
    };
    const code = await this.#reserve(meta);
    const content = contentOf(scenario);
    const seats = new Seats();
    const claim = seats.claim(name, power);
    if (!claim.ok || claim.token === undefined) throw new Error('an empty table has no free seat');
    let state = createGame(content, { seed: seed ?? newSeed(), depth });
    if (solo) {
      for (const other of POWERS) if (other !== claim.power) seats.setPlayer(other, 'bot');
      state = advance(content, state);
    }
    await this.#found(code, meta, seats, state);
    return { ok: true, value: { code, power: claim.power, token: claim.token } };
  }

  /** A new world of a session, nobody in it. @returns the code of its game */
  async createWorld(meta: GameMeta, seed: number, talk: boolean): Promise<string> {
    const code = await this.#reserve(meta);
    const state = createGame(contentOf(meta.scenario), { seed, depth: meta.depth });
    await this.#found(code, meta, new Seats([], { hosted: false }), withFreeWords(state, talk));
    return code;
  }

  /** Whether so many more games may be made. */
  async hasRoom(games: number): Promise<boolean> {
    const { most, store } = this.#options;
    const open = matchMaker.stats.local.roomCount;
    return open + games <= most.open && (await store.count()) + games <= most.kept;
  }

  #found(code: string, meta: GameMeta, seats: Seats, state: GameState): Promise<void> {
    return this.#options.store.write(code, {
      seats: seats.all(),
      events: [{ seq: 1, round: 0, kind: 'created', data: { ...meta, seed: state.seed } }],
      snapshot: snapshotOf(state, 1),
    });
  }

  /** What stands on the welcome page. Takes no seat and wakes no room. */
  async info(code: string, link: string): Promise<Outcome<GameInfo>> {
    const found = await this.#find(code);
    if (!found.ok) return found;
    const { meta, expires } = found.value;
    const room = this.local(code);
    const { store } = this.#options;
    const seats = room ? room.table.seats : new Seats(await store.seats(code)).all();
    let content: Content;
    let state = room?.table.state;
    try {
      content = contentOf(meta.scenario);
      state ??= (await restore(store, content, code)).state;
    } catch {
      return { ok: false, refusal: refuse('outdatedGame') };
    }
    return {
      ok: true,
      value: {
        code,
        mode: meta.mode,
        scenario: meta.scenario,
        depth: meta.depth,
        phase: state.phase,
        round: state.round,
        rounds: content.halves.length,
        talk: state.talks.open,
        seats: seats.map(({ power, name, held, player }) => ({ power, name, held, player })),
        link,
        expires,
      },
    };
  }

  /** Gives a seat, or the own one back, and the way into the room. */
  async join(code: string, request: JoinRequest): Promise<Outcome<JoinedGame>> {
    const found = await this.#find(code);
    if (!found.ok) return found;
    const { token, returnCode, power, plain = false, connect = true } = request;
    let name = '';
    if (token === undefined && returnCode === undefined) {
      const read = readName(request.name ?? '');
      if (!read.ok) return read;
      name = read.name;
    }
    let room: GameRoom;
    try {
      room = await this.open(code);
    } catch (error) {
      this.#options.log.error({ err: error, room: code }, 'a stored game could not be opened');
      const { store } = this.#options;
      try {
        await restore(store, contentOf(found.value.meta.scenario), code);
        return { ok: false, refusal: refuse('notSaved') };
      } catch {
        return { ok: false, refusal: refuse('outdatedGame') };
      }
    }
    const claim = await room.admit({
      name,
      ...(token === undefined ? {} : { token }),
      ...(returnCode === undefined ? {} : { returnCode: normaliseCode(returnCode) }),
      ...(power === undefined ? {} : { power }),
    });
    if (!claim.ok) return claim;
    const joined: JoinedGame = {
      power: claim.power,
      name: claim.name,
      ...(claim.token === undefined ? {} : { token: claim.token }),
    };
    if (!connect) return { ok: true, value: joined };
    const way = await this.wayIn(room, { key: claim.key, plain }, claim);
    return way.ok ? { ok: true, value: { ...joined, reservation: way.value } } : way;
  }

  /** A way into a room for who has a right to it; with no place for who only looks on. */
  async wayIn(
    room: GameRoom,
    admission: Admission,
    place: Place | null,
  ): Promise<Outcome<NonNullable<JoinedGame['reservation']>>> {
    if (place === null && room.watchers >= MOST_WATCHERS) {
      return { ok: false, refusal: refuse('serverFull') };
    }
    if (!room.mayEnter(place)) {
      return { ok: false, refusal: refuse('tooManyTries', { seconds: 5 }) };
    }
    return { ok: true, value: await reservationFor(room.roomId, admission) };
  }

  /** Whether a token opens a seat of a game. Takes nothing and wakes nothing. */
  async opens(code: string, token: string): Promise<boolean> {
    const seats = this.local(code)?.table.seats ?? (await this.#options.store.seats(code));
    return new Seats(seats).byToken(token).ok;
  }

  /** Deletes a game at once; only its host may. */
  async remove(code: string, token: string): Promise<Outcome<null>> {
    const found = await this.#find(code);
    if (!found.ok) return found;
    const { store } = this.#options;
    const seats = new Seats(this.local(code)?.table.seats ?? (await store.seats(code)));
    const claim = seats.byToken(token);
    if (!claim.ok) return claim;
    if (!seats.get(claim.power).host) return { ok: false, refusal: refuse('notHost') };
    await this.delete(code);
    return { ok: true, value: null };
  }

  /** Calls back whenever something changes in a world of a session, and keeps its worlds in memory. */
  watch(session: string, changed: () => void): () => void {
    this.#watched.set(session, changed);
    return () => {
      if (this.#watched.get(session) === changed) this.#watched.delete(session);
    };
  }

  /** Deletes what has been idle for its time. A world is kept as long as its session. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#options;
    for (const code of await store.expired(clock.now())) {
      const session = (await store.find(code))?.meta.session;
      const kept = session === undefined ? null : await store.sessions.find(session);
      if (kept && !kept.gone && kept.expires >= clock.now()) {
        await store.write(code, { expires: kept.expires });
      } else await this.delete(code);
    }
  }

  /** Deletes a game at once, whoever is in it. */
  async delete(code: string): Promise<void> {
    this.#leaving.add(code);
    try {
      await this.local(code)?.end(CLOSING.deleted);
      await this.#options.store.remove(code);
    } finally {
      this.#leaving.delete(code);
    }
  }

  async #reserve(meta: GameMeta): Promise<string> {
    const created = this.#options.clock.now();
    const record = { created, expires: created + KEPT, gone: false, meta };
    for (;;) {
      const code = newGameCode();
      if (await this.#options.store.reserve({ ...record, code })) return code;
    }
  }

  async #find(code: string): Promise<Outcome<GameRecord>> {
    const { store } = this.#options;
    const record = await store.find(code);
    if (!record) {
      const session = await store.sessions.find(code);
      return { ok: false, refusal: refuse(session ? 'isSession' : 'unknownGame', { code }) };
    }
    const over = record.gone || record.expires < this.#options.clock.now();
    if (over || this.#leaving.has(code)) {
      return { ok: false, refusal: refuse('expiredGame') };
    }
    return { ok: true, value: record };
  }

  /** The room of a game when it is in memory. */
  local(code: string): GameRoom | null {
    const room = matchMaker.getLocalRoomById(code);
    return room instanceof GameRoom && !room.closing ? room : null;
  }

  /** The room of a game, brought back from the store when it is not in memory; made once. */
  async open(code: string): Promise<GameRoom> {
    const present = this.local(code);
    if (present) return present;
    let opening = this.#opening.get(code);
    if (!opening) {
      opening = this.#make(code).finally(() => this.#opening.delete(code));
      this.#opening.set(code, opening);
    }
    return opening;
  }

  async #make(code: string): Promise<GameRoom> {
    // One that is about to go must have stored everything before the next reads it.
    const old = matchMaker.getLocalRoomById(code);
    if (old instanceof GameRoom) await old.closed;
    await matchMaker.createRoom(ROOM, { code });
    const room = this.local(code);
    if (!room) throw new Error('the room was not made');
    return room;
  }

  async #lay(code: string, hooks: Pick<TableParts, 'changed' | 'failed'>): Promise<Table> {
    const { store, clock, log, standInAfter } = this.#options;
    const record = await store.find(code);
    if (!record || record.gone) throw new Error('there is no such game');
    const { meta, expires } = record;
    const content = contentOf(meta.scenario);
    const { state, seq, events } = await restore(store, content, code);
    const { session } = meta;
    const seats = new Seats(await store.seats(code), {
      hosted: session === undefined,
      cabinet: meta.cabinet ?? 1,
    });
    const paused = (await store.lastOf(code, ['pause', 'resume'])) === 'pause';
    const absence = session && (await store.sessions.find(session))?.data.absence;
    return new Table({
      code,
      meta,
      content,
      store,
      clock,
      log,
      seats,
      state,
      seq,
      expires,
      paused,
      standInAfter: absence || standInAfter,
      past: {
        events,
        notices: await store.eventsOf(code, 'notice', NOTICES_KEPT),
        rewinds: (await store.eventsOf(code, 'rewind', 1000)).length,
      },
      failed: hooks.failed,
      changed: () => {
        hooks.changed();
        if (session !== undefined) this.#watched.get(session)?.();
      },
    });
  }
}

/** A seat that the framework keeps for one connection. */
export async function reservationFor(
  room: string,
  admission: object,
): Promise<NonNullable<JoinedGame['reservation']>> {
  const { name, sessionId, processId } = await matchMaker.joinById(room, admission);
  return { name, sessionId, roomId: room, processId: processId ?? '' };
}
