import { describe, expect, it } from 'vitest';
import type { Clause } from '../../../shared/core/talk.ts';
import { pledge, Table } from '../talks/table.ts';
import { movesOf, turnOf } from './scene.ts';

const consult = { kind: 'engage', params: { mode: 'consult', topic: 'land' } };
const epca = { kind: 'epca', params: { step: '1' } };

/** Kazakhstan has offered something that it would not do for nothing, and its desk is full. */
function offering(depth: 'intro' | 'standard'): { table: Table; id: string } {
  const table = new Table(undefined, 5, depth);
  for (const seat of ['RU', 'CN', 'EU'] as const) table.give(seat, { type: 'ready', ready: true });
  turnOf(table, 'KZ', 'dealmaker');
  const terms: readonly Clause[] = [
    pledge('pledge_do', 'EU', epca, 0),
    pledge('pledge_do', 'KZ', consult, 0),
  ];
  table.give('KZ', { type: 'propose', to: ['EU'], clauses: terms });
  return { table, id: table.lastOffer().id };
}

describe('an order that a bot promised in an offer still open', () => {
  it('hangs on the signature, with what it pushes off the desk in its place', () => {
    const { table, id } = offering('standard');
    const before = table.state.drafts.KZ.map(({ kind }) => kind);
    expect(before).not.toContain(consult.kind);
    turnOf(table, 'KZ', 'dealmaker');
    const hung = table.state.drafts.KZ.find(({ kind }) => kind === consult.kind);
    expect(hung?.proviso?.agreement).toBe(id);
    const otherwise = hung?.proviso?.otherwise?.kind;
    if (otherwise !== undefined) expect(before).toContain(otherwise);
    else expect(table.state.drafts.KZ.length).toBe(before.length + 1);
    // And then it is done: nothing is moved to and fro.
    expect(movesOf(table, 'KZ', 'dealmaker')).toEqual([]);
  });

  it.each([
    ['given', true],
    ['not given', false],
  ])('is %s when the offer is signed late: %s', (_, signs) => {
    const { table, id } = offering('standard');
    turnOf(table, 'KZ', 'dealmaker');
    if (signs) table.give('EU', { type: 'sign', proposal: id, version: 1 });
    table.resolve();
    const given = table.state.report?.orders.filter(({ power }) => power === 'KZ') ?? [];
    expect(given.some(({ kind }) => kind === consult.kind)).toBe(signs);
  });

  it('is left alone where the depth knows no conditions', () => {
    const { table } = offering('intro');
    turnOf(table, 'KZ', 'dealmaker');
    expect(table.state.drafts.KZ.some(({ proviso }) => proviso)).toBe(false);
  });
});
