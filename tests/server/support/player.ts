import { inflateRawSync } from 'node:zlib';
import { Client, type Room } from '@colyseus/sdk';
import { contentOf } from '../../../server/content.ts';
import type { Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { Refusal } from '../../../shared/core/refusal.ts';
import type { View } from '../../../shared/core/view.ts';
import { judge, sceneOfView } from '../../../shared/game/index.ts';
import { ordersOf } from '../../../shared/orders/index.ts';
import { apply, type Json } from '../../../shared/protocol/delta.ts';
import { readFrame } from '../../../shared/protocol/frame.ts';
import type { Notice } from '../../../shared/protocol/hall.ts';
import {
  type JoinedGame,
  MESSAGE,
  type RoomInfo,
  type SeatInfo,
} from '../../../shared/protocol/messages.ts';

export type Answer = { ok: true; value: unknown } | { ok: false; refusal: Refusal };

/** The room's public state as the framework decodes it: it changes in place. */
type WireState = Omit<RoomInfo, 'seats'> & { readonly seats: Iterable<SeatInfo> };

interface Socket {
  onmessage: (event: { data: ArrayBuffer }) => void;
  send(bytes: Uint8Array): void;
  close(): void;
  terminate?(): void;
}

/** Waits until something holds; what is awaited comes over a real connection. */
export async function until(what: string, holds: () => boolean, ms = 20_000): Promise<void> {
  const end = Date.now() + ms;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((turn) => setTimeout(turn, 5));
  }
}

/** The first order that the seat may give now, with its initial settings or the next that differ. */
export function legalOrder(player: Player): { kind: string; params: Params } {
  const content = contentOf('lesson');
  const view = player.view as View;
  const scene = sceneOfView(content, view);
  for (const kind of ordersOf(player.power)) {
    for (const params of kind.candidates(scene, player.power)) {
      const offer = judge(content, view, kind.id, params);
      if (!offer.refusal) return { kind: kind.id, params: { ...offer.params } };
    }
  }
  throw new Error(`${player.power} may order nothing`);
}

/** A person at a real connection. */
export class Player {
  readonly room: Room;
  readonly power: Power;
  readonly token: string;
  readonly code: string;
  view: View | null = null;
  /** Close code, once the connection has ended. */
  closed: number | null = null;
  /** Is called after each view, while it is set. */
  taken: (() => void) | null = null;
  /** What the facilitator told. */
  readonly notices: Notice[] = [];
  /** View frames as they came. */
  readonly frames: Uint8Array[] = [];
  /** Payload of all that came over the socket. */
  readonly raw: Buffer[] = [];
  /** Command ids never repeat, neither after coming back nor between people of one seat. */
  static #connections = 0;
  readonly #connection: number;
  #commands = 0;

  private constructor(room: Room, power: Power, token: string) {
    Player.#connections += 1;
    this.#connection = Player.#connections;
    this.room = room;
    this.power = power;
    this.token = token;
    this.code = room.roomId;
    room.reconnection.enabled = false;
    room.onMessage(MESSAGE.view, (frame: Uint8Array) => this.#take(new Uint8Array(frame)));
    room.onMessage(MESSAGE.hello, () => {});
    room.onMessage(MESSAGE.notices, (list: Notice[]) => this.notices.push(...list));
    room.onLeave((code) => {
      this.closed = code;
    });
    room.onError(() => {});
    const socket = this.socket;
    const heard = socket.onmessage;
    socket.onmessage = (event: { data: ArrayBuffer }) => {
      this.raw.push(Buffer.from(event.data));
      heard(event);
    };
  }

  static async connect(url: string, joined: JoinedGame & { token: string }): Promise<Player> {
    if (!joined.reservation) throw new Error('no reservation');
    const client = new Client(url.replace('http', 'ws'));
    const room = await client.consumeSeatReservation(joined.reservation);
    const player = new Player(room, joined.power, joined.token);
    await until(
      'the view is there',
      () => player.view !== null && player.room.state?.code !== undefined,
    );
    return player;
  }

  /** The socket below the client library, for misuse. */
  get socket(): Socket {
    return (this.room.connection.transport as unknown as { ws: Socket }).ws;
  }

  get state(): WireState {
    return this.room.state as unknown as WireState;
  }

  seat(power: Power = this.power): SeatInfo {
    return [...this.state.seats].find((seat) => seat.power === power) as SeatInfo;
  }

  async request(type: string, payload: unknown = {}): Promise<Answer> {
    try {
      return { ok: true, value: await this.room.request(type, payload) };
    } catch (error) {
      const refusal = (error as { reason?: Refusal }).reason;
      if (!refusal) throw error;
      return { ok: false, refusal };
    }
  }

  command(command: object): Promise<Answer> {
    this.#commands += 1;
    return this.request(MESSAGE.command, {
      id: `${this.#connection}-${this.#commands}`,
      round: this.view?.round ?? 0,
      ...command,
    });
  }

  ready(): Promise<Answer> {
    return this.command({ type: 'ready', ready: true });
  }

  host(action: object): Promise<Answer> {
    return this.request(MESSAGE.host, action);
  }

  async phase(phase: string, round?: number): Promise<void> {
    await until(
      `${this.power} sees ${phase} ${round ?? ''}`,
      () =>
        this.view?.phase === phase &&
        this.state.phase === phase &&
        (round === undefined || this.view.round === round),
    );
  }

  async gone(): Promise<number> {
    await until(`${this.power} is disconnected`, () => this.closed !== null);
    return this.closed as number;
  }

  /** Cuts the line without a word, as a dead network does. */
  drop(): void {
    this.socket.terminate?.();
    if (!this.socket.terminate) this.socket.close();
  }

  async leave(): Promise<void> {
    await this.room.leave();
  }

  #take(frame: Uint8Array): void {
    this.frames.push(frame);
    const { whole, deflated, body } = readFrame(frame);
    const value = JSON.parse(Buffer.from(deflated ? inflateRawSync(body) : body).toString('utf8'));
    this.view = (whole ? value : apply(this.view as unknown as Json, value)) as unknown as View;
    this.taken?.();
  }
}
