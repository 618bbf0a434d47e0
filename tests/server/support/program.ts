import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Door } from './door.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Time a start may take on a machine that does other things too, in milliseconds. */
const START_LIMIT = 60_000;

/** The server as a process of its own, without the pages: what a machine kills is this. */
export class Program extends Door {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'multivector-program-'));
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #printed = '';
  #port = 0;

  private constructor(env: NodeJS.ProcessEnv) {
    super();
    this.#env = env;
  }

  static async start(env: NodeJS.ProcessEnv = {}): Promise<Program> {
    const program = new Program(env);
    await program.begin();
    return program;
  }

  override get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }
  get pid(): number {
    return this.#child?.pid ?? 0;
  }
  /** Everything that it has printed and logged. */
  get printed(): string {
    return this.#printed;
  }

  /** Starts it on its data folder, again after an end. */
  async begin(): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: '',
        HOST: '127.0.0.1',
        LOG_LEVEL: 'info',
        ...this.#env,
        PORT: '0',
        DATA_DIR: this.dataDir,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    const start = this.#printed.length;
    const ready = new Promise<void>((done, failed) => {
      const late = setTimeout(() => failed(new Error(`not ready:\n${this.#printed}`)), START_LIMIT);
      const hear = (text: string): void => {
        this.#printed += text;
        const port = this.#printed.slice(start).match(/ready\.\n {2}http:\/\/localhost:(\d+)/)?.[1];
        if (port === undefined) return;
        clearTimeout(late);
        this.#port = Number(port);
        done();
      };
      child.stdout.setEncoding('utf8').on('data', hear);
      child.stderr.setEncoding('utf8').on('data', hear);
      child.on('exit', () => {
        clearTimeout(late);
        failed(new Error(`it ended:\n${this.#printed}`));
      });
    });
    await ready;
  }

  /** Ends it: SIGKILL as a machine dies, SIGTERM as one shuts down. @returns the exit code */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return null;
    const gone = once(child, 'exit');
    child.kill(signal);
    const [code] = await gone;
    return code;
  }

  async dispose(): Promise<void> {
    await this.end('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
