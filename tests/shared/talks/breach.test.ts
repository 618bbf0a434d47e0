import { describe, expect, it } from 'vitest';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { viewFor } from '../../../shared/game/index.ts';
import { cap, pledge, Table } from './table.ts';

const SEATS = [...POWERS, null] as const;

describe('a broken clause keeps its reason and its price', () => {
  it('the deed that broke it, and the trust that was lost', () => {
    const table = new Table().agree('KZ', ['RU'], [cap('RU', 400, 4), cap('KZ', 900, 4)]).next();
    const quiet = new Table().agree('KZ', ['RU'], [cap('RU', 400, 4), cap('KZ', 900, 4)]).next();
    table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 }).resolve();
    quiet.resolve();
    const { breach } = table.clause;
    expect(breach?.order).toMatchObject({ kind: 'ru_transit', params: { toll: 2000 } });
    expect(breach?.missing).toBeNull();
    for (const other of ['KZ', 'CN', 'EU'] as const) {
      const lost = quiet.at(`trust(RU,${other})`) - table.at(`trust(RU,${other})`);
      expect(breach?.price[other]).toBeCloseTo(lost, 2);
      expect(lost).toBeGreaterThan(1);
    }
    expect(Object.keys(breach?.price ?? {})).not.toContain('RU');
    // The word that was kept has none, and the news leads to the clause.
    expect(table.agreement.clauses[1]?.breach).toBeUndefined();
    const news = table.state.report?.news.find(({ key }) => key === 'talks.broken');
    expect(news?.params).toMatchObject({ agreement: table.agreement.id, n: 0 });
  });

  it('what was due and did not come', () => {
    const order = { kind: 'military', params: { act: 'standdown' } };
    const table = new Table().agree('EU', ['RU'], [pledge('pledge_do', 'RU', order, 0)]).resolve();
    expect(table.clause.fate).toBe('breached');
    expect(table.clause.breach).toMatchObject({ order: null, missing: { kind: 'military' } });
  });

  it('the order that was promised against', () => {
    const table = new Table().set({ eu_cohesion: 90, confrontation: 60, 'pc(EU)': 9 });
    const never = { kind: 'sanctions', params: {} };
    table.agree('RU', ['EU'], [pledge('pledge_not', 'EU', never, 1)]);
    table.order('EU', 'sanctions', { change: 'up' }).resolve();
    expect(table.clause.breach?.order).toEqual({ kind: 'sanctions', params: { change: 'up' } });
    expect(table.clause.breach?.missing).toBeNull();
  });

  it('no trust is lost below nothing', () => {
    const table = new Table().set({ 'trust(*,*)': 2 });
    const order = { kind: 'military', params: { act: 'standdown' } };
    table.agree('EU', ['RU'], [pledge('pledge_do', 'RU', order, 0)]).resolve();
    for (const lost of Object.values(table.clause.breach?.price ?? {})) {
      expect(lost).toBeLessThanOrEqual(2 + 1);
    }
  });

  it('is read by everybody, parties or not', () => {
    const order = { kind: 'military', params: { act: 'standdown' } };
    const table = new Table().agree('EU', ['RU'], [pledge('pledge_do', 'RU', order, 0)]).resolve();
    const told = (seat: Power | null) =>
      viewFor(table.content, table.state, seat).talks.agreements[0]?.clauses[0]?.breach;
    for (const seat of SEATS) expect(told(seat)).toEqual(table.clause.breach);
  });
});
