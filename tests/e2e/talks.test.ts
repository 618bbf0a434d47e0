/** Two people talk across two languages: offers, counters, signatures, words, and a word that is broken. */
import { describe, expect, it } from 'vitest';
import type { Power } from '../../shared/core/powers.ts';
import { openHall } from './support/hall.ts';
import { DESKTOP, Person, PHONE } from './support/table.ts';
import { addPoint, findCard, goodbye, openChannel, sheet, writeOffer } from './support/talks.ts';
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
    // Bots may have made offers of their own by then: it is one of several.
    const one = guest.say('talks:next', { power: guest.say('common:powerInside.KZ') });
    const many = [2, 3, 4].map((count) => guest.say('talks:nextMany_few', { count }));
    await guest.page
      .locator('.next')
      .getByText(new RegExp([one, ...many].join('|')))
      .waitFor();
    await guest.page.locator('.toast').first().waitFor();
    await openChannel(guest, 'KZ');
    await guest.press('talks:counter');
    const composer = guest.page.locator('.composer');
    await composer.waitFor();
    await addPoint(guest, 'KZ', 'toll_cap');
    await guest.press('talks:compose.sendCounter');
    await composer.waitFor({ state: 'detached' });
    await sheet(host)
      .getByText(/^Version 2/)
      .first()
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

    const card = await findCard(guest, 'ru_transit');
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

describe('on a phone', () => {
  it('is a part of the table with a mark for what waits', async () => {
    const { host, guest } = await pair('RU');
    await guest.page.setViewportSize({ width: 360, height: PHONE.height });
    await openChannel(host, 'RU');
    await host.page.locator('.ready-open').waitFor();
    await host.press('talks:send');
    const tab = guest.button('game:tab.talks');
    // Bots of the other seats may have something for the guest as well.
    await tab.getByText(/^[1-9]$/).waitFor();
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
