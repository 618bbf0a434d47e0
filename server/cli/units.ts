import { byPower, POWERS } from '../../shared/core/powers.ts';
import { contentOf } from '../content.ts';
import { knownDepth, knownScenario, readFlags, whole } from './flags.ts';
import { cores, inParallel } from './parallel.ts';
import type { Skill } from './play.ts';
import type { Reference, Values } from './unitsGames.ts';

/**
 * Spread of every objective over reference games, and the unit that follows from it: two fifths of
 * the distance from the 5th to the 95th percentile is worth ten points. Units are written into the
 * scenario by hand, rounded, and then stand for a version of it.
 */
const values = readFlags(
  'node server/cli/units.ts [--scenario lesson] [--depth intro] [--games 96] [--jobs 2]',
  { scenario: 'lesson', depth: 'intro', games: '96', jobs: String(cores()) },
);
const scenario = knownScenario(values.scenario);
const depth = knownDepth(values.depth);
const content = contentOf(scenario);
const SKILLS: readonly Skill[] = ['random', 'easy', 'idle'];
const games = Array.from(
  { length: whole('games', values.games, 1, 10_000) },
  (_, g): Reference => ({
    scenario,
    depth,
    seed: g + 1,
    // Every power plays with every skill against every skill of the others.
    seats: byPower((p) => SKILLS[Math.floor(g / 3 ** POWERS.indexOf(p)) % 3] as Skill),
  }),
);
const found = await inParallel<Reference, Values>(
  new URL('./unitsGames.ts', import.meta.url),
  games,
  whole('jobs', values.jobs, 1, 64),
);

const at = (list: readonly number[], share: number): number =>
  list[Math.min(list.length - 1, Math.floor(share * list.length))] as number;
process.stdout.write(
  'objective          P5      median         P95     history        unit   suggested\n',
);
for (const o of content.objectives) {
  const x = found.map((game) => game[o.id]?.x as number).sort((a, b) => a - b);
  const history = found[0]?.[o.id]?.history as number;
  const [low, mid, high] = [at(x, 0.05), at(x, 0.5), at(x, 0.95)];
  const cells = [low, mid, high, history, o.unit, 0.4 * (high - low)];
  process.stdout.write(
    `${o.id.padEnd(14)}${cells.map((c) => c.toFixed(3).padStart(12)).join('')}\n`,
  );
}
