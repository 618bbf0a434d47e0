/**
 * The record of a world and how near the model comes to it: history's orders under history's drivers,
 * without the residuals that anchor play ("free"), fitted on the first years and held out afterwards.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Content } from '../../shared/core/content.ts';
import { log } from '../../shared/core/math.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { compileFormula } from '../../shared/systems/scoring/formula.ts';
import { ASSETS, contentOf, filesOf, scenarioIds } from '../content.ts';

const span = v.tuple([v.string(), v.string()]);

const recordSchema = v.object({
  /** First and last half-year that coefficients were fitted on, and of those held out. */
  fit: span,
  held: span,
  /** Coefficients that were chosen by the fit; all others stand by their own reasons. */
  fitted: v.pipe(v.array(v.string()), v.maxLength(10)),
  series: v.array(
    v.object({
      id: v.string(),
      /** Formula over state words that is held against the figures. */
      of: v.string(),
      note: v.string(),
      /** Half-years count only where this formula is not zero. */
      when: v.optional(v.string()),
      logs: v.optional(v.boolean(), false),
      /** One figure a round from the first; null where there is none. */
      figures: v.array(v.nullable(v.number())),
    }),
  ),
});

export type WorldRecord = v.InferOutput<typeof recordSchema>;
export type RecordSeries = WorldRecord['series'][number];

/** The record stands beside the residuals that follow from it; null where a world has none. */
export function readRecord(scenario: string): WorldRecord | null {
  const residuals = filesOf(scenario).residuals;
  if (residuals === undefined) return null;
  const file = join(ASSETS, dirname(residuals), 'record.json');
  if (!existsSync(file)) return null;
  return v.parse(recordSchema, JSON.parse(readFileSync(file, 'utf8')));
}

/** The scenario that plays most of the record of this one's world. */
export function longestBeside(scenario: string): string {
  const { residuals } = filesOf(scenario);
  const beside = scenarioIds().filter((id) => filesOf(id).residuals === residuals);
  const rounds = (id: string): number => contentOf(id).halves.length;
  return beside.reduce((best, id) => (rounds(id) > rounds(best) ? id : best), scenario);
}

/** Residuals of a round by word; what is not named is 0. */
export type Residuals = Readonly<Record<string, number>>;

/** One round of history's orders under these residuals instead of those of the content. */
export function historyRound(
  content: Content,
  prev: Float64Array,
  round: number,
  residuals: Residuals,
): Float64Array {
  // A content of its own would compile everything anew: the row is lent and given back.
  const row = content.drivers[round] as Float64Array;
  const kept = row.slice();
  for (let i = 0; i < row.length; i += 1) {
    const word = content.layout.label[content.driverAt[i] as number] as string;
    if (word.startsWith('res_')) row[i] = residuals[word] ?? 0;
  }
  const orders = content.history[round] ?? [];
  const { num } = resolveNumbers(content, prev, round, orders, { free: true });
  row.set(kept);
  return num;
}

/** States after each round of history's orders, free of residuals from `anchored` rounds on. */
export function historyRun(content: Content, anchored = 0): Float64Array[] {
  const states: Float64Array[] = [];
  let num: Float64Array = content.start;
  content.halves.forEach((_, round) => {
    const residuals: Record<string, number> = {};
    if (round < anchored) {
      content.driverAt.forEach((at, i) => {
        residuals[content.layout.label[at] as string] = content.drivers[round]?.[i] as number;
      });
    }
    num = historyRound(content, num, round, residuals);
    states.push(num);
  });
  return states;
}

/** How the model does on one series in one span of time. */
export interface Fit {
  readonly n: number;
  readonly rmse: number;
  /** RMSE of the better simple guess: last value or mean of the years before; null without them. */
  readonly naive: number | null;
  /** 1 − RMSE / that; null for fewer than five figures. */
  readonly skill: number | null;
}

export interface SeriesFit {
  readonly id: string;
  /** Model under the record, round by round, in the unit of the figures. */
  readonly model: readonly number[];
  readonly record: readonly (number | null)[];
  readonly fit: Fit;
  /** Free of residuals from the first round on. */
  readonly held: Fit;
  /** The same years, but free only from their first round on: what a forecast then would have been. */
  readonly forecast: Fit;
}

export interface RecordReport {
  readonly fit: readonly [string, string];
  readonly held: readonly [string, string];
  readonly fitted: Readonly<Record<string, number>>;
  readonly series: readonly SeriesFit[];
  /** What the figures are worth. */
  readonly caveat: string;
  /** Correlation of model and record over all held-out figures, each series against its own past. */
  readonly pooled: { readonly n: number; readonly r: number };
}

/** Fewest figures for which a skill is told. */
const LEAST = 5;

