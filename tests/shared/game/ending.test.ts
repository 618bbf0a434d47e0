import { expect, it } from 'vitest';
import { advance, endNow, scoresOf, viewFor } from '../../../shared/game/index.ts';
import { cap, lesson, pledge, Table } from '../talks/table.ts';

const TOLL = { kind: 'toll', params: { corridor: 'trunk', toll: 500 } };

it('scores what was played and nothing that still lay on the table', () => {
  const table = new Table(lesson);
  table.agree('KZ', ['CN'], [cap('KZ', 1000, 5)]).resolve();
  const after = scoresOf(lesson, table.state);
  while (table.state.phase !== 'deliberation') table.state = advance(lesson, table.state);
  table.order('KZ', TOLL.kind, TOLL.params);
  table.agree('RU', ['KZ'], [cap('RU', 100, 5)]);
  table.give('CN', {
    type: 'propose',
    to: ['RU'],
    clauses: [pledge('pledge_not', 'RU', { kind: 'food_ban', params: {} }, 3)],
  });
  const ended = endNow(table.state);
  expect(ended).toMatchObject({ phase: 'debrief', round: ended.path.length, motions: [] });
  expect(Object.values(ended.drafts).flat()).toEqual([]);
  expect(scoresOf(lesson, ended)).toEqual(after);
  expect(ended.talks.proposals.at(-1)?.status).toBe('void');
  expect(ended.talks.agreements.map((a) => [a.status, a.clauses[0]?.fate])).toEqual([
    ['running', 'kept'],
    ['ended', 'dormant'],
  ]);
  expect(viewFor(lesson, ended, 'EU').end?.scores).toEqual(after);
});

it('has nothing to end before the first report', () => {
  expect(() => endNow(new Table(lesson).state)).toThrow('no round');
});
