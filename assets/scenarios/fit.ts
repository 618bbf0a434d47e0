/**
 * Holds the model against the record of a scenario under history's orders:
 *
 *   node assets/scenarios/fit.ts [scenario]           prints model and record, free of residuals
 *   node assets/scenarios/fit.ts [scenario] --write   also writes what follows from the fit: words of
 *                                                     the start that derive from others, and the
 *                                                     residuals that make history's orders give history
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { contentOf } from '../../server/content.ts';
import type { Content } from '../../shared/core/content.ts';
import { log } from '../../shared/core/math.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { settleInfluence } from '../../shared/systems/influence/index.ts';
import { settleTrade } from '../../shared/systems/trade/index.ts';

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

const [id = 'lesson'] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const folder = new URL(`./${id}/`, import.meta.url);
const record = JSON.parse(readFileSync(new URL('record.json', folder), 'utf8')) as RecordFile;

if (process.argv.includes('--write')) writeStart(contentOf(id));
const content = contentOf(id);
const free = run(content, () => 0);
printTable(content, free);
if (process.argv.includes('--write')) {
  const residuals = anchor(content);
  const text = Object.entries(residuals)
    .map(([word, values]) => `  "${word}": ${JSON.stringify(values)}`)
    .join(',\n');
  writeFileSync(new URL('residuals.json', folder), `{\n "rounds": {\n${text}\n }\n}\n`);
}

/** Numeric state after each round of history's orders, with chosen residuals. */
function run(c: Content, residual: (word: string, round: number) => number): Float64Array[] {
  const states: Float64Array[] = [];
  let num: Float64Array = c.start;
  c.halves.forEach((_, round) => {
    num = step(c, num, round, (word) => residual(word, round));
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
  const drivers = c.drivers.map((row, r) =>
    r === round
      ? row.map((x, i) => {
          const word = c.layout.label[c.driverAt[i] as number] as string;
          return word.startsWith('res_') ? residual(word) : x;
        })
      : row,
  );
  // A content of its own would compile everything anew: the row is lent and given back.
  const row = c.drivers[round] as Float64Array;
  const kept = row.slice();
  row.set(drivers[round] as Float64Array);
  const { num } = resolveNumbers(c, prev, round, c.history[round] ?? [], { free: true });
  row.set(kept);
  return num;
}

/** Residuals round by round, each found after those that act before it. */
function anchor(c: Content): Record<string, number[]> {
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

function printTable(c: Content, states: readonly Float64Array[]): void {
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
function writeStart(c: Content): void {
  const num = c.start.slice();
  settleTrade(c, num);
  settleInfluence(c, num);
  const words: Readonly<Record<string, readonly string[]>> = {
    trade: ['trade_share', 'exports', 'imports', 'home_share'],
    influence: ['holdup', 'autonomy'],
  };
  for (const [name, list] of Object.entries(words)) {
    const file = new URL(`assumptions/${name}.json`, folder);
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
