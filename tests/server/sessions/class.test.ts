/** A class of thirty-two: eight worlds of four or three of cabinets, six rounds, and 30 % drop on the way. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { Classroom, type Console, type Pupil } from '../support/classroom.ts';
import { HandClock } from '../support/clock.ts';
import { House } from '../support/house.ts';
import { legalOrder, until } from '../support/player.ts';

const CLASS = 32;
const ROUNDS = 6;
/** Of each round so many, so that ten different pupils, 30 %, drop at least once. */
const DROPPING = [0, 3, 6, 9, 12, 15, 18, 21, 24, 27];

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

/** What a pupil has acknowledged in a round: it must stand in that round's report. */
interface Given {
  readonly world: number;
  readonly round: number;
  readonly power: Power;
  readonly kind: string;
}

it.each([
  { worlds: 8, cabinet: 1 },
  { worlds: 3, cabinet: 3 },
])(
  'nobody loses a seat or an order in $worlds worlds with $cabinet to a seat',
  async (size) => {
    const room = await Classroom.open(house, { ...size, seed: 5 });
    const seats = size.worlds * POWERS.length;
    const pupils: Pupil[] = await Promise.all(
      Array.from({ length: CLASS }, (_, i) => room.enter({ name: `Pupil ${i}` })),
    );
    const first = pupils.map(({ world, player }) => `${world}${player.power}`);
    expect(new Set(first).size).toBe(Math.min(CLASS, seats));
    const desk: Console = await room.console();
    const next = async (from: string, to: string, round: number): Promise<void> => {
      await desk.bid({ do: 'next', phase: from });
      await Promise.all(
        pupils.map(async ({ player }) => {
          if (player.closed === null) await player.phase(to, round);
        }),
      );
    };
    await desk.bid({ do: 'start' });
    await Promise.all(pupils.map(({ player }) => player.phase('briefing')));
    const given: Given[] = [];
    const dropped = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      await next('briefing', 'deliberation', round);
      await Promise.all(
        pupils.map(async ({ player, world, name }) => {
          const order = legalOrder(player);
          const answer = await player.command({ id: `${name}/${round}`, type: 'draft', order });
          if (answer.ok) given.push({ world, round, power: player.power, kind: order.kind });
        }),
      );
      // Some fall off the net in mid-round; what they were told is safe is safe.
      const off = DROPPING.filter((_, k) => k % 3 === round % 3);
      for (const i of off) {
        pupils[i]?.player.drop();
        dropped.add(i);
      }
      await desk.sees('them missing', ({ worlds }) => {
        const people = worlds.flatMap((world) => world.seats.flatMap(({ members }) => members));
        return people.filter(({ connected }) => !connected).length === off.length;
      });
      if (round % 2 === 0) {
        // Long enough for a stand-in where nobody of a seat is left: he adds nothing to a desk on which
        // its people have left drafts.
        clock.turn(61_000);
        await desk.sees('stand-ins', ({ worlds }) =>
          worlds.every(({ seats: here }) =>
            here.every(
              ({ player, members, ready }) =>
                members.some(({ connected }) => connected) === (player === 'person') &&
                (player === 'person' || ready),
            ),
          ),
        );
      }
      await Promise.all(
        off.map(async (i) => {
          const before = (pupils[i] as Pupil).player.view?.drafts ?? [];
          const back = await room.enter({ token: (pupils[i] as Pupil).token });
          pupils[i] = back;
          // His page does not know what arrived, and sends it once more: it counts once.
          const draft = before.find((d) => d.id === `${back.name}/${round}`);
          if (!draft) return;
          const { id, kind, params } = draft;
          const again = { id, round, type: 'draft', order: { kind, params } };
          expect(await back.player.command(again)).toEqual({ ok: true, value: null });
          expect(back.player.view?.drafts.filter((d) => d.id === id)).toHaveLength(1);
        }),
      );
      await desk.sees('all', ({ worlds }) =>
        worlds.every(({ seats: here }) =>
          here.every((s) => s.player === 'person' && s.members.every((m) => m.connected)),
        ),
      );
      expect(pupils.map(({ world, player }) => `${world}${player.power}`)).toEqual(first);
      await next('deliberation', 'ink', round);
      await next('ink', 'report', round);
      for (const { player, world } of pupils) {
        const own = given.filter(
          (g) => g.world === world && g.round === round && g.power === player.power,
        );
        const report = player.view?.report;
        const told = [
          ...(report?.orders ?? []).filter(({ power }) => power === player.power),
          ...(report?.failed ?? []),
        ].map(({ kind }) => kind);
        for (const { kind } of own) expect(told).toContain(kind);
      }
      await next('report', round === ROUNDS - 1 ? 'debrief' : 'briefing', round + 1);
    }
    expect(dropped.size).toBe(DROPPING.length);
    expect(given.length).toBeGreaterThan(seats * ROUNDS * 0.9);
    await until('all are at the end', () =>
      pupils.every(({ player }) => player.view?.end !== null),
    );
    await room.close();
  },
  240_000,
);
