/** The deeper games in a browser: chosen on the front page, played with secret aims, acts of several and all figures. */
import { expect, it } from 'vitest';
import { openHall } from './support/hall.ts';
import { Person, PHONE } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { shutOut, sideways } from './support/watch.ts';

const hall = openHall();
const { clock } = hall;

/** Half-year in which the two plans have met, so that a chapter may be signed. */
const CHAPTERS_OPEN = 4;
/** Orders of little capital, so that three of them go beside a joint one, with what a fourth order costs. */
const CHEAP = ['procure', 'checks', 'engage'];
const LATIN = /KZ|RU|CN|EU|\b[A-Z]\b/g;

/** Takes the first secret aim that is not kept in place of one that is; returns the names of those kept then. */
async function chooseSecret(person: Person): Promise<string[]> {
  const aims = person.page.locator('.secrets li');
  const kept = person.page.locator('.secrets li[data-kept] b');
  const wanted = aims.and(person.page.locator(':not([data-kept])')).first();
  const name = (await wanted.locator('b').textContent()) ?? '';
  const before = await kept.count();
  await wanted.getByRole('button').click();
  await kept.getByText(name, { exact: true }).waitFor();
  expect(await kept.count()).toBe(before);
  return kept.allTextContents();
}

async function lay(person: Person, kind: string): Promise<void> {
  await person.isDealt();
  const card = person.page.locator(`#card-${kind}`);
  await card.locator('footer').getByRole('button').click();
  await card.and(person.page.locator('[data-state="drafted"]')).waitFor();
}

/** A figure as an English page prints it. */
const read = (text: string): number => Number(text.replaceAll(',', '').replace('\u2212', '-'));

/** Opens a row of the report: what was, each cause's part, and what is, as printed. */
async function causesOf(person: Person, row: number): Promise<string[]> {
  const { page } = person;
  const opened = page.locator('.ledger tr.opened');
  const button = page.locator('.ledger tbody tr:not(.opened) th button').nth(row);
  if ((await button.getAttribute('aria-expanded')) === 'false') await button.click();
  await expect.poll(() => button.getAttribute('aria-expanded')).toBe('true');
  return opened.locator('.fall-figure').allTextContents();
}

/** The printed causes lead from the printed start to the printed end, but for the rounding of each. */
async function expectSums(person: Person, row: number): Promise<void> {
  const printed = await causesOf(person, row);
  const decimals = (text: string | undefined): number => text?.split('.')[1]?.length ?? 0;
  const [was = Number.NaN, ...rest] = printed.map(read);
  const is = rest.pop() ?? Number.NaN;
  const sum = rest.reduce((total, part) => total + part, was);
  const rounding = (places: number): number => 0.5 * 10 ** -places;
  const slack =
    2 * rounding(decimals(printed[0])) + rest.length * rounding(decimals(printed[1])) + 1e-9;
  expect(Math.abs(sum - is), `row ${row}: ${printed.join(' ')}`).toBeLessThanOrEqual(slack);
}

