/** Counting what a stage did, from its exit code or from the JSON report of Vitest. */
import { existsSync, readFileSync } from 'node:fs';

export type Tally = { readonly passed: number; readonly failed: number };

export const EMPTY: Tally = { passed: 0, failed: 0 };

export function onePass(ok: boolean): Tally {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/**
 * A file that breaks before its first test has no failed test in the report, and a run can fail
 * outside every test; both must count, or a broken suite would look like a short green one.
 */
export function tallyOfReport(path: string, exitCode: number): Tally {
  if (!existsSync(path)) return onePass(false);
  const report: Report = JSON.parse(readFileSync(path, 'utf8'));
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
  };
}
