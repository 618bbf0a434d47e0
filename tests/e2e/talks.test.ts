/** Two people talk across two languages: offers, counters, signatures, words, and a word that is broken. */
import { describe, expect, it } from 'vitest';
import type { Power } from '../../shared/core/powers.ts';
import { openHall } from './support/hall.ts';
import { DESKTOP, Person, PHONE } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { shutOut, sideways } from './support/watch.ts';

const hall = openHall();
const { clock } = hall;

/** Kazakhstan in English, another power in Russian, talking in the first round. */
async function pair(power: Power): Promise<{ host: Person; guest: Person; code: string }> {
  const host = await Person.arrive(hall.browser, hall.house.url);
  const code = await host.openTable('Aigerim');
  const guest = await Person.arrive(hall.browser, hall.house.url, { locale: 'ru-RU' });
  await guest.join(code, 'Гость', power);
  await host.press('lobby:start');
  await host.isIn('briefing', 0);
  await turnTo(hall.house, clock, code, 'deliberation', 0);
  for (const person of [host, guest]) await person.isIn('deliberation', 0);
  return { host, guest, code };
}

async function openChannel(person: Person, channel: Power | 'all'): Promise<void> {
  await person.page.locator(`#channel-${channel}`).click();
  await person.page.locator('.talks-page').waitFor();
}

/** The page of terms that lies open between two. */
const sheet = (person: Person) => person.page.locator('article.terms:not(.agreed):not(.composer)');

async function goodbye(...people: readonly Person[]): Promise<void> {
  for (const person of people) {
    expect(person.complaints()).toEqual([]);
    await person.leave();
  }
}

/** Adds a point to the offer being written: whose it is, and of which kind. */
async function addPoint(person: Person, power: Power, kind: string): Promise<void> {
  await person.page.locator('.add-point select').selectOption(`${kind} ${power}`);
}

async function writeOffer(person: Person): Promise<void> {
  await person.press('talks:ownTerms');
  await person.page.locator('.composer').waitFor();
}

describe('an offer', () => {
  it('goes from a ready one with a moved slider over a counter to two signatures', async () => {
    const { host, guest } = await pair('RU');
    await openChannel(host, 'RU');
    const ready = host.page.locator('.ready-open');
    await ready.waitFor();
    const slider = ready.locator('input[type="range"]').first();
    const was = await slider.inputValue();
    await slider.focus();
    await host.page.keyboard.press('ArrowRight');
    expect(await slider.inputValue()).not.toBe(was);
    // What it would bring stands there before it is sent, for both.
    await ready.locator('.deal-effects[aria-busy="false"]').waitFor();
    const sentences = await ready.locator('.clause-text').allTextContents();
    await host.press('talks:send');
    await sheet(host).waitFor();
    expect(await sheet(host).locator('.clause-text').allTextContents()).toEqual(sentences);

    // The other one is told in his own language, and may write another version.
    const next = guest.say('talks:next', { power: guest.say('common:powerInside.KZ') });
    await guest.page.locator('.next').getByText(next).waitFor();
    await guest.page.locator('.toast').first().waitFor();
    await guest.press('talks:look');
    await guest.press('talks:counter');
    const composer = guest.page.locator('.composer');
    await composer.waitFor();
    await addPoint(guest, 'KZ', 'toll_cap');
    await guest.press('talks:compose.sendCounter');
    await composer.waitFor({ state: 'detached' });
    await sheet(host)
      .getByText(/^Version 2/)
      .waitFor();
    expect(await sheet(host).locator('.clauses > li').count()).toBe(sentences.length + 1);
    expect(await shutOut(host.page)).toEqual([]);
    expect(await shutOut(guest.page)).toEqual([]);

    await host.press('talks:sign');
    for (const person of [host, guest]) {
      await person.page.locator('article.agreed').waitFor();
      expect(await person.page.locator('article.agreed .fate').count()).toBe(sentences.length + 1);
    }
    await goodbye(host, guest);
  });

  it('is refused with a reason, and taken back', async () => {
    const { host, guest } = await pair('RU');
    await openChannel(host, 'RU');
    await openChannel(guest, 'KZ');
    await host.page.locator('.ready-open').waitFor();
    await host.press('talks:send');
    await sheet(guest).waitFor();
    await guest.press('talks:decline');
    await guest.press('talks:reason.noTrust');
    await host.sees(
      host.say('talks:declinedBy', {
        power: host.say('common:powerAtStart.RU'),
        reason: host.say('talks:reason.noTrust'),
      }),
    );
    // A refused offer makes room for the next.
    await host.page.locator('.ready-open').waitFor();
    await host.press('talks:send');
    await sheet(host).waitFor();
    await host.press('talks:retract');
    await sheet(guest).waitFor({ state: 'detached' });
    await goodbye(host, guest);
  });

  it('is written and signed by keys alone', async () => {
    const { host, guest } = await pair('CN');
    const { keyboard } = host.page;
    await host.page.locator('#channel-CN').focus();
    await keyboard.press('Enter');
    await host.page.locator('.ready-open').waitFor();
    const reach = async (person: Person, text: string): Promise<void> => {
      for (let i = 0; i < 80; i += 1) {
        await person.page.keyboard.press('Tab');
        const at = await person.page.evaluate(() => document.activeElement?.textContent?.trim());
        if (at === text) return;
      }
      throw new Error(`${text} was not reached by Tab`);
    };
    await reach(host, host.say('talks:send'));
    await keyboard.press('Enter');
    await sheet(host).waitFor();
    await keyboard.press('Escape');
    await host.page.locator('.talks-page').waitFor({ state: 'detached' });
    expect(await host.page.evaluate(() => document.activeElement?.id)).toBe('channel-CN');

    await guest.page.locator('#channel-KZ').focus();
    await guest.page.keyboard.press('Enter');
    await sheet(guest).waitFor();
    await reach(guest, guest.say('talks:sign'));
    await guest.page.keyboard.press('Enter');
    await guest.page.locator('article.agreed').waitFor();
    await goodbye(host, guest);
  });
});

