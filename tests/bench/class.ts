import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import { Classroom, type Console, type Pupil } from '../server/support/classroom.ts';
import { legalOrder, until } from '../server/support/player.ts';
import { Program } from '../server/support/program.ts';
import { heapOf, WATCHED } from './heap.ts';
import { Meter } from './people.ts';
import { type Found, percentile } from './stats.ts';

/** Clients of each run; a session has eight worlds of four. */
const SIZES = [32, 128, 512] as const;
const WORLDS = 8;
const ROUNDS = 4;
/** Clients of the first class whose bytes are counted on the way: all would cost the client side too much. */
const METERED = 8;
/** Milliseconds over which the orders of a round are spread: people do not press all at once. */
const ORDERING = 12_000;
/** Milliseconds between the classes, which begin and resolve each at its own time. */
const APART = 400;

interface Lesson {
  readonly room: Classroom;
  readonly desk: Console;
  readonly pupils: readonly Pupil[];
}

interface Measured {
  readonly acks: number[];
  readonly views: number[];
}

/** Seconds of processor time that a process has used. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  // Fields 14 and 15 of the whole line, in hundredths.
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** @param meters ways to the server that count, one for each of the first pupils */
async function gather(server: Program, meters: readonly Meter[] = []): Promise<Lesson> {
  const room = await Classroom.open(server, {
    worlds: WORLDS,
    seed: 1,
    pace: 'slow',
    depth: 'expert',
  });
  const pupils: Pupil[] = [];
  for (let i = 0; i < WORLDS * POWERS.length; i += 1) {
    pupils.push(await room.enter({ name: `Pupil ${i}` }, meters[i]?.url));
  }
  const desk = await room.console();
  await desk.bid({ do: 'start' });
  await Promise.all(pupils.map(({ player }) => player.phase('briefing')));
  return { room, desk, pupils };
}

type Order = ReturnType<typeof legalOrder>;

/** A person's round: an order, another thought about it, and that he is done, at moments of his own. */
async function play(
  { player }: Pupil,
  order: Order,
  moment: number,
  { acks }: Measured,
): Promise<void> {
  const ask = async (command: object): Promise<void> => {
    const start = performance.now();
    const answer = await player.command(command);
    acks.push(performance.now() - start);
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`);
  };
  const id = `first-${player.view?.round}`;
  await pause(moment * 0.6);
  await ask({ id, type: 'draft', order });
  await pause(ORDERING * 0.1);
  await ask({ type: 'withdraw', draft: id });
  await pause(ORDERING * 0.1);
  await ask({ type: 'draft', order });
  await pause(ORDERING * 0.1);
  await player.ready();
}

/** Milliseconds from the round being resolved to each client's view of it, by the clock that both sides share. */
async function resolved(
  { desk, pupils }: Lesson,
  round: number,
  { views }: Measured,
): Promise<void> {
  const seen = pupils.map(async ({ player }) => {
    await new Promise<void>((done) => {
      const look = (): void => {
        if (player.view?.phase !== 'report' || player.view.round !== round) return;
        player.taken = null;
        done();
      };
      player.taken = look;
    });
    return Date.now();
  });
  await desk.bid({ do: 'resolve' });
  const times = await Promise.all(seen);
  await Promise.all(pupils.map(({ player }) => player.phase('report', round)));
  for (let world = 1; world <= WORLDS; world += 1) {
    const here = pupils.flatMap((pupil, i) => (pupil.world === world ? [i] : []));
    const { deadline, length } = (pupils[here[0] as number] as Pupil).player.state;
    views.push(Math.max(...here.map((i) => times[i] as number)) - (deadline - length));
  }
}

async function teach(lesson: Lesson, late: number, measured: Measured): Promise<void> {
  const { desk, pupils } = lesson;
  await pause(late);
  for (let round = 0; round < ROUNDS; round += 1) {
    await desk.bid({ do: 'next', phase: 'briefing' });
    await Promise.all(pupils.map(({ player }) => player.phase('deliberation')));
    // All worlds are on one seed and hear the same orders: what one may order, all may.
    const orders = new Map<Power, Order>();
    for (const { player } of pupils.slice(0, 64)) {
      if (!orders.has(player.power)) orders.set(player.power, legalOrder(player));
    }
    await Promise.all(
      pupils.map((pupil, i) =>
        play(
          pupil,
          orders.get(pupil.player.power) as Order,
          ((i * 7919) % pupils.length) * (ORDERING / pupils.length),
          measured,
        ),
      ),
    );
    await resolved(lesson, round, measured);
    if (round === ROUNDS - 1) return;
    await desk.bid({ do: 'next', phase: 'report' });
    await Promise.all(pupils.map(({ player }) => player.phase('briefing', round + 1)));
  }
}

async function measure(clients: number): Promise<Record<string, number>> {
  const server = await Program.start({ LOG_LEVEL: 'warn', ...WATCHED });
  const meters: Meter[] = [];
  try {
    const { pid } = server;
    // What the program loads once is no world's.
    const warm = await gather(server);
    await warm.desk.bid({ do: 'resolve' });
    await warm.room.close();
    await warm.room.ask('DELETE', '', undefined, warm.room.keys.facilitator);
    const before = await heapOf(server);
    const lessons: Lesson[] = [];
    const count = clients / WORLDS / POWERS.length;
    for (let i = 0; i < METERED; i += 1) meters.push(await Meter.before(server.url));
    for (let i = 0; i < count; i += 1) lessons.push(await gather(server, i === 0 ? meters : []));
    const pupils = lessons.flatMap((lesson) => lesson.pupils);
    const carried = (): number => meters.reduce((sum, { bytes }) => sum + bytes, 0);
    const measured: Measured = { acks: [], views: [] };
    const start = {
      bytes: carried(),
      server: cpuOf(pid),
      client: process.cpuUsage(),
      at: performance.now(),
    };
    await Promise.all(lessons.map((lesson, i) => teach(lesson, i * APART, measured)));
    const seconds = (performance.now() - start.at) / 1000;
    const own = process.cpuUsage(start.client);
    const served = cpuOf(pid) - start.server;
    await until('all is told', () => pupils.every(({ player }) => player.view?.phase === 'report'));
    const after = await heapOf(server);
    const figures = {
      orderP50Ms: percentile(measured.acks, 0.5),
      orderP99Ms: percentile(measured.acks, 0.99),
      viewP99Ms: percentile(measured.views, 0.99),
      bytesPerClientRound: (carried() - start.bytes) / METERED / ROUNDS,
      kBPerWorld: (after - before) / 1000 / (WORLDS * count),
      serverCpu: served / seconds,
      clientCpu: (own.user + own.system) / 1e6 / seconds,
    };
    for (const { room } of lessons) await room.close();
    return figures;
  } finally {
    for (const meter of meters) meter.close();
    await server.dispose();
  }
}

/**
 * Classes of protocol clients over loopback, the server a process of its own: acknowledgement of an
 * order; from the round being resolved to the last view of its world; bytes both ways, headers and
 * frames included; what the server holds for a world with its four connections in the last report; processor time of either side, in cores.
 */
export async function classes(): Promise<Found> {
  const clients: Record<string, Record<string, number>> = {};
  for (const size of SIZES) clients[size] = await measure(size);
  return { figures: clients, as: 'clients' };
}
