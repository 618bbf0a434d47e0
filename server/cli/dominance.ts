import { byPower, POWERS, type Power } from '../../shared/core/powers.ts';
import { contentOf } from '../content.ts';
import { type Found, type Plan, policyOf, spamCount, type Task } from './dominanceGames.ts';
import { fail, knownDepth, knownScenario, readFlags, whole } from './flags.ts';
import { cores, inParallel } from './parallel.ts';

/**
 * Whether some fixed plan beats the game. By successive halving: all plans of a power under one seed,
 * the better half under twice as many, and so on, the others doing as history did and signing whatever
 * is asked, which flatters the plan. The best few are then judged on other seeds at a table of bots,
 * beside a bot in the same seat. The bots' own games tell how often each horn of a dilemma is chosen.
 */
const USE =
  'npm run --silent model:dominance -- [--scenario crossroads] [--depth expert] [--plans 2000] [--finalists 3] [--games 8] [--powers KZ,RU,CN,EU] [--jobs 2] [--json]';
const values = readFlags(USE, {
  scenario: 'crossroads',
  depth: 'expert',
  plans: '2000',
  finalists: '3',
  games: '8',
  powers: POWERS.join(','),
  jobs: String(cores()),
});
const scenario = knownScenario(values.scenario);
const depth = knownDepth(values.depth);
const plans = whole('plans', values.plans, 4, 1_000_000);
const finalists = whole('finalists', values.finalists, 1, 100);
const games = whole('games', values.games, 1, 10_000);
const jobs = whole('jobs', values.jobs, 1, 64);
const powers = values.powers
  .split(',')
  .map(
    (text) =>
      POWERS.find((p) => p === text) ??
      fail(`--powers wants some of ${POWERS.join(', ')}, not "${text}".`),
  );
const content = contentOf(scenario);

/** Judging takes seeds that no selection has seen. */
const JUDGES = 100_000;
/** Plans that go to a thread at once. */
const CHUNK = 25;
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

async function run<T extends Found['type']>(
  tasks: readonly Task[],
): Promise<readonly Extract<Found, { type: T }>[]> {
  return inParallel(new URL('./dominanceGames.ts', import.meta.url), tasks, jobs);
}

async function halve(power: Power): Promise<readonly { plan: Plan; mean: number }[]> {
  // Every single order is among the plans, however many there are.
  const count = Math.max(plans, spamCount(content, depth, power));
  let field = Array.from({ length: count }, (_, number) => ({ plan: { power, number }, mean: 0 }));
  for (let seeds = 1; ; seeds = Math.min(seeds * 2, 64)) {
    const chunks = Array.from({ length: Math.ceil(field.length / CHUNK) }, (_, i) =>
      field.slice(i * CHUNK, (i + 1) * CHUNK),
    );
    const found = await run<'plans'>(
      chunks.map((chunk) => ({
        type: 'plans',
        scenario,
        depth,
        plans: chunk.map(({ plan }) => plan),
        seeds: Array.from({ length: seeds }, (_, s) => 1 + s),
      })),
    );
    const means = found.flatMap((one) => one.means);
    field = field
      .map(({ plan }, i) => ({ plan, mean: means[i] as number }))
      .sort((a, b) => b.mean - a.mean || a.plan.number - b.plan.number);
    if (field.length <= finalists) return field;
    field = field.slice(0, Math.max(finalists, Math.ceil(field.length / 2)));
  }
}

const table = (plan: Plan | null): readonly Task[] =>
  Array.from({ length: games }, (_, g) => ({
    type: 'table',
    scenario,
    depth,
    plan,
    seed: JUDGES + g,
  }));

const bots = await run<'table'>(table(null));
const botMean = byPower((p) => mean(bots.map(({ score }) => score[p])));
const rows: { power: Power; policy: string; selected: number; mean: number; bot: number }[] = [];
for (const power of powers) {
  for (const { plan, mean: selected } of await halve(power)) {
    const judged = await run<'table'>(table(plan));
    rows.push({
      power,
      policy: policyOf(content, depth, plan).id,
      selected,
      mean: mean(judged.map(({ score }) => score[power])),
      bot: botMean[power],
    });
  }
}
const worst = rows.reduce((a, b) => (b.mean > a.mean ? b : a));

/** A dilemma whose horns nobody touched in these games says nothing. */
const ids = [...new Set(bots.flatMap((game) => Object.keys(game.horns)))].sort();
const horns = ids.flatMap((id) => {
  const total = [0, 1].map((h) =>
    bots.reduce((sum, game) => sum + (game.horns[id]?.[h] ?? 0), 0),
  ) as [number, number];
  const decisions = total[0] + total[1];
  return decisions > 0 ? [{ id, decisions, first: total[0] / decisions }] : [];
});
const hornMax = Math.max(0, ...horns.map(({ first }) => Math.max(first, 1 - first)));

const short = (x: number): number => Number(x.toFixed(3));
if (values.json) {
  const { power, policy, mean: m } = worst;
  process.stdout.write(
    `${JSON.stringify({
      worst: { policy, power, mean: short(m) },
      hornMax: short(hornMax),
      finalists: rows.map((r) => ({
        ...r,
        selected: short(r.selected),
        mean: short(r.mean),
        bot: short(r.bot),
      })),
      horns: horns.map((h) => ({ ...h, first: short(h.first) })),
      plans,
      games,
      scenario,
      depth,
    })}\n`,
  );
} else {
  process.stdout.write(
    `${plans} plans a power by successive halving, ${scenario} at ${depth} depth; judged in ${games} games against bots\n`,
  );
  for (const r of rows) {
    process.stdout.write(
      `${r.power}  ${r.mean.toFixed(1)} (a bot ${r.bot.toFixed(1)}; when selected ${r.selected.toFixed(1)})  ${r.policy}\n`,
    );
  }
  for (const { id, decisions, first } of horns) {
    process.stdout.write(
      `${id}  first horn in ${(100 * first).toFixed(0)} % of ${decisions} decisions\n`,
    );
  }
}
