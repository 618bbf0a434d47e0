import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { playGame } from '../../server/cli/play.ts';
import { contentOf, scenarioIds } from '../../server/content.ts';
import { POWERS } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import type { View } from '../../shared/core/view.ts';
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
 * Memory of a game at its end, when it holds most, beside the content that all share: its state alone,
 * and with the view that each of four seats was sent last. kB, mean of games full of random orders.
 */
export async function memory(): Promise<Found> {
  setFlagsFromString('--expose-gc');
  const sweep = runInNewContext('gc') as () => void;
  const content = contentOf(scenarioIds().includes('crossroads') ? 'crossroads' : 'lesson');
  const skills = { KZ: 'random', RU: 'random', CN: 'random', EU: 'random' } as const;
  const play = (seed: number): GameState =>
    playGame(content, 'expert', seed, skills, () => 0).state;
  // What is compiled and remembered on the way is not a game's.
  for (let g = 0; g < 80; g += 1) play(1000 + g);
  const before = bytesInUse(sweep);
  const states = Array.from({ length: GAMES }, (_, g) => play(1 + g));
  const withStates = bytesInUse(sweep);
  const views: View[][] = states.map((s) => POWERS.map((power) => viewFor(content, s, power)));
  const withViews = bytesInUse(sweep);
  const kB = (bytes: number): number => bytes / GAMES / 1000;
  return {
    figures: { stateKB: kB(withStates - before), withViewsKB: kB(withViews - before) },
    more: { games: states.length + 0 * views.length, entries: content.layout.size },
  };
}
