import type { IncomingMessage } from 'node:http';
import type { Application, ErrorRequestHandler, Request } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { refuse } from '../../shared/core/refusal.ts';
import type { Directory } from '../rooms/directory.ts';
import type { Sessions } from '../sessions/sessions.ts';
import { gamesRouter } from './games.ts';
import type { Limits } from './limits.ts';
import { notFound, pages } from './pages.ts';
import { sessionsRouter } from './sessions.ts';

export interface AppParts {
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly limits: Limits;
  readonly log: Logger;
  readonly clientFolder: string;
  /** Whether the built client may change while the server runs. */
  readonly live: boolean;
  readonly base: (request: Request) => string;
  readonly health: () => { readonly ok: boolean } & Readonly<Record<string, unknown>>;
}

/** Everything that is answered over HTTP, on the framework's own express application. */
export function serveHttp(app: Application, parts: AppParts): void {
  app.disable('x-powered-by');
  // A proxy on the same machine may tell who the visitor is; nobody else may.
  app.set('trust proxy', 'loopback');
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          // 'self' covers the room's socket where the browser is of today; Safari once did not.
          connectSrc: ["'self'", ownSocket],
          manifestSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
        },
      },
      // The class plays over plain http in the local network: nothing may force https there.
      strictTransportSecurity: false,
      crossOriginOpenerPolicy: false,
      originAgentCluster: false,
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  app.use((_request, response, next) => {
    response.setHeader(
      'Permissions-Policy',
      'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    );
    next();
  });
  app.get('/health', (_request, response) => {
    const health = parts.health();
    response
      .status(health.ok ? 200 : 503)
      .setHeader('Cache-Control', 'no-store')
      .json(health);
  });
  app.use('/api', (_request, response, next) => {
    if (parts.health().ok) return next();
    // The server is about to end: whoever asks comes back to the next one.
    response
      .status(503)
      .setHeader('Retry-After', '5')
      .json({ refusal: refuse('notSaved') });
  });
  app.use('/api/games', gamesRouter(parts));
  app.use('/api/sessions', sessionsRouter(parts));
  app.use('/api', (_request, response) => {
    response.status(404).json({ refusal: refuse('malformed') });
  });
  app.use(pages(parts.clientFolder, parts.live));
  app.use(notFound(parts.clientFolder));
  app.use(faults(parts.log));
}

/** The room's socket by its full address, for browsers whose 'self' means http alone. */
function ownSocket(request: IncomingMessage): string {
  const host = request.headers.host ?? '';
  return /^[\w.:[\]-]+$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/** What went wrong is the log's business; the visitor hears that, and no more. */
function faults(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const status = (error as { status?: unknown }).status;
    if (typeof status === 'number' && status >= 400 && status < 500) {
      const refusal = refuse(status === 413 ? 'tooLong' : 'malformed');
      response.status(status).json({ refusal });
      return;
    }
    log.error({ err: error }, 'a request failed');
    if (response.headersSent) response.end();
    else response.status(500).json({ refusal: refuse('notSaved') });
  };
}
