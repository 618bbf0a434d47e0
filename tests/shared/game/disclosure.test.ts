/** What only some may know, told once more by hand: a slip in a registry must not pass. */
import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { AgreedClause, Clause } from '../../../shared/core/talk.ts';
import { believedState, preview } from '../../../shared/game/index.ts';
import { pledge } from '../talks/table.ts';
import { content, Desk } from './desk.ts';

const SEATS = [...POWERS, null] as const;
const { layout } = content;

/** Words, who reads them to their digits, and what all others are told: a step, or nothing. */
const WORDS: readonly (readonly [string, readonly Power[], number | null])[] = [
  ['fund', ['KZ'], 10],
  ['service', ['KZ'], 0.5],
  ['service_share', ['KZ'], 2],
  ['local_share', ['KZ', 'CN'], 10],
  ['cn_rate', ['KZ', 'CN'], null],
  ['cn_own(plants)', ['KZ', 'CN'], null],
  ['presence(RU)', ['KZ', 'RU'], null],
  ['pc(KZ)', ['KZ'], null],
  ['pc(EU)', ['EU'], null],
  ['doubt', [], null],
  ['hidden(rural)', [], null],
  ['coming', [], null],
];

const at = (word: string): number => (word.includes('(') ? layout.find(word) : layout.at(word));

/** A value that is on no step. */
const ODD = 3.0713;

describe('a word', () => {
  it.each(WORDS)('%s is told to those who may know it', (word, owners, step) => {
    const desk = new Desk().set(word, ODD);
    for (const seat of SEATS) {
      const view = desk.view(seat);
      const told = view.num[at(word)];
      const believed = believedState(content, view)[at(word)];
      const label = `${word} for ${seat}`;
      if (seat !== null && owners.includes(seat)) {
        expect(told, label).toBe(ODD);
        expect(believed, label).toBe(ODD);
        expect(view.bands, label).not.toContain(at(word));
      } else if (step === null) {
        expect(told, label).toBeNull();
        expect(believed, label).toBe(content.start[at(word)]);
      } else {
        expect(told, label).toBe(Math.round(ODD / step) * step);
        expect(view.bands, label).toContain(at(word));
        expect(believed, label).toBe(told);
      }
    }
  });

  it('of Russian presence is everybody’s while monitors count', () => {
    const desk = new Desk().set('presence(RU)', 47.25).set('presence_shown', 2);
    for (const seat of SEATS) expect(desk.view(seat).num[at('presence(RU)')]).toBe(47.25);
    desk.set('presence_shown', 0);
    expect(desk.view('EU').num[at('presence(RU)')]).toBeNull();
  });

  it('is shown by the very order that looks', () => {
    const desk = new Desk();
    desk.set('presence(RU)', 61);
    const seen = (): number | null | undefined => desk.view('CN').num[at('presence(RU)')];
    const num = desk.state.num.slice();
    desk.state = { ...desk.state, depth: 'expert', num };
    expect(seen()).toBeNull();
    desk.give('EU', { type: 'draft', order: { kind: 'monitor', params: {} } }).to('report');
    expect(seen()).toBeCloseTo(desk.state.num[at('presence(RU)')] as number, 3);
  });

  it('of contracts by project is believed from what was bid for openly', () => {
    const desk = new Desk().set('cn_paid(plants)', 4).set('open_value', 1);
    desk.set('cn_own(plants)', 0.5);
    expect(believedState(content, desk.view('EU'))[at('cn_own(plants)')]).toBe(3);
    expect(believedState(content, desk.view('CN'))[at('cn_own(plants)')]).toBe(0.5);
  });
});

const loan = (terms: object): object => ({
  type: 'draft',
  order: { kind: 'finance', params: { project: 'plants', amount: 1, ...terms } },
});
const OWN = { bidding: 'own', interest: 5.5, local: '70' };

/** China lends and Kazakhstan signs; up to the report. */
function lent(terms: object, desk = new Desk()): Desk {
  desk.give('CN', loan(terms), 'loan');
  return desk.give('KZ', { type: 'sign', proposal: 'CN-0-loan', version: 1 }).to('report');
}

/** All that a seat reads in words: what is left is numbers that follow from everything. */
function readIn(desk: Desk, seat: Power | null): string {
  const { report, talks, drafts, used } = desk.view(seat);
  return JSON.stringify([report?.orders, report?.news, report?.failed, talks, drafts, used]);
}

