/** The facilitator and the people: words, calls for help, stand-ins, those who look on, several consoles. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CLOSING } from '../../../shared/protocol/closing.ts';
import type { SessionRequest } from '../../../shared/protocol/sessions.ts';
import type { Classroom, Console, Pupil } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { Lesson } from '../support/lesson.ts';
import { legalOrder, type Player, until } from '../support/player.ts';

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

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

describe('words', () => {
  it('reach all, a world, a team or one seat, and who comes back reads them', async () => {
    await begin();
    await desk.bid({ do: 'say', text: 'To all.' });
    await desk.bid({ do: 'say', text: 'To one world.', world: 2 });
    await desk.bid({ do: 'say', text: 'To China.', power: 'CN' });
    await desk.bid({ do: 'say', text: 'To Aida.', world: 1, power: 'KZ' });
    await until('all have come', () => aida.notices.length === 2 && boris.notices.length === 2);
    const heard = (player: Player) =>
      player.notices.map((notice) => (notice.kind === 'said' ? notice.text : notice.kind));
    expect(heard(aida)).toEqual(['To all.', 'To Aida.']);
    expect(heard(boris)).toEqual(['To all.', 'To one world.']);
    expect(heard(cao)).toEqual(['To all.', 'To China.']);
    expect(heard(dina)).toEqual(['To all.', 'To one world.']);
    const back = await room.enter({ token: pupils[0]?.token ?? '' });
    await until('they are told again', () => back.player.notices.length === 2);
    expect(heard(back.player)).toEqual(['To all.', 'To Aida.']);
    expect(await desk.ask({ do: 'say', text: '<script>' })).toMatchObject({
      refusal: { code: 'wordsMarks' },
    });
  });

  it('are opened and closed in a world', async () => {
    await begin({ talk: false });
    await deliberate();
    const say = { type: 'say', to: 'all', text: 'Salem!' };
    expect(await aida.command(say)).toMatchObject({ refusal: { code: 'talkClosed' } });
    await desk.bid({ do: 'words', open: true, worlds: [1] });
    expect((await aida.command(say)).ok).toBe(true);
    expect(await boris.command(say)).toMatchObject({ refusal: { code: 'talkClosed' } });
  });

  it('in private are read only where that was said at the beginning', async () => {
    await begin({ readTalks: true });
    await deliberate();
    expect([aida.state.overseen, (await room.ask('GET', '')).body.readTalks]).toEqual([true, true]);
    expect((await aida.command({ type: 'say', to: ['CN'], text: 'Between us.' })).ok).toBe(true);
    expect(JSON.stringify(await desk.bid({ do: 'talks', world: 1 }))).toContain('Between us.');
    await begin();
    expect(aida.state.overseen).toBe(false);
    expect(await desk.ask({ do: 'talks', world: 1 })).toMatchObject({
      refusal: { code: 'talksClosed' },
    });
  });

  it('call for help and answer it', async () => {
    await begin();
    expect((await aida.request('hall', { do: 'help', text: 'What is a netback?' })).ok).toBe(true);
    await desk.sees('the call', () => desk.seat(1, 'KZ').help !== null);
    expect(desk.seat(1, 'KZ').help).toEqual({ at: clock.now(), text: 'What is a netback?' });
    const answer = { do: 'answer', seat: { world: 1, power: 'KZ' }, text: 'A price less the way.' };
    await desk.bid(answer);
    await until('it is heard', () => aida.notices.length === 1);
    expect(aida.notices[0]).toMatchObject({ kind: 'answered', text: 'A price less the way.' });
    expect(cao.notices).toEqual([]);
    await desk.sees('that it is answered', () => desk.seat(1, 'KZ').help === null);
    expect(await desk.ask(answer)).toMatchObject({ refusal: { code: 'noChange' } });
  });
});

describe('a stand-in', () => {
  it('comes after the time that the facilitator has set, and goes at once', async () => {
    await begin({ pace: 'slow' });
    await desk.bid({ do: 'absence', seconds: 20 });
    aida.drop();
    await desk.sees('that she is gone', () => !desk.seat(1, 'KZ').members[0]?.connected);
    clock.turn(19_000);
    await settle();
    expect(desk.seat(1, 'KZ').player).toBe('person');
    clock.turn(1500);
    await desk.sees('the bot', () => desk.seat(1, 'KZ').player === 'bot');
    const back = await room.enter({ token: pupils[0]?.token ?? '' });
    expect(back.player.seat()).toMatchObject({ player: 'person', name: 'Aida' });
  });

  it('answers no offer without the facilitator’s leave', async () => {
    await begin({ pace: 'calm' });
    await deliberate();
    cao.drop();
    await desk.sees('that he is gone', () => !desk.seat(1, 'CN').members[0]?.connected);
    clock.turn(60_000);
    await desk.sees(
      'the bot',
      () => desk.seat(1, 'CN').player === 'bot' && desk.seat(1, 'CN').ready,
    );
    const clauses = [
      {
        kind: 'pledge_do',
        by: 'KZ',
        params: {},
        order: { kind: legalOrder(aida).kind, params: {} },
        until: 1,
      },
    ];
    const offered = await aida.command({ type: 'propose', to: ['CN'], clauses });
    expect(offered).toEqual({ ok: true, value: null });
    const offer = () => aida.view?.talks.proposals.find(({ by }) => by === 'KZ');
    await until('it lies', () => offer() !== undefined);
    await new Promise((turn) => setTimeout(turn, 600));
    expect(offer()).toMatchObject({ status: 'open', declined: null });
    expect(offer()?.signed.map(({ power }) => power)).toEqual(['KZ']);
    await desk.bid({ do: 'leave', seat: { world: 1, power: 'CN' }, given: true });
    await until(
      'it is answered',
      () => offer()?.status !== 'open' || offer()?.versions.length === 2,
    );
    await desk.sees('the leave', () => desk.seat(1, 'CN').leave);
  });

  it('has a seat that the facilitator hands to it until it is given back', async () => {
    await begin();
    await deliberate();
    const seat = { world: 1, power: 'KZ' };
    await desk.bid({ do: 'bot', seat, plays: true });
    await desk.sees('the bot', () => desk.seat(1, 'KZ').ready);
    const draft = { type: 'draft', order: { kind: 'toll', params: {} } };
    expect(await aida.command(draft)).toEqual({ ok: false, refusal: { code: 'botPlays' } });
    const again = await room.enter({ token: pupils[0]?.token ?? '' });
    expect(again.player.seat()).toMatchObject({ player: 'bot', name: 'Aida', held: true });
    await desk.bid({ do: 'bot', seat, plays: false });
    await until(
      'it is hers',
      () => again.player.seat().player === 'person' && !again.player.seat().ready,
    );
    expect((await again.player.ready()).ok).toBe(true);
    expect(await desk.ask({ do: 'bot', seat, plays: false })).toMatchObject({
      refusal: { code: 'noChange' },
    });
  });
});

describe('those who look on', () => {
  it('see on the wall no name, no secret, and scores only when they are shown', async () => {
    await begin();
    const wall = await room.console(room.keys.projector);
    await desk.bid({ do: 'resolve' });
    await wall.sees('the report', ({ worlds }) => worlds.every(({ phase }) => phase === 'report'));
    expect(wall.world(1).scores).toBeNull();
    await desk.bid({ do: 'scores', shown: true });
    await wall.sees('scores', ({ worlds }) => worlds.every(({ scores }) => scores !== null));
    expect(wall.world(1).scores).toEqual(desk.world(1).scores);
    for (const secret of ['Aida', 'roster', 'help', 'Hash', desk.world(1).game]) {
      expect(wall.heard).not.toContain(secret);
    }
    expect(desk.heard).not.toContain('Hash');
  });

  it('at a table see what all may see and do nothing', async () => {
    await begin();
    await deliberate();
    const watcher = await room.observe(1);
    expect(watcher.view).toMatchObject({ seat: null, phase: 'deliberation', drafts: [] });
    expect(await watcher.command({ type: 'ready', ready: true })).toEqual({
      ok: false,
      refusal: { code: 'unknownSeat' },
    });
    expect((await watcher.request('whole')).ok).toBe(true);
    expect(aida.seat('KZ').connected).toBe(true);
    // Nobody's clock runs for one who only looks on.
    aida.drop();
    cao.drop();
    await until('the clock waits', () => watcher.state.waiting);
  });
});

describe('the consoles', () => {
  it('are several, act at once, and the first one renews the link', async () => {
    await begin();
    const other = await room.console();
    expect([desk.state.role, other.state.role]).toEqual(['facilitator', 'cofacilitator']);
    await Promise.all([
      desk.bid({ do: 'pause', worlds: [1] }),
      other.bid({ do: 'pause', worlds: [2] }),
      other.bid({ do: 'say', text: 'A break.' }),
    ]);
    await desk.sees('both', ({ worlds }) => worlds.every(({ paused }) => paused));
    expect(await other.ask({ do: 'renew' })).toEqual({ ok: false, refusal: { code: 'notLead' } });
    const { facilitator } = (await desk.bid({ do: 'renew' })) as { facilitator: string };
    await until('the other is out', () => other.closed === CLOSING.removed);
    await expect(room.console()).rejects.toMatchObject({ code: 'notFacilitator' });
    const again = await room.console(facilitator);
    await desk.leave();
    await again.sees('that it leads', ({ role }) => role === 'facilitator');
  });
});
