import { describe, expect, it } from 'vitest';
import { wordCost } from '../../../shared/bots/honour.ts';
import { nextMoves, PERSONAS } from '../../../shared/bots/index.ts';
import { gainOf, mindOf } from '../../../shared/bots/mind.ts';
import type { Persona } from '../../../shared/bots/personas.ts';
import { POWERS } from '../../../shared/core/powers.ts';
import { judged, viewFor } from '../../../shared/game/index.ts';
import { pledge, Table } from '../talks/table.ts';
import { movesOf, turnOf } from './scene.ts';

const consult = { kind: 'engage', params: { mode: 'consult', topic: 'land' } };
const squeeze = { kind: 'energy', params: { terms: 'squeeze', line: 'all' } };
const presence = { kind: 'military', params: { act: 'presence' } };
const kinds = (table: Table, seat: (typeof POWERS)[number]): string[] =>
  table.state.drafts[seat].map(({ kind }) => kind);

describe('the word of a bot', () => {
  it('is kept where it costs little: the order that it owes lies on its desk', () => {
    const free = new Table();
    turnOf(free, 'KZ');
    expect(kinds(free, 'KZ')).not.toContain('engage');
    const bound = new Table().agree('KZ', ['EU'], [pledge('pledge_do', 'KZ', consult, 0)]);
    turnOf(bound, 'KZ', 'dealmaker');
    expect(kinds(bound, 'KZ')).toContain('engage');
  });

  it('makes room on a full desk when it is given after the orders', () => {
    const table = new Table();
    turnOf(table, 'KZ', 'dealmaker');
    const before = kinds(table, 'KZ');
    expect(before).not.toContain('engage');
    table.agree('EU', ['KZ'], [pledge('pledge_do', 'KZ', consult, 0)]);
    turnOf(table, 'KZ', 'dealmaker');
    const after = kinds(table, 'KZ');
    expect(after).toContain('engage');
    expect(after.length).toBe(before.length);
  });

  it('holds back an order that it has forsworn', () => {
    const free = new Table();
    turnOf(free, 'RU', 'cautious');
    expect(kinds(free, 'RU')).toContain('military');
    const bound = new Table().agree('RU', ['KZ'], [pledge('pledge_not', 'RU', presence, 2)]);
    turnOf(bound, 'RU', 'cautious');
    expect(bound.state.drafts.RU.map(({ params }) => params)).not.toContainEqual(presence.params);
  });

  it.each([
    ['hardliner', true],
    ['cautious', false],
  ])('is broken where that pays more than it costs: a %s is tempted, %s', (persona, breaks) => {
    const table = new Table().agree('RU', ['KZ'], [pledge('pledge_not', 'RU', presence, 2)]);
    turnOf(table, 'RU', persona);
    expect(table.state.drafts.RU.some(({ params }) => params.act === 'presence')).toBe(breaks);
    table.resolve();
    expect(table.clause.fate).toBe(breaks ? 'breached' : 'kept');
  });

  it('weighs less in the last round, and more the more it hurts', () => {
    const costAt = (round: number, harm: number): number => {
      const { content, state } = new Table();
      const view = viewFor(content, { ...state, round }, 'RU');
      return wordCost(mindOf(content, view, PERSONAS.cautious as Persona), harm);
    };
    expect(costAt(4, 1)).toBe(costAt(0, 1));
    expect(costAt(5, 1)).toBeLessThan(0.5 * costAt(4, 1));
    expect(costAt(0, 2)).toBeGreaterThan(costAt(0, 0));
  });

  it('binds its vote', () => {
    const motion = { kind: 'cet', params: { matter: 'goods', points: 5, payment: 0 } };
    const voteOf = (promised: boolean) => {
      // Too dear to bear in silence.
      const table = new Table().set({ 'pc(KZ)': 9 });
      if (promised) {
        const vote = { kind: 'vote', params: { motion: 'cet', vote: 'yes' } };
        table.agree('KZ', ['RU'], [pledge('pledge_do', 'KZ', vote, 0)]);
      }
      table.order('RU', motion.kind, motion.params);
      const votes = movesOf(table, 'KZ', 'dealmaker').filter((m) => m.type === 'vote');
      return votes[0]?.type === 'vote' ? votes[0].vote : null;
    };
    expect(voteOf(true)).toBe('yes');
    expect(voteOf(false)).toBe('no');
  });
});

