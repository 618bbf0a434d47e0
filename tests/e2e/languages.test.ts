/** Russian beside English in a browser: chosen, kept, changed in mid-game, and each at one table in his own. */
import { describe, expect, it } from 'vitest';
import { openHall } from './support/hall.ts';
import { Person } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { sideways } from './support/watch.ts';

/** The narrowest phone that the game is made for. */
const SMALL = { viewport: { width: 360, height: 740 }, hasTouch: true } as const;
const CYRILLIC = /[А-Яа-яЁё]/;
/** Latin words that stand in a Russian page: the name of the game, keys, the letters of the powers. */
const LATIN = /Multivector|English|Enter|Backspace|KZ|RU|CN|EU|\b[A-Z]\b/g;

const hall = openHall();
const { clock } = hall;

/** Words of the page that are not Russian; pseudonyms and codes are the caller's to leave out. */
async function foreign(person: Person, selector: string): Promise<string[]> {
  const text = (await person.page.locator(selector).first().textContent()) ?? '';
  expect(text).toMatch(CYRILLIC);
  return text.replace(LATIN, '').match(/[A-Za-z]{2,}/g) ?? [];
}

describe('a person who reads Russian', () => {
  it('chooses it on the front page, and finds desk and report in it, also after a reload', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url);
    await person.open('/');
    await person.chooseLanguage('ru');
    expect(await foreign(person, 'main')).toEqual([]);
    expect(await person.page.title()).toBe(person.say('front:title'));

    await person.playNow('KZ');
    await person.page.getByRole('heading', { name: person.say('game:desk.heading') }).waitFor();
    await person.goOn();
    await person.isIn('deliberation', 0);
    expect(await foreign(person, '.desk')).toEqual([]);
    expect(await person.draft(1)).toBe(1);
    const [title = ''] = await person.drafted();
    expect(title).toMatch(CYRILLIC);

    await person.reload();
    expect(await person.page.evaluate(() => document.documentElement.lang)).toBe('ru');
    await person.isIn('deliberation', 0);
    expect(await person.drafted()).toEqual([title]);
    await person.ready();
    await person.isIn('report', 0);
    expect(await foreign(person, 'main.report')).toEqual([]);
    expect(person.complaints()).toEqual([]);
    await person.leave();
  });

  it('is met in it by a browser that asks for it, and by a link that does', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url, { locale: 'ru-KZ' });
    await person.open('/credits.html');
    await person.page.getByRole('heading', { name: person.say('credits:heading') }).waitFor();
    await person.leave();

    const invited = await Person.arrive(hall.browser, hall.house.url);
    await invited.open('/?lang=ru');
    await invited.sees('Играть сейчас');
    await invited.open('/join.html');
    await invited.sees('Войти по коду');
    await invited.leave();
  });

  it('changes it in the middle of a round on a small phone and loses nothing', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url, SMALL);
    await person.playNow('RU');
    await person.goOn();
    await person.isIn('deliberation', 0);
    await person.press('game:tab.desk');
    expect(await person.draft(1)).toBe(1);
    let loads = 0;
    person.page.on('load', () => {
      loads += 1;
    });
    await person.chooseLanguage('ru');
    await person.isIn('deliberation', 0);
    expect((await person.drafted())[0]).toMatch(CYRILLIC);
    for (const part of ['map', 'world', 'desk'] as const) {
      await person.press(`game:tab.${part}`);
      expect(await sideways(person.page), `pixels that ${part} hangs over`).toBeLessThanOrEqual(0);
    }
    expect(loads).toBe(0);
    expect(person.complaints()).toEqual([]);
    await person.leave();
  });
});

it('two people at one table read each their own language', async () => {
  const host = await Person.arrive(hall.browser, hall.house.url);
  const code = await host.openTable('Ann');
  const guest = await Person.arrive(hall.browser, hall.house.url, { locale: 'ru' });
  await guest.join(code, 'Аня', 'RU');
  await guest.isIn('lobby');
  await host.press('lobby:start');
  for (const person of [host, guest]) await person.isIn('briefing', 0);
  await turnTo(hall.house, clock, code, 'deliberation', 0);
  for (const person of [host, guest]) {
    await person.isIn('deliberation', 0);
    expect(await person.draft(1)).toBe(1);
  }
  const [ours = ''] = await host.drafted();
  const [theirs = ''] = await guest.drafted();
  expect(ours).not.toMatch(CYRILLIC);
  expect(theirs).toMatch(CYRILLIC);
  await turnTo(hall.house, clock, code, 'report', 0);
  for (const person of [host, guest]) await person.isIn('report', 0);
  // Each reads what the other did, in words of his own.
  const read = async (person: Person): Promise<string> =>
    (await person.page.locator('main.report').textContent()) ?? '';
  expect(await read(guest)).not.toContain(ours);
  expect(await foreign(guest, 'main.report')).toEqual([]);
  expect((await read(host)).replaceAll('Аня', '')).not.toMatch(CYRILLIC);
  await turnTo(hall.house, clock, code, 'debrief');
  for (const person of [host, guest]) await person.isIn('debrief');
  expect(await foreign(guest, 'main.end')).toEqual([]);
  for (const person of [host, guest]) {
    expect(person.complaints()).toEqual([]);
    await person.leave();
  }
});