describe('a contract without open bids', () => {
  it('is known with its terms to those who signed it', () => {
    const desk = lent(OWN);
    expect(desk.went).toEqual(['CN finance']);
    for (const seat of ['KZ', 'CN'] as const) {
      expect(desk.view(seat).report?.orders[0]?.params).toEqual({
        project: 'plants',
        amount: 1,
        ...OWN,
      });
      expect(desk.view(seat).talks.agreements[0]?.clauses[0]?.order?.params).toMatchObject(OWN);
    }
  });

  it('is public in its place and sum alone, in the report and among the agreements', () => {
    const desk = lent(OWN);
    for (const seat of ['RU', 'EU', null] as const) {
      const { report, talks } = desk.view(seat);
      expect(report?.orders[0]?.params).toEqual({ project: 'plants', amount: 1 });
      expect(talks.agreements[0]?.clauses[0]?.order).toEqual({
        kind: 'finance',
        params: { project: 'plants', amount: 1 },
      });
      expect(readIn(desk, seat)).not.toMatch(/bidding|interest|"local"/);
    }
  });

  it('reads the same on whatever terms', () => {
    for (const other of [
      { ...OWN, interest: 1 },
      { ...OWN, local: '30' },
    ]) {
      const [one, two] = [lent(OWN), lent(other)];
      for (const seat of SEATS) {
        const same = readIn(one, seat) === readIn(two, seat);
        expect(same, `${seat}`).toBe(seat !== 'KZ' && seat !== 'CN');
      }
      for (const word of ['cn_rate', 'cn_own(plants)']) {
        expect(one.view('EU').num[at(word)]).toBeNull();
      }
    }
  });

  it('stays secret in later rounds, and is opened by the end', () => {
    const desk = lent(OWN).to('report');
    expect(desk.state.round).toBe(1);
    expect(readIn(desk, 'EU')).not.toMatch(/bidding|interest/);
    desk.to('debrief');
    expect(readIn(desk, 'EU')).toMatch(/"interest":5.5/);
    expect(JSON.stringify(desk.view(null).end?.past)).toMatch(/"interest":5.5/);
  });

  it('is no secret when all may bid', () => {
    const desk = lent({ bidding: 'open', interest: 2, local: '50' });
    expect(desk.view('EU').report?.orders[0]?.params).toMatchObject({
      bidding: 'open',
      interest: 2,
    });
  });
});

describe('the papers', () => {
  it('print what was signed before, and nothing that is signed later', () => {
    const desk = lent(OWN).to('deliberation').set('terms_leaked', 1);
    for (const seat of SEATS) expect(readIn(desk, seat)).toMatch(/"interest":5.5/);
    desk.give('CN', loan({ ...OWN, interest: 2.5 }), 'more');
    desk.give('KZ', { type: 'sign', proposal: 'CN-1-more', version: 1 }).to('report');
    expect(readIn(desk, 'RU')).toMatch(/"interest":5.5/);
    expect(readIn(desk, 'RU')).not.toMatch(/"interest":2.5/);
    expect(readIn(desk, 'CN')).toMatch(/"interest":2.5/);
  });

  it('print them when that is drawn', () => {
    const long = contentOf('crossroads');
    // Those whose odds hang on the state stand last among what is drawn.
    const drawn = long.events.filter((e) => e.kind === 'drawn');
    expect(drawn.filter((e) => e.odds).map((e) => e.id)).toEqual(['E23']);
    const desk = lent(OWN, new Desk('standard', long)).to('deliberation');
    expect(readIn(desk, 'EU')).not.toMatch(/interest/);
    desk.set('coming', drawn.length).to('report');
    expect(desk.state.report?.news.map((n) => n.key)).toContain('event.E23');
    expect(readIn(desk, 'EU')).toMatch(/"interest":5.5/);
  });
});

describe('words about a contract', () => {
  const named = { kind: 'finance', params: { project: 'plants', bidding: 'own', interest: 4 } };

  it('in an agreement are its parties’ alone, also when it is broken', () => {
    const desk = new Desk();
    const clauses: Clause[] = [pledge('pledge_not', 'CN', named, 1)];
    desk.give('CN', { type: 'propose', to: ['KZ'], clauses }, 'word');
    desk.give('KZ', { type: 'sign', proposal: 'CN-0-word', version: 1 }).to('deliberation');
    desk.give('CN', loan({ ...OWN, interest: 4 }), 'loan');
    desk.give('KZ', { type: 'sign', proposal: 'CN-1-loan', version: 1 }).to('report');
    const clause = (seat: Power | null): AgreedClause | undefined =>
      desk.view(seat).talks.agreements.find((a) => a.id === 'CN-0-word')?.clauses[0];
    expect(clause('KZ')?.fate).toBe('breached');
    expect(clause('KZ')?.breach?.order?.params).toMatchObject({ interest: 4 });
    expect(clause('EU')?.breach?.order?.params).toEqual({ project: 'plants', amount: 1 });
    expect(readIn(desk, 'EU')).not.toMatch(/interest|bidding/);
  });

  it('cannot be made an ear at the door', () => {
    const desk = new Desk();
    const signal = (power: Power, params: object): object => ({
      type: 'signal',
      to: 'all',
      kind: 'warn',
      order: power === 'EU' ? { kind: 'scitech', params: {} } : { kind: 'toll', params: {} },
      until: 1,
      when: { on: 'order', power: 'CN', order: { kind: 'finance', params } },
    });
    expect(desk.try('EU', signal('EU', { interest: 4 }))).toBe('conditionSecret');
    expect(desk.try('EU', signal('EU', { bidding: 'own' }))).toBe('conditionSecret');
    expect(desk.try('EU', signal('EU', { local: '70', project: 'plants' }))).toBe(
      'conditionSecret',
    );
    expect(desk.try('EU', signal('EU', { project: 'plants' }))).toBeNull();
    expect(desk.try('EU', signal('EU', { bidding: 'open' }))).toBeNull();
    expect(desk.try('KZ', signal('KZ', { interest: 4 }))).toBeNull();
  });

  it('nor by a clause between those who do not sign it', () => {
    const desk = new Desk();
    desk.state = { ...desk.state, depth: 'expert' };
    const offer = (to: Power): object => ({
      type: 'propose',
      to: [to],
      clauses: [
        {
          ...pledge('pledge_not', 'EU', { kind: 'sanctions', params: {} }, 1),
          when: { on: 'order', power: 'CN', order: { kind: 'finance', params: { interest: 4 } } },
        },
      ],
    });
    expect(desk.try('EU', offer('RU'))).toBe('badClause conditionSecret');
    expect(desk.try('EU', offer('KZ'))).toBeNull();
  });
});

