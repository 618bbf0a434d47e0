import { afterAll, beforeAll, expect, it } from 'vitest';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { legalOrder, type Player, until } from '../support/player.ts';

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

/** Two people in a game at the normal pace: briefing 15 s, deliberation 135 s, ink 30 s, report 60 s. */
async function pair(): Promise<readonly [Player, Player]> {
  const host = await house.host({ power: 'KZ' });
  const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
  await host.host({ do: 'start' });
  await host.phase('briefing');
  await guest.phase('briefing');
  return [host, guest];
}

/** Lets messages that are under way arrive. */
const settle = () => new Promise((turn) => setTimeout(turn, 150));

it('ends each phase at its deadline, which everybody can read', async () => {
  const [host] = await pair();
  expect(host.state.deadline - clock.now()).toBe(15_000);
  clock.turn(14_900);
  await settle();
  expect(host.view?.phase).toBe('briefing');
  clock.turn(100);
  await host.phase('deliberation');
  expect(host.state.deadline - clock.now()).toBe(135_000);
  clock.turn(135_000);
  await host.phase('ink');
  clock.turn(30_000);
  await host.phase('report', 0);
  clock.turn(60_000);
  await host.phase('briefing', 1);
});

it('ends a phase when all persons are ready and 40 % of it has passed, not before', async () => {
  const [host, guest] = await pair();
  clock.turn(15_000);
  await host.phase('deliberation');
  await until('the bots have ordered', () => host.seat('CN').ready && host.seat('EU').ready);
  await host.ready();
  clock.turn(60_000);
  await settle();
  expect(host.view?.phase).toBe('deliberation');
  await guest.ready();
  await host.phase('ink');

  clock.turn(10_000);
  await host.ready();
  await guest.ready();
  await settle();
  expect(host.view?.phase).toBe('ink');
  clock.turn(2000);
  await host.phase('report');
});

it('takes nothing new in ink time, but changes and withdrawals', async () => {
  const [host] = await pair();
  clock.turn(15_000);
  await host.phase('deliberation');
  const draft = { type: 'draft', order: legalOrder(host) };
  expect((await host.command(draft)).ok).toBe(true);
  clock.turn(135_000);
  await host.phase('ink');
  expect(await host.command(draft)).toMatchObject({ ok: false, refusal: { code: 'inkTime' } });
  const { id } = (host.view?.drafts ?? [])[0] as { id: string };
  expect((await host.command({ type: 'withdraw', draft: id })).ok).toBe(true);
});

it('stands still while the host has paused it, and goes on with what was left', async () => {
  const [host, guest] = await pair();
  clock.turn(15_000);
  await host.phase('deliberation');
  clock.turn(35_000);
  await host.host({ do: 'pause' });
  await until('all see it', () => guest.state.paused === true);
  expect(guest.state).toMatchObject({ deadline: 0, left: 100_000, length: 135_000 });
  clock.turn(1_000_000);
  expect((await guest.ready()).ok).toBe(true);
  expect((await host.ready()).ok).toBe(true);
  await settle();
  expect(host.view?.phase).toBe('deliberation');
  expect((await guest.command({ type: 'ready', ready: false })).ok).toBe(true);
  await host.host({ do: 'resume' });
  await until('it runs', () => guest.state.paused === false);
  expect(guest.state.deadline - clock.now()).toBe(100_000);
});

it('waits while nobody is there, and gives ten seconds to who comes back late', async () => {
  const [host, guest] = await pair();
  clock.turn(15_000);
  await host.phase('deliberation');
  clock.turn(134_000);
  host.drop();
  guest.drop();
  await until('both are gone', () => host.closed !== null && guest.closed !== null);
  await settle();
  clock.turn(20_000);
  const back = await house.enter(host.code, { token: host.token });
  await until('it runs', () => back.state.waiting === false);
  expect(back.view?.phase).toBe('deliberation');
  expect(back.state.deadline - clock.now()).toBe(10_000);
});

it('has no deadline in a solo game, and goes on as soon as its person is ready', async () => {
  const alone = await house.host({ mode: 'solo', power: 'RU' });
  await alone.phase('briefing');
  expect(alone.state).toMatchObject({ deadline: 0, length: 0, pace: 'calm' });
  clock.turn(86_400_000);
  for (const [next, round] of [
    ['deliberation', 0],
    ['report', 0],
    ['briefing', 1],
  ] as const) {
    expect((await alone.ready()).ok).toBe(true);
    await alone.phase(next, round);
  }
});

it('ends after the last round with scores for everybody', async () => {
  const alone = await house.host({ mode: 'solo', power: 'EU' });
  for (let round = 0; round < 6; round += 1) {
    for (const phase of ['briefing', 'deliberation', 'report']) {
      await alone.phase(phase, round);
      clock.turn(1000);
      expect((await alone.ready()).ok).toBe(true);
    }
  }
  await alone.phase('debrief');
  expect(Object.keys(alone.view?.end?.scores ?? {})).toEqual(['KZ', 'RU', 'CN', 'EU']);
  expect(await alone.ready()).toEqual({ ok: false, refusal: { code: 'gameOver' } });
});
