import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/support/browser.ts';
import { startServer } from '../e2e/support/server.ts';
import { createGame } from './people.ts';
import type { Found } from './stats.ts';

interface Load {
  readonly bytes: number;
  readonly requests: number;
  /** Of these HTML, CSS and JavaScript. */
  readonly codeBytes: number;
  readonly codeRequests: number;
}

/** Types of resource that a page needs before it can be used. */
const CODE = ['Document', 'Stylesheet', 'Script'];

/** Opens a page with an empty cache and adds up what came over the wire, headers included. */
async function load(page: Page, url: string, settle: () => Promise<unknown>): Promise<Load> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map<string, string>();
  const load = { bytes: 0, requests: 0, codeBytes: 0, codeRequests: 0 };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    // Pictures that stand in the code itself ask nobody.
    if (!response.url.startsWith('data:')) types.set(requestId, type);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = types.get(requestId);
    if (type === undefined) return;
    load.requests += 1;
    load.bytes += encodedDataLength;
    if (!CODE.includes(type)) return;
    load.codeRequests += 1;
    load.codeBytes += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await settle();
  await session.detach();
  return load;
}

/** Bytes over the wire of the front page and of the game page, with brotli, from an empty cache. */
export async function weight(): Promise<Found> {
  const server = await startServer();
  const browser = await launchBrowser();
  try {
    const frontPage = await (await browser.newContext()).newPage();
    const front = await load(frontPage, `${server.url}/`, () => frontPage.waitForTimeout(1500));
    const context = await browser.newContext();
    const made = await createGame(server.url, { mode: 'solo', power: 'KZ', pace: 'calm' });
    // The seat's token lies in the device's storage, as after pressing Play now.
    await context.addInitScript(
      ([code, token]) => {
        localStorage.setItem(`multivector.seat.${code}`, JSON.stringify({ token, power: 'KZ' }));
      },
      [made.code, made.token],
    );
    const gamePage = await context.newPage();
    const game = await load(gamePage, `${server.url}/game.html?c=${made.code}`, () =>
      gamePage
        .waitForSelector('canvas', { timeout: 30_000 })
        .then(() => gamePage.waitForTimeout(3000)),
    );
    return {
      figures: {
        frontBytes: front.codeBytes,
        frontTotalBytes: front.bytes,
        frontRequests: front.codeRequests,
        gameBytes: game.bytes,
      },
      more: { frontTotalRequests: front.requests, gameRequests: game.requests },
    };
  } finally {
    await browser.close();
    await server.dispose();
  }
}
