import { describe, expect, it } from 'vitest';
import {
  historyRun,
  longestBeside,
  readRecord,
  recordReport,
  recordTable,
  type WorldRecord,
} from '../../../server/cli/record.ts';
import { contentOf } from '../../../server/content.ts';
import type { Content } from '../../../shared/core/content.ts';
import { compileFormula } from '../../../shared/systems/scoring/formula.ts';

const content = contentOf('crossroads');
const record = readRecord('crossroads') as WorldRecord;
const report = recordReport(content, record);
const seriesOf = (id: string, from = report) => {
  const found = from.series.find((one) => one.id === id);
  if (!found) throw new Error(`no series ${id}`);
  return found;
};
const without = (name: string): Content => ({
  ...content,
  coefficients: { ...content.coefficients, [name]: 0 },
});

describe('the record of the world', () => {
  it('is held against the scenario that plays all of it', () => {
    expect(longestBeside('lesson')).toBe('crossroads');
    for (const { id, figures } of record.series) {
      expect(figures.length, id).toBe(content.halves.length);
    }
  });

  it('comes out under its own orders and residuals, round by round', () => {
    const states = historyRun(content, content.halves.length);
    for (const id of ['growth', 'cpi', 'usdkzt', 'boxes']) {
      const one = record.series.find((s) => s.id === id) as WorldRecord['series'][number];
      const read = compileFormula(one.of, content.layout);
      states.forEach((num, r) => {
        const figure = one.figures[r] as number;
        expect(read(num) / figure, `${id} in round ${r}`).toBeCloseTo(1, 6);
      });
    }
  });

  it('opens rails and ferries in the half-years in which they opened', () => {
    const states = historyRun(content, content.halves.length);
    const { layout, start, halves } = content;
    const dated = content.network.links.filter((l) => l.opened !== null && l.mode !== 'road');
    for (const link of dated.filter((l) => halves.includes(l.opened as string))) {
      const at = layout.find(`available(${link.id})`);
      expect(start[at], link.id).toBeLessThan(1);
      // The rails to Kuryk are of use from the day on which its ferry sails.
      const opened = link.id === 'beyneu--kuryk' ? '2016H2' : link.opened;
      expect(halves[states.findIndex((num) => num[at] === 1)], link.id).toBe(opened);
    }
    expect(dated.length).toBeGreaterThan(5);
  });

  it('is foretold better than by the last figure or the mean: prices, tenge, transit', () => {
    for (const id of ['cpi', 'usdkzt', 'boxes']) {
      const { held } = seriesOf(id);
      expect(held.n, id).toBe(5);
      expect(held.skill, id).toBeGreaterThan(0);
    }
    // Growth is no better than a guess, which is what one may expect of it.
    expect(seriesOf('growth').held.skill).toBeGreaterThan(-0.25);
    expect(report.pooled.n).toBeGreaterThan(21);
    expect(report.pooled.r).toBeGreaterThan(0.43);
  });

  it('tells no skill where there are fewer than five figures', () => {
    for (const { id, held } of report.series) {
      expect(held.skill === null, id).toBe(held.n < 5);
      expect(held.rmse, id).toBeGreaterThan(0);
    }
    expect(seriesOf('import_ru').held.n).toBe(3);
  });

  it('counts the tenge only where it floats', () => {
    expect(seriesOf('usdkzt').fit.n).toBe(3);
  });

  it('is missed without the coefficients that were fitted to it', () => {
    for (const [name, id] of [
      ['economy.passThrough', 'cpi'],
      ['economy.oilLoss', 'growth'],
      ['economy.eqRouble', 'usdkzt'],
    ] as const) {
      const poorer = recordReport(without(name), record);
      expect(seriesOf(id, poorer).fit.rmse, name).toBeGreaterThan(seriesOf(id).fit.rmse);
    }
  });

  it('was met with at most ten free coefficients, and the table names them', () => {
    expect(record.fitted.length).toBeLessThanOrEqual(10);
    const table = recordTable(report);
    for (const name of record.fitted) {
      expect(content.coefficients[name], name).toBeDefined();
      expect(table).toContain(name);
    }
    expect(table).toMatch(/had seen the years held out/);
  });
});
