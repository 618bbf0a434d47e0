import { describe, expect, it } from 'vitest';
import type { Depth, Power } from '../../../shared/core/powers.ts';
import { advance, viewFor } from '../../../shared/game/index.ts';
import { cap, lesson, pledge, still, Table } from './table.ts';

const swap = [cap('KZ', 600, 2), cap('RU', 600, 2)];
const offered = (): Table => new Table().give('KZ', { type: 'propose', to: ['RU'], clauses: swap });
const sign = (table: Table, version = 1): { type: string } & Record<string, unknown> => ({
  type: 'sign',
  proposal: table.lastOffer().id,
  version,
});

describe('an offer', () => {
  it.each<[string, Power, { type: string } & Record<string, unknown>, string | null]>([
    ['is signed by its partner', 'RU', { type: 'sign', version: 1 }, null],
    ['is not signed twice by its author', 'KZ', { type: 'sign', version: 1 }, 'alreadySigned'],
    [
      'is not signed in a version that is not there',
      'RU',
      { type: 'sign', version: 2 },
      'staleVersion',
    ],
    ['does not exist for who is no party', 'CN', { type: 'sign', version: 1 }, 'unknownProposal'],
    ['is declined with a reason', 'RU', { type: 'decline', version: 1, reason: 'tooLittle' }, null],
    ['is not declined without one', 'RU', { type: 'decline', version: 1 }, 'malformed'],
    [
      'is not declined by a stranger',
      'EU',
      { type: 'decline', version: 1, reason: 'other' },
      'unknownProposal',
    ],
    ['is taken back by its author', 'KZ', { type: 'retract' }, null],
    ['is not taken back by another', 'RU', { type: 'retract' }, 'notParty'],
    ['is answered by other terms', 'RU', { type: 'counter', clauses: [cap('KZ', 300, 2)] }, null],
    [
      'is not answered by the same terms',
      'RU',
      { type: 'counter', clauses: [...swap].reverse() },
      'noChange',
    ],
    [
      'is not answered by a stranger',
      'CN',
      { type: 'counter', clauses: [cap('KZ', 300, 2)] },
      'unknownProposal',
    ],
    [
      'cannot draw a third power in',
      'RU',
      { type: 'counter', clauses: [pledge('pledge_not', 'CN', { kind: 'summit', params: {} }, 1)] },
      'badClause',
    ],
  ])('%s', (_, seat, words, code) => {
    const table = offered();
    const proposal = table.lastOffer().id;
    expect(table.say(seat, { proposal, ...words })).toBe(code);
  });

  it('is one a round at this depth, until it is answered', () => {
    const table = offered();
    const more = { type: 'propose', to: ['CN'], clauses: [cap('KZ', 300, 2)] };
    expect(table.say('KZ', more)).toBe('tooManyOffers');
    table.give('RU', { ...sign(table), type: 'decline', reason: 'notNow' });
    expect(table.say('KZ', more)).toBeNull();
  });

  it('keeps each version as it was; a signature binds one of them', () => {
    const table = offered();
    table.give('RU', {
      type: 'counter',
      proposal: table.lastOffer().id,
      clauses: [cap('KZ', 300, 2), cap('RU', 900, 2)],
    });
    expect(table.say('RU', sign(table, 2))).toBe('alreadySigned');
    expect(table.say('KZ', sign(table, 1))).toBe('staleVersion');
    table.give('KZ', sign(table, 2));
    expect(table.lastOffer().versions[0]?.clauses).toEqual(swap);
    expect(table.agreement.clauses.map((c) => c.params.max)).toEqual([300, 900]);
    expect(table.say('RU', sign(table, 2))).toBe('offerClosed');
  });

  const PARTIES: readonly (readonly Power[])[] = [
    ['KZ', 'RU'],
    ['KZ', 'RU', 'CN'],
    ['KZ', 'RU', 'CN', 'EU'],
  ];

  it.each(PARTIES)('waits for the last signature of %s %s %s %s', (...powers) => {
    const parties = powers.filter((p) => p !== undefined);
    const others = parties.slice(1);
    const table = new Table().give('KZ', { type: 'propose', to: others, clauses: swap });
    for (const seat of others) {
      expect(table.state.talks.agreements).toEqual([]);
      table.give(seat, sign(table));
    }
    expect(table.agreement.parties).toEqual(parties);
    expect(table.agreement.signed.map((s) => s.power)).toEqual(parties);
    expect(table.lastOffer().status).toBe('signed');
  });

  it.each(PARTIES)(
    'loses all signatures but its author’s to a counter, of %s %s %s %s',
    (...powers) => {
      const parties = powers.filter((p) => p !== undefined);
      const others = parties.slice(1);
      const last = parties.at(-1) as Power;
      const table = new Table().give('KZ', { type: 'propose', to: others, clauses: swap });
      for (const seat of others.slice(0, -1)) table.give(seat, sign(table));
      const { id } = table.lastOffer();
      table.give(last, { type: 'counter', proposal: id, clauses: [cap('RU', 500, 2)] });
      expect(table.lastOffer().signed).toMatchObject([{ power: last, version: 2 }]);
      for (const seat of parties.filter((p) => p !== last)) {
        expect(table.state.talks.agreements).toEqual([]);
        table.give(seat, sign(table, 2));
      }
      expect(table.agreement.clauses.map((c) => c.params.max)).toEqual([500]);
    },
  );

  it.each(PARTIES)('is over when one of %s %s %s %s declines', (...powers) => {
    const parties = powers.filter((p) => p !== undefined);
    const others = parties.slice(1);
    const table = new Table().give('KZ', { type: 'propose', to: others, clauses: swap });
    for (const seat of others.slice(0, -1)) table.give(seat, sign(table));
    const last = others.at(-1) as Power;
    table.give(last, { ...sign(table), type: 'decline', reason: 'tooLittle' });
    expect(table.lastOffer()).toMatchObject({ status: 'declined', declined: { power: last } });
    for (const seat of parties) expect(table.say(seat, sign(table))).toBe('offerClosed');
    expect(table.state.talks.agreements).toEqual([]);
  });

  it.each<[Depth, number]>([
    ['intro', 1],
    ['standard', 3],
    ['expert', 6],
  ])('is one of so many of a power that lie open at %s depth: %i', (depth, most) => {
    const table = new Table(still, 5, depth);
    const offer = (i: number) =>
      table.say('KZ', { type: 'propose', to: ['RU'], clauses: [cap('KZ', 100 * i, 2)] });
    for (let i = 0; i < most; i += 1) expect(offer(i)).toBeNull();
    expect(offer(most)).toBe('tooManyOffers');
    // Those of others do not count.
    const back = { type: 'propose', to: ['KZ'], clauses: [cap('RU', 100, 2)] };
    expect(table.say('RU', back)).toBeNull();
    table.give('RU', { type: 'sign', proposal: 'KZ-0-c1', version: 1 });
    expect(offer(most)).toBeNull();
  });

  it('ends with its round', () => {
    const table = offered();
    const old = sign(table);
    table.next();
    expect(table.lastOffer().status).toBe('void');
    expect(table.say('RU', old)).toBe('unknownProposal');
  });

  it('can be signed in ink time, not made', () => {
    const table = offered();
    table.state = advance(table.content, table.state);
    expect(table.state.phase).toBe('ink');
    expect(table.say('CN', { type: 'propose', to: ['RU'], clauses: swap })).toBe('inkTime');
    expect(table.say('RU', sign(table))).toBeNull();
  });

  it('takes the readiness of its reader back', () => {
    const table = new Table().give('RU', { type: 'ready', ready: true });
    table.give('CN', { type: 'ready', ready: true });
    table.give('KZ', { type: 'propose', to: ['RU'], clauses: swap });
    expect(table.state.ready).toEqual(['CN']);
  });
});

