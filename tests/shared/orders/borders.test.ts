import { describe, expect, it } from 'vitest';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { variant } from '../economy/variant.ts';
import { gameWith, still } from '../opinion/scene.ts';
import { tableOf } from './table.ts';

const power = 'KZ' as const;
/** A Chinese project under way. */
const LIVE = { 'cn_paid(plants)': 2, 'progress(plants)': 0.2, 'funded(plants)': 2 };

tableOf({
  kind: 'procure',
  power,
  uses: [
    { says: 'open bids', params: { bidding: 'open', local: '30' }, code: null },
    { says: 'a local part', params: { bidding: 'own', local: '70' }, code: null },
    { says: 'as it is', params: { bidding: 'own', local: '30' }, code: 'noChange' },
    { says: 'half a law', params: { bidding: 'secret' }, code: 'badParameter' },
    {
      says: 'again in the next half-year',
      params: { bidding: 'open' },
      used: { procure: -1 },
      code: 'cooldown',
    },
    { says: 'of another power', params: { bidding: 'open' }, by: 'CN', code: 'notYourOrder' },
  ],
  effects: [
    { params: { bidding: 'open', local: '30' }, word: 'accept', sign: 1, size: [1.5, 4] },
    {
      params: { bidding: 'open', local: '30' },
      words: LIVE,
      word: 'grievance(rural,china)',
      sign: -1,
      size: [-3.1, -2],
    },
    {
      params: { bidding: 'open', local: '30' },
      word: 'offer_cn',
      sign: -1,
      size: [-11, -9],
      share: true,
    },
    {
      params: { bidding: 'own', local: '70' },
      word: 'offer_cn',
      sign: -1,
      size: [-5, -1],
      share: true,
    },
    {
      params: { bidding: 'own', local: '70' },
      word: 'local_share',
      rounds: 4,
      sign: 1,
      size: [12, 30],
    },
    { params: { bidding: 'own', local: '50' }, word: 'local_share', sign: 1, size: [2, 5] },
    // Tenders take time, and what they cost builds nothing.
    {
      params: { bidding: 'open', local: '30' },
      words: { 'funded(wewc_road)': 1 },
      word: 'progress(wewc_road)',
      sign: -1,
    },
  ],
  prices: [{ params: { bidding: 'open', local: '70' }, pc: 1, money: 0 }],
});