it('two people play the long scenario with everything', async () => {
  const everything = { scenario: 'crossroads', depth: 'expert' } as const;
  const host = await Person.arrive(hall.browser, hall.house.url);
  const code = await host.openTable('Aigerim', everything);
  const guest = await Person.arrive(hall.browser, hall.house.url);
  guest.rounds = host.rounds;
  await guest.join(code, 'Oleg', 'RU');
  await host.press('lobby:start');
  const both = [host, guest];
  for (const person of both) await person.isIn('briefing', 0);

  // Each has secret aims of his own, and nobody else's.
  const secrets = await chooseSecret(host);
  expect(secrets.length).toBeGreaterThan(1);
  for (const name of secrets) expect(await guest.page.getByText(name).count()).toBe(0);

  await turnTo(hall.house, clock, code, 'deliberation', 0);
  await host.isIn('deliberation', 0);
  expect(await host.draft(1, { alone: true, but: CHEAP })).toBe(1);
  const layers = host.page.locator('.stage [role="tab"]');
  expect(await layers.count()).toBe(5);
  for (const layer of ['energy', 'trade', 'opinion', 'holdup', 'transit'] as const) {
    await host.page.getByRole('tab', { name: host.say(`map:sheet.${layer}.tab`) }).click();
    await host.sees(host.say(`map:sheet.${layer}.title`));
  }
  expect(await shutOut(host.page)).toEqual([]);

  await turnTo(hall.house, clock, code, 'report', 0);
  await host.isIn('report', 0);
  expect(await host.page.locator('section[aria-labelledby="report-own"] li').count()).toBe(1);
  const rows = host.page.locator('.ledger tbody th[scope="row"]');
  expect(await rows.count()).toBe(14 + 6);
  for (let row = 0; row < 14 + 6; row += 1) await expectSums(host, row);
  expect(await shutOut(host.page)).toEqual([]);

  // Russia lays a chapter on the table; Kazakhstan is asked to join, and does.
  await turnTo(hall.house, clock, code, 'deliberation', CHAPTERS_OPEN);
  for (const person of both) await person.isIn('deliberation', CHAPTERS_OPEN);
  await lay(guest, 'chapter');
  const invitation = host.page
    .locator('.questions li', { hasText: host.say('common:powerAtStart.RU') })
    .getByRole('button', { name: new RegExp(`^${host.say('game:joint.join')}`) });
  await invitation.click();
  await host.page
    .getByRole('button', { name: new RegExp(`^${host.say('game:joint.leave')}`), pressed: true })
    .waitFor();
  for (const kind of CHEAP) await lay(host, kind);
  expect(await host.drafts().count()).toBe(4);
  await turnTo(hall.house, clock, code, 'report', CHAPTERS_OPEN);
  for (const [person, orders] of [
    [host, 4],
    [guest, 1],
  ] as const) {
    await person.isIn('report', CHAPTERS_OPEN);
    expect(await person.page.locator('#report-failed').count()).toBe(0);
    const own = person.page.locator('section[aria-labelledby="report-own"] li');
    expect(await own.count()).toBe(orders);
  }

  await turnTo(hall.house, clock, code, 'debrief');
  for (const person of both) {
    await person.isIn('debrief');
    const told = person.page.locator('.end-secrets');
    for (const name of secrets) await told.getByText(name, { exact: true }).waitFor();
    expect(await shutOut(person.page)).toEqual([]);
    expect(person.complaints()).toEqual([]);
    await person.leave();
  }
});

it('a person plays a standard round in Russian on a phone', async () => {
  const person = await Person.arrive(hall.browser, hall.house.url, {
    viewport: PHONE,
    hasTouch: true,
    locale: 'ru-RU',
  });
  const { page } = person;
  await person.playNow('KZ', { scenario: 'crossroads', depth: 'standard' });
  await person.press('game:tab.desk');
  expect(await chooseSecret(person)).toHaveLength(1);
  await person.goOn();
  await person.isIn('deliberation', 0);
  await person.isDealt();
  expect(await person.cards().count()).toBe(6);
  expect(await person.draft(2, { alone: true })).toBe(2);
  for (const part of ['map', 'desk', 'talks', 'world'] as const) {
    await person.press(`game:tab.${part}`);
    expect(await sideways(page), `pixels that ${part} hangs over`).toBeLessThanOrEqual(0);
  }
  await person.ready();
  await person.isIn('report', 0);
  const report = page.locator('main.report');
  expect(await report.locator('.ledger tbody th[scope="row"]').count()).toBe(9 + 4);
  expect(await sideways(page)).toBeLessThanOrEqual(0);
  const text = (await report.textContent()) ?? '';
  expect(text.replace(LATIN, '').match(/[A-Za-z]{2,}/g) ?? []).toEqual([]);
  expect(await shutOut(page)).toEqual([]);
  expect(person.complaints()).toEqual([]);
  await person.leave();
});
