import { describe, expect, it } from 'vitest';
import { type GivenHere, last, play, read, type Values, variant } from './variant.ts';

interface SignCase {
  readonly claim: string;
  readonly says: string;
  /** State word of the claim, and the direction in which its cause moves it. */
  readonly word: string;
  readonly sign: 1 | -1;
  readonly rounds: number;
  /** The cause: drivers from outside, orders, or another start. */
  readonly drivers?: Values;
  readonly orders?: readonly (readonly GivenHere[])[];
  readonly start?: Values;
  /** Coefficients that carry the claim: without them the effect is gone or turns. */
  readonly carriers: readonly string[];
  /** Other channels of the same cause, shut in both runs so that the carrier is tested alone. */
  readonly shut?: readonly string[];
}

const FLOAT: readonly (readonly GivenHere[])[] = [
  [{ power: 'KZ', kind: 'fx', params: { course: 'float' } }],
];
const SANCTIONS: readonly (readonly GivenHere[])[] = [
  [{ power: 'EU', kind: 'sanctions', params: { change: 'up' } }],
];
const TRADE_TO_GROWTH = ['economy.homeShare', 'economy.exports', 'economy.inflationDrag'];

const CASES: readonly SignCase[] = [
  {
    claim: 'C01',
    says: 'cheap oil slows growth',
    word: 'growth',
    sign: -1,
    rounds: 2,
    drivers: { brent: 60 },
    carriers: ['economy.oilLoss'],
    shut: TRADE_TO_GROWTH,
  },
  {
    claim: 'C02',
    says: 'a Russian slowdown spreads',
    word: 'growth',
    sign: -1,
    rounds: 2,
    drivers: { ru_growth_outside: -2 },
    carriers: ['economy.ruSpill'],
    shut: TRADE_TO_GROWTH,
  },
  {
    claim: 'C03',
    says: 'a cheap rouble takes the market of home producers',
    word: 'home_share',
    sign: -1,
    rounds: 1,
    drivers: { rub_outside: 50 },
    carriers: ['trade.roublePrice'],
    shut: ['trade.roublePriceCa'],
  },
  {
    claim: 'C03',
    says: 'the same shock lowers consumer prices',
    word: 'cpi',
    sign: -1,
    rounds: 1,
    drivers: { rub_outside: 50 },
    carriers: ['economy.passThrough'],
  },
  {
    claim: 'C15',
    says: 'cheap oil makes roads attractive',
    word: 'demand_infra',
    sign: 1,
    rounds: 2,
    drivers: { brent: 60 },
    carriers: ['economy.wishOil'],
  },
  {
    claim: 'C15',
    says: 'Russian trouble makes roads attractive',
    word: 'demand_infra',
    sign: 1,
    rounds: 2,
    drivers: { ru_growth_outside: -2 },
    carriers: ['economy.wishRussia'],
  },
  {
    claim: 'C17',
    says: 'poorer Kazakhs buy less from China',
    word: 'volume(KZ,CN,goods)',
    sign: -1,
    rounds: 1,
    start: { growth: -5 },
    carriers: ['trade.income'],
  },
  {
    claim: 'C44',
    says: 'sanctions on Russia slow Kazakhstan',
    word: 'growth',
    sign: -1,
    rounds: 1,
    orders: SANCTIONS,
    carriers: ['economy.ruSanction'],
    shut: ['economy.rubSanction', 'trade.sanctionBarrier'],
  },
  {
    claim: 'C44',
    says: 'sanctions cheapen the rouble for Kazakh producers',
    word: 'home_share',
    sign: -1,
    rounds: 1,
    orders: SANCTIONS,
    carriers: ['economy.rubSanction'],
  },
  {
    claim: 'C48',
    says: 'the fall of oil weakens a floating tenge',
    word: 'usdkzt',
    sign: 1,
    rounds: 1,
    drivers: { brent: 60 },
    start: { regime: 2 },
    carriers: ['economy.eqOil'],
  },
  {
    claim: 'C48',
    says: 'the fall of the rouble weakens a floating tenge',
    word: 'usdkzt',
    sign: 1,
    rounds: 1,
    drivers: { rub_outside: 50 },
    start: { regime: 2 },
    carriers: ['economy.eqRouble'],
  },
  {
    claim: 'C48',
    says: 'a gap drains the fund of a peg',
    word: 'fund',
    sign: -1,
    rounds: 1,
    start: { gap: 30 },
    carriers: ['economy.drain'],
    shut: ['economy.speculation'],
  },
];

function coefficients(names: readonly string[], value: (name: string) => number): Values {
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

/** A mechanism is off at zero, an elasticity of substitution at one. */
function off(name: string): number {
  return name.includes('sigma') ? 1 : 0;
}

/** Change of the word by the cause, with some mechanisms off in both runs. */
function effect(c: SignCase, without: readonly string[]): number {
  const k = coefficients([...(c.shut ?? []), ...without], off);
  // A regime is the ground of a case, not its cause.
  const ground: Values = c.start && 'regime' in c.start ? c.start : {};
  const still = play(variant({ coefficients: k, start: ground }), c.rounds);
  const moved = variant({ coefficients: k, start: c.start ?? {}, drivers: c.drivers ?? {} });
  return read(last(play(moved, c.rounds, c.orders ?? [])), c.word) - read(last(still), c.word);
}

describe('signs of claims', () => {
  for (const c of CASES) {
    it(`${c.claim}: ${c.says}`, () => {
      expect(c.sign * effect(c, [])).toBeGreaterThan(1e-6);
      for (const name of c.carriers) expect(c.sign * effect(c, [name])).toBeLessThan(1e-6);
    });
  }

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

  it('C47: barriers inside the union cut trade with Russia', () => {
    const closed = last(
      play(variant({}), 1, [], { 'ntb(KZ,RU,goods)': 25, 'ntb(RU,KZ,goods)': 25 }),
    );
    expect(read(closed, 'trade(RU)')).toBeLessThan(
      read(last(play(variant({}), 1)), 'trade(RU)') - 1,
    );
  });
});
