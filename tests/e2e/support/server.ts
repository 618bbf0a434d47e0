/** The real program as a child process: started as a person starts it, killed as a machine dies. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const root = resolve(import.meta.dirname, '../../..');
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

export type GameServer = {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** Everything the program has printed since its first start. */
  output(): string;
  /** `kill -9`: no goodbye, no flush. Resolves when the process is gone. */
  crash(): Promise<void>;
  /** SIGTERM, as a machine that shuts down; resolves to the exit code. */
  stop(): Promise<number | null>;
  /** Starts again on the same port and data folder after `crash` or `stop`. */
  start(): Promise<void>;
  /** Ends the program if it runs and removes its data. */
  dispose(): Promise<void>;
};

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}

async function healthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Starts `node server/start.mjs` on a free port with an empty data folder and waits until
 * `/health` answers. Throws with what the program printed when it ends or stays silent instead.
 */
export async function startServer(env: NodeJS.ProcessEnv = {}): Promise<GameServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'multivector-'));
  let printed = '';
  let child: ChildProcess | undefined;

  const running = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child === undefined || !running()) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    const late = AbortSignal.timeout(STOP_LIMIT_MS);
    const silent = new Promise<'late'>((done) => {
      late.addEventListener('abort', () => done('late'));
    });
    if ((await Promise.race([gone, silent])) === 'late') {
      child.kill('SIGKILL');
      await gone;
      throw new Error(`The server did not end within 15 s of ${signal}:\n${printed}`);
    }
    return child.exitCode;
  };

  const start = async () => {
    if (running()) throw new Error('The server runs already.');
    child = spawn(process.execPath, [join(root, 'server/start.mjs')], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ...env, PORT: `${port}`, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
    }
    const deadline = Date.now() + START_LIMIT_MS;
    while (!(await healthy(url))) {
      if (!running()) throw new Error(`The server ended with ${child.exitCode}:\n${printed}`);
      if (Date.now() > deadline) {
        child.kill('SIGKILL');
        throw new Error(`The server was not healthy after 60 s:\n${printed}`);
      }
      await pause(50);
    }
  };

  await start();
  return {
    url,
    port,
    dataDir,
    output: () => printed,
    crash: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
    start,
    dispose: async () => {
      await end('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
