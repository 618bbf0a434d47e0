import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playGame } from '../../../server/cli/play.ts';
import { checkScenario } from '../../../server/cli/scenarioFindings.ts';
import { readContent, scenarioIds } from '../../../server/content.ts';
import { byPower, DEPTHS } from '../../../shared/core/powers.ts';
import { broken, makeSteppe, rootOf } from './steppe.ts';

const cli = join(import.meta.dirname, '../../../server/cli/scenarioCheck.ts');
const check = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

let steppe = '';
const made: string[] = [];

beforeAll(() => {
  steppe = makeSteppe();
  made.push(rootOf(steppe));
});
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true, force: true });
});

/** What is said about the world after a change, each as `file: path: reason` below its root. */
function said(file: string, change: (data: Given) => unknown): string[] {
  const scenario = broken(steppe, file, change as never);
  made.push(rootOf(scenario));
  return checkScenario(scenario).complaints.map(
    (c) => `${relative(rootOf(scenario), join(process.cwd(), c.file))}: ${c.path}: ${c.reason}`,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: JSON that is broken on purpose
type Given = any;

describe('a second world', () => {
  it('is found to be fine, and told so', () => {
    expect(checkScenario(steppe).complaints).toEqual([]);
    const { status, stdout, stderr } = check(steppe);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^short is fine: 3 rounds from 2013H2 to 2014H2, 14 places, 3 pairs/);
  });

  it.each(DEPTHS)('is played by bots to its end at %s depth without a refusal', (depth) => {
    const content = readContent('short', rootOf(steppe));
    const game = playGame(
      content,
      depth,
      1,
      byPower(() => 'easy'),
      () => 0,
    );
    expect(game.refusals).toEqual({});
    expect(game.nonFinite).toBe(0);
    expect(game.state.phase).toBe('debrief');
    expect(Object.values(game.orders).reduce((a, b) => a + b, 0)).toBeGreaterThan(8);
  });
});

describe('scenarios of the program', () => {
  it.each(scenarioIds())('%s is fine', (id) => {
    expect(checkScenario(id).complaints).toEqual([]);
  });
});

describe('a broken scenario', () => {
  const network = 'worlds/steppe/network.json';
  const scenario = 'scenarios/short/scenario.json';

  it.each<[string, string, (data: Given) => unknown, string]>([
    [
      'a field of the wrong kind',
      scenario,
      (s) => {
        s.envelope.KZ = 'much';
      },
      `${scenario}: envelope.KZ: Invalid type`,
    ],
    [
      'weights that are no whole',
      scenario,
      (s) => {
        s.objectives[0].weight = 30;
      },
      `${scenario}: objectives: weights of KZ sum to 105, not to 100`,
    ],
    [
      'half-years with a gap',
      scenario,
      (s) => {
        s.halves[2] = '2015H1';
      },
      `${scenario}: halves.2: 2015H1 does not follow 2014H1: 2014H2 does`,
    ],
    [
      'a formula of an unknown word',
      scenario,
      (s) => {
        s.objectives[0].formula = '2 * happiness';
      },
      `${scenario}: objectives.0.formula: formula "2 * happiness"`,
    ],
    [
      'an event that nobody wrote',
      scenario,
      (s) => {
        s.draws = ['E99'];
      },
      `${scenario}: draws: there is no drawn event E99`,
    ],
    [
      'a world that is not there',
      scenario,
      (s) => {
        s.world = 'atlantis';
      },
      'scenarios/short/network.json: (root): the scenario has no such file, and nor has world atlantis',
    ],
    [
      'an id that is not its folder',
      scenario,
      (s) => {
        s.id = 'long';
      },
      `${scenario}: id: is "long", its folder is "short"`,
    ],
    [
      'a link to nowhere',
      network,
      (n) => {
        n.links[3].to = 'atlantis';
      },
      `${network}: links.3: there is no node atlantis`,
    ],
    [
      'a place that no link joins',
      network,
      (n) => {
        n.nodes.push({ ...n.nodes[0], id: 'island' });
      },
      `${network}: nodes.14: no link leads to island`,
    ],
    [
      'a pair without a path',
      network,
      (n) => {
        n.pairs.push({ ...n.pairs[0], id: 'moscow-istanbul', from: 'moscow', to: 'istanbul' });
      },
      `${network}: pairs.3: moscow-istanbul has no path in paths.json`,
    ],
    [
      'boxes on a corridor without a path',
      network,
      (n) => {
        n.pairs[0].observed.south = 1;
      },
      `${network}: pairs.0.observed.south: chongqing-duisburg saw boxes on south`,
    ],
    [
      'more boxes than demand',
      network,
      (n) => {
        n.pairs[2].demand = 10;
      },
      `${network}: pairs.2.observed: 52 boxes are more than the demand of 10`,
    ],
    [
      'a path with a gap',
      'worlds/steppe/paths.json',
      (p) => {
        p.paths[0].links.splice(2, 1);
      },
      'worlds/steppe/paths.json: paths.0.links.2: moscow--brest does not go on from petropavl',
    ],
    [
      'a path that ends too early',
      'worlds/steppe/paths.json',
      (p) => {
        p.paths[0].links.pop();
      },
      'worlds/steppe/paths.json: paths.0.links: ends in brest, not in duisburg',
    ],
    [
      'a value outside its range',
      'worlds/steppe/assumptions/economy.json',
      (a) => {
        a.coefficients['economy.drain'].value = 3;
      },
      'worlds/steppe/assumptions/economy.json: coefficients.economy.drain: 3 lies outside its range',
    ],
    [
      'shares that are no whole',
      'worlds/steppe/assumptions/economy.json',
      (a) => {
        a.start['debt_share(CN)'].value = 0.45;
      },
      'worlds/steppe/assumptions/economy.json: start.debt_share: the shares of lenders sum to 1.15',
    ],
    [
      'a coefficient that is missing',
      'worlds/steppe/assumptions/economy.json',
      (a) => {
        delete a.coefficients['economy.drain'];
      },
      'the rules cannot run: coefficient economy.drain is missing in short',
    ],
    [
      'a series that is too short',
      'worlds/steppe/drivers.json',
      (d) => {
        d.rounds.brent = [100];
      },
      'worlds/steppe/drivers.json: rounds.brent: has 1 of 3 rounds',
    ],
    [
      'series that begin later',
      'worlds/steppe/drivers.json',
      (d) => {
        d.first = '2014H1';
      },
      'worlds/steppe/drivers.json: first: series begin in 2014H1, rounds in 2013H2',
    ],
    [
      'an order that is none',
      'worlds/steppe/history.json',
      (h) => {
        h['2013H2'][0].kind = 'conjure';
      },
      'worlds/steppe/history.json: 2013H2.0: there is no order "conjure"',
    ],
    [
      'an order of the wrong power',
      'worlds/steppe/history.json',
      (h) => {
        h['2013H2'][0].power = 'EU';
      },
      'worlds/steppe/history.json: 2013H2.0: EU cannot give toll',
    ],
    [
      'an order with a setting that it does not take',
      'worlds/steppe/history.json',
      (h) => {
        h['2013H2'][0].params.toll = 901;
      },
      'worlds/steppe/history.json: 2013H2.0: toll does not take',
    ],
    [
      'an event on an unknown word',
      'worlds/steppe/events.json',
      () => [{ id: 'E01', half: '2014H1', effects: [{ word: 'luck', delta: 1 }] }],
      'worlds/steppe/events.json: 0: ',
    ],
  ])('%s is told with file, path and reason', (_, file, change, complaint) => {
    const complaints = said(file, change);
    expect(complaints.length).toBeGreaterThan(0);
    expect(complaints[0]).toContain(complaint);
  });

  it('is named where it cannot be read at all, and the command fails', () => {
    const copy = broken(steppe, network, () => undefined);
    made.push(rootOf(copy));
    writeFileSync(join(rootOf(copy), network), '{ "nodes": [');
    const { status, stdout, stderr } = check(copy);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/worlds\/steppe\/network\.json: \(root\): .*JSON/);
  });

  it('is not looked for without a name, and a file that is missing is said to be', () => {
    expect(check()).toMatchObject({ status: 1, stdout: '' });
    expect(check().stderr).toMatch(/^Name one scenario: npm run scenario:check -- FILE/);
    expect(check('assets/scenarios/none').stderr).toMatch(/there is no such file/);
  });
});
