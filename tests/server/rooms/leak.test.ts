/** What goes over the wire to a seat says nothing that the seat may not know. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { type Player, until } from '../support/player.ts';

const content = contentOf('lesson');
const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

type Table = Readonly<Record<Power, Player>>;

async function table(seed: number): Promise<Table> {
  const host = await house.host({ power: 'KZ', name: 'A', pace: 'slow', seed });
  const players: Partial<Record<Power, Player>> = { KZ: host };
  for (const power of ['RU', 'CN', 'EU'] as const) {
    players[power] = await house.enter(host.code, { name: power, power });
  }
  await host.host({ do: 'start' });
  await host.host({ do: 'next', phase: 'briefing' });
  await Promise.all(Object.values(players).map((player) => player.phase('deliberation')));
  return players as Table;
}

/** Lets everything that is under way arrive. */
async function settle(players: Table): Promise<void> {
  for (const power of POWERS) await players[power].request('rename', { name: power });
  await new Promise((turn) => setTimeout(turn, 150));
}

/** All that came over a seat's socket from a moment on, as text that can be searched. */
const heard = (player: Player, from: number): string =>
  Buffer.concat(player.raw.slice(from)).toString('latin1');

it('two games that differ only in sealed orders send the same bytes to a third seat', async () => {
  const [one, two] = [await table(7), await table(7)];
  const secrets: readonly (readonly [Table, string, object])[] = [
    [one, 'squeeze', { terms: 'squeeze', line: 'all' }],
    [two, 'discount', { terms: 'discount', line: 'cpc' }],
  ];
  await Promise.all([settle(one), settle(two)]);
  const marks = new Map([one, two].map((t) => [t, POWERS.map((power) => t[power].raw.length)]));
  const frames = new Map([one, two].map((t) => [t, POWERS.map((p) => t[p].frames.length)]));
  for (const [players, id, params] of secrets) {
    const order = { kind: 'energy', params };
    expect(await players.RU.command({ type: 'draft', id: `${id}-1`, order })).toMatchObject({
      ok: true,
    });
    expect((await players.RU.command({ type: 'withdraw', draft: `${id}-1` })).ok).toBe(true);
    expect((await players.RU.command({ type: 'draft', id, order })).ok).toBe(true);
    expect((await players.RU.ready()).ok).toBe(true);
    await until('all see that he is ready', () => POWERS.every((p) => players[p].seat('RU').ready));
  }
  await Promise.all([settle(one), settle(two)]);
  POWERS.forEach((power, i) => {
    const sent = [one, two].map((t) =>
      t[power].frames.slice(frames.get(t)?.[i]).map((frame) => Buffer.from(frame).toString('hex')),
    );
    if (power === 'RU') expect(sent[0]).not.toEqual(sent[1]);
    else {
      expect(sent[0]).toEqual(sent[1]);
      for (const t of [one, two]) {
        expect(heard(t[power], marks.get(t)?.[i] as number)).not.toMatch(
          /squeeze|discount|energy|draft/,
        );
      }
    }
  });
  for (const players of [one, two]) {
    await players.KZ.host({ do: 'next', phase: 'deliberation' });
    await players.KZ.host({ do: 'next', phase: 'ink' });
    await Promise.all(POWERS.map((power) => players[power].phase('report')));
  }
  // Sealed until now; what was ordered is public once it is resolved.
  expect(one.CN.view?.report?.orders).not.toEqual(two.CN.view?.report?.orders);
});

