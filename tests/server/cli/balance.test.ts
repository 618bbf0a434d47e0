import { describe, expect, it } from 'vitest';
import { policyOf, spamCount, work } from '../../../server/cli/dominanceGames.ts';
import { dilemmasOf, hornsOf } from '../../../server/cli/horns.ts';
import {
  drawnPolicy,
  fixedPolicy,
  playScripted,
  settingsOf,
} from '../../../server/cli/scripted.ts';
import { contentOf } from '../../../server/content.ts';
import { byPower, POWERS } from '../../../shared/core/powers.ts';
import { readOrder } from '../../../shared/game/rules.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import { tool } from './tool.ts';

const content = contentOf('lesson');
const none = byPower(() => null);

describe('scripted games', () => {
  it('score 50 where all do as history did', () => {
    const scores = playScripted(content, 'intro', none, 5);
    for (const p of POWERS) expect(scores[p]).toBeCloseTo(50, 9);
  });

  it('give the same for the same policies and seed, another for another policy', () => {
    const settings = settingsOf(content, 'expert', 'KZ');
    const of = (key: number): number =>
      playScripted(content, 'expert', { ...none, KZ: drawnPolicy(settings, 'KZ', key) }, 3).KZ;
    expect(of(7)).toBe(of(7));
    expect(new Set([1, 2, 3, 4, 5].map(of)).size).toBeGreaterThan(3);
  });

  it('know only settings that the rules can read', () => {
    for (const power of POWERS) {
      const settings = settingsOf(content, 'expert', power);
      expect(settings.length).toBeGreaterThan(10);
      for (const { kind, params } of settings) {
        expect(readOrder(content, kind, params)).not.toHaveProperty('code');
      }
    }
  });

  it('lose half the capital of an order that nobody signs', () => {
    const visit = { kind: 'summit', params: { host: 'KZ' } };
    const own = fixedPolicy('visits', [visit]);
    const signed = playScripted(content, 'intro', { ...none, CN: own }, 1);
    const alone = { ...fixedPolicy('idle', []), signs: () => false };
    const refused = playScripted(content, 'intro', { ...none, CN: own, KZ: alone }, 1);
    expect(signed.CN).not.toBe(refused.CN);
  });
});

describe('dilemmas', () => {
  const dilemmas = dilemmasOf('lesson');

  it('are twenty, five for each power, and name orders that there are', () => {
    for (const p of POWERS) expect(dilemmas.filter(({ power }) => power === p)).toHaveLength(5);
    for (const { horns } of dilemmas) {
      expect(horns[0].length).toBeGreaterThan(0);
      for (const { power, kind, params } of horns.flat()) {
        const known = orderKind(kind);
        expect(known?.by, kind).toContain(power);
        for (const [id, wanted] of Object.entries(params ?? {})) {
          const spec = known?.params.find((one) => one.id === id);
          expect(spec, `${kind} ${id}`).toBeDefined();
          if (spec?.type === 'choice') expect(spec.options(content), kind).toContain(wanted);
        }
      }
    }
  });

  it('count decisions by horn, a span as a span, and leaving alone as a decision', () => {
    const given = (power: 'CN' | 'KZ', kind: string, params: object) =>
      ({ power, kind, params, giver: 'bot' }) as never;
    const of = (id: string) => dilemmas.find((d) => d.id === id) as (typeof dilemmas)[number];
    const trains = [1000, 2000, 4000].map((rate) => given('CN', 'train_subsidy', { rate }));
    expect(hornsOf(of('CN2'), trains)).toEqual([1, 2]);
    expect(hornsOf(of('EU1'), trains)).toEqual([0, 1]);
    expect(hornsOf(of('KZ1'), [given('KZ', 'fx', { course: 'float' })])).toEqual([0, 1]);
  });
});

describe('plans', () => {
  it('begin with every single order and go on with drawn ones', () => {
    const count = spamCount(content, 'intro', 'EU');
    const first = policyOf(content, 'intro', { power: 'EU', number: 0 });
    expect(first.wishes(0)).toHaveLength(1);
    const drawn = policyOf(content, 'intro', { power: 'EU', number: count + 3 });
    expect(drawn.wishes(0).length).toBeGreaterThan(1);
  });

  it('are judged under each seed alike', () => {
    const plans = [{ power: 'KZ' as const, number: 1 }];
    const of = (seeds: number[]) =>
      work({ type: 'plans', scenario: 'lesson', depth: 'intro', plans, seeds });
    const one = of([1]);
    const two = of([2]);
    const both = of([1, 2]);
    if (one.type !== 'plans' || two.type !== 'plans' || both.type !== 'plans') throw new Error();
    expect(both.means[0]).toBeCloseTo(((one.means[0] as number) + (two.means[0] as number)) / 2, 9);
  });
});

describe('model:variance', () => {
  it('parts a score into shares that a share can be', () => {
    const args = '--scenario lesson --depth intro --profiles 40 --policies 8 --seeds 4 --json';
    const { status, stdout, stderr } = tool('variance', ...args.split(' '));
    expect([status, stderr]).toEqual([0, '']);
    const { share } = JSON.parse(stdout);
    expect(Object.keys(share)).toEqual(['all', 'own', 'luck']);
    expect(share.own).toBeGreaterThan(0);
    expect(share.all).toBeGreaterThan(share.own);
    expect(share.all + share.luck).toBeLessThanOrEqual(1);
  });

  it('says what is wrong', () => {
    const { status, stderr } = tool('variance', '--profiles', '10', '--policies', '8');
    expect([status, stderr]).toEqual([
      1,
      '--profiles wants at least twice the number of --policies.\n',
    ]);
  });
});

describe('model:dominance', () => {
  it('prints the worst plan and how one-sided the horns are', () => {
    const args =
      '--scenario lesson --depth intro --plans 4 --finalists 1 --games 1 --powers EU --json';
    const { status, stdout, stderr } = tool('dominance', ...args.split(' '));
    expect([status, stderr]).toEqual([0, '']);
    const said = JSON.parse(stdout);
    expect(POWERS).toContain(said.worst.power);
    expect(said.worst.mean).toBe(Math.max(...said.finalists.map((f: { mean: number }) => f.mean)));
    expect(said.hornMax).toBeLessThanOrEqual(1);
    expect(said.finalists).toHaveLength(1);
  }, 240_000);
});