/** The model beside the record. @throws Error when the scenario ends before what is held out */
export function recordReport(content: Content, record: WorldRecord): RecordReport {
  const round = (half: string): number => {
    const at = content.halves.indexOf(half);
    if (at < 0) throw new Error(`${content.id} does not play ${half}`);
    return at;
  };
  const fit = [round(record.fit[0]), round(record.fit[1])] as const;
  const held = [round(record.held[0]), round(record.held[1])] as const;
  const free = historyRun(content);
  const late = historyRun(content, held[0]);
  const pairs: { x: number; y: number }[] = [];
  const series = record.series.map((one): SeriesFit => {
    const reading = readingOf(content, one, free);
    const from = readingOf(content, one, late);
    pairs.push(...deviations(reading.gaps(held), reading.gaps(fit)));
    return {
      id: one.id,
      model: free.map((num) => reading.plain(num)),
      record: one.figures,
      fit: { ...errors(reading.gaps(fit)), naive: null, skill: null },
      held: skillOf(reading.gaps(held), reading.gaps(fit)),
      forecast: skillOf(from.gaps(held), reading.gaps(fit)),
    };
  });
  return {
    fit: record.fit,
    held: record.held,
    fitted: Object.fromEntries(record.fitted.map((k) => [k, content.coefficients[k] as number])),
    series,
    caveat: 'the structure of the model was chosen by people who had seen the years held out',
    pooled: { n: pairs.length, r: correlation(pairs) },
  };
}

interface Gap {
  readonly model: number;
  readonly record: number;
}

/** A series read from a run: the pairs of a span, in logs where the series is judged by them. */
function readingOf(content: Content, one: RecordSeries, states: readonly Float64Array[]) {
  const plain = compileFormula(one.of, content.layout);
  const when = one.when === undefined ? null : compileFormula(one.when, content.layout);
  const scale = (x: number): number => (one.logs ? log(x) : x);
  const gaps = ([first, last]: readonly [number, number]): Gap[] =>
    one.figures.flatMap((figure, r) => {
      const num = states[r];
      if (figure === null || !num || r < first || r > last) return [];
      if (when && when(num) === 0) return [];
      return [{ model: scale(plain(num)), record: scale(figure) }];
    });
  return { plain, gaps };
}

function errors(gaps: readonly Gap[]): { n: number; rmse: number } {
  const n = gaps.length;
  const sum = gaps.reduce((total, g) => total + (g.model - g.record) * (g.model - g.record), 0);
  return { n, rmse: n === 0 ? 0 : Math.sqrt(sum / n) };
}

/** @param past pairs of the years before: their last figure and their mean are the simple guesses */
function skillOf(gaps: readonly Gap[], past: readonly Gap[]): Fit {
  const own = errors(gaps);
  const last = past.at(-1);
  if (own.n === 0 || !last) return { ...own, naive: null, skill: null };
  const mean = past.reduce((sum, g) => sum + g.record, 0) / past.length;
  const naive = Math.min(
    ...[last.record, mean].map(
      (guess) => errors(gaps.map((g) => ({ model: guess, record: g.record }))).rmse,
    ),
  );
  return { ...own, naive, skill: own.n < LEAST ? null : 1 - own.rmse / naive };
}

/** Both sides as deviations from the record's past mean, in units of its past spread. */
function deviations(gaps: readonly Gap[], past: readonly Gap[]): { x: number; y: number }[] {
  if (past.length < 2) return [];
  const mean = past.reduce((sum, g) => sum + g.record, 0) / past.length;
  const spread = errors(past.map((g) => ({ model: mean, record: g.record }))).rmse;
  return spread === 0
    ? []
    : gaps.map((g) => ({ x: (g.model - mean) / spread, y: (g.record - mean) / spread }));
}

/** Pearson's, over all pairs. */
function correlation(pairs: readonly { readonly x: number; readonly y: number }[]): number {
  const n = pairs.length;
  const mean = (f: (p: { x: number; y: number }) => number): number =>
    pairs.reduce((sum, p) => sum + f(p), 0) / n;
  const [mx, my] = [mean((p) => p.x), mean((p) => p.y)];
  const xy = mean((p) => (p.x - mx) * (p.y - my));
  const xx = mean((p) => (p.x - mx) * (p.x - mx));
  const yy = mean((p) => (p.y - my) * (p.y - my));
  return n === 0 || xx === 0 || yy === 0 ? 0 : xy / Math.sqrt(xx * yy);
}

/** The report for people: series by series, then what was fitted. */
export function recordTable(report: RecordReport): string {
  const cell = (x: number | null): string => (x === null ? '·' : x.toFixed(2)).padStart(11);
  const rows = report.series.map(
    ({ id, fit, held, forecast }) =>
      `  ${id.padEnd(12)}${[fit.rmse, held.rmse, held.naive, held.skill, forecast.skill].map(cell).join('')}${String(held.n).padStart(4)}`,
  );
  const fitted = Object.entries(report.fitted).map(([name, value]) => `${name} ${value}`);
  return [
    `history, free of residuals: fitted on ${report.fit.join(' to ')}, held out ${report.held.join(' to ')}`,
    `  (outside drivers as observed; ${report.caveat})`,
    `  ${'series'.padEnd(12)}${['fit RMSE', 'held RMSE', 'naive', 'skill', 'from then'].map((h) => h.padStart(11)).join('')}   n`,
    ...rows,
    `  correlation over ${report.pooled.n} held-out figures: ${report.pooled.r.toFixed(2)}`,
    `  fitted: ${fitted.join(', ') || 'none'}`,
    '',
  ].join('\n');
}