tableOf({
  kind: 'exempt',
  power,
  uses: [
    {
      says: 'before the world trade club',
      params: { sector: 'goods' },
      round: 1,
      code: 'stepLocked',
    },
    { says: 'after it', params: { sector: 'goods' }, round: 5, code: null },
    { says: 'goods', params: { sector: 'goods' }, code: null },
    {
      says: 'what stands',
      params: { sector: 'goods' },
      words: { 'exempt(goods)': 4 },
      code: 'noChange',
    },
    {
      says: 'the return of nothing',
      params: { sector: 'food', exemption: 'off' },
      code: 'noChange',
    },
    { says: 'oil', params: { sector: 'energy' }, code: 'badParameter' },
    {
      says: 'again at once',
      params: { sector: 'goods' },
      used: { 'exempt:goods': -1 },
      code: 'cooldown',
    },
    { says: 'of another power', params: { sector: 'goods' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { sector: 'goods' }, word: 'cpi', sign: -1, size: [-0.8, -0.1] },
    {
      params: { sector: 'goods' },
      word: 'volume(KZ,CN,goods)',
      sign: 1,
      rounds: 3,
      size: [2, 12],
      share: true,
    },
    { params: { sector: 'goods' }, word: 'volume(RU,CN,goods)', sign: 0 },
    { params: { sector: 'goods' }, word: 'home_share', sign: -1 },
    { params: { sector: 'goods' }, word: 'grey(RU)', sign: 1, size: [0.5, 6] },
    { params: { sector: 'goods' }, word: 'trust(RU,KZ)', sign: -1, size: [-4.1, -3.9] },
    { params: { sector: 'food' }, word: 'volume(KZ,EU,food)', sign: 1 },
    {
      params: { sector: 'goods', exemption: 'off' },
      words: { 'exempt(goods)': 4 },
      word: 'trust(RU,KZ)',
      sign: 1,
      size: [1.9, 2.1],
    },
  ],
  prices: [
    { params: { sector: 'goods' }, pc: 2, money: 0.05 },
    {
      params: { sector: 'goods', exemption: 'off' },
      words: { 'exempt(goods)': 4 },
      pc: 2,
      money: 0,
    },
  ],
});

tableOf({
  kind: 'checks',
  power,
  uses: [
    { says: 'by risk', params: { border: 'KG', extent: 'risk' }, code: null },
    { says: 'none beside the usual', params: { border: 'KG', extent: 'none' }, code: 'noChange' },
    {
      says: 'another border meanwhile',
      params: { border: 'RU', extent: 'full' },
      used: { 'checks:KG': 0 },
      code: null,
    },
    {
      says: 'the same border at once',
      params: { border: 'KG', extent: 'full' },
      used: { 'checks:KG': 0 },
      code: 'cooldown',
    },
    { says: 'a border that is not there', params: { border: 'EU' }, code: 'badParameter' },
    { says: 'of another power', params: { border: 'RU' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    {
      params: { border: 'RU', extent: 'risk' },
      word: 'grey(RU)',
      rounds: 6,
      sign: -1,
      size: [-17, -12],
      share: true,
    },
    {
      params: { border: 'RU', extent: 'full' },
      word: 'grey(RU)',
      rounds: 6,
      sign: -1,
      size: [-38, -30],
      share: true,
    },
    {
      params: { border: 'KG', extent: 'full' },
      word: 'grey(KG)',
      rounds: 6,
      sign: -1,
      size: [-38, -30],
      share: true,
    },
    { params: { border: 'KG', extent: 'full' }, word: 'grey(RU)', sign: 0 },
    {
      params: { border: 'RU', extent: 'risk' },
      word: 'delay(petropavl)',
      sign: 1,
      size: [0.15, 0.3],
    },
    { params: { border: 'RU', extent: 'full' }, word: 'delay(petropavl)', sign: 1, size: [0.7, 1] },
    { params: { border: 'CN', extent: 'full' }, word: 'delay(dostyk)', sign: 1, size: [0.7, 1] },
    { params: { border: 'RU', extent: 'full' }, word: 'benefit(EEU)', sign: -1 },
    {
      params: { border: 'RU', extent: 'full' },
      word: 'trust(RU,KZ)',
      sign: -1,
      size: [-6.1, -5.9],
    },
    {
      params: { border: 'RU', extent: 'risk' },
      word: 'trust(RU,KZ)',
      sign: -1,
      size: [-2.1, -1.9],
    },
    {
      params: { border: 'CN', extent: 'risk' },
      word: 'trust(CN,KZ)',
      sign: -1,
      size: [-2.1, -1.9],
    },
    { params: { border: 'KG', extent: 'full' }, word: 'trust(RU,KZ)', sign: 0 },
    { params: { border: 'KG', extent: 'full' }, word: 'union_cohesion', sign: -1, size: [-4, -2] },
    { params: { border: 'KG', extent: 'full' }, word: 'ca_trade', sign: -1 },
    { params: { border: 'RU', extent: 'full' }, word: 'att(sme,gov)', sign: 1, size: [1.5, 2.5] },
    {
      params: { border: 'RU', extent: 'none' },
      words: { 'checks(RU)': 2, 'relief(petropavl)': -0.8 },
      word: 'trust(RU,KZ)',
      sign: 1,
      size: [2.9, 3.1],
    },
    {
      params: { border: 'RU', extent: 'none' },
      words: { 'checks(RU)': 2, 'relief(petropavl)': -0.8 },
      word: 'delay(petropavl)',
      sign: -1,
    },
  ],
  prices: [{ params: { border: 'RU', extent: 'full' }, pc: 1, money: 0.05 }],
});

const at = (word: string): number => still.layout.find(word);

/** A word after some rounds in which words stand as given at the start. */
function later(
  words: Record<string, number>,
  word: string,
  rounds: number,
  content = still,
): number {
  let { num } = gameWith(words);
  for (let r = 0; r < rounds; r += 1) num = resolveNumbers(content, num, r, []).num;
  return num[content.layout.find(word)] as number;
}

describe('unrecorded trade', () => {
  it('stands still at every border while nothing changes', () => {
    for (const border of ['RU', 'CN']) {
      const start = still.start[at(`grey(${border})`)] as number;
      expect(later({}, `grey(${border})`, 2)).toBeCloseTo(start, 1);
    }
  });

  it('is a logistic: the same gap adds less where the border is full', () => {
    const more = (from: number, to: number): number =>
      later({ ru_food_price: to }, 'grey(RU)', 1) - later({ ru_food_price: from }, 'grey(RU)', 1);
    expect(more(0, 4)).toBeGreaterThan(0);
    expect(more(16, 20)).toBeLessThan(more(0, 4));
  });

  it('multiplies gap and openness: checks take more where more would come', () => {
    const stopped = (gap: number): number =>
      later({ ru_food_price: gap }, 'grey(RU)', 1) -
      later({ ru_food_price: gap, 'checks(RU)': 2 }, 'grey(RU)', 1);
    expect(stopped(10)).toBeGreaterThan(1.2 * stopped(0));
  });

  it('costs the budget its duties, and checks cost money each round', () => {
    const order = (extent: string) => ({ power, kind: 'checks', params: { border: 'RU', extent } });
    const fund = (given: ReturnType<typeof order>[], off: string): number => {
      const content = variant({ coefficients: { [off]: 0 } });
      let { num } = gameWith({});
      for (let r = 0; r < 3; r += 1) {
        num = resolveNumbers(content, num, r, r === 0 ? given : []).num;
      }
      return num[content.layout.at('fund')] as number;
    };
    const price = fund([], 'rules.greyDuty') - fund([order('full')], 'rules.greyDuty');
    expect(price).toBeGreaterThan(0.05 + 3 * 0.1);
    // Less goes unseen, so more is paid.
    const duties = fund([order('full')], 'rules.checksCostFull') - fund([], 'rules.checksCostFull');
    expect(duties).toBeGreaterThan(0 - 0.05);
  });
});

describe('the law on contracts', () => {
  const loan = (bidding: string, local = '30') => ({
    power: 'CN' as const,
    kind: 'finance',
    params: { project: 'plants', bidding, amount: 1, interest: 3, local },
  });
  const one = (
    words: Record<string, number>,
    order: ReturnType<typeof loan>,
    word: string,
  ): number => resolveNumbers(still, gameWith(words).num, 0, [order]).num[at(word)] as number;

  it('blames the state for own contractors against its own law', () => {
    const law = { rule_open: 1 };
    expect(one(law, loan('own'), 'rol')).toBeCloseTo(one(law, loan('open'), 'rol') - 1, 6);
    expect(one({}, loan('own'), 'rol')).toBeCloseTo(one({}, loan('open'), 'rol'), 6);
    const anger = (words: Record<string, number>): number =>
      one(words, loan('own'), 'grievance(rural,china)');
    expect(anger(law)).toBeGreaterThan(anger({}));
  });

  it('holds for every loan: a contract that says less comes to what the law asks for', () => {
    const law = { rule_local: 70 };
    expect(one(law, loan('own'), 'funded(plants)')).toBeCloseTo(
      one(law, loan('own', '70'), 'funded(plants)'),
      9,
    );
    expect(one(law, loan('own'), 'funded(plants)')).toBeLessThan(
      one({}, loan('own'), 'funded(plants)'),
    );
    expect(one(law, loan('own'), 'local_share')).toBeGreaterThan(
      one({}, loan('own'), 'local_share'),
    );
  });

  it('makes the state build dearer too: six and fifteen per cent', () => {
    const build = {
      power,
      kind: 'build',
      params: { project: 'wewc_road', amount: 0.5, financier: 'fund' },
    };
    const built = (local: number): number =>
      resolveNumbers(still, gameWith({ rule_local: local }).num, 0, [build]).num[
        at('funded(wewc_road)')
      ] as number;
    expect(built(30) / built(50)).toBeCloseTo(1.06, 3);
    expect(built(30) / built(70)).toBeCloseTo(1.15, 3);
  });
});
