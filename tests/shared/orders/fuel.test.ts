import { describe, expect, it } from 'vitest';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { play, read, variant } from '../economy/variant.ts';
import { gameWith, moved, still } from '../opinion/scene.ts';
import { tableOf } from './table.ts';

const gas = { fuel: 'gas', volume: 2, rounds: 6, price: 'linked' };
const oil = { fuel: 'oil', volume: 6, rounds: 6, price: 'spot' };
const floor = { ...oil, price: 'floor' };
/** A wide pipe through Russia draws oil away from the others. */
const WIDE = { 'line_capacity(cpc)': 29.5 };

tableOf({
  kind: 'energy_buy',
  power: 'CN',
  uses: [
    { says: 'gas', params: gas, code: null },
    { says: 'oil beside gas', params: oil, words: { 'contract_left(gas,CN)': 4 }, code: null },
    {
      says: 'gas while a contract runs',
      params: gas,
      words: { 'contract_left(gas,CN)': 4 },
      code: 'contractRuns',
    },
    {
      says: 'gas in the last round of a contract',
      params: gas,
      words: { 'contract_left(gas,CN)': 1 },
      code: null,
    },
    { says: 'too much', params: { ...gas, volume: 7 }, code: 'badParameter' },
    { says: 'coal', params: { ...gas, fuel: 'coal' }, code: 'badParameter' },
    { says: 'gas again at once', params: gas, used: { 'energy_buy:gas': -1 }, code: 'cooldown' },
    { says: 'of another power', params: gas, by: 'KZ', code: 'notYourOrder' },
  ],
  effects: [
    { params: gas, word: 'exports', sign: 1 },
    { params: gas, word: 'weight(CN)', sign: 1, size: [0.8, 2.5] },
    { params: gas, word: 'holdup(CN)', sign: 1, size: [1.5, 5] },
    { params: gas, word: 'fund', sign: 1 },
    { params: gas, word: 'growth', sign: 1, size: [0.05, 0.3] },
    // The pipe carries less than was promised.
    { params: { ...gas, volume: 4 }, word: 'delivered(gas,CN)', sign: 1, size: [1, 1.2] },
    { params: oil, words: WIDE, word: 'oil_flow(atasu)', sign: 1 },
    { params: oil, words: WIDE, word: 'weight(CN)', sign: 1, size: [2, 5] },
    { params: oil, words: WIDE, word: 'holdup(CN)', sign: 1, size: [2, 5] },
    { params: oil, words: { brent: 107.5 }, word: 'contract_income', sign: 0 },
    { params: floor, word: 'contract_income', sign: -1 },
    { params: gas, word: 'trust(KZ,CN)', sign: 1, size: [1.8, 2] },
    // Run out.
    { params: { ...gas, rounds: 2 }, word: 'delivered(gas,CN)', rounds: 2, sign: 1 },
    { params: { ...gas, rounds: 2 }, word: 'delivered(gas,CN)', rounds: 3, sign: 0 },
    { params: { ...gas, rounds: 2 }, word: 'contract(gas,CN)', rounds: 3, sign: 0 },
  ],
  prices: [{ params: gas, pc: 2, money: 0 }],
});

const caspian = { way: 'caspian', volume: 6 };
const russia = { way: 'russia', volume: 6 };

tableOf({
  kind: 'eu_energy',
  power: 'EU',
  uses: [
    { says: 'over the Caspian', params: caspian, code: null },
    { says: 'through China', params: { ...caspian, way: 'china' }, code: 'badParameter' },
    {
      says: 'while a contract runs',
      params: russia,
      words: { 'contract_left(oil,EU)': 3 },
      code: 'contractRuns',
    },
    { says: 'again at once', params: caspian, used: { eu_energy: -1 }, code: 'cooldown' },
    { says: 'of another power', params: caspian, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: caspian, word: 'oil_flow(btc)', sign: 1 },
    { params: caspian, word: 'line_capacity(btc)', rounds: 4, sign: 1, size: [0.7, 1.9] },
    { params: caspian, word: 'energy_div', sign: 1 },
    { params: caspian, word: 'eu_interest', sign: 1 },
    { params: caspian, word: 'holdup(RU)', sign: -1, size: [-3, -1] },
    { params: caspian, word: 'holdup(CN)', sign: -1, size: [-3, -0.5] },
    { params: caspian, word: 'holdup(EU)', sign: 1 },
    { params: caspian, word: 'netback', sign: -1 },
    { params: caspian, word: 'eu_cohesion', sign: -1 },
    // Through Russia it is another seller by the same pipe.
    { params: russia, word: 'holdup(RU)', sign: 0 },
    { params: russia, word: 'holdup(CN)', sign: -1 },
    { params: russia, word: 'energy_div', sign: 1, size: [0.3, 1.2] },
    { params: caspian, word: 'delivered(oil,EU)', rounds: 7, sign: 0 },
  ],
  prices: [{ params: caspian, pc: 2, money: 0 }],
});

const south = { way: 'caspian', quota: 15 };

