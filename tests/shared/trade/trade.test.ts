import { describe, expect, it } from 'vitest';
import { POWERS, REGIONS, SECTORS } from '../../../shared/core/powers.ts';
import { last, lesson, play, read, variant } from '../economy/variant.ts';

const history = play(lesson, 6, lesson.history as never);

describe('trade matrix', () => {
  it('derives totals, shares and indices from one matrix', () => {
    for (const state of history.states) {
      let exports = 0;
      let imports = 0;
      const turnover = new Map<string, number>();
      for (const r of REGIONS) {
        if (r === 'KZ') continue;
        let sum = 0;
        for (const s of SECTORS) {
          const out = read(state, `value(${r},KZ,${s})`);
          const back = read(state, `value(KZ,${r},${s})`);
          exports += out;
          imports += back;
          sum += out + back;
        }
        turnover.set(r, sum);
      }
      expect(read(state, 'exports')).toBeCloseTo(exports, 9);
      expect(read(state, 'imports')).toBeCloseTo(imports, 9);
      for (const p of POWERS.slice(1)) {
        const share = (100 * (turnover.get(p) as number)) / (exports + imports);
        expect(read(state, `trade_share(${p})`)).toBeCloseTo(share, 9);
      }
    }
  });

  it('starts where the record of 2013 is', () => {
    expect(read(lesson.start, 'trade_share(RU)')).toBeCloseTo(18, 0);
    expect(read(lesson.start, 'trade_share(CN)')).toBeCloseTo(17, 0);
    expect(read(lesson.start, 'trade_share(EU)')).toBeCloseTo(40, 0);
    expect(read(lesson.start, 'home_share')).toBeCloseTo(45, 6);
    expect(read(lesson.start, 'exports')).toBeCloseTo(42.2, 0);
    expect(read(lesson.start, 'imports')).toBeCloseTo(22.8, 1);
  });

  it('splits all spending among suppliers', () => {
    // Spending of a region with unmoved prices and no growth stays; only its split may move.
    const content = variant({ drivers: { eu_growth: 0 } });
    const state = last(play(content, 1));
    for (const s of ['food', 'goods']) {
      const sum = (from: Float64Array): number =>
        REGIONS.reduce((total, r) => total + read(from, `value(EU,${r},${s})`), 0);
      expect(sum(state)).toBeCloseTo(sum(content.start), 6);
    }
  });

  it('moves a share further in the long run than in a half-year', () => {
    const cheap = { drivers: { rub_outside: 50 } };
    const share = (state: Float64Array): number => {
      const all = REGIONS.reduce((sum, r) => sum + read(state, `value(EU,${r},goods)`), 0);
      return read(state, 'value(EU,RU,goods)') / all;
    };
    const { states } = play(variant(cheap), 6);
    const start = share(states[0] as Float64Array);
    const soon = share(states[1] as Float64Array);
    const late = share(states[6] as Float64Array);
    expect(soon).toBeGreaterThan(start);
    expect(late - start).toBeGreaterThan(1.5 * (soon - start));
  });

  it('obeys hat algebra: shares answer to relative cost by 1 − σ', () => {
    const rigid = { 'trade.lambda': 0, 'trade.sigmaShort': 2 };
    const content = variant({ coefficients: rigid, drivers: { rub_outside: 40 } });
    const state = last(play(content, 1));
    const ratio = (label: string): number => read(state, label) / read(content.start, label);
    const shares = ratio('value(EU,RU,goods)') / ratio('value(EU,CN,goods)');
    const costs = ratio('cost(EU,RU,goods)') / ratio('cost(EU,CN,goods)');
    expect(Math.log(shares)).toBeCloseTo(-Math.log(costs), 9);
  });

  it('feels lost days at the border a round later', () => {
    const jam = { 'delay(dostyk)': 12, 'delay(khorgos)': 12 };
    const slow = last(play(variant({}), 1, [], jam));
    const base = last(play(variant({}), 1));
    expect(read(slow, 'cost(KZ,CN,goods)')).toBeGreaterThan(read(base, 'cost(KZ,CN,goods)'));
    expect(read(slow, 'value(KZ,CN,goods)')).toBeLessThan(read(base, 'value(KZ,CN,goods)'));
    const free = { coefficients: { 'trade.timeCost': 0 } };
    const same = last(play(variant(free), 1, [], jam));
    expect(read(same, 'cost(KZ,CN,goods)')).toBeCloseTo(
      read(last(play(variant(free), 1)), 'cost(KZ,CN,goods)'),
      12,
    );
  });
});
