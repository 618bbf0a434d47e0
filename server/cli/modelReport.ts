import { parseArgs } from 'node:util';
import type { Content } from '../../shared/core/content.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { contentOf } from '../content.ts';
import { failureOf, readClaims } from './conformance.ts';
import {
  longestBeside,
  type RecordReport,
  readRecord,
  recordReport,
  recordTable,
} from './record.ts';

/**
 * What the model must reproduce, as a table or, with --json, as one object: claims of the source paper,
 * identities with their largest residual under history's orders and a few seeds, and the record of
 * history, fitted on its first years and held out afterwards.
 */
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'lesson' },
    json: { type: 'boolean', default: false },
  },
});

interface ModelReport {
  readonly claims: {
    readonly total: number;
    readonly passed: number;
    readonly uncovered: readonly string[];
    readonly failed: readonly { readonly claim: string; readonly reason: string }[];
  };
  readonly identities: Readonly<Record<string, number>>;
  /** Null where the world of the scenario has no record. */
  readonly history: RecordReport | null;
}

const SEEDS = [1, 2, 3, 4];

function claimsOf(content: Content): ModelReport['claims'] {
  const { carried, cases } = readClaims(new URL('../../tests/conformance/', import.meta.url));
  const failed = cases.flatMap((c) => {
    const why = failureOf(content, c);
    return why === null ? [] : [{ claim: c.claim, reason: `${c.title}: ${why}` }];
  });
  const covered = new Set(cases.map((c) => c.claim));
  const broken = new Set(failed.map((f) => f.claim));
  const uncovered = carried.filter((claim) => !covered.has(claim));
  return {
    total: carried.length,
    passed: carried.length - uncovered.length - broken.size,
    uncovered,
    failed,
  };
}

/** Identities of one state: how far each is missed. */
function missed(content: Content, num: Float64Array): Record<string, number> {
  const { layout } = content;
  const sum = (pattern: string): number =>
    layout.entries(pattern).reduce((total, at) => total + (num[at] as number), 0);
  const word = (label: string): number => num[layout.find(label)] as number;
  let outside = 0;
  for (let i = 0; i < layout.size; i += 1) {
    const x = num[i] as number;
    const low = (layout.min[i] as number) - x;
    const high = x - (layout.max[i] as number);
    if (!(low <= 0 && high <= 0)) outside = Math.max(outside, low, high, Number.isNaN(x) ? 1 : 0);
  }
  const home = sum('value(KZ,KZ,*)');
  return {
    // Kazakh exports are what the others import from it; turnover is both.
    exports: Math.abs(word('exports') - (sum('value(*,KZ,*)') - home)),
    imports: Math.abs(word('imports') - (sum('value(KZ,*,*)') - home)),
    debtShares: Math.abs(sum('debt_share') - 1),
    ranges: outside,
  };
}

function identitiesOf(content: Content): ModelReport['identities'] {
  const worst: Record<string, number> = { ledger: 0 };
  const note = (name: string, gap: number): void => {
    worst[name] = Math.max(worst[name] ?? 0, gap);
  };
  for (const seed of SEEDS) {
    let num: Float64Array = content.start;
    content.halves.forEach((_, round) => {
      const before = num;
      const result = resolveNumbers(content, before, round, content.history[round] ?? [], {
        free: true,
        explain: true,
        seed,
      });
      num = result.num;
      for (let i = 0; i < content.layout.size; i += 1) {
        // Words that no cause is told for are inner quantities of a mechanism.
        if (!result.ledger || result.ledger.lines(i).length === 0) continue;
        const moved = (num[i] as number) - (before[i] as number);
        note('ledger', Math.abs(moved - result.ledger.sum(i)));
      }
      for (const [name, gap] of Object.entries(missed(content, num))) note(name, gap);
    });
  }
  return worst;
}

function historyOf(scenario: string): ModelReport['history'] {
  const record = readRecord(scenario);
  return record && recordReport(contentOf(longestBeside(scenario)), record);
}

const content = contentOf(values.scenario);
const report: ModelReport = {
  claims: claimsOf(content),
  identities: identitiesOf(content),
  history: historyOf(values.scenario),
};
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else {
  const { claims, identities } = report;
  process.stdout.write(`claims      ${claims.passed} of ${claims.total} hold\n`);
  for (const { claim, reason } of claims.failed) process.stdout.write(`  ${claim}  ${reason}\n`);
  if (claims.uncovered.length > 0) {
    process.stdout.write(`  without a case: ${claims.uncovered.join(' ')}\n`);
  }
  process.stdout.write('identities, largest residual\n');
  for (const [name, gap] of Object.entries(identities)) {
    process.stdout.write(`  ${name.padEnd(12)}${gap.toExponential(2)}\n`);
  }
  if (report.history) process.stdout.write(recordTable(report.history));
}
if (report.claims.failed.length > 0) process.exitCode = 1;
