import { describe, expect, it } from 'vitest';
import { coefficient } from '../../../shared/core/content.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import { viewFor } from '../../../shared/game/index.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { ORDERS } from '../../../shared/orders/index.ts';
import { gameWith, moved, still } from '../opinion/scene.ts';
import { tableOf } from './table.ts';

const power = 'EU' as const;

tableOf({
  kind: 'preference',
  power,
  uses: [
    { says: 'for goods', params: { sector: 'goods' }, code: null },
    { says: 'for metals', params: { sector: 'metals' }, code: 'badParameter' },
    {
      says: 'where the market is open',
      params: { sector: 'food' },
      words: { 'ntb(EU,KZ,food)': 0.5 },
      code: 'noChange',
    },
    {
      says: 'in the next half-year',
      params: { sector: 'goods' },
      used: { preference: -1 },
      code: 'cooldown',
    },
    { says: 'of another power', params: { sector: 'goods' }, by: 'CN', code: 'notYourOrder' },
  ],
  effects: [
    { params: { sector: 'goods' }, word: 'ntb(EU,KZ,goods)', sign: -1, size: [-5, -4.5] },
    { params: { sector: 'goods' }, word: 'ntb(KZ,EU,goods)', sign: 0 },
    {
      params: { sector: 'goods' },
      word: 'volume(EU,KZ,goods)',
      rounds: 2,
      sign: 1,
      size: [3, 9],
      share: true,
    },
    { params: { sector: 'food' }, word: 'volume(EU,KZ,food)', rounds: 2, sign: 1 },
    { params: { sector: 'goods' }, word: 'trade(EU)', rounds: 2, sign: 1 },
    // What is opened is opened on conditions.
    { params: { sector: 'goods' }, word: 'rol', sign: 1, size: [0.15, 0.35] },
    { params: { sector: 'goods' }, word: 'rol', rounds: 4, sign: 1, size: [0.6, 1.4] },
    { params: { sector: 'food' }, word: 'audience(EU,second)', sign: -1, size: [-2.2, -1.5] },
    { params: { sector: 'goods' }, word: 'audience(EU,second)', sign: -1 },
    { params: { sector: 'goods' }, word: 'eu_cohesion', sign: -1, size: [-0.6, -0.5] },
  ],
  prices: [{ params: { sector: 'goods' }, pc: 2, money: 0 }],
});

tableOf({
  kind: 'eu_business',
  power,
  uses: [
    { says: 'at any time', params: {}, code: null },
    {
      says: 'where everything is known',
      params: {},
      words: { 'aware(sme,*)': 1 },
      code: 'noChange',
    },
    { says: 'again at once', params: {}, used: { eu_business: 0 }, code: 'cooldown' },
    { says: 'of another power', params: {}, by: 'KZ', code: 'notYourOrder' },
  ],
  effects: [
    { params: {}, word: 'risk_premium', sign: -1, size: [-11.5, -6] },
    { params: {}, word: 'eu_say', sign: 1, size: [2.5, 3] },
    { params: {}, word: 'rol', sign: 1, size: [0.5, 0.7] },
    { params: {}, word: 'ntb(KZ,EU,goods)', sign: -1, size: [-6, -3], share: true },
    { params: {}, word: 'aware(sme,EU)', sign: 1, size: [0.04, 0.05] },
    { params: {}, word: 'aware(sme,OBOR)', sign: 1, size: [0.04, 0.051] },
    { params: {}, word: 'aware(rural,OBOR)', sign: 0 },
    { params: {}, word: 'trade(EU)', rounds: 2, sign: 1 },
    { params: {}, word: 'fund', rounds: 3, sign: 1 },
    { params: {}, word: 'eu_cohesion', sign: -1 },
  ],
  prices: [{ params: {}, pc: 1, money: 0.02 }],
});

