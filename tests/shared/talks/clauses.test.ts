import { describe, expect, it } from 'vitest';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import { cap, pledge, Table } from './table.ts';

const road = (by: Power, delay: number, until: number): Clause => ({
  kind: 'access',
  by,
  params: { corridor: 'trunk', delay },
  until,
});
const tranche = (by: Power, amount: number, until: number, bidding = 'any'): Clause => ({
  kind: 'project',
  by,
  params: { project: 'khorgos_dry_port', amount, bidding },
  until,
});
const consent = (by: Power, order: Clause['order']): Clause => ({
  kind: 'consent',
  by,
  params: {},
  ...(order ? { order } : {}),
  until: 0,
});
const summit = { kind: 'summit', params: { host: 'CN' } };
const full = { kind: 'finance', params: { project: 'khorgos_dry_port', amount: 0.1 } };

describe('what may be offered', () => {
  const rows: readonly [string, Power, readonly Power[], readonly Clause[], string | null][] = [
    ['a toll ceiling for the other’s', 'KZ', ['RU'], [cap('KZ', 600, 2), cap('RU', 600, 2)], null],
    ['a ceiling that shares with the other purse', 'RU', ['KZ'], [cap('RU', 600, 2, 20)], null],
    ['a share for who keeps no tolls', 'RU', ['CN'], [cap('RU', 600, 2, 20)], 'badClause'],
    ['a toll on a road that is not his', 'KZ', ['RU'], [caspian('RU')], 'badClause'],
    ['a ceiling by somebody without tolls', 'KZ', ['EU'], [cap('EU', 600, 2)], 'badClause'],
    ['an open road', 'KZ', ['RU'], [road('RU', 0, 2)], null],
    ['an open road by Kazakhstan', 'KZ', ['RU'], [road('KZ', 0, 2)], 'badClause'],
    ['a tranche of Kazakhstan', 'CN', ['KZ'], [tranche('KZ', 0.2, 1)], null],
    ['a tranche of China on terms', 'KZ', ['CN'], [tranche('CN', 0.2, 1, 'open')], null],
    [
      'a tranche on terms that its order does not know',
      'CN',
      ['KZ'],
      [tranche('KZ', 0.2, 1, 'own')],
      'badClause',
    ],
    ['a tranche of Europe', 'KZ', ['EU'], [tranche('EU', 0.2, 1)], 'badClause'],
    [
      'not to ban',
      'KZ',
      ['RU'],
      [pledge('pledge_not', 'RU', { kind: 'food_ban', params: {} }, 3)],
      null,
    ],
    [
      'not to do what another does',
      'KZ',
      ['RU'],
      [pledge('pledge_not', 'RU', { kind: 'fx', params: {} }, 3)],
      'badClause',
    ],
    [
      'to calm down',
      'EU',
      ['RU'],
      [pledge('pledge_do', 'RU', { kind: 'military', params: { act: 'standdown' } }, 1)],
      null,
    ],
    [
      'to vote',
      'RU',
      ['KZ'],
      [pledge('pledge_do', 'KZ', { kind: 'vote', params: { motion: 'cet', vote: 'yes' } }, 1)],
      null,
    ],
    [
      'a vote of who has none',
      'RU',
      ['CN'],
      [pledge('pledge_do', 'CN', { kind: 'vote', params: { motion: 'cet', vote: 'yes' } }, 1)],
      'badClause',
    ],
    [
      'a vote on what is no motion’s name',
      'RU',
      ['KZ'],
      [pledge('pledge_do', 'KZ', { kind: 'vote', params: { motion: 'cet' } }, 1)],
      'badClause',
    ],
    [
      'a pledge without its order',
      'KZ',
      ['RU'],
      [pledge('pledge_do', 'RU', undefined, 1)],
      'badClause',
    ],
    [
      'a consent to half an order',
      'CN',
      ['KZ'],
      [consent('KZ', { kind: 'summit', params: {} })],
      'badClause',
    ],
    ['a word for the past', 'KZ', ['RU'], [cap('KZ', 600, -1)], 'malformed'],
    ['a word for after the end', 'KZ', ['RU'], [cap('KZ', 600, 6)], 'badClause'],
    ['the same point twice', 'KZ', ['RU'], [cap('KZ', 600, 2), cap('KZ', 600, 2)], 'badClause'],
    ['a bound power that is no party', 'KZ', ['CN'], [cap('RU', 600, 2)], 'badClause'],
    ['an offer to oneself', 'KZ', ['KZ'], [cap('KZ', 600, 2)], 'notParty'],
    ['no points at all', 'KZ', ['RU'], [], 'malformed'],
  ];
  it.each(rows)('%s', (_, by, to, clauses, code) => {
    expect(new Table().say(by, { type: 'propose', to, clauses })).toBe(code);
  });
});

