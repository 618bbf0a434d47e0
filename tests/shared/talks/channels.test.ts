import { describe, expect, it } from 'vitest';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import type { DeedCondition, Signal } from '../../../shared/core/talk.ts';
import { advance, loadGame, saveGame, viewFor } from '../../../shared/game/index.ts';
import { lesson, Table } from './table.ts';

type Set_ = readonly Power[];

/** Every set of other powers that KZ may speak to in private. */
const SETS: readonly Set_[] = [
  ['RU'],
  ['CN'],
  ['EU'],
  ['RU', 'CN'],
  ['RU', 'EU'],
  ['CN', 'EU'],
  ['RU', 'CN', 'EU'],
];

const ban = { kind: 'food_ban', params: { target: 'KZ', ban: 'on' } };

describe('a channel', () => {
  it.each(SETS.map((to) => [to.join('+'), to] as const))(
    'of KZ and %s is its members’ alone',
    (_, to) => {
      const plain = new Table(lesson);
      const busy = new Table(lesson);
      busy.give('KZ', { type: 'say', to, text: 'among us' });
      busy.give('KZ', {
        type: 'signal',
        to,
        kind: 'promise',
        order: { kind: 'fx', params: {} },
        until: 1,
      });
      for (const seat of [...POWERS, null]) {
        const view = viewFor(lesson, busy.state, seat);
        const member = seat !== null && (seat === 'KZ' || to.includes(seat));
        expect([seat, view.talks.statements.length, view.talks.signals.length]).toEqual([
          seat,
          member ? 1 : 0,
          member ? 1 : 0,
        ]);
        if (!member) expect(view).toEqual(viewFor(lesson, plain.state, seat));
      }
      busy.next();
      plain.next();
      for (const seat of POWERS.filter((p) => p !== 'KZ' && !to.includes(p))) {
        expect(viewFor(lesson, busy.state, seat)).toEqual(viewFor(lesson, plain.state, seat));
      }
    },
  );

  it('names every member once, in the usual order', () => {
    const table = new Table().give('CN', { type: 'say', to: ['EU', 'KZ', 'EU'], text: 'hello' });
    table.give('CN', {
      type: 'signal',
      to: ['RU', 'KZ'],
      kind: 'warn',
      order: { kind: 'summit', params: {} },
      until: 1,
    });
    expect(table.state.talks.statements[0]?.to).toEqual(['KZ', 'EU']);
    expect(table.state.talks.signals[0]?.to).toEqual(['KZ', 'RU']);
  });

  it.each<[string, unknown, string]>([
    ['with oneself', ['KZ', 'RU'], 'notParty'],
    ['with nobody', [], 'malformed'],
    ['with strangers', ['US'], 'malformed'],
    ['with more than all', ['RU', 'CN', 'EU', 'RU'], 'malformed'],
  ])('%s is none', (_, to, code) => {
    const table = new Table();
    expect(table.say('KZ', { type: 'say', to, text: 'hello' })).toBe(code);
    expect(
      table.say('KZ', {
        type: 'signal',
        to,
        kind: 'warn',
        order: { kind: 'fx', params: {} },
        until: 1,
      }),
    ).toBe(code);
    expect(table.state.talks.statements).toEqual([]);
  });

  it('counts its words with all others of the round', () => {
    const table = new Table();
    const sets = [...SETS, 'all', ['RU'], ['CN', 'RU']];
    for (const to of sets) table.give('KZ', { type: 'say', to, text: 'once more' });
    expect(table.say('KZ', { type: 'say', to: ['EU'], text: 'too much' })).toBe('saidEnough');
    expect(table.say('EU', { type: 'say', to: ['KZ'], text: 'fine' })).toBeNull();
    table.next();
    expect(table.say('KZ', { type: 'say', to: ['EU'], text: 'a new round' })).toBeNull();
  });

  it('takes no markup and no signs that nobody sees; what a person types is kept as text', () => {
    const table = new Table();
    const say = (text: string): string | null =>
      table.say('KZ', { type: 'say', to: ['RU', 'CN'], text });
    expect(say('<b>now</b>')).toBe('wordsMarks');
    expect(say('<img src=x onerror=alert(1)>')).toBe('wordsMarks');
    expect(say('a\u200bb')).toBe('wordsMarks');
    expect(say('{{power}} `x`')).toBe('wordsMarks');
    expect(say('  Toll &  road: *half*  ')).toBeNull();
    expect(table.state.talks.statements[0]?.text).toBe('Toll & road: *half*');
  });

  it('rests with the host’s switch, whatever its members; what was said stays', () => {
    const table = new Table().give('KZ', { type: 'say', to: ['RU', 'CN'], text: 'before' });
    table.state = { ...table.state, talks: { ...table.state.talks, open: false } };
    for (const to of [...SETS, 'all']) {
      expect(table.say('KZ', { type: 'say', to, text: 'after' })).toBe('talkClosed');
    }
    expect(viewFor(table.content, table.state, 'CN').talks.statements).toHaveLength(1);
  });
});

