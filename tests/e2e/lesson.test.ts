/** Two people and two bots, in two languages: from the code over six rounds and a broken word to the printed debrief. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openHall } from './support/hall.ts';
import { Person } from './support/table.ts';
import { addPoint, findCard, openChannel, writeOffer } from './support/talks.ts';
import { turnTo } from './support/turn.ts';
import { shutOut } from './support/watch.ts';

const ROUNDS = 6;
/** Half-years in which the word is given, and in which it is broken. */
const GIVEN = 1;
const BROKEN = 2;
/** A sheet of A4 in points, to one in a hundred. */
const A4 = { width: 595, height: 842 };
const CYRILLIC = /[А-Яа-яЁё]/;

const hall = openHall();
const { clock } = hall;

/** One tap each: what this person wants of the round, and what he expects. */
async function foresee(person: Person): Promise<void> {
  const box = person.page.locator('.foresight');
  // What was said stands there once the server has it.
  await box
    .getByRole('radio', { name: person.say('game:foresight.say.up') })
    .click({ force: true });
  await expect.poll(() => box.getByRole('radio', { checked: true }).count()).toBe(1);
  const aim = box.locator('select');
  await aim.selectOption({ index: 1 });
  await expect.poll(() => aim.inputValue()).not.toBe('');
}

/** Kazakhstan offers to cap its toll if Russia leaves its road alone; both put their names to it. */
async function agree(host: Person, guest: Person): Promise<void> {
  await openChannel(host, 'RU');
  await writeOffer(host);
  await addPoint(host, 'RU', 'pledge_not');
  const order = host.page.locator('.clause-form').first().locator('select').first();
  await order.selectOption({ label: host.say('orders:kind.ru_transit') });
  await addPoint(host, 'KZ', 'toll_cap');
  await host.press('talks:send');
  await openChannel(guest, 'KZ');
  await guest.press('talks:sign');
  for (const person of [host, guest]) {
    await person.page.locator('article.agreed').first().waitFor();
    await person.press('talks:toMap');
  }
}

/** Russia sets another toll on the very road. */
async function betray(guest: Person): Promise<void> {
  const card = await findCard(guest, 'ru_transit');
  await card.locator('footer').getByRole('button').click();
  await card.and(guest.page.locator('[data-state="drafted"]')).waitFor();
}

/** The sentence that the news carry about the broken word. */
const brokenWord = (person: Person): string =>
  person.say('game:news.talks.broken', {
    power: person.say('common:power.RU'),
    powers: person.say('common:power.KZ'),
    clause: person.say('clauses:kind.pledge_not'),
  });

/** What can be pressed, chosen or typed into and is seen on paper. */
function controls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a.button, nav, input, select, textarea, summary')]
      .filter((one) => one.checkVisibility())
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}

/** Sizes of the sheets of a PDF, in points. */
function sheets(pdf: Buffer): { width: number; height: number }[] {
  const boxes = pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  return [...boxes].map(([, width, height]) => ({
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }));
}

it('two people and two bots play from the code to the printed debrief, in two languages', async () => {
  const host = await Person.arrive(hall.browser, hall.house.url);
  const code = await host.openTable('Aigerim');
  const guest = await Person.arrive(hall.browser, hall.house.url, { locale: 'ru-RU' });
  await guest.join(code, 'Гость', 'RU');
  await guest.isIn('lobby');
  const both = [host, guest];
  await host.press('lobby:start');

  for (let round = 0; round < ROUNDS; round += 1) {
    for (const person of both) await person.isIn('briefing', round);
    await turnTo(hall.house, clock, code, 'deliberation', round);
    for (const person of both) {
      await person.isIn('deliberation', round);
      await person.isDealt();
      await foresee(person);
    }
    expect(await host.draft(1, { alone: true, but: ['toll'] })).toBe(1);
    if (round === GIVEN) await agree(host, guest);
    if (round === BROKEN) await betray(guest);
    else await guest.draft(1, { alone: true, but: ['ru_transit'] });
    expect(await guest.drafts().count()).toBe(1);
    await turnTo(hall.house, clock, code, 'report', round);
    for (const person of both) {
      await person.isIn('report', round);
      const report = person.page.locator('main.report');
      // Aim and prediction are held against what came.
      await report.locator('.report-check li').nth(1).waitFor();
      const told = (await report.textContent()) ?? '';
      expect(told.includes(brokenWord(person))).toBe(round === BROKEN);
    }
    await turnTo(hall.house, clock, code, round + 1 < ROUNDS ? 'briefing' : 'debrief');
  }

  for (const person of both) {
    await person.isIn('debrief');
    const { page } = person;
    // The word that was broken stands in the list, in each one's own language.
    const deal = page.locator('#end-promises .deal').filter({
      has: page.getByText(person.say('talks:fate.breached'), { exact: true }),
    });
    await deal.first().waitFor();
    expect(await deal.count()).toBe(1);
    expect(CYRILLIC.test((await deal.textContent()) ?? '')).toBe(person === guest);
    // Six aims and six predictions of each of the two.
    expect(await page.locator('#end-said ol > li').count()).toBe(2 * ROUNDS);
    expect(await page.locator('.timeline > li').count()).toBe(ROUNDS);
    expect(await shutOut(page)).toEqual([]);

    await page.getByLabel(person.say('end:feelings.word')).fill('Steppe');
    await page.emulateMedia({ media: 'print' });
    expect(await controls(page)).toEqual([]);
    await page.locator('.feelings').getByText('Steppe', { exact: true }).waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const found = sheets(pdf);
    expect(found.length).toBeGreaterThan(1);
    expect(found.length).toBeLessThanOrEqual(6);
    for (const sheet of found) expect(sheet).toEqual(A4);
    expect(person.complaints()).toEqual([]);
    await person.leave();
  }
});