tableOf({
  kind: 'oil_route',
  power: 'KZ',
  uses: [
    { says: 'over the Caspian', params: south, code: null },
    { says: 'what stands', params: south, words: { 'oil_quota(caspian)': 15 }, code: 'noChange' },
    {
      says: 'more than there is',
      params: { way: 'russia', quota: 60 },
      words: { 'oil_quota(caspian)': 25, 'oil_quota(china)': 20 },
      code: 'moreThanAll',
    },
    {
      says: 'that way again at once',
      params: south,
      used: { 'oil_route:caspian': 0 },
      code: 'cooldown',
    },
    { says: 'of another power', params: south, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: south, word: 'oil_flow(btc)', sign: 1 },
    { params: south, word: 'oil_flow(cpc)', sign: -1 },
    { params: south, word: 'netback', sign: -1, size: [-3, -0.4] },
    { params: south, word: 'holdup(RU)', sign: -1, size: [-8, -1] },
    { params: south, word: 'fund', sign: -1 },
    { params: south, word: 'line_capacity(btc)', rounds: 3, sign: 1 },
    { params: { way: 'china', quota: 15 }, words: WIDE, word: 'weight(CN)', sign: 1 },
    { params: { way: 'china', quota: 15 }, words: WIDE, word: 'holdup(CN)', sign: 1 },
    // It stands.
    { params: south, word: 'oil_quota(caspian)', rounds: 4, sign: 1, size: [15, 15] },
  ],
  prices: [{ params: south, pc: 1, money: 0.1 }],
});

describe('a floor under the price of oil', () => {
  const slump = variant({ drivers: { brent: 50 } });
  const income = (price: string, word: string, rounds = 2): number => {
    const order = [{ power: 'CN' as const, kind: 'energy_buy', params: { ...oil, price } }];
    const run = (orders: typeof order): number => {
      let num: Float64Array = slump.start;
      for (let r = 0; r < rounds; r += 1) {
        num = resolveNumbers(slump, num, r, r === 0 ? orders : [], { free: true }).num;
      }
      return read(num, word);
    };
    return run(order) - run([]);
  };

  it('pays in a slump what it costs in good times', () => {
    expect(income('floor', 'contract_income')).toBeGreaterThan(0.5);
    expect(income('floor', 'fund')).toBeGreaterThan(0.3);
    expect(income('floor', 'growth')).toBeGreaterThan(income('spot', 'growth') + 0.1);
  });

  it('smoothes when it follows oil half a year late', () => {
    const late = income('linked', 'contract_income', 1);
    expect(late).toBeGreaterThan(0.5);
    expect(income('linked', 'contract_income', 4)).toBeLessThan(late / 4);
    expect(income('spot', 'contract_income')).toBe(0);
  });
});

describe('ways of oil', () => {
  const all = ['cpc', 'samara', 'atasu', 'btc', 'rail'];
  const pumped = (num: Float64Array): number =>
    all.reduce((sum, line) => sum + read(num, `oil_flow(${line})`), 0);

  it('carry the same oil, however it is steered, and no more than they can', () => {
    const words = {
      'oil_quota(caspian)': 25,
      'oil_quota(china)': 20,
      'contract(oil,EU)': 6,
      'contract_left(oil,EU)': 3,
    };
    const { num } = resolveNumbers(still, gameWith(words).num, 0, []);
    const bare = resolveNumbers(still, gameWith().num, 0, []).num;
    expect(pumped(num)).toBeCloseTo(pumped(bare), 9);
    for (const line of all) {
      expect(read(num, `oil_flow(${line})`)).toBeLessThanOrEqual(
        read(num, `line_capacity(${line})`) + 1e-9,
      );
    }
  });

  it('deliver under a contract what its way carries, no more', () => {
    const { num } = resolveNumbers(
      still,
      gameWith({ 'contract(oil,CN)': 12, 'contract_left(oil,CN)': 3 }).num,
      0,
      [],
    );
    expect(read(num, 'delivered(oil,CN)')).toBeCloseTo(read(num, 'oil_flow(atasu)'), 9);
  });

  it('keep what a contract binds under a squeeze of Russian lines', () => {
    const squeeze = {
      power: 'RU' as const,
      kind: 'energy',
      params: { terms: 'squeeze', line: 'all' },
    };
    const { num } = resolveNumbers(
      still,
      gameWith({ 'contract(oil,CN)': 6, 'contract_left(oil,CN)': 3 }).num,
      0,
      [squeeze],
    );
    expect(read(num, 'oil_flow(atasu)')).toBeCloseTo(6, 6);
  });
});

describe('metals', () => {
  it('are all sold, more of them where the border is quick and buyers grow', () => {
    const slow = play(variant({}), 2, [], { 'relief(dostyk)': -4, 'relief(khorgos)': -4 });
    const usual = play(variant({}), 2);
    const boom = play(variant({ drivers: { cn_growth: 12 } }), 1);
    const once = play(variant({}), 1);
    const sold = (num: Float64Array | undefined, to: string): number =>
      read(num as Float64Array, `value(${to},KZ,metals)`);
    const sum = (num: Float64Array | undefined): number =>
      ['RU', 'CN', 'EU', 'CA', 'RW'].reduce((all, to) => all + sold(num, to), 0);
    expect(sold(slow.states[2], 'CN')).toBeLessThan(sold(usual.states[2], 'CN') - 0.01);
    expect(sum(slow.states[2])).toBeCloseTo(sum(usual.states[2]), 9);
    expect(sold(boom.states[1], 'CN')).toBeGreaterThan(sold(once.states[1], 'CN') + 0.1);
  });
});

