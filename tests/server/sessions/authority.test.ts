/** Every command of the hall by every kind of connection, on a real server. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refusal } from '../../../shared/core/refusal.ts';
import { AUTHORITY, CONNECTIONS, type Connection } from '../../../shared/protocol/authority.ts';
import type { HallCommand, HallCommandName } from '../../../shared/protocol/hall.ts';
import { Classroom } from '../support/classroom.ts';
import { House } from '../support/house.ts';
import type { Answer } from '../support/player.ts';

let house: House;
beforeAll(async () => {
  house = await House.open({ limits: { wrongKeysPerTenMinutes: 10_000 } });
});
afterAll(() => house.close());

/** A well-formed command of each kind; that all are here is asked of the compiler. */
const seat = { world: 1, power: 'RU' } as const;
const COMMANDS: { readonly [K in HallCommandName]: HallCommand & { readonly do: K } } = {
  start: { do: 'start' },
  pause: { do: 'pause' },
  resume: { do: 'resume' },
  resolve: { do: 'resolve' },
  end: { do: 'end' },
  rewind: { do: 'rewind' },
  next: { do: 'next' },
  extend: { do: 'extend', seconds: 5 },
  words: { do: 'words', open: false },
  card: { do: 'card', card: { deck: 'none' } },
  preview: { do: 'preview', card: { deck: 'none' }, world: 1 },
  say: { do: 'say', text: 'Hello' },
  move: { do: 'move', seat, to: { world: 1, power: 'EU' } },
  rename: { do: 'rename', seat, name: 'Other' },
  remove: { do: 'remove', seat },
  bot: { do: 'bot', seat, plays: true },
  leave: { do: 'leave', seat, given: true },
  extra: { do: 'extra', seat, seconds: 5 },
  lock: { do: 'lock', locked: true },
  absence: { do: 'absence', seconds: 50 },
  seating: { do: 'seating', seating: 'free' },
  settings: { do: 'settings', pace: 'slow' },
  scores: { do: 'scores', shown: true },
  talks: { do: 'talks', world: 1 },
  help: { do: 'help', text: '' },
  answer: { do: 'answer', seat, text: '' },
  renew: { do: 'renew' },
};
const NAMES = Object.keys(COMMANDS) as HallCommandName[];

/** Refusals that say who may; whatever else is answered comes from the game itself. */
const ABOUT_WHO = ['notFacilitator', 'notLead', 'unknownSeat', 'notHost'];

interface Asker {
  ask(command: object): Promise<Answer>;
}

/** A session of its own with one connection of a kind in it. */
async function connect(
  kind: Connection,
): Promise<{ readonly room: Classroom; readonly asker: Asker }> {
  const room = await Classroom.open(house, {
    readTalks: true,
    seating: 'free',
    cabinet: kind === 'member' ? 2 : 1,
  });
  const pupil = await room.enter({ name: 'Aida', world: 1, power: 'KZ' });
  await room.seat({ name: 'Boris', world: 1, power: 'RU' });
  const atTable = (player: typeof pupil.player): Asker => ({
    ask: (command) => player.request('hall', command),
  });
  const atHall = async (key?: string): Promise<Asker> => {
    const console = await room.console(key);
    return { ask: (command) => console.ask(command) };
  };
  switch (kind) {
    case 'facilitator':
      return { room, asker: await atHall() };
    case 'cofacilitator': {
      await room.console();
      return { room, asker: await atHall() };
    }
    case 'projector':
      return { room, asker: await atHall(room.keys.projector) };
    case 'head':
      return { room, asker: atTable(pupil.player) };
    case 'observer':
      return { room, asker: atTable(await room.observe(1)) };
    case 'member':
      return {
        room,
        asker: atTable((await room.enter({ name: 'Bek', world: 1, power: 'KZ' })).player),
      };
    case 'stranger':
      // Who has no key is let into no hall, so that there is nobody to ask.
      return {
        room,
        asker: {
          ask: async () => {
            const { status, body } = await room.ask('POST', '/hall', { key: pupil.token });
            expect(status).toBe(403);
            return { ok: false, refusal: body.refusal };
          },
        },
      };
  }
}

describe.each(CONNECTIONS)('a %s', (kind) => {
  it.each(NAMES)('asking for "%s" hears what the table says', async (name) => {
    const { room, asker } = await connect(kind);
    const before = (await room.ask('GET', '')).body;
    const answer = await asker.ask(COMMANDS[name]);
    const wanted = AUTHORITY[name][kind];
    if (wanted === null) {
      const refusal: Refusal | null = answer.ok ? null : answer.refusal;
      expect(ABOUT_WHO).not.toContain(refusal?.code);
    } else {
      expect(answer).toEqual({ ok: false, refusal: { code: wanted } });
      // Nothing of it was done.
      expect((await room.ask('GET', '')).body).toEqual(before);
    }
    await room.close();
  });
});

it('the table lets consoles do all but call for help, and nobody else anything but that', () => {
  for (const name of NAMES) {
    const row = AUTHORITY[name];
    expect(row.facilitator === null).toBe(name !== 'help');
    expect(row.cofacilitator === null).toBe(name !== 'help' && name !== 'renew');
    expect(row.head === null).toBe(name === 'help');
    expect(row.member).toBe(row.head);
    for (const kind of ['projector', 'observer', 'stranger'] as const) {
      expect(row[kind]).not.toBeNull();
    }
  }
});

it('a seat of a game without a session calls nobody', async () => {
  const host = await house.host();
  expect(await host.request('hall', { do: 'help', text: '' })).toEqual({
    ok: false,
    refusal: { code: 'notFacilitator' },
  });
});

it('nobody in a session’s world is its host', async () => {
  const room = await Classroom.open(house);
  const { player } = await room.enter({ name: 'Aida' });
  expect(player.state.host).toBe('');
  for (const action of [{ do: 'start' }, { do: 'pause' }, { do: 'remove', power: 'RU' }]) {
    expect(await player.host(action)).toEqual({ ok: false, refusal: { code: 'notHost' } });
  }
  const { game } = await room.seat({ name: 'Boris' });
  const headers = { Authorization: `Bearer ${player.token}` };
  const deleted = await house.ask('DELETE', `/${game}`, undefined, headers);
  expect([deleted.status, deleted.body.refusal.code]).toEqual([403, 'notHost']);
});
