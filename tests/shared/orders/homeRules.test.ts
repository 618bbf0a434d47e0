import { describe, expect, it } from 'vitest';
import { viewFor } from '../../../shared/game/index.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { variant } from '../economy/variant.ts';
import { gameWith, still } from '../opinion/scene.ts';
import { tableOf } from './table.ts';

const power = 'KZ' as const;
const SLUMP = { growth: -1 };

tableOf({
  kind: 'food_limit',
  power,
  uses: [
    { says: 'on Russian food', params: { partner: 'RU', limit: 'on' }, code: null },
    { says: 'what is not limited', params: { partner: 'RU', limit: 'off' }, code: 'noChange' },
    {
      says: 'the same again',
      params: { partner: 'RU', limit: 'on' },
      words: { 'food_limit(RU)': 1 },
      code: 'noChange',
    },
    {
      says: 'lifted in the next half-year',
      params: { partner: 'RU', limit: 'off' },
      words: { 'food_limit(RU)': 1 },
      used: { 'food_limit:RU': -1 },
      code: 'cooldown',
    },
    {
      says: 'on another partner meanwhile',
      params: { partner: 'CN', limit: 'on' },
      used: { 'food_limit:RU': -1 },
      code: null,
    },
    { says: 'on oneself', params: { partner: 'KZ', limit: 'on' }, code: 'badParameter' },
    { says: 'of another power', params: { limit: 'on' }, by: 'EU', code: 'notYourOrder' },
  ],
  effects: [
    {
      params: { partner: 'RU', limit: 'on' },
      word: 'volume(KZ,RU,food)',
      sign: -1,
      size: [-15, -6],
      share: true,
    },
    {
      params: { partner: 'RU', limit: 'on' },
      word: 'volume(KZ,RU,food)',
      sign: -1,
      rounds: 3,
      size: [-45, -20],
      share: true,
    },
    { params: { partner: 'EU', limit: 'on' }, word: 'volume(KZ,EU,food)', sign: -1 },
    { params: { partner: 'RU', limit: 'on' }, word: 'volume(KZ,EU,food)', sign: 1 },
    { params: { partner: 'RU', limit: 'on' }, word: 'home_share', sign: 1 },
    { params: { partner: 'RU', limit: 'on' }, word: 'cpi', sign: 1, size: [0.02, 0.5] },
    { params: { partner: 'RU', limit: 'on' }, word: 'disputes', sign: 1, size: [1, 1] },
    { params: { partner: 'EU', limit: 'on' }, word: 'disputes', sign: 0 },
    { params: { partner: 'RU', limit: 'on' }, word: 'benefit(EEU)', sign: -1 },
    { params: { partner: 'RU', limit: 'on' }, word: 'trust(KZ,RU)', sign: -1, size: [-6.1, -5.9] },
    // An answer to a ban is expected, and half forgiven.
    {
      params: { partner: 'RU', limit: 'on' },
      words: { 'food_ban(KZ)': 1 },
      word: 'trust(KZ,RU)',
      sign: -1,
      size: [-3.1, -2.9],
    },
    {
      params: { partner: 'RU', limit: 'off' },
      words: { 'food_limit(RU)': 1, 'ntb(KZ,RU,food)': 34, disputes: 1 },
      word: 'volume(KZ,RU,food)',
      sign: 1,
    },
    {
      params: { partner: 'RU', limit: 'off' },
      words: { 'food_limit(RU)': 1, 'ntb(KZ,RU,food)': 34, disputes: 1 },
      word: 'disputes',
      sign: -1,
      size: [-1, -1],
    },
  ],
  prices: [
    { params: { partner: 'RU', limit: 'on' }, pc: 1, money: 0 },
    {
      params: { partner: 'RU', limit: 'on' },
      words: { 'food_ban(KZ)': 1 },
      pc: 0,
      money: 0,
    },
  ],
});