describe('a warning that hangs on another’s deed', () => {
  const when: DeedCondition = {
    on: 'order',
    power: 'KZ',
    order: { kind: 'food_limit', params: {} },
  };
  const open: DeedCondition = { on: 'order', power: 'KZ', order: { kind: 'toll', params: {} } };
  const warn = (until: number, on = open) =>
    ({ type: 'signal', to: ['KZ', 'EU'], kind: 'warn', order: ban, until, when: on }) as const;
  const deed = (table: Table): Table => table.order('KZ', 'toll', { toll: 800 });
  const answer = (table: Table): Table => table.order('RU', 'food_ban', ban.params);
  const fateOf = ({ state }: Table): Signal['fate'] | undefined => state.talks.signals[0]?.fate;

  it('is void when the deed does not come, whatever its author does', () => {
    expect(fateOf(new Table().give('RU', warn(0)).resolve())).toBe('void');
    expect(fateOf(answer(new Table().give('RU', warn(0))).resolve())).toBe('void');
    const later = new Table().give('RU', warn(1)).next();
    expect(fateOf(later)).toBe('open');
    expect(fateOf(later.resolve())).toBe('void');
  });

  it('is kept by the answer in the round of the deed or the next, and else was words', () => {
    expect(fateOf(answer(deed(new Table().give('RU', warn(0)))).resolve())).toBe('kept');
    const came = deed(new Table().give('RU', warn(0))).next();
    expect(came.state.talks.signals[0]).toMatchObject({ fate: 'open', met: 0 });
    expect(fateOf(answer(came).resolve())).toBe('kept');
    const silent = deed(new Table().give('RU', warn(0))).next();
    expect(fateOf(silent.resolve())).toBe('bluffed');
  });

  it('may be answered until its own time is over, when the deed came early', () => {
    const table = deed(new Table().give('RU', warn(3)))
      .next()
      .next();
    expect(fateOf(table)).toBe('open');
    expect(fateOf(answer(table).resolve())).toBe('kept');
  });

  it('is not kept by what was done before the deed', () => {
    const table = answer(new Table().give('RU', warn(1))).next();
    expect(table.state.talks.signals[0]).not.toHaveProperty('met');
    expect(fateOf(deed(table).next().resolve())).toBe('bluffed');
  });

  it('is void when the game leaves no round to answer', () => {
    const table = new Table();
    const last = table.content.halves.length - 1;
    while (table.state.round < last) table.next();
    table.give('RU', warn(last));
    expect(fateOf(deed(table).resolve())).toBe('void');
  });

  it('is judged by the deed as it was named, of the power that was named', () => {
    const named: DeedCondition = {
      on: 'order',
      power: 'KZ',
      order: { kind: 'toll', params: { toll: 300 } },
    };
    expect(fateOf(deed(new Table().give('RU', warn(0, named))).resolve())).toBe('void');
  });

  it.each<[string, unknown, string]>([
    ['of one’s own', { ...open, power: 'RU' }, 'notTheirOrder'],
    ['that the other cannot do', { ...open, power: 'CN' }, 'notTheirOrder'],
    [
      'with settings that there are not',
      { ...open, order: { kind: 'toll', params: { toll: 1e9 } } },
      'notTheirOrder',
    ],
    ['that this depth does not know', when, 'unknownOrder'],
    ['that is no order', { ...open, order: { kind: 'vote', params: {} } }, 'unknownOrder'],
    [
      'that is an indicator',
      { on: 'indicator', owner: 'KZ', indicator: 'growth', is: 'most', value: 1 },
      'malformed',
    ],
  ])('%s is refused', (_, on, code) => {
    expect(new Table().say('RU', { ...warn(1), when: on })).toBe(code);
  });

  it('is one of two a round, moves no number, and comes through a saved game', () => {
    const table = new Table().give('RU', warn(1)).give('RU', warn(2));
    expect(table.say('RU', warn(1))).toBe('signalledEnough');
    const twin = loadGame(table.content, saveGame(deed(table).next().state));
    expect(twin.talks).toEqual(table.state.talks);
    expect(table.state.talks.signals[0]?.met).toBe(0);
    expect(advance(table.content, twin).talks).toEqual(advance(table.content, table.state).talks);
    expect(table.state.num).toEqual(deed(new Table()).next().state.num);
  });
});
