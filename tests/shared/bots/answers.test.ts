import { describe, expect, it } from 'vitest';
import type { Clause, NamedOrder } from '../../../shared/core/talk.ts';
import { pledge, Table } from '../talks/table.ts';
import { answerOf, fair, lastWord, movesOf, offerTo, turnOf } from './scene.ts';

const float = { kind: 'fx', params: { course: 'float' } };
const DISTRUST = { 'trust(*,*)': 0, 'reputation(CN)': 3 };

/** Trains that China pays for, for something of Kazakhstan's. */
const trainsFor = (rate: number, gift: NamedOrder): readonly Clause[] => [
  pledge('pledge_do', 'CN', { kind: 'train_subsidy', params: { rate } }, 0),
  pledge('pledge_do', 'KZ', gift, 0),
];

describe('the answer of a bot to an offer', () => {
  it('is its signature where it gains and trusts', () => {
    const table = new Table();
    const { id } = offerTo(table, 'EU', 'KZ', fair(0));
    expect(answerOf(table, 'KZ')).toEqual({ type: 'sign', proposal: id, version: 1 });
  });

  it.each([
    ['tooLittle', { gift: 'fx', params: { course: 'float' } }, {}],
    ['noTrust', { gift: 'crossing', params: { node: 'khorgos' } }, DISTRUST],
    ['tooRisky', { gift: 'eeu', params: { act: 'implement' } }, {}],
    ['notNow', { gift: 'crossing', params: { node: 'khorgos' } }, { 'pc(KZ)': 0.5 }],
  ])('is a no with its reason: %s', (reason, { gift, params }, words) => {
    const table = new Table().set(words);
    const { id } = offerTo(table, 'CN', 'KZ', trainsFor(4000, { kind: gift, params }));
    expect(lastWord(table, 'KZ')).toEqual({ type: 'decline', proposal: id, version: 1, reason });
  });

  it('is yes to the same where the state that was named is another', () => {
    const gift = { kind: 'crossing', params: { node: 'khorgos' } };
    const table = new Table();
    offerTo(table, 'CN', 'KZ', trainsFor(4000, gift));
    expect(lastWord(table, 'KZ')?.type).toBe('sign');
  });

  it('remembers who broke his word', () => {
    const gift = { kind: 'crossing', params: { node: 'khorgos' } };
    const table = new Table();
    offerTo(table, 'CN', 'KZ', trainsFor(4000, gift));
    const { state } = table;
    expect(lastWord(table, 'KZ')?.type).toBe('sign');
    table.state = state;
    table.set({ 'reputation(CN)': 3 });
    const answer = lastWord(table, 'KZ');
    expect(answer?.type).toBe('decline');
    // Believed less, the same offer is worth less, or too much is given on a doubtful word.
    if (answer?.type === 'decline') expect(['noTrust', 'tooRisky']).toContain(answer.reason);
  });

  it('is better terms of the same, where there are some that both can bear', () => {
    const table = new Table();
    const gift = { kind: 'crossing', params: { node: 'khorgos' } };
    offerTo(table, 'CN', 'KZ', trainsFor(500, gift));
    const answer = answerOf(table, 'KZ');
    expect(answer?.type).toBe('counter');
    if (answer) table.give('KZ', answer);
    const second = table.lastOffer().versions[1];
    expect(second).toMatchObject({ number: 2, by: 'KZ' });
    expect(second?.clauses[0]?.order?.params.rate).toBeGreaterThan(500);
  });

  it('writes an offer anew at most twice', () => {
    const table = new Table();
    const { id } = offerTo(table, 'RU', 'KZ', [pledge('pledge_do', 'KZ', float, 0)]);
    let counters = 0;
    for (const course of ['float', 'band', 'step20', 'step10', 'float', 'band']) {
      const answer = answerOf(table, 'KZ', 'dealmaker');
      if (!answer) throw new Error('no answer');
      table.give('KZ', answer);
      if (answer.type !== 'counter') break;
      counters += 1;
      const order = { kind: 'fx', params: { course } };
      const clauses = [
        pledge('pledge_do', 'KZ', order, 0),
        pledge('pledge_do', 'RU', { kind: 'military', params: { act: 'exercise' } }, 0),
      ];
      if (table.say('RU', { type: 'counter', proposal: id, clauses }) !== null) break;
    }
    expect(counters).toBeLessThanOrEqual(2);
    const written = table.lastOffer().versions.filter((v) => v.by === 'KZ');
    expect(written.length).toBe(counters);
  });
});

