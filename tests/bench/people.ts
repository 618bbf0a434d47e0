import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { CreatedGame, CreateRequest, JoinedGame } from '../../shared/protocol/messages.ts';
import { Player } from '../server/support/player.ts';

async function ask<T>(url: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url}/api/games${path}`, {
    method: 'POST',
    // A connection of its own for each question, so that each can be counted by itself.
    headers: { 'Content-Type': 'application/json', Connection: 'close' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export function createGame(url: string, request: CreateRequest): Promise<CreatedGame> {
  return ask(url, '', request);
}

/** Takes a seat by name or comes back by token, connects, and has its first view when it resolves. */
export async function sit(
  url: string,
  code: string,
  key: { readonly token: string } | { readonly name: string; readonly power: Player['power'] },
): Promise<Player> {
  const joined = await ask<JoinedGame>(url, `/${code}/join`, key);
  const token = 'token' in key ? key.token : (joined.token as string);
  return Player.connect(url, { ...joined, token });
}

/** A way to the server that counts every byte in both directions, headers and frames included. */
export class Meter {
  bytes = 0;
  readonly url: string;
  readonly #close: () => void;

  private constructor(url: string, close: () => void) {
    this.url = url;
    this.#close = close;
  }

  static async before(server: string): Promise<Meter> {
    const port = Number(new URL(server).port);
    const open = new Set<Socket>();
    let meter: Meter;
    const count = (from: Socket, to: Socket): void => {
      from.on('data', (bytes) => {
        meter.bytes += bytes.length;
      });
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        open.delete(from);
        to.destroy();
      });
      open.add(from);
    };
    const listener = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      count(near, far);
      count(far, near);
    });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address() as AddressInfo;
    meter = new Meter(`http://127.0.0.1:${address.port}`, () => {
      listener.close();
      for (const socket of open) socket.destroy();
    });
    return meter;
  }

  close(): void {
    this.#close();
  }
}
