import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { type RunningServer, type StartOptions, startServer } from '../../../server/server.ts';
import { Door } from './door.ts';

/** A real server in this process, on a free port, with its own data folder. */
export class House extends Door {
  readonly url: string;
  readonly dataDir: string;
  /** Everything that was logged. */
  readonly lines: string[];
  readonly #server: RunningServer;

  private constructor(server: RunningServer, dataDir: string, lines: string[]) {
    super();
    this.#server = server;
    this.dataDir = dataDir;
    this.lines = lines;
    this.url = `http://127.0.0.1:${server.port}`;
  }

  static async open(
    options: Omit<StartOptions, 'config'> & { dataDir?: string } = {},
  ): Promise<House> {
    const { dataDir = mkdtempSync(join(tmpdir(), 'multivector-')), ...rest } = options;
    const lines: string[] = [];
    const log: Logger = createLog('trace', { write: (line) => lines.push(line) });
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir });
    // Port 0 lets the system choose; nobody but a test wants that.
    const server = await startServer({ config, log, ...rest });
    return new House(server, dataDir, lines);
  }

  async close(): Promise<void> {
    await this.#server.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