describe('what contracts and quotas do is told', () => {
  const given = [
    [
      { power: 'CN' as const, kind: 'energy_buy', params: { ...floor, rounds: 2 } },
      { power: 'EU' as const, kind: 'eu_energy', params: caspian },
    ],
    [{ power: 'KZ' as const, kind: 'oil_route', params: south }],
    [],
    [],
  ];
  const words = [
    'netback',
    'weight(CN)',
    'weight(EU)',
    'trade(CN)',
    'trade(EU)',
    'trade_share(CN)',
    'value(CN,KZ,energy)',
    'value(CN,KZ,metals)',
    'contract_income',
    'delivered(oil,EU)',
    'line_capacity(btc)',
    'energy_div',
    'eu_interest',
    'autonomy',
    'fund',
    'growth',
    'real_income',
  ];

  it('to the last tonne, in every round', () => {
    const { states, ledgers } = play(variant({ drivers: { brent: 60, cn_growth: 5 } }), 4, given);
    for (const word of words) {
      const at = still.layout.find(word);
      ledgers.forEach((ledger, r) => {
        const change = (states[r + 1]?.[at] as number) - (states[r]?.[at] as number);
        expect(Math.abs(ledger.sum(at) - change), `${word} in round ${r}`).toBeLessThan(1e-9);
      });
    }
  });

  it('by who signed', () => {
    const { ledgers } = play(variant({}), 1, given);
    const causes = (word: string): string[] =>
      (ledgers[0]?.lines(still.layout.find(word)) ?? []).map(({ cause }) => cause);
    expect(causes('netback')).toContain('order:EU:eu_energy');
    expect(causes('contract_income')).toContain('order:CN:energy_buy');
  });
});

it('a state that keeps a way in use can widen it when it must', () => {
  const surge = (value: number): number => {
    const content = { ...still, coefficients: { ...still.coefficients, 'contracts.surge': value } };
    const num = gameWith({ 'oil_quota(caspian)': 5 }).num;
    return read(resolveNumbers(content, num, 0, []).num, 'holdup(RU)');
  };
  expect(surge(0.8)).toBeLessThan(surge(0) - 0.5);
  expect(moved(gameWith(), 'KZ', 'oil_route', { way: 'caspian', quota: 5 }, 'netback')).toBeCloseTo(
    0,
    9,
  );
});

describe('a line out of use', () => {
  const broken = (words: Record<string, number>): { oil: number; risk: number } => {
    const bare = resolveNumbers(still, gameWith(words).num, 0, []).num;
    const content = {
      ...still,
      events: [
        {
          id: 'E25',
          kind: 'dated' as const,
          half: still.halves[0] as string,
          effects: [{ word: 'outage(cpc)', delta: 0.4 }],
        },
      ],
    };
    const num = resolveNumbers(content, gameWith(words).num, 0, []).num;
    const after = resolveNumbers(still, num, 1, []).num;
    const oil = (state: Float64Array): number =>
      ['cpc', 'samara', 'atasu', 'btc', 'rail'].reduce(
        (sum, line) => sum + read(state, `oil_flow(${line})`),
        0,
      );
    expect(oil(after)).toBeCloseTo(oil(bare), 6);
    return {
      oil: (100 * (oil(num) - oil(bare))) / oil(bare),
      risk: read(num, 'holdup(RU)') - read(bare, 'holdup(RU)'),
    };
  };

  it('keeps about a twelfth of the oil in the ground for one round', () => {
    expect(broken({}).oil).toBeGreaterThan(-10);
    expect(broken({}).oil).toBeLessThan(-6);
  });

  it('spares who has room elsewhere', () => {
    expect(broken({ 'line_capacity(btc)': 6, 'line_capacity(atasu)': 8 }).oil).toBeGreaterThan(
      -1.5,
    );
  });

  it('does not look like freedom from the owner of the pipe', () => {
    expect(broken({}).risk).toBeGreaterThan(-1);
  });
});

it('a new field adds a tenth to the oil in three steps, and stays', () => {
  let num = gameWith({ new_oil_due: 3, 'line_capacity(cpc)': 24 }).num;
  const oil: number[] = [];
  for (let r = 0; r < 5; r += 1) {
    num = resolveNumbers(still, num, r, [], { held: true }).num;
    oil.push(
      ['cpc', 'samara', 'atasu', 'btc', 'rail'].reduce(
        (s, l) => s + read(num, `oil_flow(${l})`),
        0,
      ),
    );
  }
  const base = (oil[4] as number) / 1.1;
  expect(oil.map((x) => Math.round(1000 * (x / base - 1)) / 10)).toEqual([3.3, 6.7, 10, 10, 10]);
});
