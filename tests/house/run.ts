/**
 * Runs the stages named on the command line one after the other, never stops at the first failure,
 * and ends with what failed and the line `N passed, N failed`. `npm run check`, `npm test` and the
 * build machine all go through here, so a stage means the same everywhere.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { requireServices } from './services.ts';
import { EMPTY, onePass, type Tally, tallyOfReport } from './tally.ts';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'node_modules', '.bin');
const reports = join(root, '.cache', 'reports');
const STAGE_LIMIT_MS = 20 * 60_000;

const PROJECTS = ['shared', 'server', 'client', 'tests', '.'];

/** Resolves to the exit code; a process that outlives the limit is ended and counts as failed. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<number>((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
      timeout: STAGE_LIMIT_MS,
    });
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.on('exit', (code) => done(code ?? 1));
  });
}

async function tool(command: string, ...args: string[]): Promise<Tally> {
  return onePass((await run(join(bin, command), args)) === 0);
}

async function suite(project: string, env: NodeJS.ProcessEnv = {}): Promise<Tally> {
  const report = join(reports, `${project}.json`);
  rmSync(report, { force: true });
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const code = await run(join(bin, 'vitest'), [...args, `--outputFile.json=${report}`], env);
  return tallyOfReport(report, code);
}

async function types(): Promise<Tally> {
  let failed = 0;
  for (const project of PROJECTS) {
    const code = await run(join(bin, 'tsc'), ['-p', join(root, project)]);
    if (code !== 0) {
      failed += 1;
      console.error(`types: ${project === '.' ? 'the configuration files' : `${project}/`} failed`);
    }
  }
  return { passed: PROJECTS.length - failed, failed };
}

async function browser(): Promise<Tally> {
  const built = await run(process.execPath, [join(root, 'server/start.mjs'), '--build-only']);
  if (built !== 0) return onePass(false);
  const { findOrInstallBrowser } = await import('../e2e/support/browser.ts');
  const chromium = findOrInstallBrowser();
  return suite('e2e', { CHROMIUM: chromium });
}

async function services(): Promise<Tally> {
  const env = await requireServices(root);
  if (env === null) {
    console.log('No suite needs PostgreSQL or Redis.');
    return EMPTY;
  }
  return suite('services', env);
}

const STAGES: Record<string, () => Promise<Tally>> = {
  types,
  lint: () => tool('biome', 'check', '--error-on-warnings'),
  layers: () => suite('house'),
  'dead-code': () => tool('knip'),
  unit: () => suite('unit'),
  browser,
  services,
};

const GROUPS: Record<string, readonly string[]> = {
  check: ['types', 'lint', 'layers', 'dead-code'],
  test: ['types', 'lint', 'layers', 'dead-code', 'unit', 'browser'],
};

async function main(names: readonly string[]): Promise<number> {
  const stages = names.flatMap((name) => GROUPS[name] ?? [name]);
  const unknown = stages.filter((name) => !(name in STAGES));
  if (stages.length === 0 || unknown.length > 0) {
    const known = [...Object.keys(GROUPS), ...Object.keys(STAGES)].join(', ');
    console.error(`Name one or more of: ${known}. Unknown: ${unknown.join(', ') || 'none'}.`);
    return 2;
  }
  mkdirSync(reports, { recursive: true });
  const lines: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const name of stages) {
    console.log(`\n── ${name}`);
    const started = Date.now();
    let tally: Tally;
    try {
      tally = await STAGES[name]();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      tally = onePass(false);
    }
    passed += tally.passed;
    failed += tally.failed;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    const verdict = tally.failed === 0 ? 'ok' : 'FAILED';
    lines.push(
      `${verdict.padEnd(6)}  ${name.padEnd(10)} ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`,
    );
  }
  console.log(`\n${lines.join('\n')}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
