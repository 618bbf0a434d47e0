import { setTimeout as pause } from 'node:timers/promises';
import type { Params } from '../../shared/core/order.ts';
import { startServer } from '../e2e/support/server.ts';
import { type BenchSeat, createGame, sit } from './seat.ts';

/**
 * View bytes of a whole game over the real protocol: four people, one order each a round.
 * bytesPerClientRound is the mean over clients and rounds, reconnectBytes the whole view in the last round.
 */
export async function wire(): Promise<Readonly<Record<string, number>>> {
  const server = await startServer();
  try {
    const { url } = server;
    const made = await createGame(url, { mode: 'friends', power: 'KZ', name: 'A', pace: 'calm' });
    const seats: BenchSeat[] = [await sit(url, made.code, { token: made.token })];
    for (const [power, name] of [
      ['RU', 'B'],
      ['CN', 'C'],
      ['EU', 'D'],
    ]) {
      seats.push(await sit(url, made.code, { power, name }));
    }
    const host = (seats[0] as BenchSeat).room;
    await host.request('host', { do: 'start' });
    const before = seats.map((s) => s.total());
    const ORDERS: readonly { readonly kind: string; readonly params: Params }[] = [
      { kind: 'crossing', params: { node: 'khorgos' } },
      { kind: 'energy', params: { terms: 'discount', line: 'all' } },
      { kind: 'train_subsidy', params: { rate: 2000 } },
      { kind: 'eu_corridor', params: { place: 'brest', amount: 0.5 } },
    ];
    const rounds = 6;
    for (let round = 0; round < rounds; round += 1) {
      await host.request('host', { do: 'next' });
      for (const [i, seat] of seats.entries()) {
        const command = { id: `w${round}`, round, type: 'draft' as const };
        // A round in which the order may not be repeated is one with less on the wire.
        await seat
          .command({ ...command, order: ORDERS[i] as (typeof ORDERS)[number] })
          .catch(() => {});
      }
      // deliberation → ink → report → next round
      for (let i = 0; i < (round === rounds - 1 ? 2 : 3); i += 1) {
        await host.request('host', { do: 'next' });
      }
      await pause(200);
    }
    await pause(300);
    const perClient = seats.map((s, i) => s.total() - (before[i] as number));
    const sum = perClient.reduce((a, b) => a + b, 0);
    const back = await sit(url, made.code, { token: made.token });
    return {
      bytesPerClientRound: sum / seats.length / rounds,
      reconnectBytes: back.last(),
    };
  } finally {
    await server.dispose();
  }
}
