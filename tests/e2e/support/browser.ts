/** The Chromium that plays in the end-to-end tests: found, installed, or missed with a cure. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CURE =
  'Install Chromium (Debian: "apt-get install -y chromium", elsewhere: "npx playwright-core install chromium") or set CHROMIUM to the program.';

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of new Set([...folders, '/usr/bin'])) {
    for (const name of NAMES) {
      if (executable(join(folder, name))) return join(folder, name);
    }
  }
  const own = chromium.executablePath();
  return own !== '' && executable(own) ? own : undefined;
}

/** Path of a Chromium on this machine; `CHROMIUM` overrides the search. Undefined when none is. */
function findBrowser(): string | undefined {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!executable(named))
      throw new Error(`CHROMIUM names ${named}, which cannot be run. ${CURE}`);
    return named;
  }
  return installed();
}

function debianAsRoot(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/**
 * Like `findBrowser`, but on Debian with the right to do so it installs Chromium and says so.
 * Throws with the cure when there is no browser in the end.
 */
export async function findOrInstallBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (!debianAsRoot()) throw new Error(`No Chromium was found. ${CURE}`);
  console.log('No Chromium was found: installing it with apt-get (some minutes) …');
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const done = spawnSync('apt-get', args, options as Parameters<typeof spawnSync>[2]);
    if (done.status !== 0) throw new Error(`"apt-get ${args.join(' ')}" failed. ${CURE}`);
  }
  const now = installed();
  if (now === undefined) throw new Error(`Chromium was installed but cannot be found. ${CURE}`);
  return now;
}

/**
 * A headless browser without sandbox (it only ever opens our own pages) and without WebGL, which
 * is software here and would time the machine instead of the product.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error(`No Chromium was found. ${CURE}`);
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}
