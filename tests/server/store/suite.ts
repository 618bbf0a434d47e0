import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type GameRecord,
  type GameStore,
  NO_MARKS,
  type SeatRecord,
  type SessionRecord,
} from '../../../server/store/store.ts';

const meta = {
  mode: 'friends',
  scenario: 'lesson',
  depth: 'intro',
  skill: 'easy',
  pace: 'normal',
} as const;
const game = (code: string, expires = 2_000_000_000_000): GameRecord => ({
  code,
  created: 1_700_000_000_000,
  expires,
  gone: false,
  meta,
});
const seat = (power: SeatRecord['power'], name: string): SeatRecord => ({
  power,
  name,
  held: true,
  player: 'person',
  members: [{ id: 1, name, tokenHashes: ['ab', 'cd'], returnHash: null }],
  host: true,
  marks: NO_MARKS,
});
const session = (code: string, expires = 2_000_000_000_000): SessionRecord => ({
  code,
  created: 1_700_000_000_000,
  expires,
  gone: false,
  data: {
    scenario: 'lesson',
    depth: 'intro',
    pace: 'hour',
    seating: 'list',
    locked: false,
    readTalks: true,
    absence: 60_000,
    scoresShown: false,
    cabinet: 3,
    facilitatorHash: 'ab',
    projectorHash: 'cd',
    worlds: ['AAAAAA', 'BBBBBB'],
    roster: [{ name: 'Әсел', world: 2, power: 'KZ' }],
  },
});
const event = (seq: number) => ({ seq, round: 0, kind: 'command', data: { seq, text: 'ä"\\' } });
const snapshot = (seq: number) => ({
  seq,
  round: 1,
  rules: '0.1.0',
  state: '{"v":1}',
  report: null,
  hash: 'h',
});

