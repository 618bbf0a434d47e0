import { describe, expect, it } from 'vitest';
import type { Depth, Power } from '../../../shared/core/powers.ts';
import type { Clause, Condition } from '../../../shared/core/talk.ts';
import { dutiesOf, viewFor } from '../../../shared/game/index.ts';
import { variant } from '../economy/variant.ts';
import { still, Table } from './table.ts';

const table = (content = still, depth: Depth = 'standard'): Table => new Table(content, 5, depth);
const offered = (game: Table, by: Power, to: readonly Power[], clauses: readonly Clause[]) =>
  game.say(by, { type: 'propose', to, clauses });
/** A condition that never comes true: what hangs on it is never called upon. */
const never: Condition = { on: 'order', power: 'CN', order: { kind: 'summit', params: {} } };

/** What hangs on a condition that never came has been neither kept nor broken. */
function expectDormant(by: Power, to: readonly Power[], clause: Clause): void {
  const game = table(still, 'expert').agree(by, to, [{ ...clause, until: 0, when: never }]);
  if (clause.kind === 'ceasefire') throw new Error('it has a first round to itself');
  expect(game.resolve().clause).toMatchObject({ fate: 'dormant', final: true });
}

describe('a chapter together', () => {
  const word = (by: Power, until: number, who = 'all', chapter = 'technical'): Clause => ({
    kind: 'chapter_joint',
    by,
    params: { chapter, who },
    until,
  });
  const open = (): Table => table().set({ chapters_open: 1 });
  const three = (until: number): Clause[] => [
    word('KZ', until),
    word('RU', until),
    word('CN', until),
  ];
  const fates = (game: Table) => game.agreement.clauses.map(({ fate }) => fate);
  const sign = (game: Table, ...seats: Power[]): Table => {
    for (const seat of seats) game.order(seat, 'chapter', { chapter: 'technical' });
    return game;
  };

  it.each<[string, Power, readonly Power[], Clause, string | null]>([
    ['by all three', 'KZ', ['RU', 'CN'], word('CN', 1), null],
    ['by two of them', 'KZ', ['CN'], word('CN', 1, 'KZ_CN'), null],
    ['by one who signs nothing', 'KZ', ['CN'], word('CN', 1), 'badClause'],
    ['by a power that it does not name', 'KZ', ['RU', 'CN'], word('RU', 1, 'KZ_CN'), 'badClause'],
    ['on customs without Russia', 'KZ', ['CN'], word('CN', 1, 'KZ_CN', 'customs'), 'badClause'],
    ['by Europe', 'KZ', ['EU'], word('EU', 1), 'badClause'],
  ])('%s', (_, by, to, clause, code) => {
    expect(offered(table(), by, to, [clause])).toBe(code);
  });

  it('is kept by all when all support it, and moves the chapter as three', () => {
    const game = open().agree('KZ', ['RU', 'CN'], three(2));
    sign(game, 'KZ', 'RU', 'CN').resolve();
    expect(fates(game)).toEqual(['kept', 'kept', 'kept']);
    expect(game.at('chapter(technical)')).toBeCloseTo(60, 9);
    expect(game.agreement.status).toBe('ended');
  });

  it('is broken by who stays away while the others support it, and by nobody else', () => {
    const game = open().agree('KZ', ['RU', 'CN'], three(2));
    sign(game, 'KZ', 'RU').resolve();
    expect(fates(game)).toEqual(['dormant', 'dormant', 'breached']);
    expect(game.agreement.clauses[2]?.breach?.missing?.kind).toBe('chapter');
  });

  it('sees support that fell through because the other stayed away', () => {
    const pair = [word('KZ', 2, 'KZ_CN'), word('CN', 2, 'KZ_CN')];
    const game = open().agree('KZ', ['CN'], pair);
    sign(game, 'KZ').resolve();
    expect(game.state.report?.failed).toHaveLength(1);
    expect(fates(game)).toEqual(['dormant', 'breached']);
  });

  it('excuses who could not have paid for it', () => {
    const game = open().agree('KZ', ['RU', 'CN'], three(0)).set({ 'pc(CN)': 1 });
    sign(game, 'KZ', 'RU').resolve();
    expect(fates(game)).toEqual(['kept', 'kept', 'excused']);
  });

  it('waits until its last round, and is dormant when nobody moved', () => {
    const game = open().agree('KZ', ['RU', 'CN'], three(1)).next();
    expect(fates(game)).toEqual(['pending', 'pending', 'pending']);
    game.resolve();
    expect(fates(game)).toEqual(['dormant', 'dormant', 'dormant']);
  });

  it('is named among what a seat owes', () => {
    const game = open().agree('KZ', ['RU', 'CN'], three(0));
    const [duty] = dutiesOf(game.content, viewFor(game.content, game.state, 'CN'));
    expect(duty).toMatchObject({ last: true, due: [{ kind: 'chapter' }] });
  });
});

