/** What a facilitator may do to his worlds, and what he sees of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommandEvent } from '../../../server/rooms/record.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { GameStore } from '../../../server/store/store.ts';
import type { CardPreview } from '../../../shared/game/index.ts';
import { CLOSING } from '../../../shared/protocol/closing.ts';
import type { SessionRequest } from '../../../shared/protocol/sessions.ts';
import type { Classroom, Console, Pupil } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { Lesson } from '../support/lesson.ts';
import { legalOrder, type Player, until } from '../support/player.ts';

const clock = new HandClock();
let house: House;
const folder = mkdtempSync(join(tmpdir(), 'multivector-conduct-'));
let store: GameStore;
beforeAll(async () => {
  store = await openSqlite(folder);
  house = await House.open({ clock, store });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => room.close());

/** Lets messages that are under way arrive. */
const settle = () => new Promise((turn) => setTimeout(turn, 150));

let room: Classroom;
let desk: Console;
let pupils: readonly Pupil[];
let aida: Player;
let boris: Player;
let cao: Player;
let dina: Player;
let deliberate: () => Promise<void>;
const sit = (lesson: Lesson): void => {
  ({ room, desk, pupils, aida, boris, cao, dina } = lesson);
  deliberate = () => lesson.deliberate();
};
const begin = async (request?: SessionRequest) => sit(await Lesson.begin(house, request));

describe('before the start', () => {
  beforeEach(async () => sit(await Lesson.gather(house)));

  it('sees who sits where and who is connected', async () => {
    expect(pupils.map(({ world, player }) => `${world}${player.power}`)).toEqual([
      '1KZ',
      '2RU',
      '1CN',
      '2EU',
    ]);
    expect(desk.state).toMatchObject({ role: 'facilitator', code: room.code, consoles: 1 });
    expect(desk.seat(2, 'RU').members).toEqual([{ id: 1, name: 'Boris', connected: true }]);
    boris.drop();
    await desk.sees('that he is gone', () => desk.seat(2, 'RU').members[0]?.connected === false);
  });

  it('settles depth and clock, which the start closes', async () => {
    await desk.bid({ do: 'settings', depth: 'expert', pace: 'long' });
    await until('it is told', () => aida.state.depth === 'expert' && aida.state.pace === 'long');
    await desk.sees('it', ({ depth, pace }) => depth === 'expert' && pace === 'long');
    await desk.bid({ do: 'start' });
    await aida.phase('briefing');
    expect(aida.view?.depth).toBe('expert');
    expect(aida.state.deadline - clock.now()).toBe(22_500);
    expect(await desk.ask({ do: 'settings', depth: 'intro' })).toMatchObject({
      refusal: { code: 'wrongPhase' },
    });
  });

  it('has one depth in all worlds: what has begun in one is settled in the others', async () => {
    await desk.bid({ do: 'start', worlds: [1] });
    await aida.phase('briefing');
    expect(await desk.ask({ do: 'settings', depth: 'expert' })).toMatchObject({
      refusal: { code: 'wrongPhase' },
    });
    await settle();
    expect([boris.state.depth, desk.state.depth]).toEqual(['intro', 'intro']);
  });

  it('locks the door for newcomers, not for those who come back', async () => {
    await desk.bid({ do: 'lock', locked: true });
    await expect(room.seat({ name: 'Eve' })).rejects.toEqual({ code: 'sessionLocked' });
    expect((await room.enter({ token: pupils[0]?.token ?? '' })).player.power).toBe('KZ');
    await desk.bid({ do: 'lock', locked: false });
    expect(await room.seat({ name: 'Eve' })).toMatchObject({ name: 'Eve' });
  });

  it('moves a person to another world with his keys, and two persons change places', async () => {
    await desk.bid({ do: 'move', seat: { world: 1, power: 'KZ' }, to: { world: 2, power: 'CN' } });
    expect(await aida.gone()).toBe(CLOSING.reseated);
    const back = await room.enter({ token: pupils[0]?.token ?? '' });
    expect([back.world, back.player.power]).toEqual([2, 'CN']);
    expect(back.player.seat().name).toBe('Aida');
    await desk.bid({ do: 'move', seat: { world: 2, power: 'CN' }, to: { world: 1, power: 'CN' } });
    expect(await back.player.gone()).toBe(CLOSING.reseated);
    expect(await cao.gone()).toBe(CLOSING.reseated);
    const two = [
      await room.enter({ token: back.token }),
      await room.enter({ token: pupils[2]?.token ?? '' }),
    ];
    expect(two.map(({ world, player }) => [world, player.power, player.seat().name])).toEqual([
      [1, 'CN', 'Aida'],
      [2, 'CN', 'Cao'],
    ]);
    await desk.sees('the free seat', () => desk.seat(1, 'KZ').members.length === 0);
    expect(
      await desk.ask({
        do: 'move',
        seat: { world: 1, power: 'KZ' },
        to: { world: 1, power: 'EU' },
      }),
    ).toMatchObject({ refusal: { code: 'noChange' } });
    expect(
      await desk.ask({
        do: 'move',
        seat: { world: 1, power: 'CN' },
        to: { world: 3, power: 'EU' },
      }),
    ).toEqual({ ok: false, refusal: { code: 'unknownWorld', params: { world: 3 } } });
  });

  it('renames and removes', async () => {
    await desk.bid({ do: 'rename', seat: { world: 1, power: 'KZ' }, name: '  Aigerim ' });
    await until('it is shown', () => cao.seat('KZ').name === 'Aigerim');
    expect(
      await desk.ask({ do: 'rename', seat: { world: 1, power: 'KZ' }, name: '<i>' }),
    ).toMatchObject({ refusal: { code: 'nameMarks' } });
    await desk.bid({ do: 'remove', seat: { world: 1, power: 'KZ' } });
    expect(await aida.gone()).toBe(CLOSING.removed);
    await expect(room.seat({ token: pupils[0]?.token ?? '' })).rejects.toEqual({
      code: 'unknownSeat',
    });
    expect(await desk.ask({ do: 'remove', seat: { world: 1, power: 'KZ' } })).toMatchObject({
      refusal: { code: 'noChange' },
    });
  });
});

