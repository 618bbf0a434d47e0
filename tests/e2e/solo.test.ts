import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POWERS } from '../../shared/core/powers.ts';
import { launchBrowser } from './support/browser.ts';
import { type GameServer, startServer } from './support/server.ts';
import { Person } from './support/table.ts';
import { say } from './support/words.ts';

/** From the press of a button to a hand that can be played. */
const START_LIMIT_MS = 10_000;
const ROUNDS = 6;

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

describe('a game alone', () => {
  it.each(POWERS)('goes from one press on the front page to scores, as %s', async (power) => {
    const person = await Person.arrive(browser, server.url);
    const { page } = person;
    const started = Date.now();
    await person.playNow(power);
    expect(Date.now() - started, 'milliseconds until the table stood').toBeLessThan(START_LIMIT_MS);

    let given = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      given += await person.playRound(round, round % 2 === 0 ? 2 : 1);
      const report = page.locator('main.report');
      // What this seat ordered is told back to it, and the causes add up to the change.
      expect(await report.getByRole('heading', { name: say('game:report.yours') }).count()).toBe(1);
      await person.goOn();
    }
    expect(given, 'orders that could be drafted in six rounds').toBeGreaterThanOrEqual(5);

    await person.isIn('debrief');
    const end = page.locator('main.end');
    const name = say(`common:powerAtStart.${power}`);
    await end
      .getByRole('heading', { name: new RegExp(`^${name} (did (better|worse) than|came out)`) })
      .waitFor();
    for (const other of POWERS) {
      const points = new RegExp(`${say(`common:power.${other}`)}[^]*?\\d`);
      expect(await end.textContent()).toMatch(points);
    }
    expect(person.complaints()).toEqual([]);
    await person.leave();
  });

  it('takes a draft back, and changes one, before it counts', async () => {
    const person = await Person.arrive(browser, server.url);
    await person.playNow('KZ');
    await person.goOn();
    await person.isIn('deliberation', 0);
    expect(await person.draft(1)).toBe(1);
    expect(await person.drafted()).toHaveLength(1);
    await person
      .drafts()
      .first()
      .getByRole('button', { name: say('game:desk.takeBack') })
      .click();
    await person.page.waitForFunction(
      () => document.querySelectorAll('article.card[data-state="drafted"]').length === 0,
    );
    expect(await person.draft(1)).toBe(1);
    await person.ready();
    await person.isIn('report', 0);
    const own = person.page.locator('section[aria-labelledby="report-own"] li');
    expect(await own.count()).toBe(1);
    expect(person.complaints()).toEqual([]);
    await person.leave();
  });
});
