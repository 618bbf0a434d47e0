import { inflateRawSync } from 'node:zlib';
import { Client, type Room } from '@colyseus/sdk';
import type { Refusal } from '../../../shared/core/refusal.ts';
import { apply, type Json } from '../../../shared/protocol/delta.ts';
import { readFrame } from '../../../shared/protocol/frame.ts';
import {
  HALL_MESSAGE,
  type HallSeat,
  type HallState,
  type HallWorld,
} from '../../../shared/protocol/hall.ts';
import type {
  CreatedSession,
  EnteredRoom,
  JoinedSession,
  SessionInfo,
  SessionJoinRequest,
  SessionRequest,
} from '../../../shared/protocol/sessions.ts';
import type { Door } from './door.ts';
import { type Answer, Player, until } from './player.ts';

type Reply = SessionInfo &
  CreatedSession &
  JoinedSession &
  EnteredRoom & { readonly refusal: Refusal };

/** A session on a server, seen from outside. */
export class Classroom {
  readonly door: Door;
  readonly code: string;
  readonly keys: CreatedSession;
  readonly #inside: (() => Promise<void> | void)[] = [];

  private constructor(door: Door, keys: CreatedSession) {
    this.door = door;
    this.code = keys.code;
    this.keys = keys;
  }

  static async open(door: Door, request: SessionRequest = {}): Promise<Classroom> {
    const { status, body } = await ask(door, 'POST', '', request);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return new Classroom(door, body);
  }

  ask(
    method: string,
    path: string,
    body?: unknown,
    key?: string,
  ): Promise<{ status: number; body: Reply }> {
    return ask(this.door, method, `/${this.code}${path}`, body, key);
  }

  /** Takes a seat, or comes back to it, and connects, perhaps by another way. @throws the refusal */
  async enter(request: SessionJoinRequest, way = this.door.url): Promise<Pupil> {
    const { status, body } = await this.ask('POST', '/join', request);
    if (status !== 200) throw body.refusal;
    const token = body.token ?? request.token ?? '';
    const player = await Player.connect(way, { ...body, token });
    this.#inside.push(() => player.drop());
    return { player, world: body.world, token, name: body.name };
  }

  /** Takes a seat without connecting. @throws the refusal */
  async seat(request: SessionJoinRequest): Promise<JoinedSession> {
    const { status, body } = await this.ask('POST', '/join', { ...request, connect: false });
    if (status !== 200) throw body.refusal;
    return body;
  }

  async console(key = this.keys.facilitator): Promise<Console> {
    const console = await Console.connect(this, key);
    this.#inside.push(() => console.leave());
    return console;
  }

  /** Everybody goes. */
  async close(): Promise<void> {
    for (const leave of this.#inside.splice(0)) await leave();
  }

  async observe(world: number): Promise<Player> {
    const { status, body } = await this.ask('POST', '/watch', { world });
    if (status !== 200) throw body.refusal;
    const seat = { power: 'KZ', name: '', token: '' } as const;
    const player = await Player.connect(this.door.url, { ...body, ...seat });
    this.#inside.push(() => player.drop());
    return player;
  }
}

/** Somebody with a seat in a session. */
export interface Pupil {
  readonly player: Player;
  readonly world: number;
  readonly token: string;
  readonly name: string;
}

async function ask(
  door: Door,
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<{ status: number; body: Reply }> {
  const response = await fetch(`${door.url}/api/sessions${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Reply };
}

/** A console, or a projector by its key, at a real connection. */
export class Console {
  readonly room: Room;
  /** Close code, once the connection has ended. */
  closed: number | null = null;
  /** All that came, as text. */
  heard = '';
  #state: HallState | null = null;

  private constructor(room: Room) {
    this.room = room;
    room.reconnection.enabled = false;
    room.onMessage(HALL_MESSAGE.state, (frame: Uint8Array) => this.#take(new Uint8Array(frame)));
    room.onMessage(HALL_MESSAGE.hello, () => {});
    room.onLeave((code) => {
      this.closed = code;
    });
    room.onError(() => {});
  }

  static async connect(classroom: Classroom, key: string): Promise<Console> {
    const { status, body } = await classroom.ask('POST', '/hall', { key });
    if (status !== 200) throw body.refusal;
    const client = new Client(classroom.door.url.replace('http', 'ws'));
    const room = await client.consumeSeatReservation(body.reservation);
    const console = new Console(room);
    await until('the hall is seen', () => console.#state !== null);
    return console;
  }

  get state(): HallState {
    return this.#state as HallState;
  }

  world(number: number): HallWorld {
    return this.state.worlds[number - 1] as HallWorld;
  }

  seat(world: number, power: HallSeat['power']): HallSeat {
    return this.world(world).seats.find((seat) => seat.power === power) as HallSeat;
  }

  async ask(command: object): Promise<Answer> {
    try {
      return { ok: true, value: await this.room.request(HALL_MESSAGE.command, command) };
    } catch (error) {
      const refusal = (error as { reason?: Refusal }).reason;
      if (!refusal) throw error;
      return { ok: false, refusal };
    }
  }

  /** Asks for what must be granted. @throws Error with the refusal */
  async bid(command: object): Promise<unknown> {
    const answer = await this.ask(command);
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    return answer.value;
  }

  async sees(what: string, holds: (state: HallState) => boolean): Promise<void> {
    await until(`the console sees ${what}`, () => holds(this.state));
  }

  async leave(): Promise<void> {
    if (this.closed === null) await this.room.leave();
  }

  #take(frame: Uint8Array): void {
    const { whole, deflated, body } = readFrame(frame);
    const text = Buffer.from(deflated ? inflateRawSync(body) : body).toString('utf8');
    this.heard += text;
    const value = JSON.parse(text);
    this.#state = (whole
      ? value
      : apply(this.#state as unknown as Json, value)) as unknown as HallState;
  }
}
