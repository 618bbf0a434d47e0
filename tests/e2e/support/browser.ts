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

/** What the search asks the machine; a test may describe another one. */
export type Machine = {
  /** Program that `CHROMIUM` names, if it does. */
  readonly named: string | undefined;
  readonly folders: readonly string[];
  /** Where Playwright keeps its own Chromium. */
  readonly own: string;
  /** Whether `apt-get` may install: Debian, and the right to. */
  readonly mayInstall: boolean;
  /** Runs a program in the foreground; true when it ended well. */
  run(command: string, args: readonly string[]): boolean;
};

const thisMachine = (): Machine => ({
  named: process.env.CHROMIUM || undefined,
  folders: [
    ...(process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    '/usr/bin',
  ],
  own: chromium.executablePath(),
  mayInstall: existsSync('/etc/debian_version') && process.getuid?.() === 0,
  run: (command, args) =>
    spawnSync(command, args, {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0,
});

function installed({ folders, own }: Machine): string | undefined {
  for (const folder of new Set(folders)) {
    for (const name of NAMES) {
      if (executable(join(folder, name))) return join(folder, name);
    }
  }
  return own !== '' && executable(own) ? own : undefined;
}

/** Path of a Chromium on this machine; `CHROMIUM` overrides the search. Undefined when none is. */
function findBrowser(machine: Machine): string | undefined {
  const { named } = machine;
  if (named === undefined) return installed(machine);
  if (!executable(named)) throw new Error(`CHROMIUM names ${named}, which cannot be run. ${CURE}`);
  return named;
}

/**
 * Path of a Chromium; on Debian with the right to do so it installs one where there is none, and
 * says so. Throws with the cure when there is no browser in the end.
 */
export function findOrInstallBrowser(machine = thisMachine()): string {
  const found = findBrowser(machine);
  if (found !== undefined) return found;
  if (!machine.mayInstall) throw new Error(`No Chromium was found. ${CURE}`);
  console.log('No Chromium was found: installing it with apt-get (some minutes) …');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    if (!machine.run('apt-get', args)) {
      throw new Error(`"apt-get ${args.join(' ')}" failed. ${CURE}`);
    }
  }
  const now = installed(machine);
  if (now === undefined) throw new Error(`Chromium was installed but cannot be found. ${CURE}`);
  return now;
}

/**
 * A headless browser without sandbox (it only ever opens our own pages) and without WebGL, which
 * is software here and would time the machine instead of the product.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser(thisMachine());
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