describe('money in escrow', () => {
  const escrow: Clause = {
    kind: 'transfer',
    by: 'KZ',
    params: { to: 'RU', amount: 0.15, form: 'grant', schedule: 'first', escrow: 'held' },
    until: 2,
    when: { on: 'order', power: 'RU', order: { kind: 'military', params: { act: 'standdown' } } },
  };
  const promised = (clause = escrow): Desk => {
    const desk = new Desk().give('KZ', { type: 'propose', to: ['RU'], clauses: [clause] }, 'deal');
    return desk.give('RU', { type: 'sign', proposal: 'KZ-0-deal', version: 1 }).to('report');
  };

  it('is the parties’ affair, in the clause and in the books, until the end', () => {
    const desk = promised();
    expect(desk.state.talks.agreements[0]?.clauses[0]).toMatchObject({ held: 0.15 });
    for (const seat of SEATS) {
      const view = desk.view(seat);
      const party = seat === 'KZ' || seat === 'RU';
      const [clause] = view.talks.agreements[0]?.clauses ?? [];
      expect([seat, clause?.held, clause?.params.amount]).toEqual(
        party ? [seat, 0.15, 0.15] : [seat, undefined, undefined],
      );
      expect(clause?.params.to).toBe('RU');
      for (const word of ['escrow(KZ)', 'sent(KZ)']) {
        expect(view.num[at(word)] !== null, `${word} for ${seat}`).toBe(seat === 'KZ');
      }
    }
    desk.to('debrief');
    expect(desk.view('CN').talks.agreements[0]?.clauses[0]?.params.amount).toBe(0.15);
  });

  it('is not told by what was not paid either, nor by papers that print loans', () => {
    const desk = promised().set('terms_leaked', 5);
    const [agreement] = desk.state.talks.agreements;
    if (!agreement) throw new Error('nothing was agreed');
    const breach = { order: null, missing: null, unpaid: 0.15, price: { RU: 6 } };
    const clauses = agreement.clauses.map((c) => ({ ...c, breach }));
    const talks = { ...desk.state.talks, agreements: [{ ...agreement, clauses }] };
    desk.state = { ...desk.state, talks };
    for (const seat of SEATS) {
      const party = seat === 'KZ' || seat === 'RU';
      const told = desk.view(seat).talks.agreements[0]?.clauses[0];
      expect([seat, told?.breach?.unpaid, told?.params.amount]).toEqual(
        party ? [seat, 0.15, 0.15] : [seat, undefined, undefined],
      );
      expect(told?.breach?.price).toEqual({ RU: 6 });
    }
  });

  it('moves no forecast of those who are not told', () => {
    const [one, two] = [
      promised(),
      promised({ ...escrow, params: { ...escrow.params, amount: 0.05 } }),
    ];
    const order = { kind: 'scitech', params: {} };
    const look = (desk: Desk) => preview(content, desk.to('deliberation').view('EU'), [order]);
    const [a, b] = [look(one), look(two)];
    expect(a).toEqual(b);
    expect(Number.isFinite(a.score)).toBe(true);
  });

  it('is public where it does not wait: friends’ money is no secret', () => {
    const { when: _, ...now } = escrow;
    const open = promised({ ...now, params: { ...escrow.params, escrow: 'none' } });
    expect(open.view('CN').talks.agreements[0]?.clauses[0]?.params.amount).toBe(0.15);
  });
});
