import { describe, expect, it } from 'vitest';
import { openHall } from './support/hall.ts';
import { Person } from './support/table.ts';
import { shutOut, sideways } from './support/watch.ts';
import { say } from './support/words.ts';

const hall = openHall();
const { clock } = hall;

/** The code that the console's address names. */
function codeOf(console: Person): string {
  return new URL(console.page.url()).searchParams.get('s') ?? '';
}

/** Opens a session by the page and stands before its console. */
async function host(worlds: string): Promise<Person> {
  const console = await Person.arrive(hall.browser, hall.house.url);
  await console.open('/');
  await console.page.getByRole('link', { name: say('front:host.submit') }).click();
  await console.page.getByLabel(say('hall:host.worlds')).selectOption(worlds);
  await console.press('hall:host.open');
  await console.page.getByRole('heading', { name: say('hall:world.heading', { n: 1 }) }).waitFor();
  return console;
}

/** Joins a session on its welcome page. */
async function join(code: string, name: string): Promise<Person> {
  const person = await Person.arrive(hall.browser, hall.house.url);
  await person.open('/');
  await person.typeCode(code);
  await person.page.getByRole('heading', { name: say('join:heading') }).waitFor();
  await person.page.getByLabel(say('join:name')).fill(name);
  await person.press('join:submit');
  await person.page.waitForURL(/\/game/);
  return person;
}

/** The line of a person on the console. */
const seatOf = (console: Person, name: string) =>
  console.page.locator('.console-seat', { hasText: name });

// The session's code is asked for among games first: that answer is an error in a browser's console.
const ASKED_GAMES = /status of 409/;

