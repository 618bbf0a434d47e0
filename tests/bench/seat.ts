import { Client, type Room } from 'colyseus.js';
import type { Command } from '../../shared/core/state.ts';
import type { CreatedGame, CreateRequest, JoinedGame } from '../../shared/protocol/messages.ts';

/** A seat over the real protocol that counts the bytes of its view frames. */
export interface BenchSeat {
  readonly room: Room;
  /** Bytes of the last whole or delta frame, and of all so far. */
  last(): number;
  total(): number;
  command(command: Command): Promise<void>;
}

async function ask<T>(url: string, path: string, body: unknown): Promise<T> {
  const response = await fetch(`${url}/api/games${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export function createGame(url: string, request: CreateRequest): Promise<CreatedGame> {
  return ask(url, '', request);
}

/** Opens the connection of a seat; resolves when its first view has come. */
export async function sit(url: string, code: string, body: unknown): Promise<BenchSeat> {
  const joined = await ask<JoinedGame>(url, `/${code}/join`, body);
  const client = new Client(url.replace(/^http/, 'ws'));
  const room = await client.consumeSeatReservation(
    joined.reservation as Parameters<Client['consumeSeatReservation']>[0],
  );
  room.reconnection.enabled = false;
  let last = 0;
  let total = 0;
  let first: () => void = () => {};
  const seen = new Promise<void>((done) => {
    first = done;
  });
  room.onMessage('hello', () => {});
  room.onMessage('view', (frame: Uint8Array) => {
    last = frame.byteLength;
    total += frame.byteLength;
    first();
  });
  await seen;
  return {
    room,
    last: () => last,
    total: () => total,
    command: async (command) => {
      await room.request('command', command);
    },
  };
}
