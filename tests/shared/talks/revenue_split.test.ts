import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import type { BoundClause } from '../../../shared/core/clause.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { variant } from '../economy/variant.ts';
import { cap, still, Table } from './table.ts';

const pool = (by: Power, share: number, until: number, roads = 'trunk'): Clause => ({
  kind: 'revenue_split',
  by,
  params: { roads, share },
  until,
});
const table = (content = still): Table => new Table(content, 5, 'standard');
const siberian = { corridor: 'siberian', access: 'open' };

describe('one purse for tolls', () => {
  it('needs both who keep tolls, and standard depth', () => {
    const offer = (to: Power[], clause: Clause) => ({
      type: 'propose',
      to,
      clauses: [clause],
    });
    expect(table().say('KZ', offer(['RU'], pool('RU', 40, 2)))).toBeNull();
    expect(table().say('KZ', offer(['RU', 'CN'], pool('KZ', 40, 2)))).toBeNull();
    expect(table().say('KZ', offer(['CN'], pool('KZ', 40, 2)))).toBe('badClause');
    expect(table().say('KZ', offer(['RU', 'CN'], pool('CN', 40, 2)))).toBe('badClause');
    expect(new Table().say('KZ', offer(['RU'], pool('RU', 40, 2)))).toBe('badClause');
  });

  it.each([0, 30, 100])(
    'gives Kazakhstan %i in a hundred of all that both took, to the dollar',
    (share) => {
      const others = {
        'toll(RU,siberian)': 0,
        'toll(RU,road)': 0,
        'toll(RU,ukraine)': 0,
        'toll(KZ,caspian)': 0,
        'toll(KZ,south)': 0,
        'toll(KZ,asia)': 0,
      };
      const alone = table().set(others).resolve();
      const shared = table()
        .set(others)
        .agree('KZ', ['RU'], [pool('KZ', share, 2), pool('RU', share, 2)])
        .resolve();
      const all = alone.at('toll_income(KZ)') + alone.at('toll_income(RU)');
      expect(all).toBeGreaterThan(0.02);
      expect(shared.at('toll_income(KZ)') + shared.at('toll_income(RU)')).toBeCloseTo(all, 12);
      expect(shared.at('toll_income(KZ)')).toBeCloseTo((share / 100) * all, 12);
      expect(shared.at('pool_paid(KZ)') + shared.at('pool_paid(RU)')).toBeCloseTo(0, 12);
      expect(shared.state.report?.residual).toBeLessThan(1e-9);
    },
  );

  it('closes the ledger over its whole life, beside a shared ceiling, and gives all back at its end', () => {
    const game = table().agree('KZ', ['RU'], [pool('RU', 60, 1), cap('RU', 600, 2, 20)]);
    for (let i = 0; i < 4; i += 1) {
      game.resolve();
      expect(game.state.report?.residual).toBeLessThan(1e-9);
      game.next();
    }
    expect(game.at('pool_paid(KZ)')).toBe(0);
  });

  it('is kept where cargo goes as it went', () => {
    const game = table()
      .agree('KZ', ['RU'], [pool('RU', 40, 1)])
      .next();
    expect(game.clause).toMatchObject({ fate: 'kept', final: false });
    game.resolve();
    expect(game.clause).toMatchObject({ fate: 'kept', final: true });
  });

  it('is broken by leading cargo round it, and only where enough of it goes', () => {
    const led = (content = still) =>
      table(content)
        .set({ 'toll(RU,siberian)': 1500 })
        .agree('KZ', ['RU'], [pool('RU', 40, 3)])
        .next()
        .order('RU', 'ru_transit', { ...siberian, toll: 0 })
        .order('RU', 'ru_transit', { corridor: 'trunk', toll: 1200, access: 'slow' })
        .resolve();
    const game = led();
    expect(game.clause).toMatchObject({ fate: 'breached', final: true });
    expect(game.clause.breach?.order).toMatchObject({ kind: 'ru_transit', params: siberian });
    expect(game.agreement.status).toBe('broken');
    expect(led(variant({ coefficients: { 'clauses.reroute': 1 } })).clause.fate).toBe('kept');
  });

  it('allows both roads to be cheaper when both are pooled', () => {
    const game = table()
      .set({ 'toll(RU,siberian)': 1500 })
      .agree('KZ', ['RU'], [pool('RU', 40, 3, 'rails')])
      .next()
      .order('RU', 'ru_transit', { ...siberian, toll: 0 })
      .resolve();
    expect(game.clause.fate).not.toBe('breached');
  });

  it('excuses who only looks on while the other slows the road', () => {
    const game = table()
      .agree('KZ', ['RU'], [pool('KZ', 40, 3)])
      .next()
      .order('RU', 'ru_transit', { corridor: 'trunk', toll: 1200, access: 'close' })
      .resolve();
    expect(game.clause).toMatchObject({ fate: 'excused', final: false });
  });

  it('is dormant where nothing moves', () => {
    const game = table()
      .set({ 'status(trunk)': 2, 'boxes(trunk)': 0 })
      .agree('KZ', ['RU'], [pool('RU', 40, 0)])
      .resolve();
    expect(game.at('boxes(trunk)')).toBe(0);
    expect(game.clause.fate).toBe('dormant');
  });
});

