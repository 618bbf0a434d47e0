/** The map in a real browser: it rests when nothing moves, answers hands and keys, and is a list too. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { type GameServer, startServer } from './support/server.ts';
import { Person } from './support/table.ts';
import { say } from './support/words.ts';

let server: GameServer;
let browser: Browser;
beforeAll(async () => {
  server = await startServer();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

/** Frames that the map draws while `during` goes on: each one draws the sheet's edge with three strokes. */
async function framesDrawn(page: Page, during: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map-host canvas');
    const ctx = canvas?.getContext('2d');
    if (!canvas || !ctx) throw new Error('there is no map');
    const stroke = ctx.strokeRect.bind(ctx);
    canvas.dataset.strokes = '0';
    ctx.strokeRect = (...box) => {
      canvas.dataset.strokes = String(Number(canvas.dataset.strokes) + 1);
      stroke(...box);
    };
  });
  await during();
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.map-host canvas');
    const ctx = canvas?.getContext('2d') as { strokeRect?: unknown } | null;
    delete ctx?.strokeRect;
    return Number(canvas?.dataset.strokes) / 3;
  });
}

/** Waits until the engine is here and nothing is drawn any more. */
async function rested(person: Person): Promise<void> {
  const { page } = person;
  await page.locator('.map-host canvas').waitFor();
  for (let i = 0; i < 20; i += 1) {
    if ((await framesDrawn(page, () => page.waitForTimeout(1200))) === 0) return;
  }
  throw new Error('the map never came to rest');
}

it('draws nothing while it rests, and again when it is moved', async () => {
  const person = await Person.arrive(browser, server.url);
  const { page } = person;
  await person.playNow('KZ');
  await rested(person);
  expect(await framesDrawn(page, () => page.waitForTimeout(3000))).toBe(0);
  const moved = await framesDrawn(page, async () => {
    await page.locator('.map-host').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(800);
  });
  expect(moved).toBeGreaterThan(0);
  await rested(person);
  expect(person.complaints()).toEqual([]);
  await person.leave();
});

it('is reached by keys as a list that marks what it names', async () => {
  const person = await Person.arrive(browser, server.url);
  const { page } = person;
  await person.playNow('KZ');
  await rested(person);
  const { keyboard } = page;
  await page.locator('#places').focus();
  await keyboard.press('Enter');
  const items = page.locator('.place-item');
  await items.first().focus();
  const second = await items.nth(1).textContent();
  await keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second);
  const name = (await items.nth(1).locator('b:not(.pin)').textContent()) ?? '';
  await keyboard.press('Enter');
  await page.locator('.map-facts', { hasText: name }).waitFor();
  await keyboard.press('Escape');
  await items.first().waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('places');
  expect(person.complaints()).toEqual([]);
  await person.leave();
});

it('changes its layer, and its legend with it', async () => {
  const person = await Person.arrive(browser, server.url);
  const { page } = person;
  await person.playNow('KZ');
  await page.getByRole('tab', { name: say('map:sheet.energy.tab') }).click();
  await person.sees(say('map:sheet.energy.title'));
  await page.locator('.map-legend', { hasText: say('map:legend.gas') }).waitFor();
  expect(person.complaints()).toEqual([]);
  await person.leave();
});
