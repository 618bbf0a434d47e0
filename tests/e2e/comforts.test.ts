import { describe, expect, it } from 'vitest';
import { openHall } from './support/hall.ts';
import { Person } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { say } from './support/words.ts';

const hall = openHall();
const { clock } = hall;

/** Leaves the table and comes back to the same seat through the front page. */
async function takeUpAgain(person: Person, name: string): Promise<void> {
  await person.open('/');
  const games = person.page.getByRole('region', { name: say('front:resume.heading') });
  await games.getByRole('link', { name: new RegExp(name) }).click();
}

describe('alone', () => {
  it('leaves a game, and takes it up again from the front page with its drafts', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url);
    await person.playNow('CN');
    await person.goOn();
    await person.isIn('deliberation', 0);
    expect(await person.draft(1, { alone: true })).toBe(1);
    const before = await person.drafted();
    // Nobody else waits: the clock of a game alone stands still, whatever time passes.
    clock.turn(3_600_000);
    await takeUpAgain(person, say('common:power.CN'));
    await person.isIn('deliberation', 0);
    expect(await person.drafted()).toEqual(before);
    await person.ready();
    await person.isIn('report', 0);
    expect(person.complaints()).toEqual([]);
    await person.leave();
  });

  it('plays again as the same power once it is over', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url);
    await person.playNow('EU');
    const code = person.code();
    for (let round = 0; round < 6; round += 1) {
      await person.playRound(round, 0);
      await person.goOn();
    }
    await person.isIn('debrief');
    await person.press('end:again');
    await person.page.waitForURL((url) => url.searchParams.get('c') !== code);
    await person.isIn('briefing', 0);
    await person.page.getByRole('heading', { level: 1, name: say('common:power.EU') }).waitFor();
    expect(person.complaints()).toEqual([]);
    await person.leave();
  });
});

describe('with friends', () => {
  it('shows code and picture of the way in, fills with bots, and plays again together', async () => {
    const host = await Person.arrive(hall.browser, hall.house.url);
    const code = await host.openTable('Ann');
    await host.sees(code);
    // The picture for cameras is a link of the house itself.
    expect(await host.page.locator('.lobby img').first().getAttribute('src')).toMatch(/^\//);
    const guest = await Person.arrive(hall.browser, hall.house.url);
    await guest.join(code, 'Ben', 'CN');
    await guest.isIn('lobby');
    await host.press('lobby:start');
    for (const person of [host, guest]) await person.isIn('briefing', 0);
    const { body } = await hall.house.ask('GET', `/${code}`);
    const players = body.seats.map((seat: { player: string }) => seat.player);
    expect(players.sort()).toEqual(['bot', 'bot', 'person', 'person']);

    await turnTo(hall.house, clock, code, 'debrief');
    for (const person of [host, guest]) await person.isIn('debrief');
    await host.press('end:again');
    await host.isIn('lobby');
    const next = host.code();
    expect(next).not.toBe(code);
    await guest.page.getByRole('link', { name: say('end:follow', { code: next }) }).click();
    await guest.page.getByRole('heading', { name: say('join:heading') }).waitFor();
    await guest.sit('Ben', 'RU');
    await guest.isIn('lobby');
    await host.sees(/Ben/);
    for (const person of [host, guest]) {
      expect(person.complaints()).toEqual([]);
      await person.leave();
    }
  });
});
