/**
 * Holds the model against the record of a scenario under history's orders:
 *
 *   node server/cli/fit.ts [scenario]           prints model and record, free of residuals
 *   node server/cli/fit.ts [scenario] --write   also writes what follows from the fit: words of
 *                                                     the start that derive from others, and the
 *                                                     residuals that make history's orders give history
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '../../shared/core/content.ts';
import { log } from '../../shared/core/math.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { settleInfluence } from '../../shared/systems/influence/index.ts';
import { settleTrade } from '../../shared/systems/trade/index.ts';
import { ASSETS, filesOf, readContent } from '../content.ts';

interface RecordFile {
  readonly note: string;
  /** By state word: one figure a round, null where there is no record. */
  readonly series: Readonly<Record<string, readonly (number | null)[]>>;
}

/** Residual words in the order in which a round uses them, and how each closes the gap to its record. */
const RESIDUALS = [
  { res: 'res_usdkzt', word: 'usdkzt', logs: true },
  { res: 'res_boxes', word: 'boxes(KZ)', logs: true },
  { res: 'res_cpi', word: 'cpi', logs: false },
  { res: 'res_growth', word: 'growth', logs: false },
  { res: 'res_fund', word: 'fund', logs: false },
] as const;
/** The network answers a little less than one for one, so its residual is found by a few corrections. */
const CORRECTIONS = 40;

/** Where a part of the scenario stands: its own file or its world's. */
function fileOf(id: string, part: string): string {
  const path = filesOf(id)[part];
  if (path === undefined) throw new Error(`${id} has no ${part}.json`);
  return join(ASSETS, path);
}

/** The record stands beside the residuals that follow from it. */
function readRecord(id: string): RecordFile {
  const file = join(dirname(fileOf(id, 'residuals')), 'record.json');
  return JSON.parse(readFileSync(file, 'utf8')) as RecordFile;
}

function main(id: string, write: boolean): void {
  const record = readRecord(id);
  if (write) writeStart(id);
  const content = readContent(id);
  printTable(content, record, run(content));
  if (!write) return;
  const rounds = Math.max(...Object.values(record.series).map((series) => series.length));
  if (rounds > content.halves.length) {
    throw new Error(`${id} ends before its record: write the residuals with its longest scenario`);
  }
  const text = Object.entries(anchor(content, record))
    .map(([word, values]) => `  "${word}": ${JSON.stringify(values)}`)
    .join(',\n');
  writeFileSync(fileOf(id, 'residuals'), `{\n "rounds": {\n${text}\n }\n}\n`);
}

/** Numeric state after each round of history's orders, without residuals. */
function run(c: Content): Float64Array[] {
  const states: Float64Array[] = [];
  let num: Float64Array = c.start;
  c.halves.forEach((_, round) => {
    num = step(c, num, round, () => 0);
    states.push(num);
  });
  return states;
}

function step(
  c: Content,
  prev: Float64Array,
  round: number,
  residual: (word: string) => number,
): Float64Array {
  // A content of its own would compile everything anew: the row is lent and given back.
  const row = c.drivers[round] as Float64Array;
  const kept = row.slice();
  for (let i = 0; i < row.length; i += 1) {
    const word = c.layout.label[c.driverAt[i] as number] as string;
    if (word.startsWith('res_')) row[i] = residual(word);
  }
  const { num } = resolveNumbers(c, prev, round, c.history[round] ?? [], { free: true });
  row.set(kept);
  return num;
}

/** Residuals round by round, each found after those that act before it. */
function anchor(c: Content, record: RecordFile): Record<string, number[]> {
  const found: Record<string, number[]> = {};
  for (const { res } of RESIDUALS) found[res] = [];
  let prev: Float64Array = c.start;
  c.halves.forEach((_, round) => {
    const now: Record<string, number> = {};
    for (const { res, word, logs } of RESIDUALS) {
      now[res] = 0;
      const wanted = record.series[word]?.[round];
      if (wanted === undefined || wanted === null) continue;
      for (let i = 0; i < CORRECTIONS; i += 1) {
        const got = step(c, prev, round, (w) => now[w] ?? 0)[c.layout.find(word)] as number;
        const gap = logs ? log(wanted / got) : wanted - got;
        if (Math.abs(gap) < 1e-12) break;
        now[res] = (now[res] as number) + gap;
      }
    }
    for (const { res } of RESIDUALS) (found[res] as number[]).push(now[res] as number);
    prev = step(c, prev, round, (w) => now[w] ?? 0);
  });
  return found;
}

function printTable(c: Content, record: RecordFile, states: readonly Float64Array[]): void {
  const head = ['', c.halves[0] ? 'base' : '', ...c.halves].map((h) => h.padStart(8)).join('');
  console.log(`${head}    RMSE`);
  const shown = [
    ...Object.keys(record.series),
    ...['gap', 'fund', 'home_share', 'exports', 'imports', 'trade_share(RU)', 'trade_share(CN)'],
    ...['trade_share(EU)', 'trade(RU)', 'trade(CN)', 'trade(EU)', 'ru_growth', 'usdrub', 'rubkzt'],
    ...['real_income', 'gdp', 'autonomy', 'holdup(RU)', 'holdup(CN)', 'holdup(EU)', 'demand_infra'],
    ...['risk_premium', 'eu_cohesion', 'stability', 'speculation', 'pass_through'],
  ];
  for (const word of new Set(shown)) {
    const at = c.layout.find(word);
    const model = [c.start, ...states].map((s) => s[at] as number);
    console.log(`${word.padEnd(16)}${model.map((x) => x.toFixed(2).padStart(8)).join('')}`);
    const real = record.series[word];
    if (!real) continue;
    const gaps = real.flatMap((x, r) => (x === null ? [] : [(model[r + 1] as number) - x]));
    const rmse = Math.sqrt(gaps.reduce((sum, g) => sum + g * g, 0) / Math.max(1, gaps.length));
    const cells = real.map((x) => (x === null ? '·' : x.toFixed(2)).padStart(8)).join('');
    console.log(`${'  record'.padEnd(24)}${cells}${rmse.toFixed(2).padStart(8)}`);
  }
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

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [id = 'lesson'] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
  main(id, process.argv.includes('--write'));
}
