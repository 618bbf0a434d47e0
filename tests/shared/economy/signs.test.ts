import { describe, expect, it } from 'vitest';
import { type GivenHere, last, play, read, type Values, variant } from './variant.ts';

const FLOAT: readonly (readonly GivenHere[])[] = [
  [{ power: 'KZ', kind: 'fx', params: { course: 'float' } }],
];

describe('signs of claims', () => {
  it('C48, C03: a float closes the gap, raises prices and gives home producers back their market', () => {
    const start = { gap: 30 };
    const peg = play(variant({ start }), 1);
    const float = play(variant({ start }), 1, FLOAT);
    const change = (word: string): number => read(last(float), word) - read(last(peg), word);
    expect(change('gap')).toBeLessThan(-20);
    expect(change('cpi')).toBeGreaterThan(1);
    expect(change('home_share')).toBeGreaterThan(1);
    expect(change('fund')).toBeGreaterThan(0);
    const shut = play(variant({ start, coefficients: { 'economy.floatFirst': 0 } }), 1, FLOAT);
    expect(read(last(shut), 'gap')).toBeGreaterThan(read(last(float), 'gap') + 20);
  });

  it('E16: a peg breaks when the fund is below its floor', () => {
    const broken = last(play(variant({ start: { gap: 30, fund: 20 } }), 1));
    expect(read(broken, 'regime')).toBe(2);
    expect(read(broken, 'gap')).toBeLessThan(10);
    expect(read(broken, 'att(cities,gov)')).toBeLessThan(55);
    const kept = last(
      play(variant({ start: { gap: 30, fund: 20 }, coefficients: { 'economy.fundFloor': 0 } }), 1),
    );
    expect(read(kept, 'regime')).toBe(0);
  });

  it('C53: a higher common tariff raises prices and costs non-members their share', () => {
    const tariff = (coefficients: Values): Float64Array =>
      last(play(variant({ coefficients }), 1, [], { 'cet_rate(goods)': 14.5 }));
    const base = last(play(variant({}), 1));
    expect(read(tariff({}), 'cpi') - read(base, 'cpi')).toBeGreaterThan(0.3);
    expect(read(tariff({}), 'value(KZ,CN,goods)')).toBeLessThan(read(base, 'value(KZ,CN,goods)'));
    const off = { 'economy.passThrough': 0 };
    const still = last(play(variant({ coefficients: off }), 1));
    expect(read(tariff(off), 'cpi') - read(still, 'cpi')).toBeCloseTo(0, 9);
  });

  it('C14: food rules cut food trade, and it recovers when they are lifted', () => {
    const strict = { 'ntb(KZ,RU,food)': 30 };
    const volume = (state: Float64Array): number => read(state, 'volume(KZ,RU,food)');
    const base = play(variant({}), 3);
    const cut = play(variant({}), 1, [], strict);
    expect(volume(last(cut))).toBeLessThan(volume(base.states[1] as Float64Array) - 5);
    const open = { ...variant({}), start: last(cut) };
    const again = last(play(open, 1, [], { 'ntb(KZ,RU,food)': 12 }));
    expect(volume(again)).toBeGreaterThan(volume(last(cut)) + 5);
    const rigid = { 'trade.sigmaShort': 1, 'trade.sigmaLong': 1 };
    const still = volume(last(play(variant({ coefficients: rigid }), 1)));
    expect(volume(last(play(variant({ coefficients: rigid }), 1, [], strict)))).toBeCloseTo(
      still,
      9,
    );
  });
});