describe('free words', () => {
  it('reach the one or all, are hidden by a mute and closed by the host', async () => {
    const { host, guest } = await pair('RU');
    await openChannel(guest, 'KZ');
    const field = guest.page.locator('.say textarea');
    await field.fill('Доброе утро!');
    await guest.page.keyboard.press('Enter');
    // The row of the channel tells the other that something was said.
    await host.page
      .locator('#channel-RU')
      .getByText(host.say('talks:state.unread_one', { count: 1 }))
      .waitFor();
    await openChannel(host, 'RU');
    await host.page.locator('.said').getByText('Доброе утро!').waitFor();

    await host.press('talks:words.mute');
    await host.page.locator('.said').waitFor({ state: 'detached' });
    await field.fill('Вы ещё слышите?');
    await guest.page.keyboard.press('Enter');
    await guest.page.locator('.said').getByText('Вы ещё слышите?').waitFor();
    await host.page.waitForTimeout(500);
    expect(await host.page.locator('.said').count()).toBe(0);
    await host.reload();
    await openChannel(host, 'RU');
    expect(await host.page.locator('.said').count()).toBe(0);
    await host.press('talks:words.unmute');
    await host.page.locator('.said').getByText('Вы ещё слышите?').waitFor();

    // What is said to all is read by all.
    await host.page.locator('.talks-list').getByText(host.say('talks:all')).click();
    await host.page.locator('.say textarea').fill('Hello everybody.');
    await host.press('talks:words.say');
    await guest.page.locator('.talks-list').getByText(guest.say('talks:all')).click();
    await guest.page.locator('.said').getByText('Hello everybody.').waitFor();

    await host.openDialog('table');
    await host.press('talks:switch.close');
    await guest.sees(guest.say('talks:words.closed'));
    expect(await guest.page.locator('.say').count()).toBe(0);
    await host.press('talks:switch.open');
    await guest.page.locator('.say').waitFor();
    await goodbye(host, guest);
  });
});