describe('words', () => {
  it('reach whom they are meant for, and everybody once the game is over', () => {
    const table = new Table();
    table.give('KZ', { type: 'say', to: ['RU'], text: 'Between us two' });
    table.give('KZ', { type: 'say', to: 'all', text: 'To everybody' });
    const heard = (seat: Power | null): string[] =>
      viewFor(table.content, table.state, seat).talks.statements.map((s) => s.text);
    expect(heard('RU')).toEqual(['Between us two', 'To everybody']);
    expect(heard('CN')).toEqual(['To everybody']);
    expect(heard(null)).toEqual(['To everybody']);
    while (table.state.phase !== 'debrief') table.state = advance(table.content, table.state);
    expect(heard('CN')).toEqual(['Between us two', 'To everybody']);
  });

  it.each([
    ['too long', 'x'.repeat(281), /malformed|wordsLong/],
    ['empty', '   ', /wordsEmpty/],
    ['unprintable', 'a\u202eb', /wordsMarks/],
  ])('that are %s are refused', (_, text, code) => {
    expect(new Table().say('KZ', { type: 'say', to: 'all', text })).toMatch(code);
  });

  it('end when there are too many', () => {
    const table = new Table();
    for (let i = 0; i < 10; i += 1) table.give('KZ', { type: 'say', to: 'all', text: `no. ${i}` });
    expect(table.say('KZ', { type: 'say', to: 'all', text: 'more' })).toBe('saidEnough');
    expect(table.say('RU', { type: 'say', to: 'all', text: 'mine' })).toBeNull();
  });

  it('rest when the host has closed them; offers go on', () => {
    const table = new Table();
    table.state = { ...table.state, talks: { ...table.state.talks, open: false } };
    expect(table.say('KZ', { type: 'say', to: 'all', text: 'hello' })).toBe('talkClosed');
    expect(table.say('KZ', { type: 'propose', to: ['RU'], clauses: swap })).toBeNull();
  });
});