tableOf({
  kind: 'obor_position',
  power,
  uses: [
    { says: 'to engage', params: { position: 'engage' }, code: null },
    {
      says: 'what stands already',
      params: { position: 'sceptical' },
      words: { obor_position: 1 },
      code: 'noChange',
    },
    {
      says: 'another within four rounds',
      params: { position: 'sceptical' },
      words: { obor_position: 3 },
      used: { obor_position: -3 },
      code: 'cooldown',
    },
    {
      says: 'another after four rounds',
      params: { position: 'sceptical' },
      words: { obor_position: 3 },
      used: { obor_position: -4 },
      code: null,
    },
    { says: 'of another power', params: { position: 'engage' }, by: 'CN', code: 'notYourOrder' },
  ],
  effects: [
    { params: { position: 'engage' }, word: 'eu_cohesion', sign: -1, size: [-3, -2.6] },
    { params: { position: 'sceptical' }, word: 'eu_cohesion', sign: 1, size: [1.7, 2.1] },
    { params: { position: 'engage' }, word: 'trust(CN,EU)', sign: 1, size: [5.6, 6] },
    { params: { position: 'sceptical' }, word: 'trust(CN,EU)', sign: -1, size: [-5, -4.6] },
    { params: { position: 'engage' }, word: 'eu_say', sign: 1 },
    { params: { position: 'engage' }, word: 'norms', rounds: 3, sign: 1, size: [2, 5] },
    { params: { position: 'conditional' }, word: 'eu_say', sign: 1 },
    { params: { position: 'sceptical' }, word: 'eu_say', sign: -1 },
    // Nobody is asked about a plan that is written.
    { params: { position: 'engage' }, word: 'eu_say', words: { clarity: 60 }, rounds: 3, sign: 0 },
  ],
  prices: [{ params: { position: 'engage' }, pc: 2, money: 0 }],
});

tableOf({
  kind: 'regional',
  power,
  uses: [
    { says: 'at any time', params: {}, code: null },
    {
      says: 'where neighbours trade freely',
      params: {},
      words: { 'ntb(KZ,CA,*)': 0.5, 'ntb(CA,KZ,*)': 0.5 },
      code: 'noChange',
    },
    { says: 'in the next half-year', params: {}, used: { regional: -1 }, code: 'cooldown' },
    { says: 'of another power', params: {}, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: {}, word: 'ntb(KZ,CA,goods)', sign: -1, size: [-5, -2.5] },
    { params: {}, word: 'ntb(CA,KZ,food)', sign: -1, size: [-5, -2.5] },
    { params: {}, word: 'ca_trade', rounds: 3, sign: 1, size: [2, 8] },
    { params: {}, word: 'stability', sign: 1, size: [2.9, 3.3] },
    { params: {}, word: 'eu_cohesion', sign: -1 },
  ],
  prices: [{ params: {}, pc: 2, money: 0.3 }],
});

tableOf({
  kind: 'monitor',
  power,
  uses: [
    { says: 'at any time', params: {}, code: null },
    { says: 'fresh ones', params: {}, words: { presence_shown: 4 }, code: 'noChange' },
    { says: 'before they go home', params: {}, words: { presence_shown: 1 }, code: null },
    { says: 'again at once', params: {}, used: { monitor: 0 }, code: 'cooldown' },
    { says: 'of another power', params: {}, by: 'RU', code: 'notYourOrder' },
  ],
  effects: [
    { params: {}, word: 'stability', sign: 1, size: [1.9, 2.1] },
    // Where there is more to count, counting calms more.
    { params: {}, words: { 'presence(RU)': 80 }, word: 'stability', sign: 1, size: [2.3, 3.5] },
    // Observers are a deed where words alone are no more believed.
    { params: {}, words: { confrontation: 60 }, word: 'credibility', sign: 1, size: [1.4, 1.6] },
    { params: {}, word: 'credibility', sign: 0 },
    { params: {}, word: 'trust(RU,EU)', sign: -1, size: [-3, -2.8] },
    { params: {}, word: 'presence_shown', sign: 1, size: [4, 4] },
    { params: {}, word: 'presence_shown', rounds: 5, sign: 0 },
  ],
  prices: [{ params: {}, pc: 1, money: 0.03 }],
});

describe('soldiers in Kazakhstan', () => {
  const at = still.layout.find('presence(RU)');

  it('are known to those who send them and to their host; nobody else hears how many', () => {
    const state = gameWith({ 'presence(RU)': 33 });
    expect([...POWERS, null].map((seat) => viewFor(still, state, seat).num[at])).toEqual([
      33,
      33,
      null,
      null,
      null,
    ]);
  });

  it('are known to all while monitors count them', () => {
    const state = gameWith({ 'presence(RU)': 33, presence_shown: 1 });
    for (const seat of [...POWERS, null]) {
      expect(viewFor(still, state, seat).num[at]).toBe(33);
      expect(viewFor(still, state, seat).bands).not.toContain(at);
    }
  });
});

