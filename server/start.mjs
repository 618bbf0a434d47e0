/*
 * The program behind `npm start`. Plain JavaScript that the oldest Node in use can parse, because
 * its first task is to tell that Node what is wrong.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first release that runs TypeScript files without a flag. */
const NEEDED = [22, 18];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist', 'client');
const stampFile = join(root, 'dist', 'client.stamp');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** @param {string} sentence */
function refuse(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
  if (enough) return;
  refuse(
    `Multivector needs Node ${NEEDED.join('.')} or newer and was started by Node ${process.versions.node}: ` +
      'run "npm install && npm start", which on Linux and Windows brings its own Node 24, or install Node 24 from https://nodejs.org.',
  );
}

function checkPackages() {
  if (!existsSync(vite)) refuse('The packages are not installed: run "npm install" first.');
}

/**
 * @param {string} folder
 * @returns {string[]} every file below, in a fixed order
 */
function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}

/** A fingerprint of everything the client is built from; times of files say nothing after a clone. */
function fingerprint() {
  const hash = createHash('sha256');
  const parts = ['client', 'shared', 'assets'].map((name) => join(root, name)).filter(existsSync);
  const files = [
    join(root, 'package-lock.json'),
    join(root, 'vite.config.ts'),
    ...parts.flatMap(filesBelow),
  ];
  for (const file of files) {
    if (!existsSync(file)) continue;
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** Builds the client when there is none or when its sources changed since the last build. */
function buildClient() {
  const wanted = fingerprint();
  const present = existsSync(dist) && existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (present === wanted) return;
  process.stdout.write(
    existsSync(stampFile)
      ? 'The client changed: building it anew (some seconds) …\n'
      : 'First start: building the client (some seconds) …\n',
  );
  try {
    mkdirSync(dist, { recursive: true });
    accessSync(dist, constants.W_OK);
  } catch {
    refuse(`The folder ${dist} cannot be written: give this user the right to, then start again.`);
  }
  const started = Date.now();
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (built.status !== 0) {
    refuse(
      'The client could not be built, the reason stands above: "git status" shows what was changed, "npm install" brings back missing packages.',
    );
  }
  writeFileSync(stampFile, wanted);
  process.stdout.write(`Client built in ${((Date.now() - started) / 1000).toFixed(1)} s.\n`);
}

checkNode();
checkPackages();
if (process.env.NODE_ENV === undefined) process.env.NODE_ENV = 'production';
buildClient();
if (process.argv.indexOf('--build-only') < 0) {
  await import('./main.ts');
}
