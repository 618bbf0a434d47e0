import { describe, expect, it } from 'vitest';
import { hashGame, loadGame, saveGame, viewFor } from '../../../shared/game/index.ts';
import { cap, pledge, Table } from './table.ts';

describe('trust and memory', () => {
  const broken = (): Table => {
    const table = new Table().agree('KZ', ['RU'], [cap('RU', 400, 4), cap('KZ', 900, 4)]).next();
    return table.order('RU', 'ru_transit', { corridor: 'trunk', toll: 2000 });
  };

  it('a broken word costs at least six points with its victim, a third with those who look on', () => {
    const table = broken();
    const quiet = new Table().agree('KZ', ['RU'], [cap('RU', 400, 4), cap('KZ', 900, 4)]).next();
    table.resolve();
    quiet.resolve();
    const lost = (pair: string): number => quiet.at(`trust(${pair})`) - table.at(`trust(${pair})`);
    expect(lost('KZ,RU')).toBeGreaterThanOrEqual(6 - 1e-9);
    expect(lost('RU,KZ')).toBeCloseTo(lost('KZ,RU'), 9);
    expect(lost('CN,RU')).toBeCloseTo(lost('KZ,RU') / 3, 6);
    expect(lost('EU,RU')).toBeCloseTo(lost('CN,RU'), 6);
    expect(lost('KZ,CN')).toBeCloseTo(0, 6);
  });

  it('costs more the more the victim loses', () => {
    const small = new Table().agree('KZ', ['RU'], [cap('RU', 1000, 4)]).next();
    const large = new Table().agree('KZ', ['RU'], [cap('RU', 100, 4)]).next();
    const before = [small.at('trust(KZ,RU)'), large.at('trust(KZ,RU)')];
    small.order('RU', 'ru_transit', { corridor: 'trunk', toll: 1100 }).resolve();
    large.order('RU', 'ru_transit', { corridor: 'trunk', toll: 3000 }).resolve();
    const lost = [small, large].map((t, i) => (before[i] as number) - t.at('trust(KZ,RU)'));
    expect(lost[1]).toBeGreaterThan((lost[0] as number) + 0.01);
  });

  it('is remembered for three rounds', () => {
    const table = broken().resolve();
    const memory = [table.at('reputation(RU)')];
    for (let i = 0; i < 3; i += 1) memory.push(table.next().resolve().at('reputation(RU)'));
    expect(memory).toEqual([3, 2, 1, 0]);
  });

  it.each([
    [
      'a word kept at a cost wins one to three points',
      'EU',
      'RU',
      'military',
      { act: 'standdown' },
      1,
      3,
    ],
    ['what serves oneself proves nothing', 'CN', 'KZ', 'crossing', {}, 0, 0],
  ] as const)('%s', (_, to, by, kind, params, least, most) => {
    const promised = new Table().agree(to, [by], [pledge('pledge_do', by, { kind, params }, 0)]);
    const plain = new Table();
    for (const t of [promised, plain]) t.order(by, kind, params).resolve();
    expect(promised.clause.fate).toBe('kept');
    const won = promised.at(`trust(${by},${to})`) - plain.at(`trust(${by},${to})`);
    expect(won).toBeGreaterThanOrEqual(least - 1e-9);
    expect(won).toBeLessThanOrEqual(most + 1e-9);
  });

  it('kept words bring a pair four points a round at most', () => {
    const calm = { kind: 'military', params: { act: 'standdown' } };
    const free = { kind: 'ru_transit', params: { corridor: 'trunk', toll: 0 } };
    const won = (deeds: readonly (typeof calm | typeof free)[]): number => {
      const words = deeds.map((deed) => pledge('pledge_do', 'RU', deed, 0));
      const promised = new Table().agree('KZ', ['RU'], words);
      const plain = new Table();
      for (const t of [promised, plain]) {
        for (const { kind, params } of deeds) t.order('RU', kind, params);
        t.resolve();
      }
      return promised.at('trust(KZ,RU)') - plain.at('trust(KZ,RU)');
    };
    expect(won([calm]) + won([free])).toBeGreaterThan(4);
    expect(won([calm, free])).toBeCloseTo(4, 6);
  });

  it('Europe’s word counts in Brussels too', () => {
    const never = pledge('pledge_not', 'EU', { kind: 'sanctions', params: { change: 'up' } }, 1);
    const table = new Table().agree('RU', ['EU'], [never]);
    const quiet = new Table().agree('RU', ['EU'], [never]);
    for (const t of [table, quiet]) t.set({ eu_cohesion: 90, confrontation: 60, 'pc(EU)': 9 });
    table.order('EU', 'sanctions', { change: 'up' }).resolve();
    quiet.resolve();
    expect(table.clause.fate).toBe('breached');
    const plain = new Table().set({ eu_cohesion: 90, confrontation: 60, 'pc(EU)': 9 });
    plain.order('EU', 'sanctions', { change: 'up' }).resolve();
    expect(plain.at('credibility') - table.at('credibility')).toBeCloseTo(6, 9);
  });

  it('keeps its ledger whole, and a saved game goes on the same', () => {
    const table = broken();
    const twin = new Table();
    twin.state = loadGame(table.content, saveGame(table.state));
    table.resolve();
    twin.resolve();
    expect(table.state.report?.residual).toBeLessThan(1e-9);
    expect(hashGame(twin.state)).toBe(hashGame(table.state));
  });

  it('is seen by all in the report, and by nobody else before it', () => {
    const table = new Table();
    const before = JSON.stringify(viewFor(table.content, table.state, 'CN'));
    table.agree('KZ', ['RU'], [cap('KZ', 600, 3)]);
    expect(JSON.stringify(viewFor(table.content, table.state, 'CN'))).toBe(before);
    table.resolve();
    for (const seat of ['KZ', 'RU', 'CN', 'EU', null] as const) {
      const { talks, report } = viewFor(table.content, table.state, seat);
      expect(talks.agreements).toHaveLength(1);
      expect(report?.news.some((n) => n.key === 'talks.signed')).toBe(true);
    }
  });
});