describe('a warning or a promise', () => {
  const ban = { kind: 'food_ban', params: { target: 'KZ' } };
  const warn = (until: number) => ({ type: 'signal', to: ['KZ'], kind: 'warn', order: ban, until });

  it('is kept by the deed, or was words', () => {
    const kept = new Table()
      .give('RU', warn(1))
      .order('RU', 'food_ban', { target: 'KZ', ban: 'on' });
    expect(kept.resolve().state.talks.signals[0]?.fate).toBe('kept');
    const words = new Table().give('RU', warn(1)).next();
    expect(words.state.talks.signals[0]?.fate).toBe('open');
    expect(words.resolve().state.talks.signals[0]?.fate).toBe('bluffed');
  });

  it('is free twice a round, and names an order of one’s own', () => {
    const table = new Table().give('RU', warn(1)).give('RU', { ...warn(2), to: 'all' });
    expect(table.say('RU', warn(3))).toBe('signalledEnough');
    expect(table.say('EU', warn(1))).toBe('notYourOrder');
    expect(table.say('KZ', warn(1))).toBe('notParty');
  });

  it('moves no number', () => {
    const words = new Table().give('RU', warn(0)).resolve();
    expect(words.state.num).toEqual(new Table().resolve().state.num);
  });
});

describe('what others may know', () => {
  it('does not change with offers, private words and answers between two others', () => {
    const plain = new Table(lesson);
    const busy = new Table(lesson).give('KZ', { type: 'propose', to: ['RU'], clauses: swap });
    busy.give('KZ', { type: 'say', to: ['RU'], text: 'secret' });
    busy.give('RU', {
      type: 'signal',
      to: ['KZ'],
      kind: 'promise',
      order: { kind: 'energy', params: {} },
      until: 1,
    });
    busy.give('RU', { ...sign(busy), type: 'decline', reason: 'noTrust' });
    for (const seat of ['CN', 'EU', null] as const) {
      const seen = (t: Table): string => JSON.stringify(viewFor(t.content, t.state, seat));
      expect(seen(busy)).toBe(seen(plain));
      expect(seen(busy.resolve())).toBe(seen(plain.resolve()));
    }
  });
});
