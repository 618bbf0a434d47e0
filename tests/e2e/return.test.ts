/** Whoever goes comes back to his seat: after a reload, a lost network, a dead server, on another device. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandClock } from '../server/support/clock.ts';
import { House } from '../server/support/house.ts';
import { launchBrowser } from './support/browser.ts';
import { type GameServer, startServer } from './support/server.ts';
import { Person, PHONE } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { say } from './support/words.ts';

/** What Chromium itself writes when the network or the server is away. */
const AWAY =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|NETWORK)|WebSocket connection to/;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

describe('a reload', () => {
  const clock = new HandClock();
  let house: House;
  beforeAll(async () => {
    house = await House.open({ clock });
  });
  afterAll(async () => {
    await house?.close();
  });

  it('keeps seat, drafts and place in every phase', async () => {
    const host = await Person.arrive(browser, house.url);
    const code = await host.openTable('Host');
    const guest = await Person.arrive(browser, house.url);
    await guest.join(code, 'Guest', 'RU');
    const again = async (): Promise<void> => {
      await guest.reload();
      await guest.page.getByRole('heading', { level: 1, name: say('common:power.RU') }).waitFor();
    };

    await again();
    await guest.isIn('lobby');
    await guest.sees(/Guest · /);

    await host.press('lobby:start');
    await guest.isIn('briefing', 0);
    await again();
    await guest.isIn('briefing', 0);

    await turnTo(house, clock, code, 'deliberation', 0);
    await guest.isIn('deliberation', 0);
    expect(await guest.draft(2)).toBe(2);
    const drafted = await guest.drafted();
    await again();
    await guest.isIn('deliberation', 0);
    await guest.page.locator('article.card[data-state="drafted"]').first().waitFor();
    expect(await guest.drafted()).toEqual(drafted);

    await turnTo(house, clock, code, 'ink', 0);
    await guest.isIn('ink', 0);
    await again();
    await guest.isIn('ink', 0);
    await guest.page.locator('article.card[data-state="drafted"]').first().waitFor();
    expect(await guest.drafted()).toEqual(drafted);

    await turnTo(house, clock, code, 'report', 0);
    await guest.isIn('report', 0);
    await again();
    await guest.isIn('report', 0);
    const report = (await guest.page.locator('main.report').textContent()) ?? '';
    for (const title of drafted) expect(report).toContain(title);

    await turnTo(house, clock, code, 'debrief');
    await guest.isIn('debrief');
    await again();
    await guest.isIn('debrief');

    for (const person of [host, guest]) {
      expect(person.complaints()).toEqual([]);
      await person.leave();
    }
  });

  it('leads a second window to the seat and tells the first', async () => {
    const first = await Person.arrive(browser, house.url);
    await first.openTable('Twice');
    const second = await first.context.newPage();
    await second.goto(first.page.url());
    await second.getByRole('heading', { name: say('lobby:heading') }).waitFor();
    await first.sees(say('game:conn.second'));
    await first.press('game:conn.secondBack');
    await second.getByText(say('game:conn.second')).waitFor();
    expect(first.complaints()).toEqual([]);
    await first.leave();
  });

  it('is not needed on another device that has the return code', async () => {
    const laptop = await Person.arrive(browser, house.url);
    const code = await laptop.openTable('Wanderer');
    await laptop.press('game:menu.key');
    await laptop.press('game:key.get');
    const returnCode = await laptop.page.locator('dialog dd').nth(1).textContent();
    expect(returnCode).toMatch(/\w{4}/);
    const phone = await Person.arrive(browser, house.url, { viewport: PHONE, hasTouch: true });
    await phone.open('/');
    await phone.press('front:join.useReturn');
    await phone.page.getByLabel(say('front:join.returnCode')).fill(returnCode ?? '');
    await phone.typeCode(code);
    await phone.press('front:join.returnSubmit');
    await phone.isIn('lobby');
    await phone.sees(/Wanderer · /);
    await laptop.page.keyboard.press('Escape');
    await laptop.sees(say('game:conn.second'));
    for (const person of [laptop, phone]) {
      expect(person.complaints()).toEqual([]);
      await person.leave();
    }
  });

  it('of an address without a seat leads to the welcome step and takes no seat', async () => {
    const host = await Person.arrive(browser, house.url);
    const code = await host.openTable('Host');
    const stranger = await Person.arrive(browser, house.url);
    await stranger.page.goto(host.page.url());
    await stranger.page.waitForURL(/\/join/);
    await stranger.sees(say('join:taken', { name: 'Host' }));
    const { body } = await house.ask('GET', `/${code}`);
    expect(body.seats.filter((seat: { held: boolean }) => seat.held)).toHaveLength(1);
    await stranger.leave();
    await host.leave();
  });
});