/** What every engine must do; run once for each. */
export function storeSuite(name: string, open: () => Promise<GameStore>): void {
  describe(`the store on ${name}`, () => {
    let store: GameStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('gives a code once, also to many who ask at the same time', async () => {
      const taken = await Promise.all(
        Array.from({ length: 20 }, () => store.reserve(game('AAAAAA'))),
      );
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await store.find('AAAAAA')).toEqual(game('AAAAAA'));
      expect(await store.find('BBBBBB')).toBeNull();
    });

    it('keeps seats, the newest state of each', async () => {
      await store.reserve(game('AAAAAA'));
      await store.write('AAAAAA', { seats: [seat('KZ', 'Aida'), seat('RU', 'Boris')] });
      const head = { id: 3, name: 'Әсел', tokenHashes: [], returnHash: 'ef' };
      const other = { id: 4, name: 'Bek', tokenHashes: ['gh'], returnHash: null };
      const cabinet = { ...seat('KZ', 'Әсел, Bek'), members: [head, other] };
      await store.write('AAAAAA', { seats: [cabinet] });
      expect(await store.seats('AAAAAA')).toEqual([cabinet, seat('RU', 'Boris')]);
      const empty = { ...seat('KZ', ''), held: false, player: 'bot', members: [] } as const;
      await store.write('AAAAAA', { seats: [empty] });
      expect((await store.seats('AAAAAA'))[0]).toEqual(empty);
    });

    it('finds the last snapshot and what came after it, in order', async () => {
      await store.reserve(game('AAAAAA'));
      expect(await store.latest('AAAAAA')).toBeNull();
      await store.write('AAAAAA', { events: [event(1)], snapshot: snapshot(1) });
      await store.write('AAAAAA', { events: [event(2), event(3)] });
      await store.write('AAAAAA', { events: [event(4)], snapshot: snapshot(4) });
      await store.write('AAAAAA', { events: [event(5)] });
      await store.write('AAAAAA', { events: [event(6)] });
      expect(await store.latest('AAAAAA')).toEqual({
        snapshot: snapshot(4),
        events: [event(5), event(6)],
      });
    });

    it('keeps all of an entry or nothing of it, and the neighbours whole', async () => {
      await store.reserve(game('AAAAAA'));
      await store.write('AAAAAA', { events: [event(1)], snapshot: snapshot(1) });
      const results = await Promise.allSettled([
        store.write('AAAAAA', { events: [event(2)] }),
        store.write('AAAAAA', { events: [event(3), event(1)] }),
        store.write('AAAAAA', { events: [event(4)] }),
      ]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      const kept = await store.latest('AAAAAA');
      expect(kept?.events.map(({ seq }) => seq)).toEqual([2, 4]);
    });

    it('resolves writes in the order in which they came', async () => {
      await store.reserve(game('AAAAAA'));
      const order: number[] = [];
      await Promise.all(
        Array.from({ length: 150 }, (_, i) =>
          store.write('AAAAAA', { events: [event(i + 1)] }).then(() => order.push(i)),
        ),
      );
      expect(order).toEqual(Array.from({ length: 150 }, (_, i) => i));
    });

    it('deletes everything about a game but its code', async () => {
      await store.reserve(game('AAAAAA'));
      await store.reserve(game('BBBBBB'));
      await store.write('AAAAAA', {
        events: [event(1)],
        snapshot: snapshot(1),
        seats: [seat('KZ', 'A')],
      });
      await store.remove('AAAAAA');
      expect((await store.find('AAAAAA'))?.gone).toBe(true);
      expect(await store.seats('AAAAAA')).toEqual([]);
      expect(await store.latest('AAAAAA')).toBeNull();
      expect(await store.reserve(game('AAAAAA'))).toBe(false);
      expect(await store.count()).toBe(1);
    });

    it('finds what has been idle for its time, and nothing else', async () => {
      await store.reserve(game('AAAAAA', 100));
      await store.reserve(game('BBBBBB', 300));
      await store.write('AAAAAA', { expires: 250 });
      expect(await store.expired(200)).toEqual([]);
      expect(await store.expired(260)).toEqual(['AAAAAA']);
      await store.remove('AAAAAA');
      expect(await store.expired(260)).toEqual([]);
    });

    it('keeps what the facilitator has set for a seat', async () => {
      await store.reserve(game('AAAAAA'));
      const help = { at: 5, text: 'Where is Khorgos?' };
      const marks = { handed: true, leave: true, extra: 30_000, help };
      await store.write('AAAAAA', { seats: [{ ...seat('KZ', 'Aida'), marks }] });
      expect((await store.seats('AAAAAA'))[0]?.marks).toEqual(marks);
    });

    it('finds the snapshots of a round, and the last lines of a kind', async () => {
      await store.reserve(game('AAAAAA'));
      await store.write('AAAAAA', { events: [event(1)], snapshot: snapshot(1) });
      const notices = [2, 3, 4].map((seq) => ({ ...event(seq), kind: 'notice' }));
      await store.write('AAAAAA', { events: notices, snapshot: { ...snapshot(4), round: 2 } });
      await store.write('AAAAAA', { events: [event(5)], snapshot: snapshot(5) });
      expect((await store.snapshotsOf('AAAAAA', 1)).map(({ seq }) => seq)).toEqual([5, 1]);
      expect(await store.snapshotsOf('AAAAAA', 0)).toEqual([]);
      expect(await store.eventsOf('AAAAAA', 'notice', 2)).toEqual(notices.slice(1));
    });

    it('keeps changed settings of a game', async () => {
      await store.reserve(game('AAAAAA'));
      const changed = { ...meta, mode: 'class', session: 'CCCCCC', world: 2 } as const;
      await store.write('AAAAAA', { meta: changed });
      expect((await store.find('AAAAAA'))?.meta).toEqual(changed);
    });

    it('keeps sessions, and gives no code to both a game and a session', async () => {
      const { sessions } = store;
      expect(await sessions.reserve(session('CCCCCC'))).toBe(true);
      expect(await sessions.reserve(session('CCCCCC'))).toBe(false);
      expect(await store.reserve(game('CCCCCC'))).toBe(false);
      await store.reserve(game('AAAAAA'));
      expect(await sessions.reserve(session('AAAAAA'))).toBe(false);
      expect(await sessions.find('CCCCCC')).toEqual(session('CCCCCC'));
      expect(await sessions.find('AAAAAA')).toBeNull();
      const data = { ...session('CCCCCC').data, locked: true };
      await sessions.write('CCCCCC', { data });
      await sessions.write('CCCCCC', { expires: 250 });
      expect(await sessions.find('CCCCCC')).toEqual({ ...session('CCCCCC', 250), data });
    });

    it('deletes a session when its time has run out, and never gives its code again', async () => {
      const { sessions } = store;
      await sessions.reserve(session('CCCCCC', 100));
      await sessions.reserve(session('DDDDDD', 300));
      expect(await sessions.expired(200)).toEqual(['CCCCCC']);
      await sessions.remove('CCCCCC');
      expect(await sessions.expired(200)).toEqual([]);
      const gone = await sessions.find('CCCCCC');
      expect([gone?.gone, gone?.data]).toEqual([true, {}]);
      expect(await sessions.reserve(session('CCCCCC'))).toBe(false);
      // Whoever was about to write comes too late.
      await sessions.write('CCCCCC', { data: session('CCCCCC').data });
      expect((await sessions.find('CCCCCC'))?.data).toEqual({});
    });

    it('tells what happened last of several kinds', async () => {
      await store.reserve(game('AAAAAA'));
      expect(await store.lastOf('AAAAAA', ['pause', 'resume'])).toBeNull();
      await store.write('AAAAAA', {
        events: [
          { ...event(1), kind: 'pause' },
          { ...event(2), kind: 'resume' },
          { ...event(3), kind: 'pause' },
          event(4),
        ],
      });
      expect(await store.lastOf('AAAAAA', ['pause', 'resume'])).toBe('pause');
      expect(await store.lastOf('AAAAAA', ['resume'])).toBe('resume');
    });
  });
}
