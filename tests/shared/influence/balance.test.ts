import { describe, expect, it } from 'vitest';
import type { BoundClause } from '../../../shared/core/clause.ts';
import { createLedger } from '../../../shared/core/ledger.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { settleBalance } from '../../../shared/systems/influence/ties.ts';
import { gameWith, still } from '../opinion/scene.ts';

const { layout } = still;
const balance = layout.at('balance');

function balanceOf(ru: number, cn: number, eu: number): number {
  const num = still.start.slice();
  num[layout.at('ties', 'RU')] = ru;
  num[layout.at('ties', 'CN')] = cn;
  num[layout.at('ties', 'EU')] = eu;
  settleBalance(still, num);
  return num[balance] as number;
}

describe('multi-vector balance', () => {
  it('is the normalised entropy of what is agreed, by value', () => {
    expect(balanceOf(10, 10, 10)).toBeCloseTo(1, 12);
    expect(balanceOf(10, 0, 0)).toBe(0);
    expect(balanceOf(10, 10, 0)).toBeCloseTo(Math.log(2) / Math.log(3), 12);
    // It looks at parts, not at sums.
    expect(balanceOf(30, 6, 3)).toBeCloseTo(balanceOf(10, 2, 1), 12);
  });

  it('starts where the ties of the start put it, and stays there while nobody signs', () => {
    const num = still.start.slice();
    settleBalance(still, num);
    expect(num[balance]).toBe(still.start[balance]);
    expect(resolveNumbers(still, still.start, 0, []).num[balance]).toBeCloseTo(
      still.start[balance] as number,
      12,
    );
  });

  const run = (orders: Parameters<typeof resolveNumbers>[3], rounds = 1): Float64Array => {
    let { num } = gameWith({});
    for (let r = 0; r < rounds; r += 1) {
      num = resolveNumbers(still, num, r, r === 0 ? orders : []).num;
    }
    return num;
  };
  const loan = (amount: number) => ({
    power: 'CN' as const,
    kind: 'finance',
    params: { project: 'plants', bidding: 'own', amount, interest: 3, local: '30' },
  });
  const step = { power: 'EU' as const, kind: 'epca', params: { step: '1' } };
  const visit = { power: 'CN' as const, kind: 'summit', params: { host: 'KZ' } };
  const drill = (partner: string) => ({
    power: 'KZ' as const,
    kind: 'exercise',
    params: { partner },
  });

  it('rises by agreements and visits with those who have few, by their value', () => {
    const alone = run([])[balance] as number;
    for (const order of [loan(1), step, visit]) {
      expect(run([order])[balance]).toBeGreaterThan(alone);
    }
    expect(run([loan(2)])[balance]).toBeGreaterThan(run([loan(1)])[balance] as number);
    expect(run([drill('RU')])[balance]).toBeLessThan(alone);
  });

  it('counts what was signed long ago for less', () => {
    const ties = layout.at('ties', 'CN');
    const soon = (run([loan(2)])[ties] as number) - (still.start[ties] as number);
    const late = (run([loan(2)], 8)[ties] as number) - (still.start[ties] as number);
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(soon / 2);
  });

  it('counts clauses of a fresh agreement once, by the sum that they name', () => {
    const clause: BoundClause = {
      kind: 'pledge_not',
      by: 'EU',
      params: {},
      order: { kind: 'sanctions', params: { change: 'up' } },
      until: 3,
      parties: ['KZ', 'EU'],
      fresh: true,
      chance: 'none',
    };
    const ties = layout.at('ties', 'EU');
    const bound = (one: BoundClause): number =>
      resolveNumbers(still, gameWith({}).num, 0, [], { bound: [one] }).num[ties] as number;
    const usual = still.start[ties] as number;
    expect(bound(clause) - usual).toBeCloseTo(0.5, 9);
    expect(bound({ ...clause, fresh: false }) - usual).toBeCloseTo(0, 9);
    expect(bound({ ...clause, parties: ['RU', 'EU'] }) - usual).toBeCloseTo(0, 9);
  });

  it('tells its change by cause, to the last digit', () => {
    const { num } = gameWith({});
    const done = resolveNumbers(still, num, 0, [loan(2), step, drill('RU')], { explain: true });
    const lines = (done.ledger ?? createLedger()).lines(balance);
    const told = lines.reduce((sum, { amount }) => sum + amount, 0);
    expect(told).toBeCloseTo((done.num[balance] as number) - (num[balance] as number), 12);
    expect(lines.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(['order:CN:finance', 'order:EU:epca', 'order:KZ:exercise']),
    );
    const rest = lines.find(({ cause }) => cause === 'interaction')?.amount ?? 0;
    expect(Math.abs(rest)).toBeLessThan(0.02);
  });
});