describe('a bot', () => {
  it('decides the same whatever is hidden from it', () => {
    const plain = new Table();
    const secret = new Table();
    secret.state = { ...secret.state, seed: 999 };
    secret.set({ 'doubt(*,*)': 40, 'hidden(*)': 30, 'pc(RU)': 9, 'pc(CN)': 1, 'pc(EU)': 2 });
    secret.order('RU', 'energy', squeeze.params).order('CN', 'train_subsidy', { rate: 3250 });
    secret.give('RU', {
      type: 'propose',
      to: ['CN'],
      clauses: [pledge('pledge_do', 'RU', presence, 0)],
    });
    expect(movesOf(secret, 'KZ')).toEqual(movesOf(plain, 'KZ'));
  });

  it('decides the same each time, from the view alone', () => {
    for (const seat of POWERS) {
      const table = new Table();
      const view = viewFor(table.content, table.state, seat);
      const copy = JSON.parse(JSON.stringify(view));
      expect(nextMoves(table.content, copy)).toEqual(nextMoves(table.content, view));
    }
  });

  it('says and orders nothing that the rules refuse, as every persona and every power', () => {
    for (const persona of Object.keys(PERSONAS)) {
      const table = new Table();
      for (let round = 0; round < 2; round += 1) {
        for (const seat of [...POWERS, ...POWERS]) turnOf(table, seat, persona);
        table.next();
      }
      expect(table.state.past.flatMap(({ orders }) => orders).length).toBeGreaterThan(8);
    }
  });
});

describe('why a bot gives an order', () => {
  const motives = (table: Table, seat: (typeof POWERS)[number]) =>
    new Map(table.state.drafts[seat].map(({ kind, motive }) => [kind, motive]));

  it('is told with it: the objective that gains most, or the word that it gave', () => {
    const table = new Table().agree('KZ', ['EU'], [pledge('pledge_do', 'KZ', consult, 0)]);
    turnOf(table, 'KZ', 'dealmaker');
    turnOf(table, 'RU', 'hardliner');
    expect(motives(table, 'KZ').get('engage')).toBe('word');
    const own = table.content.objectives.filter((o) => o.power === 'RU').map(({ id }) => id);
    for (const motive of motives(table, 'RU').values()) expect(own).toContain(motive);
    table.resolve();
    const told = table.state.report?.orders.filter((o) => o.power === 'RU') ?? [];
    expect(told.length).toBeGreaterThan(0);
    for (const { motive } of told) expect(own).toContain(motive);
  });

  it('is nothing that a person may say', () => {
    const table = new Table();
    const order = { kind: consult.kind, params: consult.params };
    table.give('KZ', { type: 'draft', order, motive: 'word' });
    expect(table.state.drafts.KZ[0]?.motive).toBeUndefined();
  });
});

describe('a warning of a bot', () => {
  /** Russia at a desk on which little lies, in the round after Europe did something. */
  const roundAfter = (order: { kind: string; params: object } | null): Table => {
    const table = new Table();
    if (order) table.order('EU', order.kind, order.params);
    table.next();
    return table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 1300, access: 'open' });
  };
  const warningsIn = (table: Table) =>
    turnOf(table, 'RU', 'hardliner').flatMap((m) => (m.type === 'signal' ? [m] : []));

  it('goes to who has hurt it, and names an order that hurts in turn and may be given', () => {
    const table = roundAfter({ kind: 'sanctions', params: { change: 'up' } });
    const [warning, ...more] = warningsIn(table);
    expect(more).toEqual([]);
    expect(warning).toMatchObject({ kind: 'warn', to: ['EU'], until: table.state.round + 1 });
    if (!warning) return;
    const mind = mindOf(
      table.content,
      viewFor(table.content, table.state, 'RU'),
      PERSONAS.hardliner as Persona,
    );
    expect(judged(mind.scene, [], warning.order.kind, warning.order.params).refusal).toBeNull();
    expect(gainOf(mind, 'EU', [{ power: 'RU', ...warning.order }])).toBeLessThan(-0.1);
  });

  it('goes to nobody who has done nothing, and is not said twice', () => {
    expect(warningsIn(roundAfter(null))).toEqual([]);
    const table = roundAfter({ kind: 'sanctions', params: { change: 'up' } });
    expect(warningsIn(table)).toHaveLength(1);
    expect(warningsIn(table)).toEqual([]);
  });
});