describe('an order of two sides', () => {
  it('waits on the desk for the signature that the other gives in the talks', async () => {
    const { host, guest } = await pair('EU');
    await guest.page
      .locator('.desk')
      .getByRole('tab', { name: guest.say('game:desk.tabs.others') })
      .click();
    const card = guest.page.locator('#card-epca');
    await card.locator('footer').getByRole('button').click();
    await card.and(guest.page.locator('[data-state="drafted"]')).waitFor();
    await guest.page.locator('.desk [role="tab"]').nth(2).click();
    const row = guest.page.locator('.drafts');
    await row
      .getByText(guest.say('talks:desk.waits', { power: guest.say('common:powerInside.KZ') }))
      .waitFor();

    await host.page
      .locator('#channel-EU')
      .getByText(host.say('talks:state.answer', { power: host.say('common:powerAtStart.EU') }))
      .waitFor();
    await openChannel(host, 'EU');
    await host.press('talks:sign');
    await host.page.locator('article.agreed').waitFor();
    await row
      .getByText(guest.say('talks:desk.signed', { power: guest.say('common:powerInside.KZ') }))
      .waitFor();
    await goodbye(host, guest);
  });
});

describe('a betrayal', () => {
  it('is seen by all', async () => {
    const { host, guest, code } = await pair('RU');
    // Russia promises a low toll on its trunk; Kazakhstan the same.
    await openChannel(host, 'RU');
    await writeOffer(host);
    await addPoint(host, 'RU', 'pledge_not');
    const point = host.page.locator('.clause-form').first();
    await point
      .locator('select')
      .first()
      .selectOption({ label: host.say('orders:kind.ru_transit') });
    await addPoint(host, 'KZ', 'toll_cap');
    await host.press('talks:send');
    await openChannel(guest, 'KZ');
    await guest.press('talks:sign');
    await guest.page.locator('article.agreed').waitFor();
    await guest.press('talks:toMap');

    await guest.page
      .locator('.desk')
      .getByRole('tab', { name: guest.say('game:desk.tabs.others') })
      .click();
    const card = guest.page.locator('#card-ru_transit');
    await card
      .getByRole('radio', { name: guest.say('orders:option.access.close') })
      .check({ force: true });
    await card.locator('footer').getByRole('button').click();
    await card.and(guest.page.locator('[data-state="drafted"]')).waitFor();
    await turnTo(hall.house, clock, code, 'report', 0);
    for (const person of [host, guest]) {
      await person.isIn('report', 0);
      const report = person.page.locator('main.report');
      await report.locator('.words-judged .fate-breached').first().waitFor();
      await report
        .getByText(
          person.say('game:news.talks.broken', {
            power: person.say('common:power.RU'),
            powers: person.say('common:power.KZ'),
            clause: person.say('clauses:kind.pledge_not'),
          }),
        )
        .first()
        .waitFor();
    }
    // Those who were no party read of it too.
    const third = await Person.arrive(hall.browser, hall.house.url);
    await third.join(code, 'Third', 'CN');
    await third.isIn('report', 0);
    await third.page.locator('main.report .words-judged .fate-breached').first().waitFor();
    await goodbye(host, guest, third);
  });
});

/** Kazakhstan, Russia in Russian, China at a phone: a deeper game, in its first round. */
async function three(): Promise<{ host: Person; guest: Person; third: Person; code: string }> {
  const game = { scenario: 'lesson', depth: 'standard' } as const;
  const host = await Person.arrive(hall.browser, hall.house.url);
  const code = await host.openTable('Aigerim', game);
  const guest = await Person.arrive(hall.browser, hall.house.url, { locale: 'ru-RU' });
  await guest.join(code, 'Гость', 'RU');
  const viewport = { width: 360, height: 740 };
  const third = await Person.arrive(hall.browser, hall.house.url, { viewport, hasTouch: true });
  await third.join(code, 'Third', 'CN');
  await host.press('lobby:start');
  await host.isIn('briefing', 0);
  await turnTo(hall.house, clock, code, 'deliberation', 0);
  for (const person of [host, guest, third]) await person.isIn('deliberation', 0);
  return { host, guest, third, code };
}

