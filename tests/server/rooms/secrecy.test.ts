/** A whole table over real connections: every secret reaches those whom it is meant for, and nobody else. */
import { inflateRawSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '../../../server/content.ts';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { readFrame } from '../../../shared/protocol/frame.ts';
import { Classroom, type Console } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { type Player, until } from '../support/player.ts';

const { layout } = contentOf('lesson');
let house: House;
beforeAll(async () => {
  house = await House.open({ clock: new HandClock() });
});
afterAll(() => house.close());

/** Who sits or looks on. */
type Reader = Power | 'onlooker';
const READERS: readonly Reader[] = [...POWERS, 'onlooker'];

/** What must not be read by others, each named by what it looks like on the wire. */
const SECRETS: readonly (readonly [string, RegExp, readonly Power[]])[] = [
  ['words among three', /said among three/, ['KZ', 'RU', 'CN']],
  ['words between two', /said between two/, ['EU', 'CN']],
  ['a warning that hangs on a deed', /expo_tech/, ['KZ', 'CN', 'EU']],
  ['an offer between two', /toll_cap/, ['KZ', 'RU']],
  ['what an order hangs on', /proviso/, ['RU']],
  ['the branch that did not go', /squeeze/, ['RU']],
  ['the terms of a contract', /"interest"|"bidding"|"local"/, ['KZ', 'CN']],
  ['money in escrow', /"(held|paid)":(\[0,)?\d|"to":"RU","amount"/, ['KZ', 'RU']],
];

let room: Classroom;
let desk: Console;
let wall: Console;
let seats: Record<Reader, Player>;
/** Decoded frames of lines that are cut by now. */
let before: Record<Reader, string>;

async function gather(): Promise<void> {
  room = await Classroom.open(house, { seating: 'free', depth: 'expert', seed: 21 });
  const players: Partial<Record<Reader, Player>> = {};
  for (const power of POWERS) {
    players[power] = (await room.enter({ name: `${power} one`, power, world: 1 })).player;
  }
  desk = await room.console();
  wall = await room.console(room.keys.projector);
  players.onlooker = await room.observe(1);
  seats = players as Record<Reader, Player>;
  before = { KZ: '', RU: '', CN: '', EU: '', onlooker: '' };
  await desk.bid({ do: 'start' });
  await desk.bid({ do: 'next', phase: 'briefing' });
  await all('deliberation');
}

async function all(phase: string, round?: number): Promise<void> {
  await Promise.all(READERS.map((reader) => seats[reader].phase(phase, round)));
}

/** All that a reader was ever sent: frames as they read, and what else came over the line. */
function heard(reader: Reader): string {
  const { frames, raw } = seats[reader];
  const read = frames.map((frame) => {
    const { deflated, body } = readFrame(frame);
    return Buffer.from(deflated ? inflateRawSync(body) : body).toString('utf8');
  });
  return before[reader] + read.join('\n') + Buffer.concat(raw).toString('latin1');
}

async function did(power: Power, command: object): Promise<void> {
  const answer = await seats[power].command(command);
  if (!answer.ok) throw new Error(`${power}: ${JSON.stringify([command, answer.refusal])}`);
}

async function sees(power: Power, offer: string): Promise<void> {
  await until(`${power} sees ${offer}`, () =>
    Boolean(seats[power].view?.talks.proposals.some((p) => p.id === offer)),
  );
}

/** Lets everything that is under way arrive. */
async function settle(): Promise<void> {
  for (const power of POWERS) await seats[power].request('rename', { name: `${power} one` });
  await new Promise((turn) => setTimeout(turn, 200));
}

const until2 = { until: 2 };

/** A round in which everybody has something to hide. */
async function whisper(): Promise<void> {
  await did('KZ', { type: 'say', to: ['RU', 'CN'], text: 'said among three' });
  await did('EU', { type: 'say', to: ['CN'], text: 'said between two' });
  await did('KZ', {
    type: 'signal',
    to: ['CN', 'EU'],
    kind: 'warn',
    order: { kind: 'expo_tech', params: {} },
    ...until2,
    when: { on: 'order', power: 'RU', order: { kind: 'military', params: {} } },
  });
  const cap = (max: number): object => ({
    kind: 'toll_cap',
    by: 'RU',
    params: { corridor: 'trunk', max, split: 0 },
    ...until2,
  });
  await did('KZ', { type: 'propose', id: 'deal', to: ['RU'], clauses: [cap(500)] });
  await sees('RU', 'KZ-0-deal');
  const military = { kind: 'military', params: { act: 'standdown' } };
  await did('KZ', {
    type: 'propose',
    id: 'purse',
    to: ['RU'],
    clauses: [
      {
        kind: 'transfer',
        by: 'KZ',
        params: { to: 'RU', amount: 0.05, form: 'grant', schedule: 'first', escrow: 'held' },
        ...until2,
        when: { on: 'order', power: 'RU', order: military },
      },
    ],
  });
  await sees('RU', 'KZ-0-purse');
  await did('RU', { type: 'sign', proposal: 'KZ-0-purse', version: 1 });
  await did('RU', {
    type: 'draft',
    id: 'hung',
    order: { kind: 'energy', params: { terms: 'discount', line: 'cpc' } },
    proviso: {
      agreement: 'KZ-0-deal',
      otherwise: { kind: 'energy', params: { terms: 'squeeze', line: 'all' } },
    },
  });
  await did('CN', {
    type: 'draft',
    id: 'loan',
    order: {
      kind: 'finance',
      params: { project: 'plants', amount: 1, bidding: 'own', interest: 5.5, local: '70' },
    },
  });
  await sees('KZ', 'CN-0-loan');
  await did('KZ', { type: 'sign', proposal: 'CN-0-loan', version: 1 });
}

/** Readers who may know something. */
const only = (may: readonly Power[]): readonly Reader[] =>
  READERS.filter((reader) => may.includes(reader as Power));

/** Who of the readers has come across something, in the order of the readers. */
const foundBy = (pattern: RegExp): readonly Reader[] =>
  READERS.filter((reader) => pattern.test(heard(reader)));

function expectKept(round: string): void {
  for (const [name, pattern, may] of SECRETS) {
    expect(foundBy(pattern), `${name} ${round}`).toEqual(only(may));
    for (const [where, text] of [
      ['console', desk.heard],
      ['wall', wall.heard],
      ['log', house.lines.join('\n')],
    ] as const) {
      expect(pattern.test(text), `${name} in the ${where} ${round}`).toBe(false);
    }
  }
}

describe('at a table where all have something to hide', () => {
  beforeEach(async () => {
    await gather();
    await whisper();
    await settle();
  });
  afterEach(() => room.close());

  it('nobody is sent what is not his, while it is talked and in ink time', async () => {
    // An agreement is public after its round; until then even its clauses are the parties'.
    expectKept('in deliberation');
    await desk.bid({ do: 'next', phase: 'deliberation' });
    await all('ink');
    await settle();
    expectKept('in ink time');
  });

  it('the report opens what is public, and keeps terms, channels and what did not happen', async () => {
    await did('RU', { type: 'sign', proposal: 'KZ-0-deal', version: 1 });
    await settle();
    expectKept('once it is signed');
    await desk.bid({ do: 'resolve' });
    await all('report');
    await settle();
    for (const [name, pattern, may] of SECRETS) {
      const public_ = name === 'an offer between two';
      expect(foundBy(pattern), name).toEqual(public_ ? READERS : only(may));
    }
    // The money is there: its parties read of it.
    expect(/"held":(\[0,)?0\.05/.test(heard('KZ'))).toBe(true);
    for (const reader of READERS) {
      const orders = seats[reader].view?.report?.orders ?? [];
      expect(orders.map(({ kind }) => kind)).toEqual(['energy', 'finance']);
      expect(orders[1]?.params).toMatchObject({ project: 'plants', amount: 1 });
    }
    expect(seats.RU.view?.report?.hung).toMatchObject([{ signed: true, kind: 'energy' }]);
  });

  it('who comes back is sent the whole view and later differences, and no more than before', async () => {
    await desk.bid({ do: 'resolve' });
    await all('report');
    for (const power of POWERS) {
      before[power] = heard(power);
      const { token } = seats[power];
      seats[power].drop();
      await until(`${power} is gone`, () => seats[power].closed !== null);
      seats[power] = (await room.enter({ name: '', token })).player;
    }
    before.onlooker = heard('onlooker');
    seats.onlooker = await room.observe(1);
    const wholes = READERS.map((reader) => readFrame(seats[reader].frames[0] as Uint8Array).whole);
    expect(wholes).toEqual(READERS.map(() => true));
    await desk.bid({ do: 'next', phase: 'report' });
    await all('briefing', 1);
    await did('CN', { type: 'say', to: ['KZ', 'RU'], text: 'said among three once more' });
    await settle();
    for (const [name, pattern, may] of SECRETS) {
      // Nobody signed the deal: its branch is what the report tells to all.
      const public_ = name === 'the branch that did not go';
      expect(foundBy(pattern), name).toEqual(public_ ? READERS : only(may));
    }
    expect(foundBy(/three once more/)).toEqual(['KZ', 'RU', 'CN']);
  });

  it('numbers come to those who may count', async () => {
    await desk.bid({ do: 'resolve' });
    await all('report');
    const told = (word: string): (number | null | undefined)[] =>
      READERS.map((reader) => seats[reader].view?.num[layout.find(word)]);
    const [fund, ...others] = told('fund');
    expect((fund as number) % 10).not.toBe(0);
    for (const one of others) expect((one as number) % 10).toBe(0);
    expect(told('presence(RU)').map((one) => one !== null)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    for (const word of ['cn_rate', 'cn_own(plants)']) {
      expect(told(word).map((one) => one !== null)).toEqual([true, false, true, false, false]);
    }
    POWERS.forEach((owner, i) => {
      expect(told(`pc(${owner})`).map((one) => one !== null)).toEqual(
        READERS.map((_, k) => k === i),
      );
    });
    expect(told('hidden(rural)')).toEqual([null, null, null, null, null]);
  });

  it('secret aims are dealt to each alone, and kept before his eyes alone', async () => {
    for (const power of POWERS) {
      const dealt = seats[power].view?.secrets?.dealt ?? [];
      expect(dealt.length).toBeGreaterThan(1);
      await did(power, { type: 'keep', secrets: dealt.slice(0, 2) });
      await settle();
      for (const id of dealt) expect(foundBy(new RegExp(`"${id}"`))).toEqual([power]);
      expect(desk.heard + wall.heard).not.toMatch(new RegExp(dealt.join('|')));
    }
  });

  it('monitors show everybody how many soldiers there are', async () => {
    await did('EU', { type: 'draft', order: { kind: 'monitor', params: {} } });
    await desk.bid({ do: 'resolve' });
    await all('report');
    const at = layout.find('presence(RU)');
    const [first, ...rest] = READERS.map((reader) => seats[reader].view?.num[at]);
    expect(first).toBeGreaterThan(0);
    expect(rest).toEqual([first, first, first, first]);
  });

  it('nothing of it is answered over the web, whoever asks', async () => {
    await did('RU', { type: 'sign', proposal: 'KZ-0-deal', version: 1 });
    await desk.bid({ do: 'resolve' });
    await all('report');
    const game = desk.world(1).game;
    const paths = [
      '/health',
      `/api/games/${game}`,
      `/api/games/${game}/log`,
      `/api/games/${game}/state`,
      `/api/games/${game}/export`,
      `/api/sessions/${room.code}`,
      `/api/sessions/${room.code}/export`,
      `/${game}`,
    ];
    const key = { Authorization: `Bearer ${seats.EU.token}` };
    for (const path of paths) {
      for (const headers of [{}, key]) {
        const text = await (await fetch(house.url + path, { headers })).text();
        for (const [name, pattern] of SECRETS) {
          // The built page may name orders; it knows no game.
          if (!text.startsWith('<')) expect(pattern.test(text), `${name} at ${path}`).toBe(false);
        }
      }
    }
    const tried = await fetch(`${house.url}/api/games/${game}/join`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'Stranger', power: 'KZ' }),
    });
    const text = await tried.text();
    for (const [name, pattern] of SECRETS) expect(pattern.test(text), name).toBe(false);
  });

  it('all talk and all terms are opened at the end', async () => {
    await desk.bid({ do: 'resolve' });
    await all('report');
    await desk.bid({ do: 'end' });
    await all('debrief');
    await settle();
    const names = SECRETS.map(([name]) => name).filter((name) => name !== 'an offer between two');
    for (const [name, pattern] of SECRETS) {
      if (names.includes(name)) expect(foundBy(pattern), name).toEqual(READERS);
    }
  });
});
