import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/support/browser.ts';
import { startServer } from '../e2e/support/server.ts';
import { createGame } from './people.ts';
import type { Found } from './stats.ts';

interface Load {
  readonly bytes: number;
  readonly code: number;
  readonly requests: number;
}

/** Types of resource that a page needs before it can be used. */
const CODE = ['Document', 'Stylesheet', 'Script'];

/** Opens a page with an empty cache and adds up what came over the wire, headers included. */
async function load(page: Page, url: string, settle: () => Promise<unknown>): Promise<Load> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const types = new Map<string, string>();
  let bytes = 0;
  let code = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    types.set(requestId, type);
  });
  let requests = 0;
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    requests += 1;
    bytes += encodedDataLength;
    if (CODE.includes(types.get(requestId) ?? '')) code += encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await settle();
  await session.detach();
  return { bytes, code, requests };
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
        frontBytes: front.code,
        frontTotalBytes: front.bytes,
        frontRequests: front.requests,
        gameBytes: game.bytes,
      },
      more: { gameRequests: game.requests },
    };
  } finally {
    await browser.close();
    await server.dispose();
  }
}
