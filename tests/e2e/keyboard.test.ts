/** A round without a pointer: every step by keys that people know. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { type GameServer, startServer } from './support/server.ts';
import { Person } from './support/table.ts';
import { say } from './support/words.ts';

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

const FARTHEST = 120;

/** What has the focus, as assistive technology would say it: role and name. */
function focused(
  person: Person,
): Promise<{ tag: string; id: string; text: string; ring: boolean }> {
  return person.page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element) return { tag: '', id: '', text: '', ring: false };
    const label = element.getAttribute('aria-label') ?? '';
    const box = element.matches('input') ? (element.parentElement ?? element) : element;
    const rings = [element, box, ...box.querySelectorAll('*')].map((e) => getComputedStyle(e));
    return {
      tag: element.tagName.toLowerCase(),
      id: element.id,
      text: label || (box.textContent ?? '').trim(),
      ring: rings.some((s) => s.outlineStyle !== 'none' || s.boxShadow !== 'none'),
    };
  });
}

/** Tabs on until the element is reached that `is` describes; every stop on the way shows where it is. */
async function tabTo(
  person: Person,
  what: string,
  is: (at: { tag: string; id: string; text: string }) => boolean,
) {
  for (let i = 0; i < FARTHEST; i += 1) {
    await person.page.keyboard.press('Tab');
    const at = await focused(person);
    if (at.tag === 'body' || at.tag === 'html') continue;
    expect(at.ring, `the focus is seen on ${at.tag} "${at.text.slice(0, 40)}"`).toBe(true);
    if (is(at)) return at;
  }
  throw new Error(`${what} was not reached by ${FARTHEST} presses of Tab`);
}

const isButton = (key: string, params?: Record<string, string>) => {
  const text = say(key, params);
  return (at: { tag: string; text: string }): boolean => at.tag === 'button' && at.text === text;
};

it('goes from the front page through a round by keys alone', async () => {
  const person = await Person.arrive(browser, server.url);
  const { page } = person;
  const { keyboard } = page;
  await person.open('/');

  // The first stop leads past the head of the page.
  await keyboard.press('Tab');
  expect((await focused(person)).text).toBe(say('common:skip.main'));

  await tabTo(
    person,
    'the choice of powers',
    (at) => at.tag === 'input' && at.text.includes(say('common:power.KZ')),
  );
  await keyboard.press('ArrowRight');
  await tabTo(person, 'the start', isButton('front:play.start', { power: say('common:power.RU') }));
  await keyboard.press('Enter');

  await person.isIn('briefing', 0);
  await tabTo(person, 'going on', isButton('game:ready.go'));
  await keyboard.press('Enter');
  await person.isIn('deliberation', 0);

  // A skip link leads to the desk; from there the hand is near.
  await page.keyboard.press('Home');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(person, 'the way to the desk', (at) => at.text === say('common:skip.desk'));
  await keyboard.press('Enter');
  const first = await tabTo(person, 'the first card', (at) => at.id.startsWith('card-'));

  // Arrows go along the hand, D drafts, Backspace takes back.
  await keyboard.press('ArrowRight');
  const second = await focused(person);
  expect(second.id).toMatch(/^card-/);
  expect(second.id).not.toBe(first.id);
  await keyboard.press('ArrowLeft');
  expect((await focused(person)).id).toBe(first.id);

  const states = page.locator('article.card[data-state="drafted"]');
  const count = await person.cards().count();
  for (let i = 0; i < count && (await states.count()) === 0; i += 1) {
    await keyboard.press('d');
    await page.waitForTimeout(400);
    if ((await states.count()) === 0) await keyboard.press('ArrowRight');
  }
  expect(await states.count(), 'a card is drafted').toBe(1);
  await keyboard.press('Backspace');
  await states.first().waitFor({ state: 'detached' });
  await keyboard.press('d');
  await states.first().waitFor();

  await tabTo(person, 'Ready', isButton('game:ready.do'));
  await keyboard.press('Enter');
  await person.isIn('report', 0);
  const own = page.locator('section[aria-labelledby="report-own"] li');
  expect(await own.count()).toBe(1);
  await tabTo(person, 'going on from the report', isButton('game:ready.go'));
  await keyboard.press('Enter');
  await person.isIn('briefing', 1);
  expect(person.complaints()).toEqual([]);
  await person.leave();
});

it('opens and closes a dialog by keys and gives the focus back', async () => {
  const person = await Person.arrive(browser, server.url);
  await person.playNow('KZ');
  await tabTo(person, 'the help', isButton('game:menu.help'));
  await person.page.keyboard.press('Enter');
  await person.page.getByRole('dialog', { name: say('game:help.heading') }).waitFor();
  await person.page.keyboard.press('Escape');
  await person.page.getByRole('dialog').waitFor({ state: 'detached' });
  expect((await focused(person)).text).toBe(say('game:menu.help'));
  expect(person.complaints()).toEqual([]);
  await person.leave();
});
