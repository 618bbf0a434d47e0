import { describe, expect, it } from 'vitest';
import type { Depth, Power } from '../../../shared/core/powers.ts';
import type { Clause, Condition } from '../../../shared/core/talk.ts';
import {
  conditionNow,
  dutiesOf,
  judgeProposal,
  previewDeal,
  previewer,
  viewFor,
} from '../../../shared/game/index.ts';
import { calm, does, expert, signed, stability, TOLL, when } from './hanging.ts';
import { cap, pledge, still, Table } from './table.ts';

describe('a condition', () => {
  const why = (table: Table, by: Power, to: readonly Power[], clause: Clause, self?: string) =>
    judgeProposal(table.content, viewFor(table.content, table.state, by), to, [clause], self)
      ?.params?.why ?? null;
  const on = (owner: Power | 'shared', indicator: string): Condition => ({
    on: 'indicator',
    owner,
    indicator,
    is: 'least',
    value: 1,
  });

  it.each<[string, Depth, Condition, string | null]>([
    ['on an indicator that all can read', 'expert', on('KZ', 'growth'), null],
    ['on one that is hidden from a party', 'expert', on('KZ', 'fund'), 'conditionHidden'],
    ['on one that is not there', 'expert', on('KZ', 'weather'), 'conditionHidden'],
    ['on another’s of the same name', 'expert', on('RU', 'growth'), 'conditionHidden'],
    ['at a depth without conditions', 'standard', on('KZ', 'growth'), 'conditionDeep'],
    ['at the first depth', 'intro', on('KZ', 'growth'), 'conditionDeep'],
    ['on an order of somebody outside', 'expert', does('CN', { kind: 'summit', params: {} }), null],
    ['on an order that he cannot give', 'expert', does('EU', calm), 'conditionOrder'],
    ['on a vote', 'expert', does('RU', { kind: 'vote', params: {} }), 'conditionOrder'],
    ['on an offer that nobody made', 'expert', signed('RU-0-x'), 'conditionUnknown'],
  ])('%s', (_, depth, condition, refusal) => {
    const table = new Table(still, 5, depth);
    expect(why(table, 'KZ', ['RU'], when(condition, cap('RU', 100, 1)))).toBe(refusal);
  });

  it('names no offer that a party does not know of, open or signed', () => {
    const table = expert();
    table.give('KZ', { type: 'propose', to: ['CN'], clauses: [cap('KZ', 300, 3)] });
    const offer = table.lastOffer();
    const waits = when(signed(offer.id), cap('KZ', 100, 2));
    expect(why(table, 'KZ', ['RU'], waits)).toBe('conditionUnknown');
    expect(why(table, 'KZ', ['CN'], waits)).toBeNull();
    expect(why(table, 'KZ', ['CN'], waits, offer.id)).toBe('conditionUnknown');
    table.give('CN', { type: 'sign', proposal: offer.id, version: 1 });
    expect(why(table, 'KZ', ['RU'], waits)).toBe('conditionUnknown');
    table.next();
    // The report has told everybody.
    expect(why(table, 'KZ', ['RU'], when(signed(offer.id), cap('KZ', 100, 2)))).toBeNull();
  });

  it('makes two points of one, and an offer another', () => {
    const table = expert();
    const clauses = [10, 20].map((x) => when(stability(x), cap('RU', 100, 3)));
    table.give('KZ', { type: 'propose', to: ['RU'], clauses });
    const proposal = table.lastOffer().id;
    expect(table.say('RU', { type: 'counter', proposal, clauses })).toBe('noChange');
    const others = [10, 30].map((x) => when(stability(x), cap('RU', 100, 3)));
    expect(table.say('RU', { type: 'counter', proposal, clauses: others })).toBeNull();
    const twice = [clauses[0], clauses[0]];
    expect(table.say('KZ', { type: 'counter', proposal, clauses: twice })).toBe('badClause');
  });

  it('is looked at as it is believed, and as come true where others decide', () => {
    const table = expert().set({ stability: 60, [TOLL]: 900 });
    const view = viewFor(table.content, table.state, 'KZ');
    const look = (condition: Condition) =>
      previewDeal(table.content, view, [when(condition, cap('RU', 0, 5))]);
    const plain = previewDeal(table.content, view, [cap('RU', 0, 5)]);
    expect(plain.conditions).toEqual([null]);
    expect(plain.own.score).not.toBe(0);
    expect(look(stability(10))).toEqual({ ...plain, conditions: ['true'] });
    expect(look(does('CN', { kind: 'summit', params: {} }))).toEqual({
      ...plain,
      conditions: ['unknown'],
    });
    const never = look(stability(99));
    expect(never.conditions).toEqual(['false']);
    expect(never.own.score).toBeCloseTo(0, 9);
  });

  it('shows on the desk what an order would call up', () => {
    const dock = { kind: 'crossing', params: { node: 'dostyk' } };
    const waits = when(does('KZ', { kind: 'crossing', params: {} }), cap('RU', 0, 5));
    const score = (table: Table): number => {
      const view = viewFor(table.content, table.state, 'KZ');
      return previewer(table.content, view).of([dock]).score;
    };
    const table = expert().set({ [TOLL]: 900 });
    const alone = score(table);
    table.agree('KZ', ['RU'], [waits]);
    expect(Math.abs(score(table) - alone)).toBeGreaterThan(1e-6);
  });

  it('decides what a seat is told to do', () => {
    const table = expert().set({ stability: 60 });
    const deed = (condition: Condition) => when(condition, pledge('pledge_do', 'RU', calm, 3));
    table.agree(
      'KZ',
      ['RU'],
      [
        deed(stability(10)),
        deed(stability(99)),
        deed(does('KZ', { kind: 'crossing', params: {} })),
        deed(does('RU', { kind: 'food_ban', params: {} })),
      ],
    );
    const view = viewFor(table.content, table.state, 'RU');
    const told = dutiesOf(table.content, view).map(({ condition }) => condition);
    expect(told).toEqual(['true', 'unknown']);
    expect(conditionNow(table.content, view, stability(99))).toBe('false');
    expect(conditionNow(table.content, view, signed(table.agreement.id))).toBe('true');
  });
});
