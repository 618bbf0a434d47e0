/** Making a session, coming in by its code, coming back, and its end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { CLOSING } from '../../../shared/protocol/closing.ts';
import { isGameCode } from '../../../shared/protocol/codes.ts';
import type { SessionRequest } from '../../../shared/protocol/sessions.ts';
import { Classroom } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { legalOrder, until } from '../support/player.ts';

const DAY = 24 * 3600 * 1000;
const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock, limits: { wrongKeysPerTenMinutes: 6 } });
});
afterAll(() => house.close());

describe('a session', () => {
  it('has as many worlds as were asked for, on one seed', async () => {
    const room = await Classroom.open(house, { worlds: 3, depth: 'standard', seed: 7 });
    expect(isGameCode(room.code)).toBe(true);
    const { body } = await room.ask('GET', '');
    expect(body).toMatchObject({
      code: room.code,
      depth: 'standard',
      seating: 'balanced',
      talk: true,
      readTalks: false,
      locked: false,
      expires: clock.now() + 30 * DAY,
    });
    expect(body.worlds.map(({ number, phase }) => [number, phase])).toEqual([
      [1, 'lobby'],
      [2, 'lobby'],
      [3, 'lobby'],
    ]);
    expect(body.link).toMatch(new RegExp(`/join\\.html\\?c=${room.code}$`));
    expect(room.keys.consoleLink).toContain(`#${room.keys.facilitator}`);
    expect((await fetch(`${house.url}/api/sessions/${room.code}/qr.svg`)).status).toBe(200);
  });

  it.each([
    ['no world', { worlds: 0 }],
    ['eleven worlds', { worlds: 11 }],
    ['a foreign field', { admin: true }],
    ['an absence of no time', { absence: 0 }],
  ])('with %s is refused', async (_, request) => {
    await expect(Classroom.open(house, request as SessionRequest)).rejects.toThrow('malformed');
  });

  it('is found by no other code, and its code is no game', async () => {
    const room = await Classroom.open(house);
    const asGame = await house.ask('GET', `/${room.code}`);
    expect([asGame.status, asGame.body.refusal]).toEqual([
      409,
      { code: 'isSession', params: { code: room.code } },
    ]);
    const response = await fetch(`${house.url}/api/sessions/ZZZZZZ`);
    expect([response.status, await response.json()]).toEqual([
      404,
      { refusal: { code: 'unknownSession', params: { code: 'ZZZZZZ' } } },
    ]);
  });
});

describe('who comes in by the code', () => {
  it('is seated where he is needed, thirty-two at once into eight worlds', async () => {
    const room = await Classroom.open(house, { worlds: 8 });
    const pupils = await Promise.all(
      Array.from({ length: 32 }, (_, i) => room.seat({ name: `Pupil ${i}` })),
    );
    const seats = pupils.map(({ world, power }) => `${world}${power}`);
    expect(new Set(seats).size).toBe(32);
    await expect(room.seat({ name: 'Late' })).rejects.toEqual({
      code: 'sessionFull',
      params: { seats: 32 },
    });
  });

  it('gets his own name, though another bears it', async () => {
    const room = await Classroom.open(house);
    const names = [];
    for (const name of ['Aida', 'aida', 'Aida']) names.push((await room.seat({ name })).name);
    expect(names).toEqual(['Aida', 'aida 2', 'Aida 3']);
    await expect(room.seat({ name: '' })).rejects.toEqual({ code: 'nameEmpty' });
    await expect(room.seat({ name: '<b>' })).rejects.toEqual({ code: 'nameMarks' });
  });

  it('has the place that the list names, which a second one of the name has not', async () => {
    const roster = 'Aida;2;EU\n\nBoris;1;KZ\n🐉';
    const room = await Classroom.open(house, { worlds: 2, seating: 'list', roster });
    expect(room.keys).toMatchObject({
      names: 2,
      problems: [{ line: 4, refusal: { code: 'nameMarks' } }],
    });
    expect(await room.seat({ name: 'aida' })).toMatchObject({
      name: 'Aida',
      world: 2,
      power: 'EU',
    });
    const second = await room.seat({ name: 'Aida' });
    expect(second).toMatchObject({ name: 'Aida 2', world: 1, power: 'RU' });
    // A list that comes later counts from then on.
    const other = await room.ask('PUT', '/roster', { roster: 'Cao;1;CN' }, room.keys.facilitator);
    expect(other.body).toMatchObject({ names: 1, problems: [] });
    expect(await room.seat({ name: 'Cao' })).toMatchObject({ world: 1, power: 'CN' });
    const wrong = await room.ask('PUT', '/roster', { roster: '' }, room.keys.projector);
    expect([wrong.status, wrong.body.refusal]).toEqual([403, { code: 'notFacilitator' }]);
  });

  it('takes three hundred names in any script over the wire', async () => {
    const roster = Array.from({ length: 300 }, (_, i) => `Қатысушы Аты-жөні ${i};1`).join('\n');
    const room = await Classroom.open(house, { roster });
    expect(room.keys).toMatchObject({ names: 300, problems: [] });
  });

  it('cannot come by the code of the world alone', async () => {
    const room = await Classroom.open(house);
    const { game } = await room.seat({ name: 'Aida' });
    const answer = await house.ask('POST', `/${game}/join`, { name: 'Boris' });
    expect([answer.status, answer.body.refusal.code]).toEqual([409, 'bySession']);
  });

  it('chooses where seating is free', async () => {
    const room = await Classroom.open(house, { worlds: 2, seating: 'free' });
    const wish = { name: 'Aida', world: 2, power: 'CN' } as const;
    expect(await room.seat(wish)).toMatchObject({ world: 2, power: 'CN' });
    await expect(room.seat({ ...wish, name: 'Boris' })).rejects.toMatchObject({
      code: 'seatTaken',
    });
  });

  it('comes late into a running world, into a seat that a bot has played', async () => {
    const room = await Classroom.open(house, { worlds: 2 });
    const early = await Promise.all(['A', 'B', 'C'].map((name) => room.enter({ name })));
    const console = await room.console();
    await console.bid({ do: 'start' });
    await early[0]?.player.phase('briefing');
    const late = await room.enter({ name: 'Late' });
    expect(late.world).toBe(2);
    expect(late.player.seat()).toMatchObject({ name: 'Late', player: 'person' });
    const order = legalOrder(late.player);
    expect((await late.player.command({ type: 'draft', order })).ok).toBe(true);
  });
});

describe('who comes back', () => {
  it('has his seat by his token and by his return code, and is not seated twice', async () => {
    const room = await Classroom.open(house, { worlds: 2 });
    await room.seat({ name: 'First' });
    const { player, token, world } = await room.enter({ name: 'Aida' });
    expect(world).toBe(2);
    const again = await room.enter({ token });
    expect([again.world, again.player.power]).toEqual([2, player.power]);
    expect(await player.gone()).toBe(CLOSING.moved);
    const code = (await again.player.request('returnCode')) as { value: string };
    const elsewhere = await room.enter({ returnCode: code.value.toLowerCase() });
    expect([elsewhere.world, elsewhere.player.power]).toEqual([2, player.power]);
    expect(elsewhere.token).not.toBe(token);
    const { body } = await room.ask('GET', '');
    expect(body.worlds.map(({ seats }) => seats.filter(({ held }) => held).length)).toEqual([1, 1]);
  });

  it('cannot guess another one’s code for long', async () => {
    const room = await Classroom.open(house);
    const { token } = await room.seat({ name: 'Aida' });
    const codes = [];
    for (let i = 0; i < 9; i += 1) {
      const answer = await room.ask('POST', '/join', { returnCode: '22222222' });
      codes.push(answer.body.refusal.code);
    }
    expect(codes[0]).toBe('wrongReturnCode');
    expect(codes.at(-1)).toBe('tooManyTries');
    expect((await room.enter({ token })).player.view?.seat).toBe('KZ');
  });
});

describe('the end of a session', () => {
  it('comes for all worlds at once when the facilitator deletes it', async () => {
    const room = await Classroom.open(house, { worlds: 2 });
    const pupils = await Promise.all(['A', 'B'].map((name) => room.enter({ name })));
    const console = await room.console();
    for (const key of [room.keys.projector, pupils[0]?.token ?? '', undefined]) {
      const answer = await room.ask('DELETE', '', undefined, key);
      expect([answer.status, answer.body.refusal.code]).toEqual([403, 'notFacilitator']);
    }
    expect((await room.ask('DELETE', '', undefined, room.keys.facilitator)).status).toBe(200);
    for (const { player } of pupils) expect(await player.gone()).toBe(CLOSING.deleted);
    await until('the console is closed', () => console.closed === CLOSING.deleted);
    const late = await room.ask('GET', '');
    expect([late.status, late.body.refusal.code]).toEqual([410, 'expiredGame']);
    expect((await house.ask('GET', `/${pupils[0]?.player.code}`)).status).toBe(410);
  });
});

it('survives a restart with its worlds, seats, list and keys, and is kept thirty days from the last visit', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'multivector-session-'));
  const open = async () => House.open({ clock, store: await openSqlite(dataDir) });
  // The framework keeps one match maker a process, so the second server follows the first.
  let second: House | null = null;
  try {
    await house.close();
    const first = await open();
    const room = await Classroom.open(first, { worlds: 2, roster: 'Aida;2;EU', absence: 33 });
    const aida = await room.enter({ name: 'Aida' });
    const console = await room.console();
    await console.bid({ do: 'lock', locked: true });
    await console.bid({ do: 'start' });
    await aida.player.phase('briefing');
    await first.close();
    second = await open();
    Object.assign(room, { door: second });
    await expect(room.seat({ name: 'New' })).rejects.toEqual({ code: 'sessionLocked' });
    const back = await room.enter({ token: aida.token });
    expect([back.world, back.player.power, back.player.view?.phase]).toEqual([2, 'EU', 'briefing']);
    const again = await room.console();
    expect(again.state).toMatchObject({
      locked: true,
      absence: 33,
      roster: [{ name: 'Aida', seated: true }],
    });
    await back.player.leave();
    await again.leave();
    clock.turn(20 * DAY);
    expect((await room.ask('POST', '/join', { token: aida.token, connect: false })).status).toBe(
      200,
    );
    clock.turn(20 * DAY);
    expect((await room.ask('GET', '')).status).toBe(200);
    clock.turn(11 * DAY);
    const late = await room.ask('GET', '');
    expect([late.status, late.body.refusal.code]).toEqual([410, 'expiredGame']);
  } finally {
    await second?.close();
    rmSync(dataDir, { recursive: true, force: true });
    house = await House.open({ clock });
  }
}, 120_000);
