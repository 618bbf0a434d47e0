import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../..');

/** Runs one of the command-line tools as a person would. */
export function tool(name: string, ...args: string[]) {
  const file = join(root, 'server/cli', `${name}.ts`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 240_000,
  });
  return { status, stdout, stderr };
}