function caspian(by: Power): Clause {
  return { ...cap(by, 600, 2), params: { corridor: 'caspian', max: 600, split: 0 } };
}

describe('a ceiling on a toll', () => {
  it('comes into force with its signature and lasts', () => {
    const table = new Table();
    const before = table.at('toll(KZ,trunk)');
    table.agree('KZ', ['RU'], [cap('KZ', 600, 1)]);
    expect(table.at('toll(KZ,trunk)')).toBe(before);
    table.next();
    expect(table.at('toll(KZ,trunk)')).toBe(600);
    expect(table.clause).toMatchObject({ fate: 'kept', final: false });
    table.resolve();
    expect(table.clause).toMatchObject({ fate: 'kept', final: true });
    expect(table.agreement.status).toBe('ended');
  });

  it('draws more boxes than tolls as they were', () => {
    const free = new Table().next().next();
    const bound = new Table()
      .agree('KZ', ['RU'], [cap('KZ', 400, 3), cap('RU', 400, 3)])
      .next()
      .next();
    expect(bound.at('boxes(trunk)')).toBeGreaterThan(free.at('boxes(trunk)'));
  });

  it('shares what is taken below it, to the last dollar, and says so in the ledger', () => {
    const others = { 'toll(RU,siberian)': 0, 'toll(RU,road)': 0, 'toll(RU,ukraine)': 0 };
    const alone = new Table()
      .set(others)
      .agree('KZ', ['RU'], [cap('KZ', 600, 3), cap('RU', 600, 3)])
      .resolve();
    const split = new Table()
      .set(others)
      .agree('KZ', ['RU'], [cap('KZ', 600, 3), cap('RU', 600, 3, 50)])
      .resolve();
    const lost = alone.at('toll_income(RU)') - split.at('toll_income(RU)');
    const won = split.at('toll_income(KZ)') - alone.at('toll_income(KZ)');
    expect(lost).toBeGreaterThan(0);
    expect(won).toBeCloseTo(lost, 12);
    expect(lost).toBeCloseTo(alone.at('toll_income(RU)') / 2, 6);
    expect(split.state.report?.residual).toBeLessThan(1e-9);
  });

  it('is broken by a dearer order, which ends the agreement for all', () => {
    const table = new Table().agree('KZ', ['RU'], [cap('KZ', 600, 4), cap('RU', 600, 4)]).next();
    table.order('KZ', 'toll', { corridor: 'trunk', toll: 1500 }).resolve();
    expect(table.agreement.status).toBe('broken');
    expect(table.agreement.clauses.map((c) => c.fate)).toEqual(['breached', 'kept']);
    expect(table.agreement.clauses.every((c) => c.final)).toBe(true);
    expect(table.state.report?.news).toContainEqual({
      key: 'talks.broken',
      power: 'KZ',
      params: { powers: 'RU', clause: 'toll_cap', agreement: table.agreement.id, n: 0 },
    });
  });
});

