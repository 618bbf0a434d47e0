/*
 * `npm run dev`: the server restarts when one of its files changes, the page replaces its changed
 * parts without a reload. The page is served by Vite on 5173 and talks to the server through it.
 */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const env = { ...process.env, NODE_ENV: 'development' };

/** @param {string[]} args */
const start = (args) => spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });

const children = [
  start(['--watch', '--watch-preserve-output', join('server', 'main.ts')]),
  start([join('node_modules', 'vite', 'bin', 'vite.js')]),
];

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  for (const child of children) child.kill(signal);
}

process.on('SIGINT', () => stop('SIGINT'));
process.on('SIGTERM', () => stop('SIGTERM'));
for (const child of children) {
  child.on('exit', (code) => {
    process.exitCode = code ?? 0;
    stop('SIGTERM');
  });
}
