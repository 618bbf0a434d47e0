import { setTimeout as pause } from 'node:timers/promises';
import { POWERS } from '../../shared/core/powers.ts';
import type { Phase } from '../../shared/core/state.ts';
import { legalOrder, type Player, until } from '../server/support/player.ts';
import { Program } from '../server/support/program.ts';
import { createGame, Meter, sit } from './people.ts';
import type { Found } from './stats.ts';

interface Sitter {
  player: Player;
  meter: Meter;
}

/** What a person sends in a round: an order, another thought about it, and that he is done. */
async function play({ player }: Sitter): Promise<void> {
  const orders = [legalOrder(player)];
  for (const [i, order] of orders.entries()) {
    const id = `a${i}`;
    await player.command({ id, type: 'draft', order });
    await player.command({ type: 'withdraw', draft: id });
    await player.command({ type: 'draft', order });
  }
  await player.ready();
}

/**
 * Every byte of a whole game between four people, counted on the way to the server in both
 * directions. `bytesPerClientRound` is the mean over clients and rounds from briefing to briefing;
 * `reconnectBytes` the most that any coming back took, one in each round: question at the door,
 * handshake, room and view.
 */
export async function wire(): Promise<Found> {
  const server = await Program.start({ LOG_LEVEL: 'warn' });
  const meters: Meter[] = [];
  const way = async (): Promise<Meter> => {
    const meter = await Meter.before(server.url);
    meters.push(meter);
    return meter;
  };
  try {
    const made = await createGame(server.url, {
      mode: 'friends',
      power: 'KZ',
      name: 'Aida',
      pace: 'slow',
      seed: 1,
    });
    const seats: Sitter[] = [];
    for (const power of POWERS) {
      const meter = await way();
      const key = power === 'KZ' ? { token: made.token } : { name: `Person ${power}`, power };
      seats.push({ meter, player: await sit(meter.url, made.code, key) });
    }
    const all = seats as readonly Sitter[];
    const host = (): Player => (all[0] as Sitter).player;
    const next = async (from: Phase, to: Phase): Promise<void> => {
      await host().host({ do: 'next', phase: from });
      await Promise.all(all.map(({ player }) => player.phase(to)));
    };
    const total = (): number => all.reduce((sum, { meter }) => sum + meter.bytes, 0);
    await host().host({ do: 'start' });
    await Promise.all(all.map(({ player }) => player.phase('briefing')));
    const rounds = host().state.rounds;
    let sent = 0;
    let reconnectBytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = total();
      await next('briefing', 'deliberation');
      await Promise.all(all.map(play));
      await until('all are seen to be ready', () =>
        POWERS.every((power) => host().seat(power).ready),
      );
      await next('deliberation', 'ink');
      await next('ink', 'report');
      await pause(300);
      sent += total() - before;
      // One comes back by the token of his seat; what that takes is counted apart.
      const sitter = seats[round % seats.length] as Sitter;
      const { code, token } = sitter.player;
      const meter = await way();
      sitter.player = await sit(meter.url, code, { token });
      await pause(300);
      reconnectBytes = Math.max(reconnectBytes, meter.bytes);
      sitter.meter = meter;
      const rest = total();
      await next('report', round === rounds - 1 ? 'debrief' : 'briefing');
      // The end is told once and is no round.
      if (round < rounds - 1) {
        await pause(200);
        sent += total() - rest;
      }
    }
    return { figures: { bytesPerClientRound: sent / seats.length / rounds, reconnectBytes } };
  } finally {
    for (const meter of meters) meter.close();
    await server.dispose();
  }
}