describe('a ceiling on barriers', () => {
  const wall = (
    by: Power,
    partner: Power,
    max: number,
    until: number,
    more: Readonly<Record<string, string>> = {},
  ): Clause => ({
    kind: 'tariff_ntb',
    by,
    params: {
      partner,
      max,
      sector: 'goods',
      measure: 'barrier',
      from: still.halves[0] as string,
      ...more,
    },
    until,
  });
  const rate = { measure: 'rate' };
  const food = { sector: 'food' };

  it.each<[string, Power, readonly Power[], Clause, string | null]>([
    ['beside the tariff, by anybody', 'KZ', ['CN'], wall('CN', 'KZ', 8, 2), null],
    ['deeper than a signature reaches', 'KZ', ['CN'], wall('CN', 'KZ', 5, 2), 'badClause'],
    ['against nobody at the table', 'KZ', ['CN'], wall('CN', 'EU', 8, 2), 'badClause'],
    ['of the common tariff', 'CN', ['KZ'], wall('KZ', 'CN', 10, 2, rate), null],
    ['of a tariff within the union', 'RU', ['KZ'], wall('KZ', 'RU', 10, 2, rate), 'badClause'],
    ['of the tariff of others', 'KZ', ['CN'], wall('CN', 'KZ', 10, 2, rate), 'badClause'],
    [
      'that begins after its end',
      'KZ',
      ['CN'],
      wall('CN', 'KZ', 8, 2, { from: still.halves[3] as string }),
      'badClause',
    ],
  ])('%s', (_, by, to, clause, code) => {
    expect(offered(table(), by, to, [clause])).toBe(code);
  });

  it('comes down with the signature, draws trade, and is kept', () => {
    const idle = table().next();
    const game = table()
      .agree('EU', ['KZ'], [wall('EU', 'KZ', 7, 1)])
      .next();
    expect(game.at('ntb(EU,KZ,goods)')).toBe(7);
    expect(game.at('volume(EU,KZ,goods)')).toBeGreaterThan(idle.at('volume(EU,KZ,goods)'));
    expect(game.clause).toMatchObject({ fate: 'kept', final: false });
    expect(game.resolve().clause).toMatchObject({ fate: 'kept', final: true });
    expect(game.state.report?.residual).toBeLessThan(1e-9);
  });

  it('waits for the half-year from which it binds', () => {
    const from = { from: still.halves[1] as string };
    const game = table()
      .agree('EU', ['KZ'], [wall('EU', 'KZ', 7, 2, from)])
      .next();
    expect(game.at('ntb(EU,KZ,goods)')).toBeCloseTo(12, 9);
    expect(game.clause).toMatchObject({ fate: 'pending' });
    game.resolve();
    expect(game.at('ntb(EU,KZ,goods)')).toBe(7);
    expect(game.clause).toMatchObject({ fate: 'kept' });
  });

  it('is not lowered at all where papers take nothing away', () => {
    const content = variant({ coefficients: { 'clauses.barrierCut': 0 } });
    expect(offered(table(content), 'KZ', ['CN'], [wall('CN', 'KZ', 11, 2)])).toBe('badClause');
    expect(offered(table(content), 'KZ', ['CN'], [wall('CN', 'KZ', 12, 2)])).toBeNull();
  });

  it('is broken by an order that puts it higher', () => {
    const game = table()
      .agree('EU', ['KZ'], [wall('KZ', 'EU', 8, 3, food)])
      .next();
    game.order('KZ', 'food_limit', { partner: 'EU', limit: 'on' }).resolve();
    expect(game.clause).toMatchObject({ fate: 'breached', final: true });
    expect(game.clause.breach?.order?.kind).toBe('food_limit');
  });

  it('leaves a ban that stands as it is: that is excused, and still there to lift', () => {
    const game = table()
      .set({
        'food_ban(KZ)': 1,
        'ntb(RU,KZ,food)': 12 + (still.coefficients['union.banBarrierKz'] ?? 0),
      })
      .agree('KZ', ['RU'], [wall('RU', 'KZ', 8, 2, food)])
      .next();
    expect(game.clause).toMatchObject({ fate: 'excused', final: false });
    game.order('RU', 'food_ban', { target: 'KZ', ban: 'off' }).resolve();
    expect(game.at('ntb(RU,KZ,food)')).toBeCloseTo(8, 9);
    expect(game.clause).toMatchObject({ fate: 'kept' });
  });

  it.each([
    ['yes', 'breached', 'breached'],
    ['abstain', 'breached', 'excused'],
    ['no', 'kept', 'kept'],
  ] as const)('counts a vote for a motion: %s', (vote, filer, voter) => {
    const words = [wall('RU', 'CN', 10, 2, rate), wall('KZ', 'CN', 10, 2, rate)];
    const judge = (n: number) => {
      const game = table().agree('CN', ['KZ', 'RU'], [words[n] as Clause]);
      game.order('RU', 'cet', { matter: 'goods', points: 3, payment: 0.1 });
      const motion = game.state.motions[0]?.id as string;
      game.give('KZ', { type: 'vote', motion, vote }).resolve();
      if (game.clause.fate === 'breached') {
        // The filer by his order, who voted by his vote.
        const { breach } = game.clause;
        expect(breach?.order?.kind).toBe(n === 0 ? 'cet' : 'vote');
      }
      return game.clause.fate;
    };
    expect([judge(0), judge(1)]).toEqual([filer, voter]);
  });

  it('is dormant where it was never called upon', () => {
    expectDormant('EU', ['KZ'], wall('EU', 'KZ', 7, 0));
  });
});

