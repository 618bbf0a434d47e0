/** Every page, in both colours and on a phone: nothing that shuts people out, nothing cut off. */
import { describe, expect, it } from 'vitest';
import { openHall } from './support/hall.ts';
import { DESKTOP, Person, PHONE } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { shutOut, sideways } from './support/watch.ts';
import { say } from './support/words.ts';

/** Some twenty states, each read whole by the rules: a busy machine needs its time. */
const LONG = 480_000;

const hall = openHall();
const { clock } = hall;

describe.each([
  ['light', 'wide', DESKTOP],
  ['dark', 'wide', DESKTOP],
  ['light', 'phone', PHONE],
  ['dark', 'phone', PHONE],
] as const)('in %s colours, %s', (colorScheme, size, viewport) => {
  const device = { colorScheme, viewport, hasTouch: size === 'phone' };
  /** What is wrong, by the state it was seen in; told together, so that one run shows all. */
  const found: string[] = [];
  const check = async (person: Person, state: string): Promise<void> => {
    const wide = await sideways(person.page);
    if (wide > 0) found.push(`${state}: ${wide} pixels wider than the window`);
    found.push(...(await shutOut(person.page)).map((line) => `${state}: ${line}`));
  };

  it('front page, credits and wrong code are open to all', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url, device);
    found.length = 0;
    await person.open('/');
    await check(person, 'front');
    await person.open('/credits.html');
    await check(person, 'credits');
    await person.open('/join.html?c=ZZZZZZ');
    await person.page.getByRole('alert').first().waitFor();
    await check(person, 'wrong code');
    await person.leave();
    expect(found).toEqual([]);
  });

  it(
    'welcome step, lobby, table, report and end are open to all',
    async () => {
      found.length = 0;
      const host = await Person.arrive(hall.browser, hall.house.url, device);
      const code = await host.openTable('Host');
      await check(host, 'lobby of the host');
      const guest = await Person.arrive(hall.browser, hall.house.url, device);
      await guest.open(`/join.html?c=${code}`);
      await guest.sees(say('join:taken', { name: 'Host' }));
      await check(guest, 'welcome');
      await guest.sit('Guest', 'CN');
      await guest.isIn('lobby');
      await check(guest, 'lobby of a guest');

      await host.press('lobby:start');
      await guest.isIn('briefing', 0);
      await guest.page.locator('.stage canvas').first().waitFor({ state: 'attached' });
      await check(guest, 'news');
      await turnTo(hall.house, clock, code, 'deliberation', 0);
      await guest.isIn('deliberation', 0);
      if (size === 'phone') {
        for (const part of ['desk', 'world', 'map'] as const) {
          await guest.press(`game:tab.${part}`);
          await check(guest, part);
        }
        await guest.press('game:tab.desk');
      }
      expect(await guest.draft(1)).toBe(1);
      await check(guest, 'drafted');
      await guest.page
        .getByRole('tab')
        .filter({ hasText: /Drafts/ })
        .click();
      await check(guest, 'list of drafts');
      for (const dialog of ['help', 'key', 'table'] as const) {
        await guest.openDialog(dialog);
        await check(guest, `dialog ${dialog}`);
        await guest.page.keyboard.press('Escape');
      }
      await turnTo(hall.house, clock, code, 'ink', 0);
      await guest.isIn('ink', 0);
      await check(guest, 'ink time');
      await turnTo(hall.house, clock, code, 'report', 0);
      await guest.isIn('report', 0);
      await check(guest, 'report');
      await guest.press('game:report.allCauses');
      await check(guest, 'report with all causes');
      await turnTo(hall.house, clock, code, 'debrief');
      await guest.isIn('debrief');
      await check(guest, 'end');
      for (const person of [host, guest]) {
        found.push(...person.complaints());
        await person.leave();
      }
      expect(found).toEqual([]);
    },
    LONG,
  );
});

it('nothing is lost at twice the text size', async () => {
  // A browser's zoom of 200 % is a window of half the width with the same text.
  const person = await Person.arrive(hall.browser, hall.house.url, {
    viewport: { width: 720, height: 450 },
    deviceScaleFactor: 2,
  });
  await person.open('/');
  expect(await sideways(person.page)).toBeLessThanOrEqual(0);
  await person.playNow('KZ');
  expect(await sideways(person.page)).toBeLessThanOrEqual(0);
  await person.goOn();
  await person.isIn('deliberation', 0);
  expect(await sideways(person.page)).toBeLessThanOrEqual(0);
  await person.leave();
});
