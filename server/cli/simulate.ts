import { byPower, DEPTHS, POWERS, type Power } from '../../shared/core/powers.ts';
import { orderKinds } from '../../shared/game/index.ts';
import { contentOf, scenarioIds } from '../content.ts';
import { fail, knownDepth, knownScenario, readFlags, whole } from './flags.ts';
import { cores, inParallel } from './parallel.ts';
import type { Skill } from './play.ts';
import type { SeriesFigures, SeriesGame } from './series.ts';
import { mergeTalks, noTalks } from './talked.ts';

/**
 * Plays a series of games between bots and prints what came out, for people or as one JSON object. Games
 * are shared among threads; what is printed does not depend on how many.
 */

const SKILLS: readonly string[] = ['easy', 'random', 'idle'];
const LARGEST_SEED = 2 ** 32 - 1;

const USE = `npm run --silent simulate -- [--scenario ${scenarioIds().join('|')}] [--depth ${DEPTHS.join('|')}] [--games 50] [--seed 1] [--bots ${SKILLS.join('|')}, or four of them for ${POWERS.join(',')}] [--jobs ${cores()}] [--json]`;

function skills(text: string): Record<Power, Skill> {
  const list = text.split(',');
  if (list.length !== 1 && list.length !== POWERS.length) {
    fail(`--bots wants one skill, or four in the order ${POWERS.join(',')}, not "${text}".`);
  }
  const wrong = list.find((s) => !SKILLS.includes(s));
  if (wrong !== undefined) fail(`--bots knows ${SKILLS.join(', ')}, not "${wrong}".`);
  return byPower((p) => (list.length === 1 ? list[0] : list[POWERS.indexOf(p)]) as Skill);
}

const values = readFlags(USE, {
  scenario: 'lesson',
  depth: 'intro',
  games: '50',
  seed: '1',
  bots: 'easy',
  jobs: String(cores()),
});
const scenario = knownScenario(values.scenario);
const depth = knownDepth(values.depth);
const games = whole('games', values.games, 1, 100_000);
const seed = whole('seed', values.seed, 0, LARGEST_SEED - games + 1);
const seats = skills(values.bots);
const jobs = whole('jobs', values.jobs, 1, 64);
const content = contentOf(scenario);

const scores = byPower((): number[] => []);
const orderGames: Record<string, number> = Object.fromEntries(orderKinds().map((k) => [k, 0]));
const refusals: Record<string, number> = {};
const talked = noTalks();
let nonFinite = 0;
let resolveMs = 0;
const played = await inParallel<SeriesGame, SeriesFigures>(
  new URL('./series.ts', import.meta.url),
  Array.from({ length: games }, (_, g) => ({ scenario, depth, seed: seed + g, seats })),
  jobs,
);
for (const game of played) {
  for (const p of POWERS) scores[p].push(game.score[p]);
  for (const kind of Object.keys(game.orders)) orderGames[kind] = (orderGames[kind] ?? 0) + 1;
  for (const [code, n] of Object.entries(game.refusals)) {
    refusals[code] = (refusals[code] ?? 0) + n;
  }
  mergeTalks(talked, game.talks);
  nonFinite += game.nonFinite;
  resolveMs += game.resolveMs;
}

function meanAndSd(list: readonly number[]): { mean: number; sd: number } {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  const square = list.reduce((a, b) => a + (b - mean) * (b - mean), 0);
  return { mean, sd: Math.sqrt(square / Math.max(1, list.length - 1)) };
}

const rounds = content.halves.length;
const summary = {
  scenario,
  depth,
  games,
  rounds,
  score: byPower((p) => meanAndSd(scores[p])),
  orderGames,
  ...talked,
  refusals,
  nonFinite,
  msPerRound: resolveMs / (games * rounds),
};

if (values.json) {
  process.stdout.write(`${JSON.stringify(summary)}\n`);
} else {
  const line = (...cells: string[]): string => `${cells.map((c) => c.padEnd(16)).join('')}\n`;
  const out = [
    `${games} games of ${scenario} at ${depth} depth, ${rounds} rounds, seeds from ${seed}\n`,
    line('power', 'mean score', 'sd'),
    ...POWERS.map((p) => {
      const { mean, sd } = meanAndSd(scores[p]);
      return line(p, mean.toFixed(1), sd.toFixed(1));
    }),
    line('order', 'games'),
    ...Object.entries(orderGames).map(([kind, n]) => line(kind, String(n))),
    `talks: ${JSON.stringify(talked)}\n`,
    `refusals: ${JSON.stringify(refusals)}; numbers not finite: ${nonFinite}; `,
    `${summary.msPerRound.toFixed(2)} ms a round with its ledger\n`,
  ];
  process.stdout.write(out.join(''));
}