describe('fuel by contract', () => {
  const fuel = (
    partner: Power,
    volume: number,
    until: number,
    more: Readonly<Record<string, string>> = {},
  ): Clause => ({
    kind: 'supply',
    by: 'KZ',
    params: { partner, volume, fuel: 'oil', price: 'linked', ...more },
    until,
  });

  it.each<[string, Power, Clause, Readonly<Record<string, number>>, string | null]>([
    ['oil to China', 'CN', fuel('CN', 3, 2), {}, null],
    ['oil to Europe', 'EU', fuel('EU', 3, 2), {}, null],
    ['gas to China', 'CN', fuel('CN', 1, 2, { fuel: 'gas' }), {}, null],
    ['gas where no pipe goes', 'EU', fuel('EU', 1, 2, { fuel: 'gas' }), {}, 'badClause'],
    ['to somebody else', 'CN', fuel('EU', 3, 2), {}, 'badClause'],
    ['while a contract runs', 'CN', fuel('CN', 3, 2), { 'contract_left(oil,CN)': 3 }, 'badClause'],
    ['by who has none', 'CN', { ...fuel('CN', 3, 2), by: 'CN' }, {}, 'badClause'],
  ])('%s', (_, to, clause, words, code) => {
    expect(offered(table().set(words), 'KZ', [to], [clause])).toBe(code);
  });

  it('runs as a contract from its signature to its end, at its price, and is kept', () => {
    const game = table().agree('CN', ['KZ'], [fuel('CN', 3, 1, { price: 'floor' })]);
    for (const left of [2, 1]) {
      game.resolve();
      expect(game.at('contract(oil,CN)')).toBe(3);
      expect(game.at('contract_left(oil,CN)')).toBe(left);
      expect(game.at('contract_floor(oil,CN)')).toBeGreaterThan(0);
      expect(game.at('delivered(oil,CN)')).toBeCloseTo(3, 9);
      expect(game.clause.fate).toBe('kept');
      expect(game.state.report?.residual).toBeLessThan(1e-9);
      game.next();
    }
    game.resolve();
    expect(game.at('contract(oil,CN)')).toBe(0);
    expect(game.agreement.status).toBe('ended');
  });

  it('is excused where the pipe carries less', () => {
    const thin = (content = still): Table =>
      table(content)
        .set({ 'line_capacity(atasu)': 2 })
        .agree('CN', ['KZ'], [fuel('CN', 3, 0)])
        .resolve();
    expect(thin().clause).toMatchObject({ fate: 'excused', final: true });
    const content = variant({ coefficients: { 'clauses.supplyLeast': 0 } });
    expect(thin(content).clause.fate).toBe('kept');
  });

  it('is broken by leading the oil elsewhere while it could have come', () => {
    const game = table(still, 'expert')
      .set({ contract_way: 1, 'oil_quota(russia)': 60, 'line_capacity(atasu)': 20 })
      .agree('EU', ['KZ'], [fuel('EU', 3, 3)])
      .next();
    expect(game.clause.fate).toBe('kept');
    game.order('KZ', 'oil_route', { way: 'china', quota: 40 }).resolve();
    expect(game.at('delivered(oil,EU)')).toBeLessThan(2.85);
    expect(game.clause).toMatchObject({ fate: 'breached', final: true });
    expect(game.clause.breach?.order?.kind).toBe('oil_route');
  });

  it('is dormant where it was never called upon', () => {
    expectDormant('CN', ['KZ'], fuel('CN', 3, 0));
  });
});

