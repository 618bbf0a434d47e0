import { randomInt } from 'node:crypto';
import { matchMaker } from '@colyseus/core';
import type { Logger } from 'pino';
import { type Outcome, type Refusal, refuse } from '../../shared/core/refusal.ts';
import { CLOSING } from '../../shared/protocol/closing.ts';
import { normaliseCode } from '../../shared/protocol/codes.ts';
import { readName } from '../../shared/protocol/names.ts';
import { alike, distinct, readRoster } from '../../shared/protocol/roster.ts';
import type {
  CreatedSession,
  EnteredRoom,
  JoinedSession,
  NewSession,
  RosterAnswer,
  SessionInfo,
  SessionJoinRequest,
} from '../../shared/protocol/sessions.ts';
import { scenarioIds } from '../content.ts';
import { type Directory, reservationFor } from '../rooms/directory.ts';
import type { GameRoom } from '../rooms/GameRoom.ts';
import { digest, matches, newGameCode, newSeed, newToken } from '../rooms/keys.ts';
import { Seats } from '../rooms/seats.ts';
import { KEPT } from '../rooms/tableParts.ts';
import type { GameMeta, GameStore, SeatRecord, SessionData } from '../store/store.ts';
import type { Clock } from '../time.ts';
import { Conductor } from './conductor.ts';
import { type HallAdmission, HallRoom, type HallServices } from './HallRoom.ts';
import { type ParticipationRow, participationCsv, participationOf } from './participation.ts';
import { type SeatedWorld, seatFor } from './seating.ts';
import { Session } from './session.ts';

export interface SessionsOptions {
  readonly store: GameStore;
  readonly clock: Clock;
  readonly log: Logger;
  readonly directory: Directory;
}

type Keys = Omit<CreatedSession, 'link' | 'consoleLink' | 'projectorLink'>;
const ROOM = 'hall';
const no = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});

/** Where sessions are found by their code: made, joined, watched over, deleted. */
export class Sessions {
  readonly #options: SessionsOptions;
  readonly #here = new Map<string, Session>();
  readonly #opening = new Map<string, Promise<HallRoom>>();
  /** Sessions that are being deleted: nobody may come in meanwhile. */
  readonly #leaving = new Set<string>();

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /** Name, class and options under which the framework makes the halls. */
  definition(): readonly [string, typeof HallRoom, { services: HallServices }] {
    const { clock, log, directory } = this.#options;
    const services: HallServices = {
      clock,
      log,
      directory,
      conduct: (session) => new Conductor(session, directory),
    };
    return [ROOM, HallRoom, { services }];
  }

  /** A new session with its worlds, nobody in them. */
  async create(request: NewSession): Promise<Outcome<Keys>> {
    const { store, clock, directory } = this.#options;
    const { scenario, depth, pace, seating, readTalks, talk, worlds, cabinet } = request;
    if (!scenarioIds().includes(scenario)) return no(refuse('unknownScenario', { scenario }));
    if (!(await directory.hasRoom(worlds))) return no(refuse('serverFull'));
    const { entries, problems } = readRoster(request.roster ?? '', worlds);
    const facilitator = newToken();
    const projector = newToken();
    const data: SessionData = {
      scenario,
      depth,
      pace,
      seating,
      readTalks,
      locked: false,
      cabinet,
      absence: request.absence * 1000,
      scoresShown: false,
      facilitatorHash: digest(facilitator),
      projectorHash: digest(projector),
      worlds: [],
      roster: entries,
    };
    const created = clock.now();
    const expires = created + KEPT;
    let code = newGameCode();
    while (!(await store.sessions.reserve({ code, created, expires, gone: false, data }))) {
      code = newGameCode();
    }
    const seed = request.seed ?? newSeed();
    const codes: string[] = [];
    for (let world = 1; world <= worlds; world += 1) {
      const meta: GameMeta = {
        mode: 'class',
        scenario,
        depth,
        pace,
        skill: 'easy',
        session: code,
        world,
        overseen: readTalks,
        cabinet,
      };
      codes.push(await directory.createWorld(meta, seed, talk));
    }
    await store.sessions.write(code, { data: { ...data, worlds: codes } });
    const value = { code, facilitator, projector, expires, names: entries.length, problems };
    return { ok: true, value };
  }