describe('the clocks', () => {
  it('run in each world, and stand still where the facilitator wishes', async () => {
    await begin();
    await desk.bid({ do: 'pause', worlds: [2] });
    clock.turn(15_000);
    await aida.phase('deliberation');
    await settle();
    expect(boris.view?.phase).toBe('briefing');
    expect(boris.state).toMatchObject({ paused: true, left: 15_000 });
    await desk.bid({ do: 'resume' });
    await until('it runs', () => boris.state.deadline > 0);
    clock.turn(15_000);
    await boris.phase('deliberation');
  });

  it('are given more time, which all are told', async () => {
    await begin();
    await deliberate();
    const before = aida.state.deadline;
    await desk.bid({ do: 'extend', seconds: 90, worlds: [1] });
    await until('it is told', () => aida.state.deadline === before + 90_000);
    await until('it is said', () => aida.notices.length === 1);
    expect(aida.notices[0]).toMatchObject({ kind: 'extended', seconds: 90, to: null });
    expect(boris.state.deadline).toBe(before);
    clock.turn(before - clock.now());
    await boris.phase('ink');
    await settle();
    expect(aida.view?.phase).toBe('deliberation');
  });

  it('without deadlines cannot be moved', async () => {
    await begin({ pace: 'calm' });
    expect(await desk.ask({ do: 'extend', seconds: 60 })).toEqual({
      ok: false,
      refusal: { code: 'noDeadline' },
    });
  });

  it('wait once for a person with extra time, until he is ready', async () => {
    await begin();
    await desk.bid({ do: 'extra', seat: { world: 1, power: 'KZ' }, seconds: 60 });
    await deliberate();
    clock.turn(aida.state.deadline - clock.now());
    await boris.phase('ink');
    await settle();
    expect(aida.view?.phase).toBe('deliberation');
    clock.turn(30_000);
    await settle();
    expect(aida.view?.phase).toBe('deliberation');
    // The other one is not ready; his time is over all the same.
    expect((await aida.ready()).ok).toBe(true);
    await aida.phase('ink');
    clock.turn(aida.state.deadline - clock.now());
    await settle();
    expect(aida.view?.phase).toBe('ink');
    clock.turn(60_000);
    await aida.phase('report');
  });

  it('are pushed on once, though two press at the same time', async () => {
    await begin();
    const other = await room.console();
    const answers = await Promise.all([
      desk.ask({ do: 'next', phase: 'briefing' }),
      other.ask({ do: 'next', phase: 'briefing' }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    await aida.phase('deliberation');
    await settle();
    expect(aida.view?.phase).toBe('deliberation');
  });
});

describe('a round', () => {
  it('is resolved now, with the drafts as they stand', async () => {
    await begin();
    await deliberate();
    const order = legalOrder(aida);
    expect((await aida.command({ type: 'draft', order })).ok).toBe(true);
    const answer = await desk.bid({ do: 'resolve', worlds: [1] });
    expect(answer).toEqual([{ world: 1, refusal: null }]);
    await aida.phase('report', 0);
    expect(aida.view?.report?.orders).toContainEqual(
      expect.objectContaining({ power: 'KZ', kind: order.kind, giver: 'person' }),
    );
    expect(boris.view?.phase).toBe('deliberation');
    const mixed = await desk.bid({ do: 'resolve' });
    expect(mixed).toEqual([
      { world: 1, refusal: { code: 'wrongPhase' } },
      { world: 2, refusal: null },
    ]);
    await desk.sees('scores', ({ worlds }) => worlds.every(({ scores }) => scores !== null));
  });

  it('shows who is waited for and who has done nothing', async () => {
    await begin();
    await deliberate();
    expect(desk.seat(1, 'KZ')).toMatchObject({ ready: false, blocking: true, silent: true });
    expect((await aida.command({ type: 'draft', order: legalOrder(aida) })).ok).toBe(true);
    expect((await cao.ready()).ok).toBe(true);
    await desk.sees('them', () => !desk.seat(1, 'KZ').silent && desk.seat(1, 'CN').ready);
    expect(desk.seat(1, 'KZ')).toMatchObject({ ready: false, blocking: true, silent: false });
    expect(desk.seat(1, 'CN')).toMatchObject({ ready: true, blocking: false, silent: true });
    expect(desk.seat(1, 'RU')).toMatchObject({ player: 'bot', blocking: false, silent: false });
    for (const round of [0, 1]) {
      await desk.bid({ do: 'resolve' });
      await aida.phase('report', round);
      await desk.bid({ do: 'next', phase: 'report' });
      await aida.phase('briefing', round + 1);
    }
    await desk.sees('the rounds', ({ worlds }) => worlds.every(({ round }) => round === 2));
    expect([desk.seat(1, 'KZ').idle, desk.seat(1, 'CN').idle]).toEqual([1, 2]);
  });

  it('that was resolved is taken back, all are told, and the same orders give the same report', async () => {
    await begin();
    expect(await desk.ask({ do: 'rewind' })).toEqual({
      ok: false,
      refusal: { code: 'nothingToRewind' },
    });
    await deliberate();
    await desk.bid({ do: 'resolve' });
    await aida.phase('report', 0);
    await desk.bid({ do: 'next' });
    await aida.phase('briefing', 1);
    const fresh = aida.view;
    await desk.bid({ do: 'pause', worlds: [1] });
    const order = legalOrder(aida);
    const draft = { type: 'draft', id: 'mine', order };
    expect((await aida.command(draft)).ok).toBe(true);
    await desk.bid({ do: 'resolve', worlds: [1] });
    await aida.phase('report', 1);
    const report = aida.view?.report;
    await desk.bid({ do: 'rewind', worlds: [1] });
    await aida.phase('briefing', 1);
    await until('all are told', () => cao.notices.length === 1 && aida.state.rewinds === 1);
    expect(cao.notices[0]).toMatchObject({ kind: 'rewound', round: 1 });
    expect(aida.view).toEqual(fresh);
    expect(dina.notices).toEqual([]);
    expect((await aida.command(draft)).ok).toBe(true);
    await desk.bid({ do: 'resolve', worlds: [1] });
    await aida.phase('report', 1);
    expect(aida.view?.report).toEqual(report);
    // From the next round the same one is taken back; then the one before it.
    await desk.bid({ do: 'next', worlds: [1] });
    await aida.phase('briefing', 2);
    await desk.bid({ do: 'rewind', worlds: [1] });
    await aida.phase('briefing', 1);
    await desk.bid({ do: 'rewind', worlds: [1] });
    await aida.phase('briefing', 0);
    expect(aida.view?.series).toHaveLength(1);
    await desk.sees('how often', () => desk.world(1).rewinds === 3);
  });

  it('that was taken back stays in the log, and a restart brings the new course', async () => {
    await begin();
    await deliberate();
    const lay = async (id: string): Promise<void> => {
      const draft = { type: 'draft', id, order: legalOrder(aida) };
      expect((await aida.command(draft)).ok).toBe(true);
    };
    await lay('before');
    await desk.bid({ do: 'resolve', worlds: [1] });
    await aida.phase('report', 0);
    await desk.bid({ do: 'rewind', worlds: [1] });
    await aida.phase('briefing', 0);
    await lay('after');
    const { game } = desk.world(1);
    const commands = await store.eventsOf(game, 'command', 1000);
    const ids = commands.map(({ data }) => (data as CommandEvent).command.id);
    expect(ids.filter((id) => id === 'before' || id === 'after')).toEqual(['before', 'after']);
    expect(await store.eventsOf(game, 'rewind', 9)).toMatchObject([{ data: { to: 0 } }]);
    // The world leaves memory and comes back from the store, as after a restart.
    await room.close();
    for (let i = 0; i < 400 && (await house.rooms()) > 0; i += 1) {
      clock.turn(121_000);
      await new Promise((turn) => setTimeout(turn, 10));
    }
    expect(await house.rooms()).toBe(0);
    const back = await room.enter({ token: pupils[0]?.token ?? '' });
    expect(back.player.view).toMatchObject({
      phase: 'briefing',
      round: 0,
      drafts: [{ id: 'after' }],
    });
    expect(back.player.state.rewinds).toBe(1);
    await until('it is told again', () => back.player.notices.length === 1);
    expect(back.player.notices[0]).toMatchObject({ kind: 'rewound' });
  });

  it('is taken back from the debrief too', async () => {
    await begin();
    await desk.bid({ do: 'resolve' });
    await aida.phase('report', 0);
    await desk.bid({ do: 'end', worlds: [1] });
    await aida.phase('debrief');
    expect(boris.view?.phase).toBe('report');
    await desk.bid({ do: 'rewind', worlds: [1] });
    await aida.phase('briefing', 0);
  });

  it('takes a card that was looked at before, in the world that was chosen', async () => {
    await begin();
    await deliberate();
    const card = { text: 'Fog closes the pass.', effects: [] };
    const before = aida.view;
    const deck = { deck: 'nowhere' };
    expect(await desk.ask({ do: 'preview', card: deck, world: 1 })).toMatchObject({
      refusal: { code: 'unknownCard' },
    });
    const preview = (await desk.bid({ do: 'preview', card, world: 1 })) as CardPreview;
    expect(Object.keys(preview).sort()).toEqual(['CN', 'EU', 'KZ', 'RU']);
    expect(aida.view).toEqual(before);
    await desk.bid({ do: 'card', card, worlds: [1] });
    await desk.sees('the card', () => desk.world(1).cards === 1 && desk.world(2).cards === 0);
    await desk.bid({ do: 'resolve' });
    await aida.phase('report', 0);
    await boris.phase('report', 0);
    const told = (player: Player) => JSON.stringify(player.view?.report?.news);
    expect(told(aida)).toContain('Fog closes the pass.');
    expect(told(boris)).not.toContain('Fog');
  });
});