describe('a channel of three', () => {
  it('is opened, read by its members alone, and what was read stays read', async () => {
    const { host, guest, third } = await three();
    await host.page.locator('.talks .new-channel summary').click();
    await host.page.locator('.talks .new-channel').getByText('Russia and China').click();
    await host.page.getByRole('heading', { name: 'Russia and China' }).waitFor();
    await host.sees(host.say('talks:openedSet'));

    // Signs of markup are refused where they were typed, and the words are kept.
    const field = host.page.locator('.say textarea');
    await field.fill('One gate <b>for three</b>?');
    await host.page.keyboard.press('Enter');
    await host.page.locator('.say').getByText(host.say('refusal:wordsMarks')).waitFor();
    expect(await field.inputValue()).toBe('One gate <b>for three</b>?');
    await field.fill('One gate for three?');
    await host.page.keyboard.press('Enter');
    await host.page.locator('.said').getByText('One gate for three?').waitFor();

    // Both others are told, with the channel's name; the row waits, on a phone behind its tab.
    const row = guest.page.locator('#channel-KZ-CN');
    await row.getByText(guest.say('talks:state.unread_one', { count: 1 })).waitFor();
    await row.getByText('One gate for three?').waitFor();
    await guest.page.locator('.toast').getByText('Казахстан и Китай').waitFor();
    await guest.reload();
    await row.getByText(guest.say('talks:state.unread_one', { count: 1 })).waitFor();
    await third.press('game:tab.talks');
    await third.page.locator('#channel-KZ-RU').click();
    await third.page.locator('.said').getByText('One gate for three?').waitFor();
    expect(await sideways(third.page)).toBe(0);
    expect(await shutOut(third.page)).toEqual([]);
    await openChannel(guest, 'KZ');
    expect(await guest.page.locator('.said').count()).toBe(0);
    await guest.page.locator('.talks-list .channel', { hasText: 'Казахстан и Китай' }).click();
    await guest.page.locator('.said').getByText('One gate for three?').waitFor();
    expect(await shutOut(guest.page)).toEqual([]);
    await guest.reload();
    await row.waitFor();
    expect(await row.getByText(guest.say('talks:new')).count()).toBe(0);
    await goodbye(host, guest, third);
  });
});

