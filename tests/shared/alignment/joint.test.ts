import { describe, expect, it } from 'vitest';
import type { Power } from '../../../shared/core/powers.ts';
import { advance, viewFor } from '../../../shared/game/index.ts';
import { turnOf } from '../bots/scene.ts';
import { pledge, Table } from '../talks/table.ts';

/** A table at which the two plans have met. */
function open(): Table {
  const table = new Table().set({ chapters_open: 1 });
  table.state = { ...table.state, depth: 'standard' };
  return table;
}

const sign = (table: Table, seat: Power, chapter: string): Table =>
  table.order(seat, 'chapter', { chapter });

describe('a chapter', () => {
  it.each<[string, readonly Power[], string, number]>([
    ['two are enough', ['KZ', 'CN'], 'technical', 40],
    ['three bring more', ['KZ', 'RU', 'CN'], 'technical', 60],
    ['one is too few', ['CN'], 'technical', 0],
    ['customs is nothing without Russia', ['KZ', 'CN'], 'customs', 0],
    ['customs takes Russia and another', ['RU', 'CN'], 'customs', 40],
    ['Russia alone is too few as well', ['RU'], 'customs', 0],
  ])('%s', (_, powers, chapter, level) => {
    const table = open();
    for (const power of powers) sign(table, power, chapter);
    expect(table.resolve().at(`chapter(${chapter})`)).toBeCloseTo(level, 9);
  });

  it('is not put together from two different ones', () => {
    const table = sign(sign(open(), 'KZ', 'technical'), 'CN', 'finance').resolve();
    expect(table.at('chapter(technical)') + table.at('chapter(finance)')).toBe(0);
  });

  it('that finds nobody costs half of its capital, and says so to its own power', () => {
    const table = sign(open(), 'CN', 'finance');
    const idle = open().resolve().at('pc(CN)');
    table.resolve();
    expect(table.at('pc(CN)')).toBeCloseTo(idle - 1, 9);
    expect(table.state.report?.failed).toMatchObject([
      { power: 'CN', kind: 'chapter', refusal: { code: 'unsigned' } },
    ]);
    expect(table.state.used).not.toHaveProperty('CN:chapter:finance');
  });

  it('does not count who could not pay for it', () => {
    const table = open();
    sign(sign(table, 'KZ', 'technical'), 'CN', 'technical');
    table.set({ 'pc(CN)': 1 }).resolve();
    expect(table.at('chapter(technical)')).toBe(0);
  });

  it('lies open to all while it is being joined, other orders do not', () => {
    const table = sign(open(), 'RU', 'customs').order('RU', 'military', { act: 'exercise' });
    for (const seat of ['KZ', 'CN', 'EU', null] as const) {
      const { joint, drafts } = viewFor(table.content, table.state, seat);
      expect(joint).toMatchObject([{ by: ['RU'], order: { params: { chapter: 'customs' } } }]);
      expect(drafts).toEqual([]);
    }
    sign(table, 'KZ', 'customs');
    expect(viewFor(table.content, table.state, 'CN').joint[0]?.by).toEqual(['KZ', 'RU']);
  });

  it('calls those back who are asked to join', () => {
    const table = open();
    for (const seat of ['KZ', 'CN', 'EU'] as const)
      table.give(seat, { type: 'ready', ready: true });
    expect(sign(table, 'RU', 'customs').state.ready).toEqual(['EU']);
  });

  it('is not changed or joined in ink time, but may be left', () => {
    const table = sign(open(), 'RU', 'customs');
    const draft = table.state.drafts.RU[0]?.id;
    table.state = advance(table.content, table.state);
    const order = { kind: 'chapter', params: { chapter: 'customs' } };
    expect(table.say('KZ', { type: 'draft', order })).toBe('inkTime');
    const edit = { type: 'edit', draft, params: { chapter: 'finance' } };
    expect(table.say('RU', edit)).toBe('inkTime');
    expect(table.say('RU', { type: 'withdraw', draft })).toBeNull();
  });

  it('that was promised is owed only where it would have come about', () => {
    const order = { kind: 'chapter', params: { chapter: 'technical' } };
    const word = [pledge('pledge_do', 'CN', order, 0)];
    const alone = open().agree('CN', ['KZ'], word).resolve();
    expect(alone.clause.fate).toBe('excused');
    const left = open().agree('CN', ['KZ'], word);
    sign(left, 'KZ', 'technical').resolve();
    expect(left.clause.fate).toBe('breached');
    const kept = open().agree('CN', ['KZ'], word);
    sign(sign(kept, 'KZ', 'technical'), 'CN', 'technical').resolve();
    expect(kept.clause.fate).toBe('kept');
  });

  it('is laid down by a bot that expects company, and joined by the others', () => {
    const table = open().set({ 'pc(*)': 9 });
    for (const seat of ['CN', 'KZ', 'RU'] as const) turnOf(table, seat);
    for (const seat of ['CN', 'KZ', 'RU'] as const) turnOf(table, seat);
    const { joint } = viewFor(table.content, table.state, null);
    expect(Math.max(...joint.map(({ by }) => by.length))).toBeGreaterThanOrEqual(2);
  });

  it('that nobody joined is taken back by a bot before it costs anything', () => {
    const table = open();
    turnOf(table, 'CN');
    expect(table.state.drafts.CN.some((d) => d.kind === 'chapter')).toBe(true);
    table.state = advance(table.content, table.state);
    turnOf(table, 'CN');
    expect(table.state.drafts.CN.some((d) => d.kind === 'chapter')).toBe(false);
  });
});
