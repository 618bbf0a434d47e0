/** What goes wrong in a classroom, and what becomes of it: the round goes on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { GameStore } from '../../../server/store/store.ts';
import { CLOSING, MISUSE } from '../../../shared/protocol/closing.ts';
import type { Classroom, Pupil } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { Lesson } from '../support/lesson.ts';
import { legalOrder, type Player, until } from '../support/player.ts';

const clock = new HandClock();
const folder = mkdtempSync(join(tmpdir(), 'multivector-bad-days-'));
/** Games of which the disk takes nothing. */
const failing = new Set<string>();
let house: House;
beforeAll(async () => {
  const real = await openSqlite(folder);
  const store: GameStore = {
    ...real,
    write: (code, entry) =>
      failing.has(code) ? Promise.reject(new Error('the disk is full')) : real.write(code, entry),
  };
  house = await House.open({ clock, store, limits: { wrongKeysPerTenMinutes: 5 } });
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

let lesson: Lesson;
let room: Classroom;
afterEach(() => room.close());

async function begin(request: Parameters<typeof Lesson.begin>[1] = {}): Promise<void> {
  lesson = await Lesson.begin(house, request);
  room = lesson.room;
}

const settle = () => new Promise((turn) => setTimeout(turn, 150));
const back = (pupil: Pupil) => room.enter({ token: pupil.token });

describe('everybody reloads at once', () => {
  it('and has his seat, his drafts and his time as before', async () => {
    await begin();
    await lesson.deliberate();
    for (const { player } of lesson.pupils) {
      expect((await player.command({ type: 'draft', order: legalOrder(player) })).ok).toBe(true);
    }
    await until('they lie', () =>
      lesson.pupils.every(({ player }) => player.view?.drafts.length === 1),
    );
    // Bots may still be answering what was laid down; all else stands.
    const own = ({ player: { view } }: Pupil) => [
      view?.seat,
      view?.phase,
      view?.round,
      view?.drafts,
      view?.num,
    ];
    const seen = lesson.pupils.map(own);
    const { deadline } = lesson.aida.state;
    // A page that reloads comes back before its old line is known to be dead.
    const again = await Promise.all(lesson.pupils.map(back));
    for (const { player } of lesson.pupils) expect(await player.gone()).toBe(CLOSING.moved);
    expect(again.map(({ world }) => world)).toEqual(lesson.pupils.map(({ world }) => world));
    expect(again.map(own)).toEqual(seen);
    expect(again[0]?.player.state).toMatchObject({ deadline, waiting: false });
  });
});

describe('the wifi is gone for two minutes', () => {
  it('for all: the clocks wait, no bot takes a seat, and the phase goes on with what was left', async () => {
    await begin();
    await lesson.deliberate();
    const order = legalOrder(lesson.aida);
    expect((await lesson.aida.command({ type: 'draft', order })).ok).toBe(true);
    clock.turn(20_000);
    const left = lesson.aida.state.deadline - clock.now();
    for (const { player } of lesson.pupils) player.drop();
    await lesson.desk.leave();
    await settle();
    clock.turn(120_000);
    await settle();
    const again = await Promise.all(lesson.pupils.map(back));
    for (const { player } of again) {
      expect(player.view).toMatchObject({ phase: 'deliberation', round: 0 });
      expect(player.seat()).toMatchObject({ player: 'person', held: true });
      await until('the clock runs', () => player.state.deadline > 0);
      expect(player.state.deadline - clock.now()).toBe(left);
    }
    expect(again[0]?.player.view?.drafts).toHaveLength(1);
  });
});

describe('the facilitator is gone for ten minutes', () => {
  it('and the rounds go on; he comes back to all of it', async () => {
    await begin();
    await lesson.desk.leave();
    for (const [phase, ms] of [
      ['deliberation', 15_000],
      ['ink', 135_000],
      ['report', 30_000],
      ['briefing', 60_000],
      ['deliberation', 15_000],
      ['ink', 135_000],
      ['report', 30_000],
      ['briefing', 60_000],
    ] as const) {
      clock.turn(ms);
      for (const { player } of lesson.pupils) await player.phase(phase);
    }
    clock.turn(120_000);
    const again = await room.console();
    expect(again.state.role).toBe('facilitator');
    expect(again.state.worlds.map(({ round }) => round)).toEqual([2, 2]);
    expect(again.state.worlds.every(({ scores }) => scores !== null)).toBe(true);
    await again.bid({ do: 'pause' });
    await until('it is heard', () => lesson.aida.state.paused && lesson.boris.state.paused);
  });
});

describe('a pupil', () => {
  it('who floods talk is stopped by a limit, loses the line when he goes on, and keeps his seat', async () => {
    await begin();
    await lesson.deliberate();
    const say = (player: Player, n: number) =>
      player.command({ type: 'say', to: 'all', text: `Message ${n}` });
    const answers = [];
    for (let n = 0; n < 40; n += 1) answers.push(await say(lesson.aida, n));
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ ok }) => ok).length).toBeLessThan(40);
    for (const answer of refused) {
      expect(['saidEnough', 'tooFast']).toContain(answer.ok ? '' : answer.refusal.code);
    }
    for (let n = 0; n < 400; n += 1) lesson.aida.room.send('command', { flood: n });
    expect(await lesson.aida.gone()).toBe(MISUSE);
    // The others were not held up.
    expect((await say(lesson.cao, 1)).ok).toBe(true);
    clock.turn(1000);
    const again = await back(lesson.pupils[0] as Pupil);
    expect(again.player.seat()).toMatchObject({ name: 'Aida', player: 'person' });
  });

  it('who writes markup reads why not, and nobody sees it', async () => {
    await begin();
    await lesson.deliberate();
    const text = '<img src=x onerror=alert(1)>';
    expect(await lesson.aida.command({ type: 'say', to: 'all', text })).toMatchObject({
      refusal: { code: 'wordsMarks' },
    });
    expect(await lesson.aida.request('rename', { name: text })).toMatchObject({ ok: false });
    expect(await lesson.aida.request('hall', { do: 'help', text })).toMatchObject({ ok: false });
    await settle();
    expect(JSON.stringify(lesson.cao.view)).not.toContain('onerror');
    expect(lesson.desk.heard).not.toContain('onerror');
  });

  it('who guesses the facilitator’s link is stopped soon, while the right one opens', async () => {
    await begin();
    const codes: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      const { body } = await room.ask('POST', '/hall', { key: `${'x'.repeat(31)}${i % 10}` });
      codes.push(body.refusal.code);
    }
    expect(codes[0]).toBe('notFacilitator');
    expect(codes.at(-1)).toBe('tooManyTries');
    const guessed = await room.ask('DELETE', '', undefined, 'y'.repeat(32));
    expect(guessed.status).toBe(429);
    const console = await room.console();
    expect(console.state.role).toBe('cofacilitator');
    expect((await back(lesson.pupils[0] as Pupil)).player.power).toBe('KZ');
  });

  it('who opens the console’s address with his own key is let in nowhere', async () => {
    await begin();
    const { token } = lesson.pupils[0] as Pupil;
    for (const key of [token, room.code, '', room.keys.facilitator.slice(1)]) {
      const { status, body } = await room.ask('POST', '/hall', { key });
      expect([403, 429]).toContain(status);
      expect(body.reservation).toBeUndefined();
    }
    // Nor behind the door-keeper's back.
    for (const name of ['hall', 'game']) {
      for (const method of ['create', 'joinOrCreate', 'joinById', 'join']) {
        const response = await fetch(`${house.url}/matchmake/${method}/${name}`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ session: room.code, console: true, key: token }),
        });
        expect(response.status).toBeGreaterThanOrEqual(400);
      }
    }
  });

  it('who replays another’s message speaks for himself alone', async () => {
    await begin();
    await lesson.deliberate();
    const order = legalOrder(lesson.aida);
    const command = { id: 'once', round: 0, type: 'draft', order };
    expect((await lesson.aida.request('command', command)).ok).toBe(true);
    const replayed = await lesson.cao.request('command', command);
    // It is his own command, judged as his: an order that is not his power's, or a draft of his own.
    if (!replayed.ok) expect(replayed.refusal.code).toBe('notYourOrder');
    await settle();
    expect(lesson.aida.view?.drafts).toHaveLength(1);
    expect(lesson.cao.view?.drafts).toHaveLength(replayed.ok ? 1 : 0);
    // And the same once more from its own giver changes nothing.
    expect((await lesson.aida.request('command', command)).ok).toBe(true);
    await settle();
    expect(lesson.aida.view?.drafts).toHaveLength(1);
  });

  it('who opens several seats on one device has one by each key, and none twice', async () => {
    await begin();
    const pupil = lesson.pupils[0] as Pupil;
    const rows = await Promise.all(
      Array.from({ length: 3 }, () => room.seat({ token: pupil.token })),
    );
    expect(new Set(rows.map(({ world, power }) => `${world}${power}`)).size).toBe(1);
    const { body } = await room.ask('GET', '');
    const held = body.worlds.flatMap(({ seats }) => seats.filter((seat) => seat.held));
    expect(held.map(({ name }) => name).sort()).toEqual(['Aida', 'Boris', 'Cao', 'Dina']);
  });
});

describe('a store that fails in one world', () => {
  it('costs that world the change, and no other world anything', async () => {
    await begin();
    const { game } = lesson.desk.world(1);
    failing.add(game);
    const answers = await lesson.desk.bid({ do: 'pause' });
    failing.delete(game);
    expect(answers).toEqual([
      { world: 1, refusal: { code: 'notSaved' } },
      { world: 2, refusal: null },
    ]);
    expect(await lesson.aida.gone()).toBe(CLOSING.remade);
    expect(lesson.boris.closed).toBeNull();
    await until('it is told', () => lesson.boris.state.paused);
    const again = await back(lesson.pupils[0] as Pupil);
    expect(again.player.state).toMatchObject({ paused: false, phase: 'briefing' });
    await lesson.desk.bid({ do: 'pause', worlds: [1] });
    await until('it is told now', () => again.player.state.paused);
  });
});
