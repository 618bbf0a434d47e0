import { describe, expect, it } from 'vitest';
import { DEPTHS, POWERS, type Power } from '../../../shared/core/powers.ts';
import type { AgreedClause, Clause } from '../../../shared/core/talk.ts';
import {
  advance,
  clauseKinds,
  describeClause,
  endNow,
  fateOf,
  judgeProposal,
  loadGame,
  saveGame,
  viewFor,
  withFreeWords,
} from '../../../shared/game/index.ts';
import { cap, Table } from './table.ts';

const says = (by: Power, text: string, until = 2): Clause => ({
  kind: 'free',
  by,
  params: {},
  until,
  text,
});

const over = (table: Table): Table => {
  while (table.state.phase !== 'debrief') table.state = advance(table.content, table.state);
  return table;
};

describe('a clause in free words', () => {
  it.each(DEPTHS)('is open at %s depth, beside the kinds that rules judge', (depth) => {
    const most = { intro: 6, standard: 11, expert: 13 }[depth];
    const judged = clauseKinds(depth).filter((id) => !describeClause(id).deemed);
    expect(clauseKinds(depth)).toContain('free');
    // Hanging on a condition is a kind of its own at the deepest.
    expect(judged.length + (depth === 'expert' ? 1 : 0)).toBe(most);
  });

  it.each<[string, string, string | null]>([
    ['is plain text', 'We speak well of each other.', null],
    ['has two hundred signs', 'ж'.repeat(200), null],
    ['has no more than them', 'ж'.repeat(201), 'wordsLong'],
    ['says something', '   ', 'wordsEmpty'],
    ['has no control signs', 'a\u202eb', 'wordsMarks'],
  ])('%s', (_, text, why) => {
    const table = new Table();
    const view = viewFor(table.content, table.state, 'KZ');
    const refusal = judgeProposal(table.content, view, ['RU'], [says('RU', text)]);
    expect(refusal?.params?.why ?? null).toBe(why);
  });

  it('is kept as it was cleaned, and belongs to no other kind', () => {
    const table = new Table().agree('KZ', ['RU'], [says('RU', '  Calm \n words ')]);
    expect(table.clause.text).toBe('Calm words');
    const other = [{ ...cap('RU', 300, 1), text: 'and more' }];
    expect(table.say('KZ', { type: 'propose', to: ['CN'], clauses: other })).toBe('badClause');
    const none = [{ kind: 'free', by: 'RU', params: {}, until: 1 }];
    expect(table.say('KZ', { type: 'propose', to: ['CN'], clauses: none })).toBe('badClause');
  });

  it('differs by its words', () => {
    const table = new Table().give('KZ', {
      type: 'propose',
      to: ['RU'],
      clauses: [says('RU', 'one'), says('RU', 'two')],
    });
    const proposal = table.lastOffer().id;
    const same = [says('RU', 'two'), says('RU', ' one ')];
    expect(table.say('RU', { type: 'counter', proposal, clauses: same })).toBe('noChange');
    const other = [says('RU', 'one'), says('RU', 'three')];
    expect(table.say('RU', { type: 'counter', proposal, clauses: other })).toBeNull();
  });

  it('is free speech, and closed with it', () => {
    const table = new Table();
    table.state = withFreeWords(table.state, false);
    expect(table.say('KZ', { type: 'propose', to: ['RU'], clauses: [says('KZ', 'x')] })).toBe(
      'badClause',
    );
    const deal = { type: 'propose', to: ['RU'], clauses: [cap('KZ', 300, 2)] };
    expect(table.say('KZ', deal)).toBeNull();
  });

  it('is judged by no rule and moves no trust', () => {
    const table = new Table().agree('KZ', ['RU'], [says('RU', 'We do nothing at all', 0)]);
    const quiet = new Table();
    const before = table.at('trust(KZ,RU)');
    table.resolve();
    expect(table.clause).toMatchObject({ fate: 'pending', final: true });
    expect(table.agreement.status).toBe('ended');
    expect(table.at('trust(KZ,RU)')).toBe(quiet.resolve().at('trust(KZ,RU)'));
    expect(before).toBeGreaterThan(0);
  });

  it('stays open when a rule finds another point broken', () => {
    const table = new Table().agree('KZ', ['RU'], [says('RU', 'Calm'), cap('RU', 400, 3)]).next();
    table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).resolve();
    expect(table.agreement.status).toBe('broken');
    expect(table.clause).toMatchObject({ fate: 'pending', final: true });
  });
});

describe('the vote of the debrief', () => {
  const deem = (table: Table, kept: boolean, clause = 0) => ({
    type: 'deem',
    agreement: table.agreement.id,
    clause,
    kept,
  });
  const ended = (): Table =>
    over(new Table().agree('KZ', ['RU'], [says('RU', 'Calm'), cap('RU', 400, 1)]));

  it('is of every power once, and may be changed', () => {
    const table = ended();
    for (const seat of POWERS) table.give(seat, deem(table, seat !== 'CN'));
    table.give('KZ', deem(table, false));
    expect(table.clause.deemed).toHaveLength(4);
    expect(loadGame(table.content, saveGame(table.state))).toEqual(table.state);
    expect(table.clause.deemed).toContainEqual({ power: 'KZ', kept: false });
    expect(
      viewFor(table.content, table.state, null).talks.agreements[0]?.clauses[0]?.deemed,
    ).toEqual(table.clause.deemed);
  });

  it('is on free words alone, and not before the end', () => {
    const early = new Table().agree('KZ', ['RU'], [says('RU', 'Calm')]);
    expect(early.say('KZ', deem(early, true))).toBe('wrongPhase');
    const table = ended();
    expect(table.say('KZ', deem(table, true, 1))).toBe('notDeemed');
    expect(table.say('KZ', deem(table, true, 5))).toBe('unknownAgreement');
    expect(table.say('KZ', { ...deem(table, true), agreement: 'x' })).toBe('unknownAgreement');
  });

  it('is not on words that never came into force', () => {
    const table = new Table().next().agree('KZ', ['RU'], [says('RU', 'Calm')]);
    table.state = endNow(table.state);
    expect(table.say('KZ', deem(table, true))).toBe('notDeemed');
  });

  it('moves nothing but what is shown', () => {
    const table = ended();
    const num = table.state.num.slice();
    table.give('EU', deem(table, false));
    expect(table.state.num).toEqual(num);
    expect(table.clause.fate).toBe('pending');
  });

  it.each<[string, Partial<Record<Power, boolean>>, string]>([
    ['nobody votes', {}, 'pending'],
    ['most say kept', { KZ: true, CN: true, RU: false }, 'kept'],
    ['most say broken', { KZ: false, CN: false, RU: true }, 'breached'],
    [
      'the parties outvote nobody when others are more',
      { KZ: true, CN: false, EU: false },
      'breached',
    ],
    ['it is even, the parties decide', { KZ: true, RU: true, CN: false, EU: false }, 'kept'],
    ['the parties are even too', { KZ: true, RU: false }, 'pending'],
  ])('when %s', (_, votes, fate) => {
    const table = ended();
    for (const seat of POWERS) {
      if (votes[seat] !== undefined) table.give(seat, deem(table, votes[seat] as boolean));
    }
    expect(fateOf(table.clause, table.agreement.parties)).toBe(fate);
  });

  it('shows what rules have judged as they have judged it', () => {
    const table = ended();
    const judged = table.agreement.clauses[1] as AgreedClause;
    const voted = { ...judged, deemed: [{ power: 'CN' as const, kept: false }] };
    expect(fateOf(voted, ['KZ', 'RU'])).toBe(judged.fate);
  });
});
