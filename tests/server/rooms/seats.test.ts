import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLOSING } from '../../../shared/protocol/closing.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { until } from '../support/player.ts';

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

describe('coming in', () => {
  it('shows what stands behind a code without taking a seat', async () => {
    const { code } = await house.create({ power: 'RU' });
    const { status, body } = await house.ask('GET', `/${code.toLowerCase()}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ code, mode: 'friends', phase: 'lobby', round: 0, rounds: 6 });
    expect(body.seats.filter((s) => s.held)).toEqual([
      { power: 'RU', name: 'Host', held: true, player: 'person' },
    ]);
    expect(body.link).toMatch(new RegExp(`^http://.+/join\\.html\\?c=${code}$`));
    expect(JSON.stringify(body)).not.toMatch(/token|hash/i);
  });

  it('gives the link as a picture that a phone reads', async () => {
    const { code } = await house.create();
    const response = await fetch(`${house.url}/api/games/${code}/qr.svg`);
    expect(response.headers.get('content-type')).toMatch('image/svg+xml');
    expect(await response.text()).toMatch(/^<svg/);
  });

  it('seats people by the code, where they wish or where it is free', async () => {
    const host = await house.host({ power: 'CN' });
    const wish = await house.enter(host.code, { name: 'Wish', power: 'EU' });
    const any = await house.enter(host.code, { name: 'Any' });
    expect([host.power, wish.power, any.power]).toEqual(['CN', 'EU', 'KZ']);
    expect(any.view?.seat).toBe('KZ');
    await until('all see all', () => host.seat('KZ').name === 'Any' && host.seat('EU').connected);
    expect(host.state.host).toBe('CN');
  });

  it('says so at once when a code is wrong, misread or was deleted', async () => {
    const refusalOf = async (code: string) => (await house.ask('GET', `/${code}`)).body.refusal;
    expect(await refusalOf('zzz-zzz')).toEqual({ code: 'unknownGame', params: { code: 'ZZZZZZ' } });
    expect(await refusalOf('O0O0O0')).toEqual({ code: 'unknownGame', params: { code: 'O0O0O0' } });
    expect((await refusalOf('x'.repeat(500))).params?.code).toHaveLength(12);
    expect((await house.ask('POST', '/ZZZZZZ/join', { name: 'A' })).status).toBe(404);
    const { code, token } = await house.create();
    await house.ask('DELETE', `/${code}`, undefined, { Authorization: `Bearer ${token}` });
    const after = await house.ask('GET', `/${code}`);
    expect([after.status, after.body.refusal.code]).toEqual([410, 'expiredGame']);
  });

  it('refuses the fifth person and a seat that is taken', async () => {
    const { code } = await house.create({ power: 'KZ' });
    const join = (body: object) => house.ask('POST', `/${code}/join`, { connect: false, ...body });
    expect((await join({ name: 'B', power: 'KZ' })).body.refusal).toEqual({
      code: 'seatTaken',
      params: { power: 'KZ' },
    });
    for (const name of ['B', 'C', 'D']) expect((await join({ name })).status).toBe(200);
    expect((await join({ name: 'E' })).body.refusal.code).toBe('gameFull');
  });

  it('gives one seat to one of two who ask at the same instant', async () => {
    const { code } = await house.create({ power: 'KZ' });
    const answers = await Promise.all(
      ['B', 'C', 'D', 'E', 'F'].map((name) =>
        house.ask('POST', `/${code}/join`, { name, power: 'EU', connect: false }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it.each([
    ['no', undefined, 'nameEmpty'],
    ['an empty', '  ', 'nameEmpty'],
    ['a marked-up', '<img src=x>', 'nameMarks'],
    ['a long', 'x'.repeat(25), 'nameLong'],
    ['an endless', 'x'.repeat(5000), 'malformed'],
  ])('refuses %s name in a typed way', async (_, name, code) => {
    const game = await house.create();
    const { status, body } = await house.ask('POST', `/${game.code}/join`, { name });
    expect([status, body.refusal.code]).toEqual([400, code]);
    expect((await house.ask('POST', '', { mode: 'friends', name })).body.refusal.code).toBe(code);
  });
});

describe('coming back', () => {
  it('leads to the same seat after a reload, with the view whole and small', async () => {
    const host = await house.host();
    await host.leave();
    const back = await house.enter(host.code, { token: host.token });
    expect(back.power).toBe(host.power);
    expect(back.view).toEqual(host.view);
    expect(back.frames[0]?.length).toBeLessThan(20_000);
  });

  it('lets the second connection win and tells the first', async () => {
    const first = await house.host();
    const second = await house.enter(first.code, { token: first.token });
    expect(await first.gone()).toBe(CLOSING.moved);
    expect(second.seat().connected).toBe(true);
    expect((await second.host({ do: 'start' })).ok).toBe(true);
  });

  it('opens the seat on another device by the return code, and on the first one still', async () => {
    const host = await house.host();
    const { value: returnCode } = (await host.request('returnCode')) as { value: string };
    expect(returnCode).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    const spoken = `${returnCode.slice(0, 4).toLowerCase()} ${returnCode.slice(4)}`;
    const other = await house.enter(host.code, { returnCode: spoken });
    expect(other.power).toBe(host.power);
    expect(other.token).not.toBe(host.token);
    expect(await host.gone()).toBe(CLOSING.moved);
    await house.enter(host.code, { token: host.token });
    expect(await other.gone()).toBe(CLOSING.moved);
  });

  it('voids a return code when a new one is asked for', async () => {
    const host = await house.host();
    const old = (await host.request('returnCode')) as { value: string };
    const fresh = (await host.request('returnCode')) as { value: string };
    const join = (returnCode: string) =>
      house.ask('POST', `/${host.code}/join`, { returnCode, connect: false });
    expect((await join(old.value)).body.refusal.code).toBe('wrongReturnCode');
    expect((await join(fresh.value)).status).toBe(200);
  });

  it('opens nothing with a token of another game', async () => {
    const [one, two] = [await house.create(), await house.create()];
    const { status, body } = await house.ask('POST', `/${two.code}/join`, { token: one.token });
    expect([status, body.refusal.code]).toEqual([403, 'unknownSeat']);
  });
});

describe('bots and absence', () => {
  it('puts a bot into a seat whose person is away, and gives it back at once', async () => {
    const host = await house.host({ power: 'KZ', pace: 'calm' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
    await host.host({ do: 'start' });
    await host.phase('briefing');
    guest.drop();
    await until('the guest is missed', () => !host.seat('RU').connected);
    expect(host.seat('RU').player).toBe('person');
    clock.turn(59_000);
    await host.ready();
    expect(host.view?.phase).toBe('briefing');
    clock.turn(2000);
    await until('a bot sits there', () => host.seat('RU').player === 'bot');
    expect(host.seat('RU')).toMatchObject({ name: 'Guest', held: true });
    await host.phase('deliberation', 0);
    await until('it has ordered', () => host.seat('RU').ready);

    const back = await house.enter(host.code, { token: guest.token });
    await until('the seat is his', () => host.seat('RU').player === 'person');
    await until('he may still change his mind', () => !host.seat('RU').ready);
    const drafts = back.view?.drafts ?? [];
    expect(drafts.every(({ giver }) => giver === 'bot')).toBe(true);
    for (const { id } of drafts) {
      expect((await back.command({ type: 'withdraw', draft: id })).ok).toBe(true);
    }
    await back.ready();
    await host.ready();
    await host.phase('report', 0);
    expect(host.view?.report?.orders.filter(({ power }) => power === 'RU')).toEqual([]);
    expect(
      host.view?.report?.orders
        .filter(({ power }) => power === 'CN' || power === 'EU')
        .every(({ giver }) => giver === 'bot'),
    ).toBe(true);
  });

  it('seats a late comer where a bot played', async () => {
    const host = await house.host({ power: 'KZ', pace: 'calm' });
    await host.host({ do: 'start' });
    await host.phase('briefing');
    expect(host.seat('EU').player).toBe('bot');
    const late = await house.enter(host.code, { name: 'Late', power: 'EU' });
    expect(late.view?.seat).toBe('EU');
    await until('the bot has left', () => host.seat('EU').player === 'person');
    await host.ready();
    await late.ready();
    await late.phase('deliberation');
  });

  it('plays no bot for anybody while nobody is there', async () => {
    const { code, token } = await house.create({ mode: 'solo', power: 'CN' });
    const alone = await house.enter(code, { token });
    await alone.ready();
    await alone.phase('deliberation');
    alone.drop();
    await until('it waits', () => alone.closed !== null);
    clock.turn(100_000);
    const back = await house.enter(code, { token });
    expect(back.seat().player).toBe('person');
    expect(back.view).toMatchObject({ phase: 'deliberation', drafts: [] });
  });
});

describe('the host', () => {
  it('alone starts, pauses, moves on, fills and removes', async () => {
    const host = await house.host({ power: 'KZ' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
    for (const action of [
      { do: 'start' },
      { do: 'fill', power: 'EU' },
      { do: 'remove', power: 'KZ' },
    ]) {
      expect(await guest.host(action)).toEqual({ ok: false, refusal: { code: 'notHost' } });
    }
    expect((await host.host({ do: 'fill', power: 'EU' })).ok).toBe(true);
    await until('a bot sits', () => host.seat('EU').player === 'bot');
    expect((await host.host({ do: 'empty', power: 'EU' })).ok).toBe(true);
    await until('it has left', () => host.seat('EU').player === 'empty');
    expect((await host.host({ do: 'pause' })).ok).toBe(false);
    expect((await host.host({ do: 'start' })).ok).toBe(true);
    expect(await host.host({ do: 'start' })).toEqual({
      ok: false,
      refusal: { code: 'wrongPhase' },
    });
    await host.phase('briefing');
    expect((await host.host({ do: 'next' })).ok).toBe(true);
    await host.phase('deliberation');
    expect((await host.host({ do: 'next' })).ok).toBe(true);
    await host.phase('ink');
    expect((await host.host({ do: 'next' })).ok).toBe(true);
    await host.phase('report');

    expect((await host.host({ do: 'remove', power: 'RU' })).ok).toBe(true);
    expect(await guest.gone()).toBe(CLOSING.removed);
    await until('a bot plays on', () => host.seat('RU').player === 'bot' && !host.seat('RU').held);
    const again = await house.ask('POST', `/${host.code}/join`, { token: guest.token });
    expect(again.body.refusal.code).toBe('unknownSeat');
  });

  it('passes his part on when he is away for a minute', async () => {
    const host = await house.host({ power: 'KZ' });
    const first = await house.enter(host.code, { name: 'First', power: 'EU' });
    const second = await house.enter(host.code, { name: 'Second', power: 'RU' });
    host.drop();
    await until('he is missed', () => !first.seat('KZ').connected);
    clock.turn(59_000);
    expect(first.state.host).toBe('KZ');
    clock.turn(2000);
    await until('the next is host', () => second.state.host === 'EU');
    expect((await first.host({ do: 'start' })).ok).toBe(true);
  });

  it('may delete the game; others may not', async () => {
    const host = await house.host({ power: 'KZ' });
    const guest = await house.enter(host.code, { name: 'Guest' });
    const remove = (token: string) =>
      house.ask('DELETE', `/${host.code}`, undefined, { Authorization: `Bearer ${token}` });
    expect((await remove(guest.token)).body.refusal.code).toBe('notHost');
    expect((await remove('x'.repeat(32))).body.refusal.code).toBe('unknownSeat');
    expect((await remove(host.token)).status).toBe(200);
    expect(await guest.gone()).toBe(CLOSING.deleted);
    expect((await house.ask('GET', `/${host.code}`)).status).toBe(410);
  });

  it('lets people move and rename themselves before the start', async () => {
    const host = await house.host({ power: 'KZ' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
    expect((await guest.request('move', { power: 'KZ' })).ok).toBe(false);
    expect((await guest.request('move', { power: 'EU' })).ok).toBe(true);
    await until('he sits there', () => guest.view?.seat === 'EU' && host.seat('EU').connected);
    expect(host.seat('RU')).toMatchObject({ held: false, connected: false, name: '' });
    expect((await guest.request('rename', { name: ' Новое  имя ' })).ok).toBe(true);
    await until('he is called so', () => host.seat('EU').name === 'Новое имя');
    expect(await guest.request('rename', { name: '<i>' })).toEqual({
      ok: false,
      refusal: { code: 'nameMarks' },
    });
  });

  it('gives a seat up when its person leaves for good', async () => {
    const host = await house.host({ power: 'KZ' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
    await host.request('leave');
    await host.gone();
    await until('the other is host', () => guest.state.host === 'RU' && !guest.seat('KZ').held);
  });
});