describe('a class', () => {
  it('is led through a lesson from one console, in two worlds', async () => {
    const console = await host('2');
    const code = codeOf(console);
    expect(console.page.url()).not.toContain('#');

    const aigerim = await join(code, 'Aigerim');
    const bolat = await join(code, 'Bolat');
    await aigerim.isIn('lobby');
    // The other seats are taken over the protocol alone.
    const names = ['Chen', 'Dana', 'Erik', 'Fatima'];
    for (const name of names) {
      const seated = await fetch(`${hall.house.url}/api/sessions/${code}/join`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, connect: false }),
      });
      expect(seated.status).toBe(200);
    }
    for (const name of ['Aigerim', 'Bolat', ...names]) await seatOf(console, name).waitFor();
    // Six people fill two worlds evenly.
    for (const n of [0, 1]) {
      const world = console.page.locator('.console-world').nth(n);
      expect(await world.locator('.console-seat b', { hasNotText: /^bot$|^free$/ }).count()).toBe(
        3,
      );
    }

    const wall = await Person.arrive(hall.browser, hall.house.url, {
      viewport: { width: 1920, height: 1080 },
    });
    const address = await console.page
      .getByRole('link', { name: say('hall:code.projector') })
      .getAttribute('href');
    await wall.page.goto(new URL(address ?? '', hall.house.url).href);
    await wall.sees(`${code.slice(0, 3)} ${code.slice(3)}`);

    await console.press('hall:do.start');
    await aigerim.isIn('briefing', 0);
    await bolat.isIn('briefing', 0);

    // One world goes on without the other.
    await console.page.getByRole('checkbox', { name: say('hall:world.select', { n: 1 }) }).check();
    await console.press('hall:do.next');
    await aigerim.isIn('deliberation', 0);
    await bolat.isIn('briefing', 0);
    await console.page
      .getByRole('checkbox', { name: say('hall:world.select', { n: 1 }) })
      .uncheck();
    await console.page.getByRole('checkbox', { name: say('hall:world.select', { n: 2 }) }).check();
    await console.press('hall:do.next');
    await bolat.isIn('deliberation', 0);
    await console.page
      .getByRole('checkbox', { name: say('hall:world.select', { n: 2 }) })
      .uncheck();

    // A pause stops both, and is told.
    await console.press('hall:do.pause');
    await aigerim.sees(say('game:conn.paused'));
    await console.press('hall:do.resume');
    await aigerim.page.getByText(say('game:conn.paused')).waitFor({ state: 'detached' });

    // A call for help is heard and answered.
    await aigerim.press('game:hall.help');
    await aigerim.page.getByLabel(say('game:hall.helpText')).fill('Where is the bank?');
    await aigerim.press('game:hall.helpSend');
    await aigerim.sees(say('game:hall.helpSent'));
    await aigerim.page.keyboard.press('Escape');
    await console.sees('Where is the bank?');
    await console.page.getByLabel(say('hall:help.text')).fill('Behind the steppe.');
    await console.press('hall:help.answer');
    await aigerim.sees('Behind the steppe.');

    // An event is looked at, then laid into all worlds.
    await console.page.getByRole('tab', { name: say('hall:tab.card') }).click();
    await console.press('hall:card.preview');
    await console.page.locator('.console-foreseen li').first().waitFor();
    await console.press('hall:card.lay');
    await console.sees(say('hall:card.laid'));

    // The drafts count as they stand.
    expect(await aigerim.draft(1, { alone: true })).toBe(1);
    await console.press('hall:do.resolve');
    await aigerim.isIn('report', 0);
    await bolat.isIn('report', 0);
    await wall.sees(say('game:news.card.attack'));

    // Scores stand on the wall only once the facilitator shows them.
    expect(await wall.page.locator('.wall-worlds p').count()).toBe(0);
    await console.press('hall:do.scores');
    await wall.page.locator('.wall-worlds p').first().waitFor();

    // A round is taken back: everybody is told and plays it again, and the log keeps it.
    await console.press('hall:do.rewind');
    await console.press('hall:do.yes');
    await aigerim.sees(say('game:hall.rewound', { round: 1 }));
    await aigerim.isIn('briefing', 0);
    await bolat.isIn('briefing', 0);

    // Somebody drops out: the console shows it, a bot helps out, and the seat is handed back.
    const place = bolat.page.url();
    await bolat.page.goto('about:blank');
    await seatOf(console, 'Bolat').getByText(say('hall:seat.away')).waitFor();
    clock.turn(70_000);
    await bolat.page.goto(place);
    await seatOf(console, 'Bolat').getByText(say('hall:seat.away')).waitFor({ state: 'detached' });

    // A late guest is led to a free seat of a running world.
    const late = await join(code, 'Zhanna');
    await late.page.locator('header.top').waitFor();
    await seatOf(console, 'Zhanna').waitFor();

    // Nobody else comes in through a locked door.
    await console.press('hall:do.lock');
    await console.button('hall:do.unlock').waitFor();
    const shut = await Person.arrive(hall.browser, hall.house.url);
    await shut.open(`/join.html?c=${code}`);
    await shut.sees(say('join:session.locked'));

    // The console survives a reload, and reads well.
    await console.reload();
    await seatOf(console, 'Zhanna').waitFor();
    expect(await sideways(console.page)).toBeLessThanOrEqual(0);
    expect(await shutOut(console.page)).toEqual([]);

    await console.press('hall:do.next');
    await console.button('hall:do.resolve').and(console.page.locator(':enabled')).waitFor();
    await console.press('hall:do.resolve');
    await aigerim.isIn('report', 0);
    await console.press('hall:do.end');
    await console.press('hall:do.yes');
    for (const person of [aigerim, bolat, late]) await person.isIn('debrief');
    await wall.sees(say('hall:wall.over'));

    for (const person of [console, wall, aigerim, bolat, late, shut]) {
      expect(person.complaints(ASKED_GAMES)).toEqual([]);
      await person.leave();
    }
  });

  it('a console without its key opens nothing, and says how to get one', async () => {
    const stranger = await Person.arrive(hall.browser, hall.house.url);
    await stranger.open('/console.html?s=K7MPQ9');
    await stranger.sees(say('hall:link.noKey'));
    await stranger.leave();
  });

  it('the kit prints what is chosen', async () => {
    const teacher = await Person.arrive(hall.browser, hall.house.url);
    await teacher.open('/kit.html');
    await teacher.page.getByRole('checkbox', { name: say('kit:page.writing') }).check();
    await teacher.page.getByRole('checkbox', { name: say('kit:page.rules') }).uncheck();
    await teacher.page.emulateMedia({ media: 'print' });
    const sheets = teacher.page.locator('.kit-sheet h2');
    expect(await sheets.allTextContents()).toEqual(
      ['plan45', 'powers', 'debrief', 'writing'].map((id) => say(`kit:page.${id}`)),
    );
    await teacher.page.emulateMedia({ media: 'screen' });
    expect(await shutOut(teacher.page)).toEqual([]);
    expect(teacher.complaints()).toEqual([]);
    await teacher.leave();
  });
});