describe('a lost connection', () => {
  let server: GameServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(async () => {
    await server?.dispose();
  });

  it('is told, keeps the drafts, and mends itself when the network is back', async () => {
    const person = await Person.arrive(browser, server.url);
    await person.playNow('CN');
    await person.goOn();
    await person.isIn('deliberation', 0);
    expect(await person.draft(1)).toBe(1);
    const drafted = await person.drafted();

    await person.context.setOffline(true);
    // The browser leaves an open socket open when it plays offline; the server's end is cut instead.
    await person.page.evaluate(() => dispatchEvent(new Event('offline')));
    await server.crash();
    await person.sees(say('game:conn.offline'));
    expect(await person.drafted()).toEqual(drafted);
    await server.start();
    await person.page.waitForTimeout(1500);
    await person.sees(say('game:conn.offline'));

    await person.context.setOffline(false);
    await person.page.getByText(say('game:conn.offline')).waitFor({ state: 'detached' });
    await person.isIn('deliberation', 0);
    expect(await person.drafted()).toEqual(drafted);
    await person.ready();
    await person.isIn('report', 0);
    expect(person.complaints(AWAY)).toEqual([]);
    await person.leave();
  });

  it('to a killed server ends in the same round with the same drafts, and the clock waits', async () => {
    const host = await Person.arrive(browser, server.url);
    const code = await host.openTable('Host');
    const guest = await Person.arrive(browser, server.url);
    await guest.join(code, 'Guest', 'EU');
    await host.press('lobby:start');
    for (const person of [host, guest]) await person.isIn('briefing', 0);
    // The host may move on without the clock.
    await host.press('game:menu.table');
    await host.press('game:menu.next');
    await host.page.keyboard.press('Escape');
    for (const person of [host, guest]) {
      await person.isIn('deliberation', 0);
      expect(await person.draft(1)).toBe(1);
    }
    const before = [await host.drafted(), await guest.drafted()];
    const left = await host.page.locator('.clock').textContent();

    await server.crash();
    for (const person of [host, guest]) await person.sees(say('game:conn.offline'));
    await host.page.waitForTimeout(3000);
    await server.start();
    for (const person of [host, guest]) {
      await person.page.getByText(say('game:conn.offline')).waitFor({ state: 'detached' });
      await person.isIn('deliberation', 0);
    }
    expect([await host.drafted(), await guest.drafted()]).toEqual(before);
    const now = await host.page.locator('.clock').textContent();
    const seconds = (clock: string | null): number => {
      const [, m = '', s = ''] = /(\d+):(\d\d)/.exec(clock ?? '') ?? [];
      return 60 * Number(m) + Number(s);
    };
    // The time without a server is nobody's loss: the phase has at least what it had at its last commit.
    expect(seconds(now)).toBeGreaterThanOrEqual(seconds(left) - 5);

    await guest.reload();
    await guest.isIn('deliberation', 0);
    expect(await guest.drafted()).toEqual(before[1]);
    for (const person of [host, guest]) {
      expect(person.complaints(AWAY)).toEqual([]);
      await person.leave();
    }
  });
});
