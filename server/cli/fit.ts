/**
 * Holds the model against the record of a world under history's orders:
 *
 *   node server/cli/fit.ts [scenario]           prints model and record, free of residuals
 *   node server/cli/fit.ts [scenario] --write   also writes what follows from the fit: words of
 *                                               the start that derive from others, and the
 *                                               residuals that make history's orders give history
 *
 * The scenario is the one that plays the whole record; shorter ones of its world use the same residuals.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../shared/core/content.ts';
import { log } from '../../shared/core/math.ts';
import { settleInfluence } from '../../shared/systems/influence/index.ts';
import { compileFormula } from '../../shared/systems/scoring/formula.ts';
import { settleTrade } from '../../shared/systems/trade/index.ts';
import { ASSETS, filesOf, readContent } from '../content.ts';
import { historyRound, historyRun, readRecord, type WorldRecord } from './record.ts';

/** Residual words in the order in which a round uses them, and the series whose gap each closes. */
const RESIDUALS = [
  { res: 'res_usdkzt', series: 'usdkzt' },
  { res: 'res_boxes', series: 'boxes' },
  { res: 'res_cpi', series: 'cpi' },
  { res: 'res_growth', series: 'growth' },
  { res: 'res_fund', series: 'fund' },
] as const;
/** The network answers a little less than one for one, so its residual is found by a few corrections. */
const CORRECTIONS = 40;

/** Where a part of the scenario stands: its own file or its world's. */
function fileOf(id: string, part: string): string {
  const path = filesOf(id)[part];
  if (path === undefined) throw new Error(`${id} has no ${part}.json`);
  return join(ASSETS, path);
}

function main(id: string, write: boolean): void {
  const record = readRecord(id);
  if (!record) throw new Error(`${id} has no record.json`);
  if (write) writeStart(id);
  const content = readContent(id);
  printTable(content, record, historyRun(content));
  if (!write) return;
  if (Math.max(...record.series.map(({ figures }) => figures.length)) > content.halves.length) {
    throw new Error(`${id} ends before its record: write the residuals with its longest scenario`);
  }
  const text = Object.entries(anchor(content, record))
    .map(([word, values]) => `  "${word}": ${JSON.stringify(values)}`)
    .join(',\n');
  writeFileSync(fileOf(id, 'residuals'), `{\n "rounds": {\n${text}\n }\n}\n`);
}

/** Residuals round by round, each found after those that act before it. */
function anchor(c: Content, record: WorldRecord): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const { res } of RESIDUALS) found[res] = [];
  let prev: Float64Array = c.start;
  c.halves.forEach((_, round) => {
    const now: Record<string, number> = {};
    for (const { res, series } of RESIDUALS) {
      now[res] = 0;
      const one = record.series.find(({ id }) => id === series);
      const wanted = one?.figures[round];
      if (!one || wanted === undefined || wanted === null) continue;
      const read = compileFormula(one.of, c.layout);
      for (let i = 0; i < CORRECTIONS; i += 1) {
        const got = read(historyRound(c, prev, round, now));
        const gap = one.logs ? log(wanted / got) : wanted - got;
        if (Math.abs(gap) < 1e-12) break;
        now[res] = (now[res] as number) + gap;
      }
    }
    for (const { res } of RESIDUALS) (found[res] as number[]).push(now[res] as number);
    prev = historyRound(c, prev, round, now);
  });
  return found;
}

/** Words that show how the model comes to its figures. */
const SHOWN = [
  ...['gap', 'fund', 'home_share', 'exports', 'imports', 'trade_share(RU)', 'trade_share(CN)'],
  ...['trade_share(EU)', 'trade(RU)', 'trade(CN)', 'trade(EU)', 'ru_growth', 'usdrub', 'rubkzt'],
  ...['real_income', 'gdp', 'autonomy', 'holdup(RU)', 'holdup(CN)', 'holdup(EU)', 'demand_infra'],
  ...['risk_premium', 'eu_cohesion', 'stability', 'speculation', 'pass_through'],
];

function printTable(c: Content, record: WorldRecord, states: readonly Float64Array[]): void {
  const cells = (list: readonly (number | null)[]): string =>
    list.map((x) => (x === null ? '·' : x.toFixed(2)).padStart(8)).join('');
  console.log(`${['', 'base', ...c.halves].map((h) => h.padStart(8)).join('')}`);
  for (const { id, of, figures } of record.series) {
    const read = compileFormula(of, c.layout);
    console.log(`${id.padEnd(16)}${cells([c.start, ...states].map(read))}`);
    console.log(`${'  record'.padEnd(24)}${cells(figures)}`);
  }
  for (const word of SHOWN) {
    const at = c.layout.find(word);
    console.log(`${word.padEnd(16)}${cells([c.start, ...states].map((s) => s[at] as number))}`);
  }
  console.log(
    `fitted: ${record.fitted.map((k) => `${k} ${c.coefficients[k]}`).join(', ') || 'none'}`,
  );
}

/** Words of the start that follow from the rest, put into the file that holds their assumption. */
function writeStart(id: string): void {
  const c = readContent(id);
  const num = c.start.slice();
  settleTrade(c, num);
  settleInfluence(c, num);
  const words: Readonly<Record<string, readonly string[]>> = {
    trade: ['trade_share', 'exports', 'imports', 'home_share'],
    influence: ['holdup', 'autonomy'],
  };
  for (const [name, list] of Object.entries(words)) {
    const file = fileOf(id, `assumptions/${name}`);
    let text = readFileSync(file, 'utf8');
    for (const word of list) {
      const first = c.layout.at(word);
      for (let i = first; i < first + c.layout.span(word); i += 1) {
        const label = c.layout.label[i] as string;
        const value = num[i] as number;
        const line = `  "${label}": {"value": ${value}, "range": [0, 400], "reason": "follows from the rest of the start"}`;
        const old = text.split('\n').find((l) => l.startsWith(`  "${label}":`));
        c.start[i] = value;
        text = old
          ? text.replace(old, old.endsWith(',') ? `${line},` : line)
          : text.replace(' "start": {\n', ` "start": {\n${line},\n`);
      }
    }
    writeFileSync(file, text);
  }
}

const [id = 'crossroads'] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
main(id, process.argv.includes('--write'));