  /** What stands on the welcome page. Takes no seat. */
  async info(code: string, link: string): Promise<Outcome<SessionInfo>> {
    const found = await this.find(code);
    if (!found.ok) return found;
    const { data, expires } = found.value;
    const worlds: SessionInfo['worlds'][number][] = [];
    let talk = true;
    for (const [k, game] of data.worlds.entries()) {
      // Thirty look at once: read from memory, ten worlds cost nothing. What cannot be opened says why below.
      await this.#options.directory.open(game).catch(() => null);
      const info = await this.#options.directory.info(game, link);
      if (!info.ok) return info;
      const { phase, round, rounds, seats } = info.value;
      talk = info.value.talk;
      worlds.push({ number: k + 1, phase, round, rounds, seats });
    }
    const { scenario, depth, seating, locked, readTalks, cabinet } = data;
    return {
      ok: true,
      value: {
        code,
        scenario,
        depth,
        seating,
        locked,
        cabinet,
        talk,
        readTalks,
        worlds,
        link,
        expires,
      },
    };
  }

  /** Gives a seat in one of the worlds, or the own one back, and the way to it. */
  async join(code: string, request: SessionJoinRequest): Promise<Outcome<JoinedSession>> {
    const found = await this.find(code);
    if (!found.ok) return found;
    const session = found.value;
    await session.keep();
    const { token, returnCode } = request;
    if (token === undefined && returnCode === undefined) return this.#seat(session, request);
    const { directory } = this.#options;
    for (const [k, game] of session.data.worlds.entries()) {
      const seats = new Seats(await this.#seatsOf(game));
      const claim =
        token === undefined
          ? seats.byReturnCode(normaliseCode(returnCode ?? ''))
          : seats.byToken(token);
      if (!claim.ok) continue;
      const { world: _, name: __, power: ___, ...rest } = request;
      const joined = await directory.join(game, { ...rest });
      return joined.ok ? { ok: true, value: { ...joined.value, world: k + 1, game } } : joined;
    }
    return no(refuse(token === undefined ? 'wrongReturnCode' : 'unknownSeat'));
  }

  /** Whether a token opens a seat of a session, or its console. Takes nothing and wakes nothing. */
  async opens(code: string, token: string): Promise<boolean> {
    const found = await this.find(code);
    if (!found.ok) return false;
    const { data } = found.value;
    if (matches(token, data.facilitatorHash) || matches(token, data.projectorHash)) return true;
    for (const game of data.worlds) {
      if (new Seats(await this.#seatsOf(game)).byToken(token).ok) return true;
    }
    return false;
  }

  /** The way to the console or the projector's view, by the key. */
  async enter(code: string, key: string, plain: boolean): Promise<Outcome<EnteredRoom>> {
    const found = await this.find(code);
    if (!found.ok) return found;
    const session = found.value;
    const { facilitatorHash, projectorHash } = session.data;
    const console = matches(key, facilitatorHash);
    if (!console && !matches(key, projectorHash)) return no(refuse('notFacilitator'));
    await session.keep();
    await this.#hall(session);
    const admission: HallAdmission = { key: digest(key), console, plain };
    return { ok: true, value: { reservation: await reservationFor(code, admission) } };
  }

  /** The way to one world for who only looks on. */
  async watch(code: string, world: number, plain: boolean): Promise<Outcome<EnteredRoom>> {
    const found = await this.find(code);
    if (!found.ok) return found;
    const game = found.value.data.worlds[world - 1];
    if (game === undefined) return no(refuse('unknownWorld', { world }));
    const { directory } = this.#options;
    const room = await directory.open(game);
    const way = await directory.wayIn(room, { key: null, plain }, null);
    return way.ok ? { ok: true, value: { reservation: way.value } } : way;
  }

  /** Another list of reserved names; the facilitator's affair. */
  async setRoster(code: string, key: string, text: string): Promise<Outcome<RosterAnswer>> {
    const found = await this.#led(code, key);
    if (!found.ok) return found;
    const session = found.value;
    const { entries, problems } = readRoster(text, session.data.worlds.length);
    await session.change({ roster: entries });
    return { ok: true, value: { names: entries.length, problems } };
  }

  /** Roster and participation as CSV, a line a seat; the facilitator's affair. */
  async participation(code: string, key: string): Promise<Outcome<string>> {
    const found = await this.#led(code, key);
    if (!found.ok) return found;
    const rows: ParticipationRow[] = [];
    for (const [k, game] of found.value.data.worlds.entries()) {
      const { state, seats } = (await this.#options.directory.open(game)).table;
      for (const { power, members } of seats) {
        const names = members.map(({ name }) => name);
        rows.push(participationOf(state, power, k + 1, names));
      }
    }
    return { ok: true, value: participationCsv(rows) };
  }

  /** Deletes a session and its worlds at once; the facilitator's affair. */
  async remove(code: string, key: string): Promise<Outcome<null>> {
    const found = await this.#led(code, key);
    if (!found.ok) return found;
    await this.#delete(found.value.code, found.value.data.worlds);
    return { ok: true, value: null };
  }

  /** Deletes what has been idle for its time. */
  async sweep(): Promise<void> {
    const { store, clock } = this.#options;
    for (const code of await store.sessions.expired(clock.now())) {
      await this.#delete(code, (await store.sessions.find(code))?.data.worlds ?? []);
    }
  }

  /** A session that lives. */
  async find(code: string): Promise<Outcome<Session>> {
    const { store, clock } = this.#options;
    if (this.#leaving.has(code)) return no(refuse('expiredGame'));
    let session = this.#here.get(code);
    if (!session) {
      const record = await store.sessions.find(code);
      if (!record) return no(refuse('unknownSession', { code }));
      if (record.gone) return no(refuse('expiredGame'));
      // Asked for twice at once, it is one all the same.
      session = this.#here.get(code) ?? new Session(store, clock, record);
      this.#here.set(code, session);
    }
    if (session.expires < clock.now()) return no(refuse('expiredGame'));
    return { ok: true, value: session };
  }

  async #led(code: string, key: string): Promise<Outcome<Session>> {
    const found = await this.find(code);
    if (!found.ok) return found;
    return matches(key, found.value.data.facilitatorHash) ? found : no(refuse('notFacilitator'));
  }

  async #delete(code: string, worlds: readonly string[]): Promise<void> {
    const { store, directory } = this.#options;
    this.#leaving.add(code);
    try {
      const hall = matchMaker.getLocalRoomById(code);
      if (hall instanceof HallRoom) await hall.end(CLOSING.deleted);
      for (const game of worlds) await directory.delete(game);
      await store.sessions.remove(code);
      this.#here.delete(code);
    } finally {
      this.#leaving.delete(code);
    }
  }

  async #seatsOf(game: string): Promise<readonly SeatRecord[]> {
    const { directory, store } = this.#options;
    return directory.local(game)?.table.seats ?? (await store.seats(game));
  }

  /** Somebody new sits down. One after the other: thirty come at once, and no two may get one seat. */
  async #seat(session: Session, request: SessionJoinRequest): Promise<Outcome<JoinedSession>> {
    const read = readName(request.name ?? '');
    if (!read.ok) return read;
    const { directory } = this.#options;
    const seated = await session.alone(async (): Promise<Outcome<JoinedSession>> => {
      const { locked, seating, roster, worlds, cabinet } = session.data;
      if (locked) return no(refuse('sessionLocked'));
      const rooms = await Promise.all(worlds.map((game) => directory.open(game)));
      const seen = rooms.map((room, k) => seatedWorld(room, k, cabinet));
      const taken = seen.flatMap(({ seats }) => seats.flatMap(({ names }) => names));
      const listed = roster.find((entry) => alike(entry.name, read.name)) ?? null;
      const entry = listed && !taken.some((name) => alike(name, listed.name)) ? listed : null;
      // Two persons of one name can be told apart; a listed name stays its person's.
      const others = entry ? taken : [...taken, ...roster.map(({ name }) => name)];
      const name = entry ? entry.name : distinct(read.name, others);
      const wish = { entry, world: request.world, power: request.power };
      const seat = seatFor(seen, seating, roster, wish, randomInt);
      if (!seat.ok) return seat;
      const { world, power } = seat.value;
      const room = rooms[world - 1] as GameRoom;
      const claim = await room.admit({ name, power, invited: true });
      if (!claim.ok) return claim;
      const game = worlds[world - 1] as string;
      return { ok: true, value: { world, game, power, name, token: claim.token as string } };
    });
    if (!seated.ok || request.connect === false) return seated;
    const { game, token = '' } = seated.value;
    const joined = await directory.join(game, { token, plain: request.plain ?? false });
    if (!joined.ok) return joined;
    const { reservation } = joined.value;
    return { ok: true, value: { ...seated.value, ...(reservation ? { reservation } : {}) } };
  }

  /** The hall of a session, made once. */
  #hall(session: Session): Promise<HallRoom> {
    const { code } = session;
    const present = matchMaker.getLocalRoomById(code);
    if (present instanceof HallRoom && !present.closing) return Promise.resolve(present);
    let opening = this.#opening.get(code);
    if (!opening) {
      opening = this.#make(session).finally(() => this.#opening.delete(code));
      this.#opening.set(code, opening);
    }
    return opening;
  }

  async #make(session: Session): Promise<HallRoom> {
    const old = matchMaker.getLocalRoomById(session.code);
    if (old instanceof HallRoom) await old.closed;
    await matchMaker.createRoom(ROOM, { session });
    const room = matchMaker.getLocalRoomById(session.code);
    if (!(room instanceof HallRoom)) throw new Error('the hall was not made');
    return room;
  }
}

function seatedWorld({ table }: GameRoom, k: number, cabinet: number): SeatedWorld {
  const seats = table.seats.map(({ power, members }) => ({
    power,
    names: members.map(({ name }) => name),
  }));
  return { number: k + 1, started: table.state.phase !== 'lobby', cabinet, seats };
}
