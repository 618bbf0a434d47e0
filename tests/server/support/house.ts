import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { type RunningServer, type StartOptions, startServer } from '../../../server/server.ts';
import type { Refusal } from '../../../shared/core/refusal.ts';
import type {
  CreatedGame,
  CreateRequest,
  GameInfo,
  JoinedGame,
  JoinRequest,
} from '../../../shared/protocol/messages.ts';
import { Player } from './player.ts';

/** Whatever an answer may carry; a test reads what it asked for. */
type Reply = GameInfo & CreatedGame & JoinedGame & { readonly refusal: Refusal };

/** A real server in this process, on a free port, with its own data folder. */
export class House {
  readonly url: string;
  readonly dataDir: string;
  /** Everything that was logged. */
  readonly lines: string[];
  readonly #server: RunningServer;

  private constructor(server: RunningServer, dataDir: string, lines: string[]) {
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

  async close(keepData = false): Promise<void> {
    await this.#server.stop();
    if (!keepData) rmSync(this.dataDir, { recursive: true, force: true });
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: Reply }> {
    const response = await fetch(`${this.url}/api/games${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Reply };
  }

  async create(request: Partial<CreateRequest> = {}): Promise<CreatedGame> {
    const { status, body } = await this.ask('POST', '', {
      mode: 'friends',
      name: 'Host',
      ...request,
    });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  /** Joins and connects. @throws the refusal */
  async enter(code: string, request: Partial<JoinRequest>): Promise<Player> {
    const { status, body } = await this.ask('POST', `/${code}/join`, request);
    if (status !== 200) throw body.refusal;
    return Player.connect(this.url, { ...body, token: body.token ?? request.token });
  }

  /** A game with its maker, connected. */
  async host(request: Partial<CreateRequest> = {}): Promise<Player> {
    const { code, token } = await this.create(request);
    return this.enter(code, { token });
  }
}