describe('measures lifted', () => {
  const peace = (by: Power, until: number, measures = 'all'): Clause => ({
    kind: 'ceasefire',
    by,
    params: { measures },
    until,
  });
  const expert = (words: Readonly<Record<string, number>> = {}): Table =>
    table(still, 'expert').set(words);
  const banned = {
    'food_ban(KZ)': 1,
    'ntb(RU,KZ,food)': 12 + (still.coefficients['union.banBarrierKz'] ?? 0),
  };

  it.each<[string, Power, readonly Power[], Clause, string | null]>([
    ['of Russia', 'KZ', ['RU'], peace('RU', 2), null],
    ['of sanctions', 'RU', ['EU'], peace('EU', 2, 'sanctions'), null],
    ['of sanctions by another', 'EU', ['RU'], peace('RU', 2, 'sanctions'), 'badClause'],
    ['of sanctions on nobody at the table', 'KZ', ['EU'], peace('EU', 2), 'badClause'],
    ['of China', 'KZ', ['CN'], peace('CN', 2), 'badClause'],
    ['without a round to lift them in', 'KZ', ['RU'], peace('RU', 0), 'badClause'],
  ])('%s', (_, by, to, clause, code) => {
    expect(offered(expert(), by, to, [clause])).toBe(code);
  });

  it('is for the deepest depth', () => {
    expect(offered(table(), 'KZ', ['RU'], [peace('RU', 2)])).toBe('badClause');
  });

  it('is kept by lifting within the round of grace, and leaving it so', () => {
    const game = expert(banned).agree('KZ', ['RU'], [peace('RU', 2, 'food')]);
    const [duty] = dutiesOf(game.content, viewFor(game.content, game.state, 'RU'));
    expect(duty?.due).toEqual([{ kind: 'food_ban', params: { target: 'KZ', ban: 'off' } }]);
    game.next();
    expect(game.clause).toMatchObject({ fate: 'pending', final: false });
    game.order('RU', 'food_ban', { target: 'KZ', ban: 'off' }).next();
    expect(game.clause).toMatchObject({ fate: 'kept', final: false });
    expect(game.resolve().clause).toMatchObject({ fate: 'kept', final: true });
  });

  it('is broken by a measure that stays on', () => {
    const game = expert(banned)
      .agree('KZ', ['RU'], [peace('RU', 3, 'food')])
      .next()
      .resolve();
    expect(game.clause).toMatchObject({ fate: 'breached', final: true });
    expect(game.clause.breach?.missing?.kind).toBe('food_ban');
  });

  it('is broken by a new one', () => {
    const game = expert()
      .agree('KZ', ['RU'], [peace('RU', 3)])
      .next();
    game.order('RU', 'ru_transit', { corridor: 'trunk', toll: 1200, access: 'slow' }).resolve();
    expect(game.clause).toMatchObject({ fate: 'breached', final: true });
    expect(game.clause.breach?.order?.kind).toBe('ru_transit');
  });

  it('takes a step in each round for lifting', () => {
    const game = expert({ sanction_level: 3 }).agree('RU', ['EU'], [peace('EU', 3)]);
    const fates = [0, 1, 2].map(() => {
      game.set({ 'pc(EU)': 9 }).order('EU', 'sanctions', { change: 'down' }).resolve();
      const { fate } = game.clause;
      game.next();
      return fate;
    });
    expect(fates).toEqual(['pending', 'kept', 'kept']);
    expect(game.at('sanction_level')).toBe(0);
  });

  it('excuses who could not lift it', () => {
    const game = expert({ sanction_level: 1 })
      .agree('RU', ['EU'], [peace('EU', 1)])
      .next();
    game.set({ 'pc(EU)': 0 }).resolve();
    expect(game.clause).toMatchObject({ fate: 'excused', final: true });
  });

  it('is dormant where nothing was on and nothing could have come', () => {
    const game = expert({ 'pc(EU)': 0 })
      .agree('RU', ['EU'], [peace('EU', 1)])
      .next();
    game.set({ 'pc(EU)': 0 }).resolve();
    expect(game.clause).toMatchObject({ fate: 'dormant', final: true });
  });
});
