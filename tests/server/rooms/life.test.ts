/** How games live and end: memory, expiry, deletion, keys that lost their seat, a store that fails. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@colyseus/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { GameStore } from '../../../server/store/store.ts';
import { CLOSING } from '../../../shared/protocol/closing.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { legalOrder, Player, until } from '../support/player.ts';

const DAY = 24 * 3600 * 1000;
const folder = mkdtempSync(join(tmpdir(), 'multivector-life-'));
const clock = new HandClock();
let house: House;
let store: GameStore;
/** What happens to a write before the real store has it. */
let before: () => Promise<void> = async () => {};

beforeAll(async () => {
  store = await openSqlite(folder);
  const watched: GameStore = {
    ...store,
    write: async (code, entry) => {
      await before();
      return store.write(code, entry);
    },
  };
  house = await House.open({ clock, store: watched, limits: { wrongCodesPerTenMinutes: 10 } });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const unload = async (): Promise<void> => {
  for (let i = 0; i < 400 && (await house.rooms()) > 0; i += 1) {
    clock.turn(121_000);
    await new Promise((turn) => setTimeout(turn, 10));
  }
  expect(await house.rooms()).toBe(0);
};

describe('a game that nobody visits', () => {
  it('leaves memory, and comes back as it was', async () => {
    const host = await house.host({ power: 'KZ', pace: 'calm' });
    await host.host({ do: 'start' });
    await host.phase('briefing');
    const order = legalOrder(host);
    expect((await host.command({ type: 'draft', order })).ok).toBe(true);
    await until('it is shown', () => host.view?.drafts.length === 1);
    await host.leave();
    await unload();
    const back = await house.enter(host.code, { token: host.token });
    expect(back.view).toEqual(host.view);
    expect(back.seat('EU').player).toBe('bot');
    await back.leave();
  });

  it('is kept for thirty days from the last visit, which everybody can read', async () => {
    const host = await house.host({ name: 'Ephemera' });
    const { body: first } = await house.ask('GET', `/${host.code}`);
    expect(first.expires - clock.now()).toBe(30 * DAY);
    await host.leave();
    await unload();
    clock.turn(20 * DAY);
    const again = await house.enter(host.code, { token: host.token });
    await until('it is told', () => again.state.expires - clock.now() === 30 * DAY);
    await again.leave();
    await unload();
    clock.turn(29 * DAY);
    expect((await house.ask('GET', `/${host.code}`)).status).toBe(200);
    clock.turn(2 * DAY);
    const late = await house.ask('GET', `/${host.code}`);
    expect([late.status, late.body.refusal.code]).toEqual([410, 'expiredGame']);
    const join = await house.ask('POST', `/${host.code}/join`, { token: host.token });
    expect([join.status, join.body.refusal.code]).toEqual([410, 'expiredGame']);
    for (let i = 0; i < 500 && (await store.seats(host.code)).length > 0; i += 1) {
      clock.turn(3_600_000);
      await new Promise((turn) => setTimeout(turn, 10));
    }
    expect(await store.seats(host.code)).toEqual([]);
    expect(await store.latest(host.code)).toBeNull();
    expect((await store.find(host.code))?.gone).toBe(true);
  });

  it('that is open when its time runs out ends for those who look at it', async () => {
    const host = await house.host();
    clock.turn(31 * DAY);
    for (let i = 0; i < 500 && host.closed === null; i += 1) {
      clock.turn(3_600_000);
      await new Promise((turn) => setTimeout(turn, 10));
    }
    expect(host.closed).toBe(CLOSING.deleted);
  });
});

describe('a solo game', () => {
  it('takes nobody else in', async () => {
    const { code } = await house.create({ mode: 'solo', power: 'KZ' });
    const answer = await house.ask('POST', `/${code}/join`, { name: 'Stranger', power: 'RU' });
    expect([answer.status, answer.body.refusal.code]).toEqual([409, 'gameFull']);
  });

  it('is deleted when its person leaves it for good', async () => {
    const alone = await house.host({ mode: 'solo', power: 'KZ' });
    expect((await alone.request('leave')).ok).toBe(true);
    await alone.gone();
    for (let i = 0; i < 500 && !(await store.find(alone.code))?.gone; i += 1) {
      await new Promise((turn) => setTimeout(turn, 10));
    }
    expect((await house.ask('GET', `/${alone.code}`)).status).toBe(410);
    expect(await store.seats(alone.code)).toEqual([]);
  });
});

describe('a door that was opened', () => {
  const open = async (code: string, token: string) => {
    const { body } = await house.ask('POST', `/${code}/join`, { token });
    return { ...body, token };
  };

  it('lets nobody in whose seat was taken away meanwhile, though another sits there', async () => {
    const host = await house.host({ power: 'KZ' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
    const { reservation } = await open(host.code, guest.token);
    expect((await host.host({ do: 'remove', power: 'RU' })).ok).toBe(true);
    await guest.gone();
    const heir = await house.enter(host.code, { name: 'Heir', power: 'RU' });
    const client = new Client(house.url.replace('http', 'ws'));
    await expect(client.consumeSeatReservation(reservation as never)).rejects.toThrow();
    expect(heir.closed).toBeNull();
    expect(heir.seat()).toMatchObject({ name: 'Heir', connected: true });
  });

  it('leads to the seat that its person has moved to', async () => {
    const host = await house.host({ power: 'KZ' });
    const joined = await open(host.code, host.token);
    expect((await host.request('move', { power: 'EU' })).ok).toBe(true);
    const back = await Player.connect(house.url, joined);
    expect(back.view?.seat).toBe('EU');
  });

  it('again and again has an end for one seat, and none for the others', async () => {
    const host = await house.host({ power: 'KZ' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
    await guest.leave();
    const answers = [];
    for (let i = 0; i < 30; i += 1) {
      answers.push(await house.ask('POST', `/${host.code}/join`, { token: host.token }));
    }
    expect(answers[0]?.status).toBe(200);
    expect(answers.at(-1)).toMatchObject({
      status: 429,
      body: { refusal: { code: 'tooManyTries' } },
    });
    const back = await house.enter(host.code, { token: guest.token });
    expect(back.power).toBe('RU');
    expect(host.closed).toBeNull();
  });
});

it('a door that nobody came through does not keep a game from ending', async () => {
  const host = await house.host({ power: 'KZ' });
  await house.ask('POST', `/${host.code}/join`, { token: host.token });
  const began = Date.now();
  const headers = { Authorization: `Bearer ${host.token}` };
  expect((await house.ask('DELETE', `/${host.code}`, undefined, headers)).status).toBe(200);
  // The framework would wait twenty seconds for whoever was expected.
  expect(Date.now() - began).toBeLessThan(15_000);
});

it('a connection whose seat was taken away says nothing any more, even before it is cut', async () => {
  const host = await house.host({ power: 'KZ', pace: 'calm' });
  const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
  await host.host({ do: 'start' });
  await guest.phase('briefing');
  const order = legalOrder(guest);
  let release = (): void => {};
  const held = new Promise<void>((go) => {
    release = go;
  });
  let asked = 0;
  before = () => {
    asked += 1;
    return held;
  };
  const removed = host.host({ do: 'remove', power: 'RU' });
  await until('the store is asked', () => asked > 0);
  const answer = await guest.command({ type: 'draft', order });
  expect(answer).toEqual({ ok: false, refusal: { code: 'unknownSeat' } });
  // Whoever sits down there at once is not cut off with the one who had to go.
  before = async () => {};
  const heir = await house.enter(host.code, { name: 'Heir', power: 'RU' });
  release();
  expect((await removed).ok).toBe(true);
  expect([CLOSING.removed, CLOSING.moved]).toContain(await guest.gone());
  expect((await heir.ready()).ok).toBe(true);
  expect(heir.closed).toBeNull();
});

describe('the doors', () => {
  it('do not let a return code pass uncounted beside a token', async () => {
    const host = await house.host();
    const both = { token: 'x'.repeat(32), returnCode: '22222222' };
    const { status, body } = await house.ask('POST', `/${host.code}/join`, both);
    expect([status, body.refusal.code]).toEqual([400, 'malformed']);
  });

  it('stay open to who holds a key, however much was guessed from his address', async () => {
    const host = await house.host();
    let last = { status: 404 };
    for (let i = 0; i < 20 && last.status === 404; i += 1) last = await house.ask('GET', '/ZZZZZZ');
    expect(last.status).toBe(429);
    expect((await house.ask('GET', `/${host.code}`)).status).toBe(429);
    const wrong = await house.ask('POST', `/${host.code}/join`, { token: 'x'.repeat(32) });
    expect(wrong.status).toBe(429);
    const back = await house.enter(host.code, { token: host.token });
    expect((await back.ready()).ok).toBe(false);
    expect(back.view?.seat).toBe(host.power);
  });
});

describe('the store', () => {
  it('has a command before it is acknowledged or shown', async () => {
    const host = await house.host({ power: 'KZ', pace: 'calm' });
    await host.host({ do: 'start' });
    await host.phase('briefing');
    let release = (): void => {};
    const held = new Promise<void>((go) => {
      release = go;
    });
    let asked = 0;
    before = () => {
      asked += 1;
      return held;
    };
    let answered = false;
    const answer = host.command({ type: 'draft', order: legalOrder(host) }).then((given) => {
      answered = true;
      return given;
    });
    await until('the store is asked', () => asked > 0);
    await new Promise((turn) => setTimeout(turn, 100));
    expect([answered, host.view?.drafts]).toEqual([false, []]);
    before = async () => {};
    release();
    expect((await answer).ok).toBe(true);
    await until('it is shown', () => host.view?.drafts.length === 1);
  });

  it('that fails undoes what it did not take, and everybody comes back to what it has', async () => {
    const host = await house.host({ power: 'KZ', pace: 'calm' });
    await host.host({ do: 'start' });
    await host.phase('briefing');
    const order = legalOrder(host);
    before = () => Promise.reject(new Error('the disk is full'));
    const answer = await host.command({ type: 'draft', order });
    expect(answer).toEqual({ ok: false, refusal: { code: 'notSaved' } });
    expect(await host.gone()).toBe(CLOSING.remade);
    before = async () => {};
    const back = await house.enter(host.code, { token: host.token });
    expect(back.view).toMatchObject({ phase: 'briefing', drafts: [] });
    expect((await back.command({ type: 'draft', order })).ok).toBe(true);
  });
});
