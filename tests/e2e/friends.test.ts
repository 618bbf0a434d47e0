import { describe, expect, it } from 'vitest';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import { openHall } from './support/hall.ts';
import { Person } from './support/table.ts';
import { turnTo } from './support/turn.ts';
import { say } from './support/words.ts';

/** Past the part of a phase in which readiness does not count yet, short of its end. */
const MOST_OF_A_PHASE = { briefing: 10_000, deliberation: 80_000 };

const hall = openHall();
const { clock } = hall;

const named = (power: Power): string => `Ms ${power}`;

describe('a game with a code', () => {
  it('brings four browsers to one table and through a round to the end', async () => {
    const host = await Person.arrive(hall.browser, hall.house.url);
    const code = await host.openTable(named('KZ'));
    const guests: Person[] = [];
    for (const power of POWERS.slice(1)) {
      const guest = await Person.arrive(hall.browser, hall.house.url);
      await guest.join(code, named(power), power);
      await guest.isIn('lobby');
      guests.push(guest);
    }
    const everybody = [host, ...guests];
    for (const person of everybody) {
      for (const power of POWERS) await person.sees(new RegExp(named(power)));
    }
    await host.press('lobby:start');

    // A phase ends when all are ready, not when three are.
    for (const person of everybody) await person.isIn('briefing', 0);
    clock.turn(MOST_OF_A_PHASE.briefing);
    for (const guest of guests) await guest.goOn();
    await host.sees(new RegExp(say('game:talks.ready')));
    expect(await host.page.locator('[aria-current="step"]').textContent()).toContain(
      say('game:phase.briefing'),
    );
    await host.goOn();

    for (const person of everybody) {
      await person.isIn('deliberation', 0);
      expect(await person.draft(1, { alone: true })).toBe(1);
    }
    const titles = await Promise.all(everybody.map(async (p) => (await p.drafted())[0] ?? ''));
    clock.turn(MOST_OF_A_PHASE.deliberation);
    for (const person of everybody) await person.ready();
    // Ink time is the last look; it runs by the clock.
    for (const person of everybody) await person.isIn('ink', 0);
    await turnTo(hall.house, clock, code, 'report', 0);
    for (const person of everybody) await person.isIn('report', 0);

    // The report tells everybody what the others did.
    for (const person of everybody) {
      const report = (await person.page.locator('main.report').textContent()) ?? '';
      for (const title of titles) expect(report).toContain(title);
    }

    // The clock does the rest, and takes everybody along.
    for (let round = 1; round < 6; round += 1) {
      await turnTo(hall.house, clock, code, 'report', round);
      for (const person of everybody) await person.isIn('report', round);
    }
    await turnTo(hall.house, clock, code, 'debrief');
    for (const person of everybody) {
      await person.isIn('debrief');
      expect(person.complaints()).toEqual([]);
      await person.leave();
    }
  });

  it('seats a late guest on a seat that a bot has held', async () => {
    const host = await Person.arrive(hall.browser, hall.house.url);
    const code = await host.openTable('Host');
    await host.press('lobby:start');
    await host.isIn('briefing', 0);
    const guest = await Person.arrive(hall.browser, hall.house.url);
    await guest.join(code, 'Late', 'CN');
    await guest.isIn('briefing', 0);
    await host.sees(/Late/);
    for (const person of [host, guest]) {
      expect(person.complaints()).toEqual([]);
      await person.leave();
    }
  });

  it('stops the clock for all when the host pauses', async () => {
    const host = await Person.arrive(hall.browser, hall.house.url);
    const code = await host.openTable('Host');
    const guest = await Person.arrive(hall.browser, hall.house.url);
    await guest.join(code, 'Guest', 'RU');
    await host.press('lobby:start');
    await guest.isIn('briefing', 0);
    await host.page.getByRole('banner').getByLabel(say('game:menu.pause')).click();
    await guest.sees(say('game:conn.paused'));
    clock.turn(60_000);
    await guest.isIn('briefing', 0);
    await host.page.getByRole('banner').getByLabel(say('game:menu.resume')).click();
    await guest.page.getByText(say('game:conn.paused')).waitFor({ state: 'detached' });
    await turnTo(hall.house, clock, code, 'deliberation', 0);
    await guest.isIn('deliberation', 0);
    for (const person of [host, guest]) {
      expect(person.complaints()).toEqual([]);
      await person.leave();
    }
  });
});

describe('the door', () => {
  it('says at once that a code is wrong', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url);
    await person.open('/');
    await person.typeCode('ZZZZZZ');
    await person.sees(say('refusal:unknownGame', { code: 'ZZZZZZ' }));
    await person.leave();
  });

  it('asks for a pseudonym that is one, and shows marks as text', async () => {
    const person = await Person.arrive(hall.browser, hall.house.url);
    await person.open('/');
    const form = person.page.getByRole('region', { name: say('front:friends.heading') });
    const field = form.getByLabel(say('front:friends.name'));
    const go = form.getByRole('button', { name: say('front:friends.submit') });
    await go.click();
    await person.sees(say('refusal:nameEmpty'));
    await field.fill('<img src=x onerror=alert(1)>'.slice(0, 24));
    await go.click();
    await person.sees(say('refusal:nameMarks'));
    expect(await person.page.locator('img[src="x"]').count()).toBe(0);
    await field.fill('Анна Ольга');
    await go.click();
    await person.isIn('lobby');
    await person.sees(/Анна Ольга/);
    await person.leave();
  });

  it('shows who sits where, and lets nobody sit on a taken seat', async () => {
    const host = await Person.arrive(hall.browser, hall.house.url);
    const code = await host.openTable('Host');
    const guest = await Person.arrive(hall.browser, hall.house.url);
    await guest.open(`/join.html?c=${code}`);
    await guest.sees(say('join:taken', { name: 'Host' }));
    const kz = guest.page.getByRole('radio', { name: new RegExp(say('common:power.KZ')) });
    expect(await kz.isDisabled()).toBe(true);
    await guest.leave();
    await host.leave();
  });
});
