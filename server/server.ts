import { createServer, type Server as HttpServer } from 'node:http';
import { join } from 'node:path';
import { matchMaker, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import type { Logger } from 'pino';
import { MAX_MESSAGE_BYTES } from '../shared/protocol/messages.ts';
import { lanAddress, linkBase } from './address.ts';
import type { Config } from './config.ts';
import { contentOf, scenarioIds } from './content.ts';
import { serveHttp } from './http/app.ts';
import { createLimits, type LimitSettings, USUAL_LIMITS } from './http/limits.ts';
import { createLog, frameworkLog } from './log.ts';
import { Problem } from './problem.ts';
import { Directory } from './rooms/directory.ts';
import { Sessions } from './sessions/sessions.ts';
import { openStore } from './store/open.ts';
import type { GameStore } from './store/store.ts';
import { type Clock, systemClock } from './time.ts';

const root = join(import.meta.dirname, '..');

/** Milliseconds between two looks for games whose time has run out. */
const SWEEP = 3600_000;

/** What a program that embeds the server may set; the environment can set `config` alone. */
export interface StartOptions {
  readonly config: Config;
  readonly clock?: Clock;
  readonly store?: GameStore;
  readonly log?: Logger;
  readonly limits?: Partial<LimitSettings>;
  /** Milliseconds after which a bot plays for somebody who is away. */
  readonly standInAfter?: number;
  readonly most?: { readonly open: number; readonly kept: number };
  readonly clientFolder?: string;
}

export interface RunningServer {
  readonly port: number;
  /** Addresses under which the game opens: this machine's, and the local network's where there is one. */
  readonly addresses: readonly string[];
  /** Saves, closes everything, and resolves when nothing is left open. */
  stop(): Promise<void>;
}

/** Starts the server. @throws Problem for what a person can mend */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { config } = options;
  const clock = options.clock ?? systemClock;
  const log = options.log ?? createLog(config.logLevel);
  const most = options.most ?? { open: 2000, kept: 200_000 };
  checkScenarios();
  const store = options.store ?? (await openStore(config));
  const directory = new Directory({
    store,
    clock,
    log,
    standInAfter: options.standInAfter ?? 60_000,
    most,
  });
  const sessions = new Sessions({ store, clock, log, directory });
  const http = createServer();
  // Slow senders must not hold connections open for nothing.
  http.headersTimeout = 15_000;
  http.requestTimeout = 30_000;
  // Everybody of every open game, his page's requests beside his socket, and some who look in.
  http.maxConnections = most.open * 8 + 2000;
  const lan = lanAddress();
  let draining = false;
  let port = config.port;
  // The pages' own origin is the only one that talks to the game.
  matchMaker.controller.DEFAULT_CORS_HEADERS =
    {} as typeof matchMaker.controller.DEFAULT_CORS_HEADERS;
  matchMaker.controller.getCorsHeaders = () =>
    ({}) as Record<'Access-Control-Allow-Origin', string>;
  // Rooms are made and entered through the directory alone.
  matchMaker.controller.exposedMethods = [];
  const colyseus = new Server({
    greet: false,
    gracefullyShutdown: false,
    logger: frameworkLog(log, () => http.listening),
    transport: new WebSocketTransport({
      server: http,
      maxPayload: MAX_MESSAGE_BYTES,
      pingInterval: 5000,
      pingMaxRetries: 3,
    }),
    express: (app) =>
      serveHttp(app, {
        directory,
        sessions,
        limits: createLimits({ ...USUAL_LIMITS, ...options.limits }),
        log,
        clientFolder: options.clientFolder ?? join(root, 'dist', 'client'),
        live: process.env.NODE_ENV !== 'production',
        base: (request) => linkBase(config.publicUrl, request.get('host'), port, lan),
        health: () => ({ ok: !draining, rooms: matchMaker.stats.local.roomCount }),
      }),
  });
  const [name, room, roomOptions] = directory.definition();
  colyseus.define(name, room, roomOptions);
  const [hallName, hall, hallOptions] = sessions.definition();
  colyseus.define(hallName, hall, hallOptions);
  try {
    await listen(colyseus, http, config);
  } catch (error) {
    await store.close();
    throw error;
  }
  const bound = http.address();
  if (typeof bound === 'object' && bound !== null) port = bound.port;
  // Sessions first: a world is kept as long as its session.
  const sweep = async (): Promise<void> => {
    await sessions.sweep();
    await directory.sweep();
  };
  let endSweeps = (): void => {};
  const sweepLater = (): void => {
    endSweeps = clock.after(SWEEP, () => {
      sweep()
        .catch((error: unknown) => log.error({ err: error }, 'the sweep failed'))
        .finally(() => {
          if (!draining) sweepLater();
        });
    });
  };
  await sweep();
  sweepLater();

  let stopping: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    draining = true;
    endSweeps();
    await colyseus.gracefullyShutdown(false);
    http.closeAllConnections();
    await store.close();
  };
  const local = `http://localhost:${port}`;
  const open = config.host === '0.0.0.0' || config.host === '::';
  return {
    port,
    addresses: open && lan !== null ? [local, `http://${lan}:${port}`] : [local],
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

/** A broken scenario is found now, not when the first game wants it. @throws Problem */
function checkScenarios(): void {
  for (const id of scenarioIds()) {
    try {
      contentOf(id);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Problem(
        `The scenario "${id}" cannot be used (${reason}): restore its files below assets/.`,
        error,
      );
    }
  }
}

/** The framework waits forever for a port that is taken; whatever comes first counts here. */
async function listen(colyseus: Server, http: HttpServer, config: Config): Promise<void> {
  const { port, host } = config;
  const failed = new Promise<never>((_, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(
          new Problem(
            `Port ${port} is in use by another program: end that one, or start with another port, as in "PORT=${port + 1} npm start".`,
            error,
          ),
        );
      } else if (error.code === 'EACCES') {
        reject(
          new Problem(
            `Port ${port} may not be used by this user: start with a port above 1023, as in "PORT=2567 npm start".`,
            error,
          ),
        );
      } else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
        reject(
          new Problem(
            `HOST is "${host}", which is no address of this machine: leave it out to listen on all of them.`,
            error,
          ),
        );
      } else reject(error);
    });
  });
  await Promise.race([colyseus.listen(port, host), failed]);
}
