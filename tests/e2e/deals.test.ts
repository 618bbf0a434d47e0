/**
 * Four people in four browsers: an offer to all, a counter-offer, four signatures; money in escrow, a point
 * that hangs on an indicator, and a word that one of them breaks before the eyes of all.
 */
import { expect, it } from 'vitest';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import { openHall } from './support/hall.ts';
import { type Chosen, Person } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { shutOut } from './support/watch.ts';

const hall = openHall();
const { clock } = hall;

const GAME: Chosen = { scenario: 'crossroads', depth: 'expert' };

/** Four people at one table in the first round; one of them reads Russian. */
async function table(): Promise<{ people: Readonly<Record<Power, Person>>; code: string }> {
  const host = await Person.arrive(hall.browser, hall.house.url);
  const code = await host.openTable('Aigerim', GAME);
  const seated: [Power, Person][] = [['KZ', host]];
  for (const power of POWERS.slice(1)) {
    const locale = power === 'RU' ? 'ru-RU' : 'en-GB';
    const guest = await Person.arrive(hall.browser, hall.house.url, { locale });
    guest.rounds = host.rounds;
    await guest.join(code, `${power} 1`, power);
    seated.push([power, guest]);
  }
  await host.press('lobby:start');
  await host.isIn('briefing', 0);
  await turnTo(hall.house, clock, code, 'deliberation', 0);
  for (const [, person] of seated) await person.isIn('deliberation', 0);
  return { people: Object.fromEntries(seated) as Record<Power, Person>, code };
}

/** The page of terms that lies open to this person. */
const sheet = (person: Person) => person.page.locator('article.terms:not(.agreed):not(.composer)');
const point = (person: Person, n: number) => person.page.locator('.clause-form').nth(n - 1);

async function addPoint(person: Person, kind: string, power: Power): Promise<void> {
  await person.page.locator('.add-point select').selectOption(`${kind} ${power}`);
}

async function toAll(person: Person): Promise<void> {
  await person.page.locator('#channel-all').click();
  await person.page.locator('.talks-page').waitFor();
}

/** Writes the offer: a road left alone, money in escrow, and a ceiling while growth lasts. */
async function writeOffer(host: Person): Promise<void> {
  // It begins between two; the others are taken in.
  await host.page.locator('#channel-RU').click();
  await host.press('talks:ownTerms');
  for (const power of ['CN', 'EU'] as const) {
    await host.page.getByRole('checkbox', { name: host.say(`common:power.${power}`) }).check();
  }
  await host.page.locator('#talks-title', { hasText: host.say('talks:all') }).waitFor();

  await addPoint(host, 'pledge_not', 'RU');
  await point(host, 1)
    .locator('select')
    .first()
    .selectOption({
      label: host.say('orders:kind.ru_transit'),
    });
  await addPoint(host, 'transfer', 'KZ');
  await point(host, 2)
    .getByRole('radio', { name: host.say('orders:option.escrow.held'), exact: true })
    .check({ force: true });
  const frees = point(host, 2).locator('.condition');
  await frees.locator('select').first().selectOption('order');
  await frees.locator('select').nth(1).selectOption('EU');
  await addPoint(host, 'toll_cap', 'KZ');
  const binds = point(host, 3).locator('.condition');
  await binds.locator('select').first().selectOption('indicator');
  // What the offer would bring is told before it is sent.
  await host.page.locator('.composer .deal-effects[aria-busy="false"]').first().waitFor();
  await host.press('talks:send');
  await sheet(host).waitFor();
}

it('four sign what one has countered; one breaks it, and all read why and at what price', async () => {
  const { people, code } = await table();
  const { KZ, RU, CN, EU } = people;
  const everybody = Object.values(people);
  await writeOffer(KZ);
  expect(await sheet(KZ).locator('.clauses > li').count()).toBe(3);
  expect(await sheet(KZ).locator('.signatures li[data-signed]').count()).toBe(1);

  // Russia takes out nothing, lowers the ceiling, and asks China for something.
  await toAll(RU);
  await sheet(RU).waitFor();
  await RU.press('talks:counter');
  await RU.page.locator('.composer').waitFor();
  await RU.press('talks:compose.change', { n: 3 });
  await point(RU, 3).locator('input[type="range"]').first().press('ArrowLeft');
  await addPoint(RU, 'free', 'CN');
  await RU.page.locator('.clause-words textarea').fill('Поезда идут по расписанию.');
  await RU.press('talks:compose.sendCounter');
  await RU.page.locator('.composer').waitFor({ state: 'detached' });

  // Each reads both versions beside each other, in his own language, and who has signed.
  for (const person of [KZ, CN, EU]) {
    if (person !== KZ) await toAll(person);
    await sheet(person)
      .getByText(person.say('talks:missing_other', { count: 3 }))
      .waitFor();
    await sheet(person).getByText(person.say('talks:compare.heading')).click();
    const rows = sheet(person).locator('.versions tbody tr');
    expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-as')))).toEqual([
      'same',
      'same',
      'changed',
      'new',
    ]);
  }
  expect(await shutOut(CN.page)).toEqual([]);
  for (const [i, person] of [KZ, CN, EU].entries()) {
    await person.press('talks:sign');
    if (i === 2) break;
    await sheet(RU)
      .locator('.signatures li[data-signed]')
      .nth(i + 1)
      .waitFor();
    // Nobody is bound before the last has signed.
    expect(await RU.page.locator('article.agreed').count()).toBe(0);
  }
  for (const person of everybody) {
    await person.page.locator('article.agreed').waitFor();
    expect(await person.page.locator('article.agreed .clauses > li').count()).toBe(4);
  }

  // Half a year later the money lies in escrow: it waits for an order that did not come.
  await turnTo(hall.house, clock, code, 'report', 0);
  for (const person of everybody) await person.isIn('report', 0);
  await turnTo(hall.house, clock, code, 'deliberation', 1);
  for (const person of everybody) {
    await person.isIn('deliberation', 1);
    await person.page.locator('.to-agreements:visible').first().click();
    const held = person.say('talks:list.held', { amount: '#' }).split('#')[0] ?? '';
    await person.page.locator('.obligation-note', { hasText: held }).waitFor();
    expect(await person.page.locator('.fate-breached').count()).toBe(0);
  }

  // Now Russia closes the road all the same.
  await RU.press('talks:toMap');
  await RU.page
    .locator('.desk')
    .getByRole('tab', { name: RU.say('game:desk.tabs.others') })
    .click();
  const card = RU.page.locator('#card-ru_transit');
  await card
    .getByRole('radio', { name: RU.say('orders:option.access.close') })
    .check({ force: true });
  await card.locator('footer').getByRole('button').click();
  await card.and(RU.page.locator('[data-state="drafted"]')).waitFor();
  await turnTo(hall.house, clock, code, 'report', 1);
  for (const person of everybody) {
    await person.isIn('report', 1);
    const broken = person.page.locator('.words-judged li', {
      has: person.page.locator('.fate-breached'),
    });
    await broken.waitFor();
    expect(await broken.count()).toBe(1);
    const breach = (await broken.locator('.breach').textContent()) ?? '';
    // The deed that broke it, and trust lost with each of the other three.
    expect(breach).toContain(person.say('orders:title.ru_transit.close', { corridor: '' }).trim());
    for (const power of ['KZ', 'CN', 'EU'] as const) {
      expect(breach).toMatch(new RegExp(`${person.say(`common:power.${power}`)} \u2212\\d`));
    }
  }
  for (const person of everybody) {
    expect(person.complaints()).toEqual([]);
    await person.leave();
  }
});
