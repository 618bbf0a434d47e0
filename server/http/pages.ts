import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import sirv from 'sirv';

/** Files that the build names by their content: they never change under their name. */
const HASHED = /^\/assets\/.*-[\w-]{8,}\.\w+$/;

/**
 * The built client, with the brotli files that the build left beside it. `live` looks at the disk
 * each time, for a build that changes while the server runs.
 */
export function pages(folder: string, live: boolean): RequestHandler {
  if (!existsSync(folder)) {
    return (_request, response) => {
      response
        .status(503)
        .type('text/plain')
        .send(
          'The pages are not built yet: run "npm start", or "npm run dev" and open port 5173.\n',
        );
    };
  }
  const serve = sirv(folder, {
    dev: live,
    etag: true,
    brotli: true,
    gzip: false,
    dotfiles: false,
    extensions: ['html'],
    setHeaders(response, pathname) {
      response.setHeader(
        'Cache-Control',
        HASHED.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    // A packed file is a representation, not a page.
    if (request.path.endsWith('.br')) return next();
    return serve(request, response, next);
  };
}

/** The page for an address that leads nowhere; the client may bring its own. */
export function notFound(folder: string): RequestHandler {
  const own = join(folder, '404.html');
  const page = existsSync(own) ? readFileSync(own) : null;
  return (request, response) => {
    response.status(404);
    if (page !== null && request.accepts('html')) response.type('html').send(page);
    else
      response
        .type('text/plain')
        .send('There is nothing at this address. The game begins at "/".\n');
  };
}
