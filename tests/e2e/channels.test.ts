/** Channels of three, the list of all agreements, the way out of one, and what the end opens. */
import { describe, expect, it } from 'vitest';
import { openHall } from './support/hall.ts';
import { Person } from './support/table.ts';
import { addPoint, findCard, goodbye, openChannel, sheet, writeOffer } from './support/talks.ts';
import { turnTo } from './support/turn.ts';
import { shutOut, sideways } from './support/watch.ts';

const hall = openHall();
const { clock } = hall;

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
    const pledge = async (channel: 'RU' | 'CN', kind: string, free = ''): Promise<void> => {
      await openChannel(host, channel);
      await writeOffer(host);
      await addPoint(host, channel, 'pledge_not');
      await host.page
        .locator('.clause-form select')
        .first()
        .selectOption({ label: host.say(`orders:kind.${kind}`) });
      if (free) {
        await addPoint(host, 'KZ', 'free');
        await host.page.locator('.clause-form textarea').fill(free);
      }
      await host.press('talks:send');
      await sheet(host).waitFor();
      await host.press('talks:toMap');
    };
    await pledge('RU', 'ru_transit', 'Grain trains go first.');
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

    const card = await findCard(guest, 'ru_transit');
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
    // What no rule can judge is judged by the table, and who has second thoughts may say so.
    const words = (person: Person) =>
      person.page.locator('.given-words li', { hasText: 'Grain trains go first.' });
    await words(host)
      .getByRole('button', { name: host.say('end:deem.kept'), exact: true })
      .click();
    await words(host).getByText(host.say('talks:fate.kept'), { exact: true }).waitFor();
    await words(guest)
      .getByRole('button', { name: guest.say('end:deem.broken') })
      .click();
    await words(third)
      .getByRole('button', { name: third.say('end:deem.broken') })
      .click();
    await words(host).getByText(host.say('talks:fate.breached'), { exact: true }).waitFor();
    await words(third)
      .getByText(third.say('end:deem.saidBroken', { powers: 'Russia and China' }))
      .waitFor();
    await words(third)
      .getByRole('button', { name: third.say('end:deem.kept'), exact: true })
      .click();
    await words(guest).getByText(guest.say('talks:fate.kept'), { exact: true }).waitFor();
    expect(await shutOut(third.page)).toEqual([]);
    await guest.page
      .locator('#end-promises .web-figures')
      .filter({ visible: true })
      .first()
      .waitFor();
    await goodbye(host, guest, third);
  });
});