describe('the list of agreements', () => {
  it('tells everybody what broke a word and what that cost, and the way out its price', async () => {
    const { host, guest, third, code } = await three();
    // Russia promises to leave the tariff of its trunk alone; China does so with its summit.
    const pledge = async (channel: 'RU' | 'CN', kind: string): Promise<void> => {
      await openChannel(host, channel);
      await writeOffer(host);
      await addPoint(host, channel, 'pledge_not');
      await host.page
        .locator('.clause-form select')
        .first()
        .selectOption({ label: host.say(`orders:kind.${kind}`) });
      await host.press('talks:send');
      await sheet(host).waitFor();
      await host.press('talks:toMap');
    };
    await pledge('RU', 'ru_transit');
    await openChannel(guest, 'KZ');
    await guest.press('talks:sign');
    await guest.page.locator('article.agreed').waitFor();
    await guest.press('talks:toMap');
    await pledge('CN', 'summit');
    await third.press('game:tab.talks');
    await third.page.locator('#channel-KZ').click();
    await third.press('talks:sign');
    await third.page.locator('article.agreed').waitFor();
    await third.press('talks:back');

    await guest.page
      .locator('.desk')
      .getByRole('tab', { name: guest.say('game:desk.tabs.others') })
      .click();
    const card = guest.page.locator('#card-ru_transit');
    await card.locator('footer').getByRole('button').click();
    await card.and(guest.page.locator('[data-state="drafted"]')).waitFor();
    await turnTo(hall.house, clock, code, 'report', 0);
    // In the report: the deed, and trust lost by name.
    for (const [person, cost] of [
      [host, /What broke it: “.+”\. Trust lost: Kazakhstan −\d/],
      [guest, /Чем нарушено: «.+»\. Потеряно доверия: Казахстан −\d/],
      [third, /What broke it: “.+”\. Trust lost: Kazakhstan −\d/],
    ] as const) {
      await person.isIn('report', 0);
      await person.page.locator('.words-judged .breach').getByText(cost).waitFor();
      await person.page.locator('main.report .news').getByText(cost).first().waitFor();
    }
    await turnTo(hall.house, clock, code, 'deliberation', 1);
    for (const person of [host, guest, third]) await person.isIn('deliberation', 1);

    // China was no party to it, and reads the same on its phone.
    await third.press('game:tab.talks');
    await third.page.locator('.talks .to-agreements').click();
    const list = third.page.locator('.agreements-list');
    await list.getByText(/^What broke it: .* Trust lost: Kazakhstan −\d/).waitFor();
    expect(await list.locator('.agreement').count()).toBe(2);
    expect(await sideways(third.page)).toBe(0);
    expect(await shutOut(third.page)).toEqual([]);
    await list.getByRole('radio', { name: third.say('common:power.RU') }).check({ force: true });
    expect(await list.locator('.agreement').count()).toBe(1);
    await list.getByText(third.say('talks:list.noneRunning')).waitFor();
    await third.page.locator('.web').scrollIntoViewIfNeeded();
    await third.page.locator('.web-table summary').click();
    await third.page.locator('.pairs').getByText('Kazakhstan – Russia').waitFor();

    // Kazakhstan leaves the other one at once, by keys, after it has read the price.
    await host.page.locator('.world .to-agreements').focus();
    await host.page.keyboard.press('Enter');
    const running = host.page.locator('.agreement[data-status="running"]');
    await running.locator('summary').focus();
    if (!(await running.evaluate((one: HTMLDetailsElement) => one.open))) {
      await host.page.keyboard.press('Enter');
    }
    await running.locator('.agreement-leave button').focus();
    await host.page.keyboard.press('Enter');
    const dialog = host.page.getByRole('dialog');
    await dialog.getByText('Trust lost: China −8.').waitFor();
    await host.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await running.count()).toBe(1);
    await running.locator('.agreement-leave button').focus();
    await host.page.keyboard.press('Enter');
    await dialog.getByText(host.say('talks:leave.goNow')).click();
    await host.page.locator('.agreement[data-status="left"]').waitFor();
    await third.page.locator('.toast').first().waitFor();
    await list
      .getByRole('radio', { name: third.say('talks:list.everybody') })
      .check({ force: true });
    await list.locator('.agreement[data-status="left"]').waitFor();

    // At the end all talk is open, to those too who were not in the channel; paper has it all.
    await host.press('talks:toMap');
    await openChannel(host, 'CN');
    await host.page.locator('.say textarea').fill('For your eyes only.');
    await host.page.keyboard.press('Enter');
    await host.page.locator('.said').getByText('For your eyes only.').waitFor();
    await host.openDialog('table');
    await host.press('lobby:end');
    await host.press('lobby:end');
    for (const person of [host, guest, third]) await person.isIn('debrief');
    const said = guest.page.locator('.end-words').getByText('For your eyes only.');
    expect(await said.isVisible()).toBe(false);
    await guest.page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await said.waitFor();
    await guest.page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await said.waitFor({ state: 'hidden' });
    await guest.page
      .locator('#end-promises .web-figures')
      .filter({ visible: true })
      .first()
      .waitFor();
    await goodbye(host, guest, third);
  });
});

describe('on a phone', () => {
  it('is a part of the table with a mark for what waits', async () => {
    const { host, guest } = await pair('RU');
    await guest.page.setViewportSize({ width: 360, height: PHONE.height });
    await openChannel(host, 'RU');
    await host.page.locator('.ready-open').waitFor();
    await host.press('talks:send');
    const tab = guest.button('game:tab.talks');
    await tab.getByText('1', { exact: true }).waitFor();
    await tab.click();
    await guest.page.locator('#channel-KZ').click();
    await sheet(guest).waitFor();
    expect(await sideways(guest.page)).toBe(0);
    expect(await shutOut(guest.page)).toEqual([]);
    await guest.press('talks:back');
    await guest.page.locator('#channel-KZ').waitFor();
    // A browser's zoom of 200 % is a window of half the width with the same text.
    await guest.page.setViewportSize({ width: 720, height: 450 });
    await guest.page.locator('#channel-KZ').click();
    await sheet(guest).waitFor();
    expect(await sideways(guest.page)).toBeLessThanOrEqual(0);
    await guest.page.setViewportSize(DESKTOP);
    await goodbye(host, guest);
  });
});