describe('the mandate of the Union', () => {
  const mandate = coefficient(still, 'europe.mandate');

  const INSIDE = ['epca', 'sanctions', 'civil'];
  const own = ORDERS.filter((kind) => kind.by.includes('EU') && !kind.reaction);

  it.each(own.map((kind) => [kind.id, kind] as const))(
    'counts the unity that %s costs',
    (id, kind) => {
      const state = gameWith();
      const scene = { content: still, num: state.num, round: 0 };
      const params = kind.candidates(scene, 'EU')[0];
      if (!params) throw new Error(`${id} tries nothing`);
      const given = [{ power, kind: id, params }];
      const without = { ...still, coefficients: { ...still.coefficients, 'europe.mandate': 0 } };
      const unity = (content: typeof still): number =>
        resolveNumbers(content, state.num, 0, given, { free: true }).num[
          content.layout.at('eu_cohesion')
        ] as number;
      const lost = unity(without) - unity(still);
      if (INSIDE.includes(id)) expect(lost).toBe(0);
      else expect(lost).toBeGreaterThan(0.85 * mandate);
    },
  );
});

describe('what Europe has said about the road', () => {
  it('keeps a say that grows while the plan is open, and fades when nobody repeats it', () => {
    const say = (rounds: number, words = {}): number =>
      moved(gameWith(words), power, 'obor_position', { position: 'engage' }, 'eu_say', rounds);
    expect(say(3)).toBeGreaterThan(2 * say(1));
    expect(say(3, { clarity: 40 })).toBeLessThan(0.6 * say(3));
  });

  it('makes tenders cheaper to hold: more is built for the same money', () => {
    const params = { project: 'plants', bidding: 'open', amount: 1, interest: 3, local: '30' };
    const built = (words: Record<string, number>): number =>
      moved(gameWith(words), 'CN', 'finance', params, 'funded(plants)');
    expect(built({ obor_position: 3 })).toBeGreaterThan(built({}) + 0.01);
    expect(built({ obor_position: 2 })).toBeCloseTo(built({}), 9);
  });
});

it('help that comes as promised is noticed where Europe was doubted', () => {
  const belief = (words = {}): number =>
    moved(gameWith(words), power, 'scitech', {}, 'credibility');
  expect(belief()).toBeGreaterThan(2);
  expect(belief({ credibility: 90 })).toBeLessThan(1);
});

it('easing sanctions while the quarrel goes on looks weak at home, and in calm it does not', () => {
  const capitals = (confrontation: number): number =>
    moved(
      gameWith({ sanction_level: 2, confrontation }),
      power,
      'sanctions',
      { change: 'down' },
      'audience(EU,first)',
    );
  expect(capitals(70)).toBeLessThan(capitals(20) - 2);
});

describe('trade within Central Asia', () => {
  const raised = (by: 'EU' | 'CN' | 'RU', kind: string, params: Record<string, string | number>) =>
    moved(gameWith(), by, kind, params, 'ca_trade', 3);

  it('rises with an approach to all five states', () => {
    expect(raised('EU', 'regional', {})).toBeGreaterThan(2);
  });

  it.each([
    ['EU', 'epca', { step: '1' }],
    ['EU', 'preference', { sector: 'goods' }],
    ['EU', 'eu_business', {}],
    ['CN', 'energy_buy', { fuel: 'gas', volume: 2, rounds: 6, price: 'linked' }],
    ['CN', 'food_access', { quota: 'large' }],
    ['RU', 'cet', { matter: 'economic', points: 3, payment: 0 }],
  ] as const)(
    'gains next to nothing by what %s settles with Kazakhstan alone: %s',
    (by, kind, params) => {
      expect(Math.abs(raised(by, kind, params))).toBeLessThan(0.3);
    },
  );
});

it('the tenth open tender teaches corridors less than the first', () => {
  const taught = (norms: number): number =>
    moved(gameWith({ norms }), power, 'eu_corridor', { place: 'brest', amount: 0.3 }, 'norms');
  expect(taught(35)).toBeCloseTo(2, 6);
  expect(taught(80)).toBeLessThan(0.7);
});
