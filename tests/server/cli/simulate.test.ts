import { describe, expect, it } from 'vitest';
import { POWERS } from '../../../shared/core/powers.ts';
import { orderKinds } from '../../../shared/game/index.ts';
import { tool } from './tool.ts';

const simulate = (...args: string[]) => tool('simulate', ...args);

describe('simulate', () => {
  it('prints one JSON object alone, of the promised shape, and the same again', () => {
    const args = '--scenario lesson --depth intro --games 1 --seed 1 --bots easy --json'.split(' ');
    const first = simulate(...args);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^\{[^\n]*\}\n$/);
    const said = JSON.parse(first.stdout);
    expect(Object.keys(said)).toEqual([
      'scenario',
      'depth',
      'games',
      'rounds',
      'score',
      'orderGames',
      'offers',
      'counters',
      'declined',
      'warnings',
      'agreements',
      'clauses',
      'pairs',
      'refusals',
      'nonFinite',
      'msPerRound',
    ]);
    expect(said).toMatchObject({
      scenario: 'lesson',
      depth: 'intro',
      games: 1,
      rounds: 6,
      refusals: {},
      nonFinite: 0,
    });
    expect(Object.keys(said.agreements).sort()).toEqual(
      ['breached', 'dormant', 'excused', 'kept', 'signed'].sort(),
    );
    expect(said.agreements.signed).toBeGreaterThan(0);
    expect(said.agreements.kept).toBeGreaterThan(0);
    expect(said.offers).toBeGreaterThanOrEqual(said.agreements.signed);
    expect(Object.keys(said.score)).toEqual([...POWERS]);
    for (const { mean, sd } of Object.values<{ mean: number; sd: number }>(said.score)) {
      expect(mean).toBeGreaterThan(0);
      expect(mean).toBeLessThan(100);
      expect(sd).toBeGreaterThanOrEqual(0);
    }
    expect(Object.keys(said.orderGames).sort()).toEqual([...orderKinds()].sort());
    expect(Math.max(...Object.values<number>(said.orderGames))).toBeLessThanOrEqual(1);
    expect(said.msPerRound).toBeGreaterThan(0);
    const { msPerRound: _, ...rest } = said;
    const { msPerRound: __, ...again } = JSON.parse(simulate(...args).stdout);
    expect(again).toEqual(rest);
  }, 120_000);

  it('says the same however many threads share the games', () => {
    const args = '--games 3 --seed 4 --bots random,idle,random,idle --json'.split(' ');
    const of = (jobs: string): unknown => {
      const { msPerRound: _, ...rest } = JSON.parse(simulate(...args, '--jobs', jobs).stdout);
      return rest;
    };
    expect(of('3')).toEqual(of('1'));
  });

  it('prints a table for people without --json', () => {
    const { status, stdout } = simulate(
      '--games',
      '1',
      '--seed',
      '7',
      '--bots',
      'easy,idle,idle,idle',
    );
    expect(status).toBe(0);
    for (const power of POWERS) expect(stdout).toMatch(new RegExp(`^${power} +\\d+\\.\\d`, 'm'));
    for (const kind of orderKinds()) expect(stdout).toMatch(new RegExp(`^${kind} +[01]\\b`, 'm'));
  });

  it.each([
    [['--games', 'many'], /^--games wants a whole number from 1 to 100000, not "many"\.$/],
    [['--games', '0'], /^--games wants a whole number from 1 to 100000, not "0"\.$/],
    [['--seed', '-3'], /argument is ambiguous: use npm run --silent simulate/],
    [['--seed=-3'], /^--seed wants a whole number from 0 to 4294967246, not "-3"\.$/],
    [['--scenario', '../x'], /^There is no scenario "\.\.\/x"; there is crossroads, lesson\.$/],
    [['--depth', 'deep'], /^--depth knows intro, standard, expert, not "deep"\.$/],
    [['--bots', 'easy,easy'], /^--bots wants one skill, or four in the order KZ,RU,CN,EU/],
    [['--bots', 'genius'], /^--bots knows easy, random, idle, not "genius"\.$/],
    [['--fast'], /^Unknown option '--fast': use npm run --silent simulate -- \[--scenario/],
    [['lesson'], /^Unexpected argument 'lesson'.*: use npm run/],
  ])('says in one line what is wrong with %j', (args, sentence) => {
    const { status, stdout, stderr } = simulate(...args);
    expect(stderr).toMatch(/^[^\n]+\n$/);
    expect(stderr.trim()).toMatch(sentence);
    expect([status, stdout]).toEqual([1, '']);
  });

  it('tells its options when asked', () => {
    const { status, stdout } = simulate('--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/--scenario crossroads\|lesson\] .*--json\]\n$/);
  });
});