it('what two powers say, offer and answer between themselves reaches nobody else', async () => {
  const players = await table(17);
  await settle(players);
  const marks = POWERS.map((power) => players[power].raw.length);
  const frames = POWERS.map((power) => players[power].frames.length);
  const clauses = [
    { kind: 'toll_cap', by: 'KZ', params: { corridor: 'trunk', max: 700, split: 0 }, until: 2 },
    { kind: 'toll_cap', by: 'RU', params: { corridor: 'trunk', max: 500, split: 0 }, until: 2 },
  ];
  const did = async (power: Power, command: object): Promise<void> => {
    expect(await players[power].command(command)).toMatchObject({ ok: true });
  };
  await did('KZ', { type: 'say', to: ['RU'], text: 'between us two' });
  await did('KZ', { type: 'propose', id: 'deal', to: ['RU'], clauses });
  const proposal = 'KZ-0-deal';
  await until('the other has the offer', () => players.RU.view?.talks.proposals.length === 1);
  await did('RU', { type: 'counter', proposal, clauses: clauses.slice(0, 1) });
  await did('KZ', { type: 'sign', proposal, version: 2 });
  await settle(players);
  POWERS.forEach((power, i) => {
    const said = heard(players[power], marks[i] as number);
    if (power === 'KZ' || power === 'RU') expect(said).toContain('between us two');
    else {
      expect(said).not.toMatch(/between us|toll_cap|deal|sign/);
      expect(players[power].frames.length).toBe(frames[i]);
      expect(players[power].view?.talks.proposals).toEqual([]);
      expect(players[power].view?.talks.agreements).toEqual([]);
    }
  });
});

it('no seat is sent what belongs to others, in any phase', async () => {
  const players = await table(11);
  await players.KZ.host({ do: 'next', phase: 'deliberation' });
  await players.KZ.host({ do: 'next', phase: 'ink' });
  await Promise.all(POWERS.map((power) => players[power].phase('report')));
  for (const power of POWERS) {
    const { view } = players[power];
    const hidden = content.layout.spec.flatMap((spec, i) => {
      const label = content.layout.label[i] as string;
      const own =
        spec.see === 'all' ||
        (spec.see === 'own' && label.includes(`(${power}`)) ||
        (Array.isArray(spec.see) && spec.see.includes(power));
      return own ? [] : [i];
    });
    expect(hidden.length).toBeGreaterThan(10);
    for (const i of hidden) {
      const told = view?.num[i] ?? null;
      const { band } = content.layout.spec[i] ?? {};
      if (band === undefined) expect(told).toBeNull();
      else expect([view?.bands.includes(i), (told as number) % band]).toEqual([true, 0]);
    }
    expect(Object.keys(view ?? {}).sort()).toEqual(
      'aims bands content depth drafts end joint motions num phase ready report round scenario seat secrets series talks used v'.split(
        ' ',
      ),
    );
    expect(view?.end).toBeNull();
    expect(view?.aims.filter((aim) => aim.power !== power)).toEqual([]);
    expect(JSON.stringify(view)).not.toMatch(/"seed"|"accepted"|tokenHash|returnHash/);
  }
});

it('the room tells everybody who sits where, and nothing else', async () => {
  const { KZ } = await table(13);
  const state = KZ.state as unknown as { toJSON(): Record<string, unknown> };
  const told = state.toJSON();
  expect(Object.keys(told).sort()).toEqual(
    'code deadline depth expires host left length mode next overseen pace paused phase rewinds round rounds scenario seats session waiting world'.split(
      ' ',
    ),
  );
  for (const seat of told.seats as object[]) {
    expect(Object.keys(seat).sort()).toEqual(
      'connected head held name player power ready'.split(' '),
    );
  }
});

it('who has no seat is sent nothing: no room is listed, found or watched', async () => {
  const { code } = await house.create({ power: 'KZ' });
  const paths = [
    '/matchmake',
    '/matchmake/game',
    `/matchmake/joinById/${code}`,
    '/rooms',
    '/colyseus',
  ];
  for (const path of paths) {
    const response = await fetch(house.url + path);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(await response.text()).not.toContain(code);
  }
  const health = await (await fetch(`${house.url}/health`)).json();
  expect(Object.keys(health as object).sort()).toEqual(['ok', 'rooms']);
  const url = `${house.url.replace('http', 'ws')}/${code}/${code}?sessionId=abcdefghi`;
  const socket = new WebSocket(url);
  const bytes: unknown[] = [];
  socket.onmessage = ({ data }) => bytes.push(data);
  await new Promise((done) => {
    socket.onclose = done;
  });
  const text = JSON.stringify(bytes.map(String));
  expect(text).not.toContain('Host');
  expect(text).not.toContain('lobby');
});