describe('an open road', () => {
  it('opens what was slow, and stands until somebody orders otherwise', () => {
    const table = new Table().set({ 'status(trunk)': 1 }).agree('KZ', ['RU'], [road('RU', 0, 3)]);
    table.next();
    expect(table.at('status(trunk)')).toBe(0);
    expect(table.clause.fate).toBe('kept');
    table.order('RU', 'ru_transit', { corridor: 'trunk', access: 'slow' }).resolve();
    expect(table.clause.fate).toBe('breached');
  });

  it('bears as much delay as was agreed', () => {
    const table = new Table().agree('KZ', ['RU'], [road('RU', 2, 3)]).next();
    table.order('RU', 'ru_transit', { corridor: 'trunk', access: 'slow' }).resolve();
    expect(table.clause.fate).toBe('kept');
  });

  it('proves nothing where nothing moves', () => {
    const corridors = ['trunk', 'siberian', 'road', 'ukraine'];
    const words = corridors.map((corridor) => ({
      ...road('RU', 0, 0),
      params: { corridor, delay: 0 },
    }));
    const table = new Table().agree('KZ', ['RU'], words).resolve();
    const fates = corridors.map((corridor) =>
      table.at(`boxes(${corridor})`) > 0 ? 'kept' : 'dormant',
    );
    expect(new Set(fates)).toEqual(new Set(['kept', 'dormant']));
    expect(table.agreement.clauses.map((c) => c.fate)).toEqual(fates);
  });
});

describe('a pledge to leave something alone', () => {
  const noBan = pledge('pledge_not', 'RU', { kind: 'food_ban', params: {} }, 1);

  it('is kept by leaving it, judged to its last round', () => {
    const table = new Table().agree('KZ', ['RU'], [noBan]).next();
    expect(table.clause).toMatchObject({ fate: 'kept', final: false, judged: 0 });
    table.resolve();
    expect(table.clause).toMatchObject({ fate: 'kept', final: true, judged: 1 });
  });

  it('is broken by the order, whatever its terms', () => {
    const table = new Table().agree('KZ', ['RU'], [noBan]);
    table.order('RU', 'food_ban', { target: 'KZ', ban: 'on' }).resolve();
    expect(table.clause).toMatchObject({ fate: 'breached', final: true });
  });

  it('names terms when it means only them', () => {
    const soft = pledge('pledge_not', 'RU', { kind: 'food_ban', params: { target: 'KZ' } }, 1);
    const table = new Table().agree('KZ', ['RU'], [soft]);
    table.order('RU', 'food_ban', { target: 'EU', ban: 'on' }).resolve();
    expect(table.clause.fate).toBe('kept');
  });

  it('binds nobody who could not have done it', () => {
    const step = pledge(
      'pledge_not',
      'RU',
      { kind: 'food_ban', params: { target: 'KZ', ban: 'on' } },
      0,
    );
    const table = new Table().set({ 'pc(RU)': 0 }).agree('KZ', ['RU'], [step]).resolve();
    expect(table.clause).toMatchObject({ fate: 'dormant', chance: 'none' });
  });
});

describe('a pledge to do something', () => {
  const calm = { kind: 'military', params: { act: 'standdown' } };
  const deed = (until: number): Clause => pledge('pledge_do', 'RU', calm, until);

  it('is kept by the order, at once', () => {
    const table = new Table().agree('EU', ['RU'], [deed(2)]);
    table.order('RU', 'military', { act: 'standdown' }).resolve();
    expect(table.clause).toMatchObject({ fate: 'kept', final: true });
    expect(table.agreement.status).toBe('ended');
  });

  it('waits until its last round, then is broken', () => {
    const table = new Table().agree('EU', ['RU'], [deed(1)]).next();
    expect(table.clause).toMatchObject({ fate: 'pending', final: false });
    table.resolve();
    expect(table.clause).toMatchObject({ fate: 'breached', final: true });
  });

  it('is excused when it could never be given', () => {
    const table = new Table()
      .set({ 'pc(RU)': 0 })
      .agree('EU', ['RU'], [deed(0)])
      .resolve();
    expect(table.clause).toMatchObject({ fate: 'excused', final: true });
    expect(table.at('reputation(RU)')).toBe(0);
  });

  it.each([
    ['yes', 'kept'],
    ['no', 'breached'],
  ] as const)('judges a vote: promised yes, cast %s', (vote, fate) => {
    const promise = { kind: 'vote', params: { motion: 'cet', vote: 'yes' } };
    const table = new Table().agree('RU', ['KZ'], [pledge('pledge_do', 'KZ', promise, 0)]);
    table.order('RU', 'cet', { matter: 'economic' });
    const motion = table.state.motions[0]?.id as string;
    table.give('KZ', { type: 'vote', motion, vote }).resolve();
    expect(table.clause.fate).toBe(fate);
  });

  it('asks no vote where there was no motion', () => {
    const promise = { kind: 'vote', params: { motion: 'cet', vote: 'yes' } };
    const table = new Table()
      .agree('RU', ['KZ'], [pledge('pledge_do', 'KZ', promise, 0)])
      .resolve();
    expect(table.clause).toMatchObject({ fate: 'dormant', final: true });
  });
});

