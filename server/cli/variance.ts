import { byPower, POWERS, type Power } from '../../shared/core/powers.ts';
import { drawInt } from '../../shared/core/random.ts';
import { fail, knownDepth, knownScenario, readFlags, whole } from './flags.ts';
import { cores, inParallel } from './parallel.ts';
import type { Profile } from './varianceGames.ts';

/**
 * Whose choices a score hangs on: policies drawn independently for each power, crossed with seeds, and
 * the variance of each power's score parted into the choices of all, its own choices, and luck.
 */
const USE =
  'npm run --silent model:variance -- [--scenario crossroads] [--depth expert] [--profiles 400] [--policies 25] [--seeds 12] [--jobs 2] [--json]';
const values = readFlags(USE, {
  scenario: 'crossroads',
  depth: 'expert',
  profiles: '400',
  policies: '25',
  seeds: '12',
  jobs: String(cores()),
});
const scenario = knownScenario(values.scenario);
const depth = knownDepth(values.depth);
const profiles = whole('profiles', values.profiles, 8, 100_000);
const policies = whole('policies', values.policies, 2, 10_000);
const seeds = whole('seeds', values.seeds, 2, 1000);
if (profiles < 2 * policies) fail('--profiles wants at least twice the number of --policies.');

const keysOf = (n: number): Record<Power, number> =>
  byPower((p) => 1 + drawInt(1, n, 'variance:policy', p, policies));
const games = Array.from(
  { length: profiles },
  (_, n): Profile => ({
    scenario,
    depth,
    keys: keysOf(n),
    seeds: Array.from({ length: seeds }, (__, s) => 1 + s),
  }),
);
const scores = await inParallel<Profile, readonly Readonly<Record<Power, number>>[]>(
  new URL('./varianceGames.ts', import.meta.url),
  games,
  whole('jobs', values.jobs, 1, 64),
);

const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
const variance = (list: readonly number[]): number => {
  const m = mean(list);
  return list.reduce((sum, x) => sum + (x - m) * (x - m), 0) / (list.length - 1);
};

/**
 * Components of variance of a crossed random model y = m + profile + seed + rest, each free of the
 * noise that means of few carry; the own choices are the part of `profile` that goes with the power's
 * own policy, whoever the others were.
 */
function sharesOf(power: Power): { all: number; own: number; luck: number; sd: number } {
  const table = scores.map((row) => row.map((game) => game[power]));
  const rows = table.map(mean);
  const columns = Array.from({ length: seeds }, (_, s) => mean(table.map((r) => r[s] as number)));
  const grand = mean(rows);
  let rest = 0;
  table.forEach((row, i) => {
    row.forEach((y, s) => {
      const r = y - (rows[i] as number) - (columns[s] as number) + grand;
      rest += r * r;
    });
  });
  rest /= (profiles - 1) * (seeds - 1);
  const all = Math.max(0, variance(rows) - rest / seeds);
  const luck = Math.max(0, variance(columns) - rest / profiles);
  const groups = new Map<number, number[]>();
  rows.forEach((y, i) => {
    const key = games[i]?.keys[power] as number;
    groups.set(key, [...(groups.get(key) ?? []), y]);
  });
  const lists = [...groups.values()];
  const within =
    lists.reduce((sum, list) => {
      const m = mean(list);
      return sum + list.reduce((s, x) => s + (x - m) * (x - m), 0);
    }, 0) /
    (profiles - lists.length);
  const between =
    lists.reduce(
      (sum, list) => sum + list.length * (mean(list) - grand) * (mean(list) - grand),
      0,
    ) /
    (lists.length - 1);
  const size =
    (profiles - lists.reduce((sum, list) => sum + list.length * list.length, 0) / profiles) /
    (lists.length - 1);
  const own = Math.max(0, (between - within) / size);
  const total = all + luck + rest;
  return { all: all / total, own: own / total, luck: luck / total, sd: Math.sqrt(total) };
}

const by = byPower(sharesOf);
const share = {
  all: mean(POWERS.map((p) => by[p].all)),
  own: mean(POWERS.map((p) => by[p].own)),
  luck: mean(POWERS.map((p) => by[p].luck)),
};
const round = (x: number): number => Number(x.toFixed(4));
if (values.json) {
  const rounded = (s: Readonly<Record<string, number>>): Record<string, number> =>
    Object.fromEntries(Object.entries(s).map(([name, x]) => [name, round(x)]));
  process.stdout.write(
    `${JSON.stringify({ share: rounded(share), power: byPower((p) => rounded(by[p])), profiles, seeds, scenario, depth })}\n`,
  );
} else {
  process.stdout.write(
    `${profiles} profiles of ${policies} policies a power, crossed with ${seeds} seeds, ${scenario} at ${depth} depth\n`,
  );
  for (const [name, s] of [
    ...POWERS.map((p) => [p, by[p]] as const),
    ['all four', share] as const,
  ]) {
    process.stdout.write(
      `${name.padEnd(10)}choices of all ${(100 * s.all).toFixed(1)} %, own ${(100 * s.own).toFixed(1)} %, luck ${(100 * s.luck).toFixed(1)} %\n`,
    );
  }
}