describe('an offer that comes again and again', () => {
  const poor = (toll: number) => [
    pledge('pledge_do' as const, 'KZ', { kind: 'toll', params: { corridor: 'trunk', toll } }, 0),
  ];

  it('is refused unread the third time, though it has become a good one', () => {
    const table = new Table();
    for (let n = 0; n < 2; n += 1) {
      const { id } = offerTo(table, 'EU', 'KZ', fair(0));
      table.give('KZ', { type: 'decline', proposal: id, version: 1, reason: 'other' });
    }
    offerTo(table, 'EU', 'KZ', fair(0));
    expect(answerOf(table, 'KZ')).toMatchObject({ type: 'decline', reason: 'other' });
  });

  it('is remembered over rounds, and small changes make it no new one', () => {
    const table = new Table();
    offerTo(table, 'RU', 'KZ', poor(2000));
    table.next();
    offerTo(
      table,
      'RU',
      'KZ',
      poor(2100).map((c) => ({ ...c, until: 1 })),
    );
    table.next();
    offerTo(
      table,
      'RU',
      'KZ',
      poor(1900).map((c) => ({ ...c, until: 2 })),
    );
    expect(answerOf(table, 'KZ')).toMatchObject({ type: 'decline', reason: 'other' });
    const other = new Table();
    offerTo(other, 'RU', 'KZ', poor(1900));
    expect(answerOf(other, 'KZ')).not.toMatchObject({ reason: 'other' });
  });
});

describe('a filing that waits for a bot', () => {
  it('is signed where the order serves it and refused where it does not', () => {
    const good = new Table().order('EU', 'epca', { step: '1' });
    expect(answerOf(good, 'KZ')?.type).toBe('sign');
    const bad = new Table().order('CN', 'finance', {
      project: 'wewc_road',
      bidding: 'own',
      amount: 3,
      interest: 6,
      local: '30',
    });
    expect(answerOf(bad, 'KZ', 'cautious')?.type).not.toBe('sign');
  });

  it('is taken back by a bot when its partner refuses, and not filed again', () => {
    const table = new Table();
    turnOf(table, 'EU');
    const filed = table.state.talks.proposals.find((p) => p.draft !== null);
    if (!filed) throw new Error('Europe filed nothing');
    table.give('KZ', { type: 'decline', proposal: filed.id, version: 1, reason: 'notNow' });
    turnOf(table, 'EU');
    const kinds = table.state.drafts.EU.map(({ kind }) => kind);
    expect(kinds).not.toContain('epca');
    expect(kinds.length).toBeGreaterThan(0);
  });
});

describe('what a bot offers', () => {
  it('serves both, lies open once at a time, and leaves alone who is done', () => {
    const table = new Table();
    turnOf(table, 'KZ');
    const own = table.state.talks.proposals.filter((p) => p.by === 'KZ' && p.draft === null);
    expect(own).toHaveLength(1);
    const quiet = new Table();
    for (const seat of ['RU', 'CN', 'EU'] as const)
      quiet.give(seat, { type: 'ready', ready: true });
    const done = turnOf(quiet, 'KZ');
    expect(done.some((m) => m.type === 'draft')).toBe(true);
    expect(done.some((m) => m.type === 'propose')).toBe(false);
  });

  it('is not offered again for two rounds after it was refused', () => {
    const table = new Table();
    turnOf(table, 'KZ');
    const first = table.state.talks.proposals.find((p) => p.by === 'KZ' && p.draft === null);
    if (!first) throw new Error('nothing was offered');
    const partner = first.parties.find((p) => p !== 'KZ') ?? 'EU';
    table.give(partner, { type: 'decline', proposal: first.id, version: 1, reason: 'notNow' });
    turnOf(table, 'KZ');
    const terms = (clauses: (typeof first.versions)[0]['clauses']) =>
      JSON.stringify(clauses.map(({ kind, by, order }) => [kind, by, order]));
    const again = table.state.talks.proposals.filter(
      (p) =>
        p.id !== first.id &&
        terms(p.versions[0]?.clauses ?? []) === terms(first.versions[0]?.clauses ?? []),
    );
    expect(again).toEqual([]);
  });
});

describe('a bot that plays for somebody who is away', () => {
  it('orders, but agrees to nothing in his name', () => {
    const table = new Table();
    offerTo(table, 'EU', 'KZ', fair(0));
    const done = turnOf(table, 'KZ', 'pragmatist', true);
    expect(new Set(done.map((m) => m.type))).toEqual(new Set(['draft']));
    expect(table.lastOffer().status).toBe('open');
    const europe = turnOf(new Table(), 'EU', 'pragmatist', true);
    const kinds = europe.flatMap((m) => (m.type === 'draft' ? [m.order.kind] : []));
    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds).not.toContain('epca');
  });

  it('answers when it plays for nobody', () => {
    const table = new Table();
    offerTo(table, 'EU', 'KZ', fair(0));
    expect(movesOf(table, 'KZ').map((m) => m.type)).toContain('sign');
  });
});
