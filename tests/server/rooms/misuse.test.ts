import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MISUSE, TOO_BIG } from '../../../shared/protocol/closing.ts';
import { MAX_MESSAGE_BYTES } from '../../../shared/protocol/messages.ts';
import { House } from '../support/house.ts';
import { legalOrder, type Player, until } from '../support/player.ts';

let house: House;
let neighbour: Player;
beforeAll(async () => {
  house = await House.open({
    limits: { wrongCodesPerTenMinutes: 40, wrongKeysPerTenMinutes: 6, createsPerHour: 60 },
  });
  neighbour = await house.host({ name: 'Neighbour' });
});
afterAll(() => house.close());

/** Whatever one does, the server lives and nobody else's game notices. */
async function unharmed(): Promise<void> {
  expect((await fetch(`${house.url}/health`)).status).toBe(200);
  expect(neighbour.closed).toBeNull();
  expect((await neighbour.request('rename', { name: 'Neighbour' })).ok).toBe(true);
}

const solo = () => house.host({ mode: 'solo', power: 'KZ' });

describe('a command', () => {
  it('for another round is refused as late, and changes nothing', async () => {
    const player = await solo();
    await player.phase('briefing');
    const before = player.view;
    const late = { type: 'draft', order: legalOrder(player) };
    expect(await player.command({ ...late, round: 3 })).toEqual({
      ok: false,
      refusal: { code: 'lateRound' },
    });
    expect(player.view).toEqual(before);
  });

  it('that is repeated is answered again and counts once', async () => {
    const player = await solo();
    const draft = { type: 'draft', id: 'same', order: legalOrder(player) };
    expect((await player.command(draft)).ok).toBe(true);
    expect((await player.command(draft)).ok).toBe(true);
    expect(
      (await Promise.all([player.command(draft), player.command(draft)])).every(({ ok }) => ok),
    ).toBe(true);
    await until('it is shown', () => player.view?.drafts.length === 1);
    expect(player.view?.drafts).toHaveLength(1);
    expect(player.view?.drafts[0]).toMatchObject({ id: 'same', giver: 'person' });
  });

  it('speaks for its own seat alone, whatever it claims', async () => {
    const player = await solo();
    const claimed = { type: 'ready', ready: true, seat: 'RU', power: 'RU', giver: 'bot' };
    expect(await player.command(claimed)).toMatchObject({ refusal: { code: 'malformed' } });
    const foreign = { type: 'draft', order: { kind: 'ru_transit', params: {} } };
    expect((await player.command(foreign)).ok).toBe(false);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 5],
    ['an array', []],
    ['an unknown type', { id: 'a', round: 0, type: 'win' }],
    ['an endless id', { id: 'a'.repeat(5000), round: 0, type: 'ready', ready: true }],
    ['a broken number', { id: 'a', round: Number.NaN, type: 'ready', ready: true }],
    ['a prototype', JSON.parse('{"__proto__":{"id":"a"},"round":0,"type":"ready"}')],
  ])('made of %s is refused and keeps the connection', async (_, payload) => {
    const player = await solo();
    expect(await player.request('command', payload)).toEqual({
      ok: false,
      refusal: { code: 'malformed' },
    });
    expect((await player.ready()).ok).toBe(true);
    await player.leave();
  });
});

describe('a connection', () => {
  it('that sends what cannot be read is dropped, alone', async () => {
    for (const bytes of [[13, 0xc1], [13], [25, 3, 1, 2], [13, 0xa4, 1], [200, 1, 2], [], [14]]) {
      const player = await solo();
      player.socket.send(new Uint8Array(bytes));
      await new Promise((turn) => setTimeout(turn, 20));
      player.drop();
    }
    await unharmed();
  });

  it('may send any bytes at all without harm to the server', async () => {
    for (let i = 0; i < 20; i += 1) {
      const player = await solo();
      for (let k = 0; k < 25 && player.closed === null; k += 1) {
        const noise = randomBytes(1 + ((i * 25 + k) % 90));
        noise[0] = 9 + (k % 16);
        player.socket.send(noise);
      }
      await new Promise((turn) => setTimeout(turn, 10));
      player.drop();
    }
    await unharmed();
  });

  it('that names messages after the language’s own objects does no harm', async () => {
    for (const type of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '*', '']) {
      const player = await solo();
      player.room.send(type, { a: 1 });
      await player.room.request(type, {}).catch(() => {});
      player.drop();
    }
    await unharmed();
  });

  it('that sends an unknown message is dropped', async () => {
    const player = await solo();
    player.room.send('cheat', { all: true });
    expect(await player.gone()).toBe(MISUSE);
    await unharmed();
  });

  it('that sends a message beyond the limit is dropped', async () => {
    const player = await solo();
    player.room.send('command', { id: 'x'.repeat(MAX_MESSAGE_BYTES) });
    expect(await player.gone()).toBe(TOO_BIG);
    await unharmed();
  });

  it('that asks too fast is told so, and dropped when it floods', async () => {
    const player = await solo();
    const answers = await Promise.all(Array.from({ length: 40 }, () => player.request('whole')));
    const refused = answers.filter(({ ok }) => !ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toEqual({ ok: false, refusal: { code: 'tooFast' } });
    for (let i = 0; i < 400; i += 1) player.room.send('whole', {});
    expect(await player.gone()).toBe(MISUSE);
    const back = await house.enter(player.code, { token: player.token });
    expect((await back.ready()).ok).toBe(true);
    await unharmed();
  });
});