describe('a tranche', () => {
  it('is kept by paying as much as was agreed', () => {
    const table = new Table().agree('CN', ['KZ'], [tranche('KZ', 0.2, 1)]);
    table.order('KZ', 'build', { project: 'khorgos_dry_port', amount: 0.2 }).resolve();
    expect(table.clause.fate).toBe('kept');
  });

  it('is not kept by paying less', () => {
    const table = new Table().agree('CN', ['KZ'], [tranche('KZ', 0.5, 0)]);
    table.order('KZ', 'build', { project: 'khorgos_dry_port', amount: 0.2 }).resolve();
    expect(table.clause.fate).toBe('breached');
  });

  it('of China needs no second signature for the order that pays it', () => {
    const table = new Table().agree('KZ', ['CN'], [tranche('CN', 0.1, 0, 'open')]);
    const terms = { project: 'khorgos_dry_port', amount: 0.1, bidding: 'open' };
    table.order('CN', 'finance', terms).resolve();
    expect(table.state.report?.failed).toEqual([]);
    expect(table.state.report?.orders.map((o) => o.kind)).toEqual(['finance']);
    expect(table.clause.fate).toBe('kept');
  });
});

describe('an order that needs two', () => {
  it('falls through without a signature, and half its capital comes back', () => {
    const table = new Table();
    const before = table.at('pc(CN)');
    const idle = new Table().resolve();
    table.order('CN', summit.kind, summit.params).resolve();
    expect(table.state.report?.orders).toEqual([]);
    expect(table.state.report?.failed[0]?.refusal.code).toBe('unsigned');
    expect(idle.at('pc(CN)') - table.at('pc(CN)')).toBe(1);
    expect(before).toBe(4);
    expect(table.state.talks.proposals[0]?.status).toBe('void');
  });

  it('comes into force when the partner signs', () => {
    const table = new Table().order('CN', summit.kind, summit.params);
    const { id } = table.lastOffer();
    table.give('KZ', { type: 'sign', proposal: id, version: 1 }).resolve();
    expect(table.state.report?.orders.map((o) => o.kind)).toEqual(['summit']);
    expect(table.clause).toMatchObject({ kind: 'consent', fate: 'kept' });
  });

  it('takes the terms that its partner wrote, once the filer signs them', () => {
    const table = new Table().order('CN', full.kind, full.params);
    const offer = table.lastOffer();
    const clause = offer.versions[0]?.clauses[0] as Clause;
    const params = { ...clause.order?.params, amount: 0.2 };
    const better = { ...clause, order: { kind: 'finance', params } };
    table.give('KZ', { type: 'counter', proposal: offer.id, clauses: [better] });
    expect(table.say('KZ', { type: 'sign', proposal: offer.id, version: 2 })).toBe('alreadySigned');
    expect(table.say('CN', { type: 'sign', proposal: offer.id, version: 1 })).toBe('staleVersion');
    table.give('CN', { type: 'sign', proposal: offer.id, version: 2 });
    expect(table.state.drafts.CN[0]?.params.amount).toBe(0.2);
    table.resolve();
    expect(table.state.report?.orders[0]?.params.amount).toBe(0.2);
  });

  it('loses its partner’s name when its terms change', () => {
    const table = new Table().order('CN', full.kind, full.params);
    const draft = table.state.drafts.CN[0];
    table.give('CN', { type: 'edit', draft: draft?.id, params: { ...draft?.params, amount: 0.3 } });
    expect(table.lastOffer().versions).toHaveLength(2);
    const old = { type: 'sign', proposal: table.lastOffer().id, version: 1 };
    expect(table.say('KZ', old)).toBe('staleVersion');
  });
});