describe('the triangle of tolls on the network of crossroads', () => {
  const content = contentOf('crossroads');
  const { layout } = content;
  const ROUNDS = content.halves.length;
  const GRID = Array.from({ length: 13 }, (_, i) => 100 + 200 * i);
  const known = new Map<string, { kz: number; ru: number; boxes: number }>();

  /** The scenario's half-years under standing tolls on the trunk: $bn that each has taken in all. */
  function course(kz: number, ru: number, bound: readonly BoundClause[] = []) {
    const key = JSON.stringify([kz, ru, bound]);
    let found = known.get(key);
    if (!found) {
      let num: Float64Array = content.start.slice();
      num[layout.at('toll', 'KZ', 'trunk')] = kz;
      num[layout.at('toll', 'RU', 'trunk')] = ru;
      num[layout.at('subsidy')] = 1500;
      const sum = { kz: 0, ru: 0, boxes: 0 };
      for (let round = 0; round < ROUNDS; round += 1) {
        num = resolveNumbers(content, num, round, [], { bound }).num;
        sum.kz += num[layout.at('toll_income', 'KZ')] as number;
        sum.ru += num[layout.at('toll_income', 'RU')] as number;
      }
      sum.boxes = num[layout.at('boxes', 'trunk')] as number;
      found = sum;
      known.set(key, found);
    }
    return found;
  }

  const best = (worth: (toll: number) => number): number =>
    GRID.reduce((a, b) => (worth(b) > worth(a) ? b : a));

  /** Each answers the other's toll until neither moves. */
  function apart(): { kz: number; ru: number } {
    let [kz, ru] = [1100, 1200];
    for (let turn = 0; turn < 12; turn += 1) {
      const nextKz = best((t) => course(t, ru).kz);
      const nextRu = best((t) => course(nextKz, t).ru);
      if (nextKz === kz && nextRu === ru) break;
      [kz, ru] = [nextKz, nextRu];
    }
    return { kz, ru };
  }

  const split = (share: number): BoundClause => ({
    ...pool('RU', share, 99),
    parties: ['KZ', 'RU'],
    fresh: false,
    chance: 'none',
  });

  it('earns more, and carries more, under tolls that are set together', () => {
    const tolls = apart();
    const alone = course(tolls.kz, tolls.ru);
    let top = { total: 0, sum: 0, boxes: 0 };
    for (const kz of GRID) {
      for (const ru of GRID) {
        const o = course(kz, ru);
        if (o.kz + o.ru > top.sum) top = { total: kz + ru, sum: o.kz + o.ru, boxes: o.boxes };
      }
    }
    expect(top.total).toBeLessThan(tolls.kz + tolls.ru);
    expect(top.sum / (alone.kz + alone.ru)).toBeGreaterThan(1.08);
    expect(top.boxes).toBeGreaterThan(alone.boxes);
  }, 120_000);

  it('cannot be signed by Kazakhstan without a share, and can by both with one', () => {
    const alone = course(1100, 1200);
    const joint = course(400, 1000);
    expect(joint.kz + joint.ru).toBeGreaterThan(alone.kz + alone.ru);
    expect(joint.kz).toBeLessThan(alone.kz);
    expect(joint.ru).toBeGreaterThan(alone.ru);
    const shares = Array.from({ length: 21 }, (_, i) => 5 * i);
    const signable = shares.filter((share) => {
      const o = course(400, 1000, [split(share)]);
      return o.kz > alone.kz && o.ru > alone.ru;
    });
    expect(signable.length).toBeGreaterThan(0);
    // What is paid back is a part of the trunk's income; nothing is made or lost on the way.
    for (const share of signable) {
      const o = course(400, 1000, [split(share)]);
      expect(o.kz + o.ru).toBeCloseTo(joint.kz + joint.ru, 9);
      expect(o.kz - joint.kz).toBeGreaterThan(alone.kz - joint.kz);
    }
  }, 60_000);
});