tableOf({
  kind: 'sme',
  power,
  uses: [
    { says: 'some', params: { amount: 0.3 }, code: null },
    { says: 'too little to notice', params: { amount: 0.1 }, code: 'badParameter' },
    {
      says: 'where nothing is left to take off',
      params: { amount: 0.3 },
      words: { sme_relief: 20 },
      code: 'noChange',
    },
    { says: 'again at once', params: { amount: 0.3 }, used: { sme: 0 }, code: 'cooldown' },
    { says: 'of another power', params: { amount: 0.3 }, by: 'CN', code: 'notYourOrder' },
  ],
  effects: [
    { params: { amount: 0.3 }, word: 'sme_relief', sign: 1, size: [1.79, 1.81] },
    { params: { amount: 0.3 }, word: 'att(sme,gov)', sign: 1, size: [3.5, 4.5] },
    { params: { amount: 0.6 }, word: 'att(sme,gov)', sign: 1, size: [5, 6.5] },
    { params: { amount: 0.3 }, word: 'att(sme,EEU)', sign: 1 },
    { params: { amount: 0.3 }, word: 'att(cities,EEU)', sign: 1, size: [0, 0.2] },
    { params: { amount: 0.3 }, word: 'home_share', sign: 1 },
    {
      params: { amount: 0.3 },
      word: 'cost(KZ,KZ,goods)',
      sign: -1,
      size: [-1.1, -0.4],
      share: true,
    },
    // Used up in the course of years.
    { params: { amount: 0.3 }, word: 'sme_relief', rounds: 4, sign: 1, size: [0.7, 1.35] },
  ],
  prices: [{ params: { amount: 0.6 }, pc: 1, money: 0.6 }],
});

