import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { playGame } from '../../server/cli/play.ts';
import { contentOf, scenarioIds } from '../../server/content.ts';
import { ViewSender } from '../../server/rooms/viewSender.ts';
import { POWERS } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import { viewFor } from '../../shared/game/index.ts';
import type { Found } from './stats.ts';

const GAMES = 40;

/** Bytes in use after everything that nobody holds is swept away, array buffers included. */
function bytesInUse(sweep: () => void): number {
  for (let i = 0; i < 3; i += 1) sweep();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/**
 * Memory of a running game in its last report, when it holds most, beside the content that all share: its state alone,
 * and with what four connections were shown last. kB, mean of games full of random orders.
 */
export async function memory(): Promise<Found> {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  const content = contentOf(scenarioIds().includes('crossroads') ? 'crossroads' : 'lesson');
  const skills = { KZ: 'random', RU: 'random', CN: 'random', EU: 'random' } as const;
  const play = (seed: number): GameState => {
    const { state } = playGame(content, 'expert', seed, skills, () => 0);
    return { ...state, phase: 'report', round: state.round - 1 };
  };
  // What is compiled and remembered on the way is not a game's.
  for (let g = 0; g < 80; g += 1) play(1000 + g);
  const before = bytesInUse(sweep);
  const states = Array.from({ length: GAMES }, (_, g) => play(1 + g));
  const withStates = bytesInUse(sweep);
  const senders = states.map((s) =>
    POWERS.map((power) => {
      const sender = new ViewSender(false);
      sender.frame(viewFor(content, s, power));
      return sender;
    }),
  );
  const withViews = bytesInUse(sweep);
  const kB = (bytes: number): number => bytes / GAMES / 1000;
  return {
    figures: { stateKB: kB(withStates - before), withViewsKB: kB(withViews - before) },
    more: {
      games: states.length,
      connections: senders.flat().length,
      entries: content.layout.size,
    },
  };
}