describe('a request over HTTP', () => {
  it.each([
    ['broken JSON', '{"mode":'],
    ['no object', '"solo"'],
    ['an unknown mode', { mode: 'war' }],
    ['a foreign field', { mode: 'solo', admin: true }],
    ['a power that nobody plays', { mode: 'solo', power: 'US' }],
  ])('with %s is refused in a typed way', async (_, body) => {
    const answer = await house.ask('POST', '', body);
    expect([answer.status, answer.body]).toEqual([400, { refusal: { code: 'malformed' } }]);
  });

  it('with a body beyond the limit is refused', async () => {
    const answer = await house.ask('POST', '', { mode: 'solo', name: 'x'.repeat(20_000) });
    expect([answer.status, answer.body.refusal.code]).toEqual([413, 'tooLong']);
  });

  it('for a scenario that is not there names it', async () => {
    const { body } = await house.ask('POST', '', { mode: 'solo', scenario: 'nowhere' });
    expect(body.refusal).toEqual({ code: 'unknownScenario', params: { scenario: 'nowhere' } });
  });

  it('cannot make or enter rooms behind the directory', async () => {
    for (const method of ['create', 'join', 'joinOrCreate', 'joinById', 'reconnect']) {
      const response = await fetch(`${house.url}/matchmake/${method}/game`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ code: neighbour.code, power: 'KZ', plain: false }),
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
    }
    await unharmed();
  });

  it('carries the security headers and lets no other origin in', async () => {
    const response = await fetch(`${house.url}/api/games/${neighbour.code}`, {
      headers: { Origin: 'http://elsewhere.example' },
    });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const socket = house.url.replace('http', 'ws');
    expect(policy).toContain(`connect-src 'self' ${socket} ${socket.replace('ws', 'wss')}`);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('x-powered-by')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });
});

describe('guessing', () => {
  it('of return codes ends soon for one game, while its tokens still open', async () => {
    const host = await house.host();
    await host.request('returnCode');
    const guess = () => house.ask('POST', `/${host.code}/join`, { returnCode: '22222222' });
    const answers = [];
    for (let i = 0; i < 8; i += 1) answers.push((await guess()).body.refusal);
    expect(answers[0]).toEqual({ code: 'wrongReturnCode' });
    expect(answers.at(-1)).toMatchObject({ code: 'tooManyTries' });
    expect(answers.at(-1)?.params?.seconds).toBeGreaterThan(0);
    expect((await house.enter(host.code, { token: host.token })).power).toBe(host.power);
    await unharmed();
  });

  it('of games ends for an address after a class’s worth of errors', async () => {
    let last: { status: number } = { status: 404 };
    for (let i = 0; i < 60 && last.status === 404; i += 1) last = await house.ask('GET', '/ZZZZZZ');
    expect(last.status).toBe(429);
    // Who plays already is not touched by it.
    expect((await neighbour.request('rename', { name: 'Neighbour' })).ok).toBe(true);
  });

  it('and creating have an end for an address', async () => {
    let last: { status: number } = { status: 200 };
    for (let i = 0; i < 70 && last.status === 200; i += 1) {
      last = await house.ask('POST', '', { mode: 'solo' });
    }
    expect(last.status).toBe(429);
  });
});

it('tells nothing of all this to the log that a stranger could use', () => {
  expect(house.lines.join('')).not.toContain(neighbour.token);
});