tableOf({
  kind: 'media',
  power,
  uses: [
    { says: 'opened', params: { rules: 'open' }, code: null },
    { says: 'tightened', params: { rules: 'tighten' }, code: null },
    { says: 'left as they are', params: { rules: 'hold' }, code: 'noChange' },
    { says: 'back to usual', params: { rules: 'hold' }, words: { media: -1 }, code: null },
    { says: 'again at once', params: { rules: 'open' }, used: { media: -1 }, code: 'cooldown' },
    { says: 'of another power', params: { rules: 'open' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { rules: 'open' }, word: 'openness', sign: 1, size: [10, 20] },
    { params: { rules: 'open' }, word: 'aware(rural,OBOR)', sign: 1, size: [0.03, 0.06] },
    { params: { rules: 'open' }, word: 'hazard', sign: 1, size: [5, 25], share: true },
    { params: { rules: 'open' }, word: 'trust(KZ,EU)', sign: 1, size: [3.9, 4.1] },
    { params: { rules: 'open' }, word: 'pressure', sign: 1 },
    { params: { rules: 'open' }, word: 'voiced', sign: 1 },
    { params: { rules: 'tighten' }, word: 'openness', sign: -1, size: [-20, -10] },
    { params: { rules: 'tighten' }, word: 'hazard', sign: -1, size: [-40, -20], share: true },
    { params: { rules: 'tighten' }, word: 'hidden(cities)', sign: 1, size: [2, 4] },
    { params: { rules: 'tighten' }, word: 'trust(KZ,EU)', sign: -1, size: [-6.1, -5.9] },
    { params: { rules: 'tighten' }, word: 'pressure', sign: -1 },
    {
      params: { rules: 'hold' },
      words: { media: -1 },
      word: 'trust(KZ,EU)',
      sign: 1,
      size: [3.9, 6.1],
    },
  ],
  prices: [{ params: { rules: 'open' }, pc: 2, money: 0 }],
});

tableOf({
  kind: 'rule_law',
  power,
  uses: [
    { says: 'a reform', params: {}, code: null },
    { says: 'where nothing is left to do', params: {}, words: { rol: 100 }, code: 'noChange' },
    { says: 'again in the next half-year', params: {}, used: { rule_law: -1 }, code: 'cooldown' },
    { says: 'of another power', params: {}, by: 'EU', code: 'notYourOrder' },
  ],
  effects: [
    { params: {}, word: 'rol', sign: 1, size: [2.9, 3.1] },
    { params: {}, word: 'rol', words: { rol: 80 }, sign: 1, size: [0.5, 1.5] },
    { params: {}, word: 'risk_premium', sign: -1, rounds: 4, size: [-20, -6] },
    { params: {}, word: 'trade(EU)', sign: 1, rounds: 2 },
    { params: {}, word: 'att(officials,gov)', sign: -1, size: [-2.5, -1.5] },
    { params: {}, word: 'att(exporters,gov)', sign: -1, size: [-2.5, -1.5] },
    { params: {}, word: 'audience(EU,first)', sign: 1 },
  ],
  prices: [{ params: {}, pc: 3, money: 0.1 }],
});

tableOf({
  kind: 'expo_tech',
  power,
  uses: [
    { says: 'a fair for all', params: { amount: 0.6, guest: 'all' }, code: null },
    { says: 'with one guest', params: { amount: 0.3, guest: 'CN' }, code: null },
    { says: 'on nothing', params: { amount: 0 }, code: 'badParameter' },
    {
      says: 'two years too early',
      params: { amount: 0.6 },
      used: { expo_tech: -2 },
      code: 'cooldown',
    },
    { says: 'of another power', params: { amount: 0.6 }, by: 'EU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { amount: 0.3 }, word: 'innovation', sign: 1, size: [1.9, 2.1] },
    { params: { amount: 1 }, word: 'innovation', sign: 1, size: [3.9, 4.1] },
    { params: { amount: 1 }, word: 'growth', sign: 1, rounds: 3 },
    { params: { amount: 0.3, guest: 'CN' }, word: 'trust(KZ,CN)', sign: 1, size: [2.9, 3.1] },
    { params: { amount: 0.3, guest: 'CN' }, word: 'trust(KZ,EU)', sign: 0 },
    { params: { amount: 0.3, guest: 'all' }, word: 'trust(KZ,EU)', sign: 1, size: [0.9, 1.1] },
    {
      params: { amount: 0.3 },
      words: SLUMP,
      word: 'grievance(cities,jobs)',
      sign: 1,
      size: [0.5, 1.1],
    },
    // In good years the works themselves are welcome.
    { params: { amount: 0.3 }, words: { growth: 5 }, word: 'grievance(cities,jobs)', sign: -1 },
  ],
  prices: [{ params: { amount: 0.7 }, pc: 2, money: 0.7 }],
});

tableOf({
  kind: 'exercise',
  power,
  uses: [
    { says: 'with Russia', params: { partner: 'RU' }, code: null },
    { says: 'with Europe', params: { partner: 'EU' }, code: null },
    { says: 'alone', params: { partner: 'KZ' }, code: 'badParameter' },
    {
      says: 'again in the next half-year',
      params: { partner: 'EU' },
      used: { exercise: -1 },
      code: 'cooldown',
    },
    { says: 'of another power', params: { partner: 'RU' }, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: { partner: 'CN' }, word: 'security_share(CN)', sign: 1, size: [1.9, 2.1] },
    { params: { partner: 'CN' }, word: 'security_share(RU)', sign: -1, size: [-2, -1.5] },
    { params: { partner: 'RU' }, word: 'security_share(RU)', sign: 1, size: [1.9, 2.1] },
    { params: { partner: 'CN' }, word: 'trust(CN,KZ)', sign: 1, size: [4.9, 5.1] },
    { params: { partner: 'CN' }, word: 'trust(KZ,RU)', sign: -1, size: [-3.1, -2.9] },
    { params: { partner: 'CN' }, word: 'trust(EU,KZ)', sign: -1, size: [-3.1, -2.9] },
    { params: { partner: 'CN' }, word: 'drills(CN)', sign: 1, size: [1, 1] },
  ],
  prices: [{ params: { partner: 'EU' }, pc: 1, money: 0.05 }],
});

tableOf({
  kind: 'currency_push',
  power: 'RU',
  uses: [
    { says: 'asked', params: {}, code: null },
    { says: 'before the answer', params: {}, words: { currency_asked: 1 }, code: 'noChange' },
    { says: 'after a yes', params: {}, words: { currency: 2 }, code: 'noChange' },
    { says: 'after a commission', params: {}, words: { currency: 1 }, code: null },
    { says: 'too soon again', params: {}, used: { currency_push: -2 }, code: 'cooldown' },
    { says: 'of another power', params: {}, by: 'KZ', code: 'notYourOrder' },
  ],
  effects: [
    { params: {}, word: 'currency_asked', sign: 1, size: [1, 1] },
    { params: {}, word: 'restoration', sign: 1, size: [2, 4] },
    { params: {}, word: 'home(RU)', sign: 1, size: [1.5, 2.5] },
    { params: {}, word: 'consent', sign: -1, size: [-12, -2] },
    // An unanswered demand is refused.
    { params: {}, word: 'currency_asked', rounds: 2, sign: 0 },
    { params: {}, word: 'trust(KZ,RU)', rounds: 2, sign: -1, size: [-3.1, -2.5] },
  ],
  prices: [{ params: {}, pc: 1, money: 0 }],
});

const ASKED = { currency_asked: 1 };

tableOf({
  kind: 'currency_answer',
  power,
  uses: [
    { says: 'a refusal', params: { reply: 'refuse' }, words: ASKED, code: null },
    { says: 'an answer to nothing', params: { reply: 'accept' }, code: 'noOccasion' },
    {
      says: 'of another power',
      params: { reply: 'accept' },
      words: ASKED,
      by: 'RU',
      code: 'notYourOrder',
    },
  ],
  effects: [
    // Beside silence, which is a refusal.
    { params: { reply: 'refuse' }, words: ASKED, word: 'trust(KZ,RU)', sign: 0 },
    { params: { reply: 'refuse' }, words: ASKED, word: 'currency_asked', sign: 0 },
    { params: { reply: 'study' }, words: ASKED, word: 'trust(KZ,RU)', sign: 1, size: [4.9, 5.1] },
    { params: { reply: 'study' }, words: ASKED, word: 'fear(cities)', sign: 1, size: [2.5, 3.5] },
    { params: { reply: 'study' }, words: ASKED, word: 'currency', sign: 1, size: [1, 1] },
    {
      params: { reply: 'accept' },
      words: ASKED,
      word: 'trust(RU,KZ)',
      sign: 1,
      size: [12.9, 13.1],
    },
    { params: { reply: 'accept' }, words: ASKED, word: 'fear(cities)', sign: 1, size: [7, 9] },
    {
      params: { reply: 'accept' },
      words: ASKED,
      word: 'grievance(cities,eeu)',
      sign: 1,
      size: [3, 13],
    },
    { params: { reply: 'accept' }, words: ASKED, word: 'holdup(RU)', sign: 1, size: [6, 12] },
    { params: { reply: 'accept' }, words: ASKED, word: 'holdup(CN)', sign: 0 },
    { params: { reply: 'accept' }, words: ASKED, word: 'consent', sign: -1 },
  ],
  prices: [
    { params: { reply: 'accept' }, words: ASKED, pc: 2, money: 0 },
    { params: { reply: 'study' }, words: ASKED, pc: 0, money: 0 },
  ],
  ground: ASKED,
});

describe('a food quarrel', () => {
  it('may be answered by the other side at no price, and weighs half as much', () => {
    const limited = gameWith({ 'food_limit(RU)': 1 });
    const trust = still.layout.at('trust', 'KZ', 'RU');
    const ban = { power: 'RU' as const, kind: 'food_ban', params: { ban: 'on', target: 'KZ' } };
    const lost = (num: Float64Array): number =>
      (resolveNumbers(still, num, 0, [ban]).num[trust] as number) -
      (resolveNumbers(still, num, 0, []).num[trust] as number);
    expect(lost(limited.num)).toBeCloseTo(-3, 6);
    expect(lost(gameWith({}).num)).toBeCloseTo(-6, 6);
  });

  it('is over when both have lifted: food comes back', () => {
    const volume = still.layout.at('volume', 'KZ', 'RU', 'food');
    const order = (limit: string) => ({
      power,
      kind: 'food_limit',
      params: { partner: 'RU', limit },
    });
    const run = (plan: readonly (string | null)[]): number => {
      let { num } = gameWith({});
      plan.forEach((limit, r) => {
        num = resolveNumbers(still, num, r, limit ? [order(limit)] : []).num;
      });
      return num[volume] as number;
    };
    const never = run([null, null, null, null, null, null]);
    const kept = run(['on', null, null, null, null, null]);
    const lifted = run(['on', null, 'off', null, null, null]);
    expect(kept / never).toBeLessThan(0.8);
    expect(lifted / never).toBeGreaterThan(0.95);
  });
});

describe('open media', () => {
  const words = ['hidden(rural)', 'doubt'];

  it('print what people and officials keep to themselves', () => {
    for (const label of words) {
      const at = still.layout.find(label);
      for (const seat of ['KZ', 'RU', null] as const) {
        expect(viewFor(still, gameWith({}), seat).num[at]).toBeNull();
        expect(viewFor(still, gameWith({ media: -1 }), seat).num[at]).toBeNull();
        expect(viewFor(still, gameWith({ media: 1 }), seat).num[at]).not.toBeNull();
      }
    }
  });
});

describe('what carries them', () => {
  const effect = (
    off: string,
    order: { power: 'KZ' | 'RU'; kind: string; params: Record<string, string | number> },
    word: string,
    words = {},
  ): { with: number; without: number } => {
    const one = (content: typeof still): number => {
      const { num } = gameWith(words);
      const at = content.layout.find(word);
      const given = resolveNumbers(content, num, 0, [order]).num[at] as number;
      return given - (resolveNumbers(content, num, 0, []).num[at] as number);
    };
    return { with: one(still), without: one(variant({ coefficients: { [off]: 0 } })) };
  };

  it.each([
    ['rules.limitBarrier', 'food_limit', { partner: 'RU', limit: 'on' }, 'volume(KZ,RU,food)', {}],
    ['rules.smallFirms', 'sme', { amount: 0.3 }, 'home_share', {}],
    ['opinion.permits', 'media', { rules: 'tighten' }, 'hazard', {}],
    ['rules.lawCost', 'rule_law', {}, 'trade(EU)', {}],
    ['influence.currency', 'currency_answer', { reply: 'accept' }, 'holdup(RU)', ASKED],
  ] as const)('%s', (off, kind, params, word, words) => {
    const found = effect(off, { power, kind, params }, word, words);
    expect(Math.abs(found.without)).toBeLessThan(Math.abs(found.with) * 0.8);
  });
});
