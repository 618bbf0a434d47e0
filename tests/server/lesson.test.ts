/** The lesson of forty-five minutes at its own clock: what the timetable asks of people is done over connections. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../../server/content.ts';
import type { Params } from '../../shared/core/order.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { Phase } from '../../shared/core/state.ts';
import type { Clause, Proposal } from '../../shared/core/talk.ts';
import type { View } from '../../shared/core/view.ts';
import { judge } from '../../shared/game/index.ts';
import { HandClock } from './support/clock.ts';
import { House } from './support/house.ts';
import { type Player, until } from './support/player.ts';

const MINUTE = 60_000;
/** A round by the timetable: headline, talk, ink time, report; four minutes together. */
const PHASES: readonly (readonly [Phase, number])[] = [
  ['briefing', 15_000],
  ['deliberation', 135_000],
  ['ink', 30_000],
  ['report', 60_000],
];

const clock = new HandClock();
let house: House;
beforeAll(async () => {
  house = await House.open({ clock });
});
afterAll(() => house.close());

/** One group of pupils: who sits at the table, and when the lesson began. */
class Lesson {
  readonly start = clock.now();
  readonly seats = new Map<Power, Player>();

  get host(): Player {
    return this.at('KZ');
  }
  at(power: Power): Player {
    const player = this.seats.get(power);
    if (!player) throw new Error(`nobody sits at ${power}`);
    return player;
  }
  get everybody(): readonly Player[] {
    return [...this.seats.values()];
  }
  sit(player: Player): void {
    this.seats.set(player.power, player);
  }

  /** Turns the clock to so many seconds of the lesson. */
  turnTo(seconds: number): void {
    const ms = this.start + seconds * 1000 - clock.now();
    expect(ms, 'the lesson runs forwards').toBeGreaterThanOrEqual(0);
    clock.turn(ms);
  }

  /** Everybody is in the phase, which began at this second of the lesson and ends by the timetable. */
  async isIn(phase: Phase, round: number, from: number, length: number): Promise<void> {
    for (const player of this.everybody) {
      await player.phase(phase, round);
      await until('its deadline is told', () => player.state.length === length);
      expect(player.state.deadline - this.start).toBe(from * 1000 + length);
    }
  }
}

/** Second of the lesson at which a phase of a round begins: round 1 at minute 3. */
function begins(round: number, phase: Phase): number {
  const before = PHASES.slice(
    0,
    PHASES.findIndex(([name]) => name === phase),
  );
  return 180 + 240 * round + before.reduce((sum, [, ms]) => sum + ms, 0) / 1000;
}

async function yes(answer: ReturnType<Player['command']>, what: string): Promise<void> {
  const said = await answer;
  expect(said.ok, `${what}: ${said.ok ? '' : JSON.stringify(said.refusal)}`).toBe(true);
}

let drafts = 0;
/** Lays an order down. @returns the id of its draft */
async function order(player: Player, kind: string, params: Params): Promise<string> {
  drafts += 1;
  const id = `order-${drafts}`;
  const command = { type: 'draft', id, order: { kind, params } };
  await yes(player.command(command), `${player.power} ${kind} ${JSON.stringify(params)}`);
  return id;
}

async function offer(from: Player, to: Player, clauses: readonly Clause[]): Promise<void> {
  const command = { type: 'propose', to: [to.power], clauses };
  await yes(from.command(command), `${from.power} offers ${JSON.stringify(clauses)}`);
}

/** Offers of a newcomer's seat that a bot has left, apart from those that went with their drafts. */
const standing = ({ by, status, draft }: Proposal): boolean =>
  by === 'EU' && status === 'open' && draft === null;

/** Signs the offer of the other that lies on the table, once it is read. */
async function sign(player: Player, by: Power, kind: string): Promise<void> {
  const find = () =>
    player.view?.talks.proposals.find(
      (p) => p.status === 'open' && p.by === by && p.versions.at(-1)?.clauses[0]?.kind === kind,
    );
  await until(`${player.power} reads the offer of ${by}`, () => find() !== undefined);
  const { id, versions } = find() as NonNullable<ReturnType<typeof find>>;
  const command = { type: 'sign', proposal: id, version: versions.length };
  await yes(player.command(command), `${player.power} signs ${kind}`);
}

async function vote(player: Player, by: Power, cast: 'yes' | 'no'): Promise<void> {
  const find = () => player.view?.motions.find((motion) => motion.by === by);
  await until(`${player.power} reads the motion of ${by}`, () => find() !== undefined);
  await yes(player.command({ type: 'vote', motion: find()?.id, vote: cast }), 'a vote');
}

const word = (kind: string, by: Power, until: number, rest: Partial<Clause>): Clause => ({
  kind,
  by,
  params: {},
  until,
  ...rest,
});

/** Whether people stand in the squares and Kazakhstan is asked what it does. */
function inProtest(player: Player): boolean {
  const answer = { answer: 'consult' };
  return !judge(contentOf('lesson'), player.view as View, 'protest_answer', answer).refusal;
}

/** What the pupils do in the talk of each round, by the timetable. */
const TALKS: readonly ((lesson: Lesson) => Promise<void>)[] = [
  // 2013H2: one order, one offer, one prediction each; the fourth comes late and does the same.
  async (lesson) => {
    const { host } = lesson;
    const [ru, cn] = [lesson.at('RU'), lesson.at('CN')];
    await order(host, 'toll', { corridor: 'trunk', toll: 1000 });
    await order(ru, 'ru_transit', { corridor: 'trunk', toll: 1000, access: 'open' });
    await order(cn, 'train_subsidy', { rate: 1000 });
    const cap = { params: { corridor: 'trunk', max: 1000, split: 0 } };
    await offer(host, cn, [word('toll_cap', 'KZ', 2, cap)]);
    await offer(ru, host, [word('access', 'RU', 2, { params: { corridor: 'trunk', delay: 1 } })]);
    const rate = { order: { kind: 'train_subsidy', params: { rate: 1500 } } };
    await offer(cn, ru, [word('pledge_do', 'CN', 2, rate)]);

    lesson.turnTo(begins(0, 'deliberation') + 60);
    await until('a bot has taken the free seat', () => host.seat('EU').ready);
    const late = await house.enter(host.code, { name: 'Late', power: 'EU' });
    lesson.sit(late);
    await until('all see the late one', () => ru.seat('EU').name === 'Late');
    expect(host.seat('EU')).toMatchObject({ player: 'person', held: true, ready: false });
    // What the bot has laid down and offered is the newcomer's to take back.
    for (const { id } of late.view?.drafts ?? []) {
      await yes(late.command({ type: 'withdraw', draft: id }), 'a bot’s draft taken back');
    }
    for (const { id } of late.view?.talks.proposals.filter(standing) ?? []) {
      await yes(late.command({ type: 'retract', proposal: id }), 'a bot’s offer taken back');
    }
    await order(late, 'epca', { step: '1' });
    await sign(host, 'EU', 'consent');
    const step = { order: { kind: 'epca', params: { step: '2' } } };
    await offer(late, host, [word('pledge_do', 'EU', 4, step)]);
    for (const player of lesson.everybody) {
      const [first] = contentOf('lesson').indicators[player.power];
      const forecast = { type: 'forecast', indicator: first?.id, direction: 'up' };
      await yes(player.command(forecast), 'a prediction');
    }
  },
  // 2014H1: the answer to the treaty, a vote on its depth, and the others bid.
  async (lesson) => {
    const { host } = lesson;
    await order(host, 'eeu', { act: 'sign_full' });
    await order(lesson.at('RU'), 'cet', { matter: 'economic', points: 3, payment: 0 });
    await vote(host, 'RU', 'yes');
    await order(lesson.at('EU'), 'sanctions', { change: 'up' });
    // A bid: China's money, which needs the signature of Kazakhstan.
    const loan = { project: 'plants', bidding: 'own', amount: 1, interest: 3, local: '30' };
    await order(lesson.at('CN'), 'finance', loan);
  },
  // 2014H2: the peg is given up, the food ban; somebody's line breaks in the middle of it.
  async (lesson) => {
    const { host } = lesson;
    const ru = lesson.at('RU');
    await order(host, 'fx', { course: 'float' });
    const ban = await order(ru, 'food_ban', { ban: 'on', target: 'EU' });
    await until('the desk shows it', () => ru.view?.drafts[0]?.id === ban);
    const before = structuredClone(ru.view?.drafts);
    ru.drop();
    await until('all see it', () => host.seat('RU').connected === false);
    // Past the time after which a bot stands in for whoever is away.
    lesson.turnTo(begins(2, 'deliberation') + 70);
    await until('a bot stands in', () => host.seat('RU').player === 'bot');
    await until('it has nothing to add', () => host.seat('RU').ready);
    const back = await house.enter(host.code, { token: ru.token });
    lesson.sit(back);
    await until('the seat is his again', () => host.seat('RU').player === 'person');
    expect(back.view?.drafts).toEqual(before);
    const loan = { project: 'plants', bidding: 'open', amount: 1, interest: 3, local: '50' };
    await order(lesson.at('CN'), 'finance', loan);
    await sign(host, 'CN', 'consent');
  },
  // 2015H1: a motion on the tariff with money beside it, and the vote.
  async (lesson) => {
    await order(lesson.at('RU'), 'cet', { matter: 'goods', points: 3, payment: 0.1 });
    await vote(lesson.host, 'RU', 'no');
    await order(lesson.at('EU'), 'scitech', {});
  },
  // 2015H2: terms of finance signed, a step of the partnership, and a word given for the last round.
  async (lesson) => {
    const { host } = lesson;
    const loan = { project: 'plants', bidding: 'open', amount: 0.5, interest: 2, local: '70' };
    await order(lesson.at('CN'), 'finance', loan);
    await sign(host, 'CN', 'consent');
    await order(lesson.at('EU'), 'epca', { step: '2' });
    await sign(host, 'EU', 'consent');
    const stall = { order: { kind: 'eeu', params: { act: 'stall' } } };
    await offer(lesson.at('RU'), host, [word('pledge_not', 'KZ', 5, stall)]);
    await sign(host, 'RU', 'pledge_not');
  },
  // 2016H1: protest is answered where it is asked, and the word is broken.
  async (lesson) => {
    const { host } = lesson;
    await order(host, 'eeu', { act: 'stall' });
    if (inProtest(host)) await order(host, 'protest_answer', { answer: 'consult' });
    await order(lesson.at('EU'), 'sanctions', { change: 'hold' });
  },
];

describe('the lesson of 45 minutes', () => {
  it('is played from minute 0 to minute 27, every phase at its second', async () => {
    const lesson = new Lesson();
    const host = await house.host({ power: 'KZ', name: 'First', seed: 2013 });
    lesson.sit(host);
    expect(host.state.pace).toBe('normal');
    lesson.turnTo(40);
    for (const power of ['RU', 'CN'] as const) {
      lesson.sit(await house.enter(host.code, { name: `Pupil ${power}`, power }));
    }
    lesson.turnTo(3 * 60);
    expect(host.view?.phase).toBe('lobby');
    await yes(host.host({ do: 'start' }), 'start');

    for (const [round, talk] of TALKS.entries()) {
      for (const [phase, length] of PHASES) {
        await lesson.isIn(phase, round, begins(round, phase), length);
        if (phase === 'deliberation') await talk(lesson);
        if (phase === 'report') checkReport(lesson, round);
        // Not a moment earlier.
        lesson.turnTo(begins(round, phase) + length / 1000 - 0.001);
        await settle();
        expect(host.state).toMatchObject({ phase, round });
        clock.turn(1);
      }
    }
    expect(clock.now() - lesson.start).toBe(27 * MINUTE);
    for (const player of lesson.everybody) await player.phase('debrief');
    checkDebrief(lesson);
  });

  it('ends at minute 23 when the host says so, with scores for five rounds', async () => {
    const lesson = new Lesson();
    const host = await house.host({ power: 'KZ' });
    const guest = await house.enter(host.code, { name: 'Guest', power: 'RU' });
    lesson.sit(host);
    lesson.sit(guest);
    lesson.turnTo(3 * 60);
    await yes(host.host({ do: 'start' }), 'start');
    await host.phase('briefing', 0);
    // Nothing has been played yet.
    const early = { ok: false, refusal: { code: 'wrongPhase' } };
    expect(await host.host({ do: 'end' })).toEqual(early);
    for (let round = 0; round < 5; round += 1) {
      for (const [phase, length] of PHASES) {
        await host.phase(phase, round);
        clock.turn(length);
      }
    }
    await host.phase('briefing', 5);
    await guest.phase('briefing', 5);
    expect(clock.now() - lesson.start).toBe(23 * MINUTE);
    const mine = { ok: false, refusal: { code: 'notHost' } };
    expect(await guest.host({ do: 'end' })).toEqual(mine);
    await yes(host.host({ do: 'end' }), 'end');
    for (const player of lesson.everybody) {
      await player.phase('debrief', 5);
      const { end } = player.view as View;
      for (const power of POWERS) {
        const score = end?.scores[power].score ?? Number.NaN;
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThan(100);
      }
      expect(end?.past.length).toBe(5);
      expect(end?.indicators.KZ[0]?.play.length).toBe(6);
      expect(end?.indicators.KZ[0]?.history.length).toBe(6);
      expect(player.state.deadline).toBe(0);
    }
    expect(await host.host({ do: 'end' })).toEqual(early);
    clock.turn(10 * MINUTE);
    await settle();
    expect(host.state.phase).toBe('debrief');
  });
});

/** Lets messages that are under way arrive. */
const settle = () => new Promise((turn) => setTimeout(turn, 60));

/** Orders that the timetable puts into a round's report, by whom. */
const REPORTED: readonly (readonly string[])[] = [
  ['KZ:toll', 'RU:ru_transit', 'CN:train_subsidy', 'EU:epca'],
  ['KZ:eeu', 'RU:cet', 'EU:sanctions'],
  ['KZ:fx', 'RU:food_ban', 'CN:finance'],
  ['RU:cet', 'EU:scitech'],
  ['CN:finance', 'EU:epca'],
  ['KZ:eeu', 'EU:sanctions'],
];

/** Everybody reads the same orders and news, his own figures, and what was counted. */
function checkReport(lesson: Lesson, round: number): void {
  for (const player of lesson.everybody) {
    const report = player.view?.report;
    const given = report?.orders.map(({ power, kind }) => `${power}:${kind}`) ?? [];
    expect([...given].sort()).toEqual([...new Set([...given, ...(REPORTED[round] ?? [])])].sort());
    const motions = report?.motions.map(({ order: { params }, votes }) => [
      params.matter,
      votes.KZ,
    ]);
    expect(motions).toEqual(
      round === 1 ? [['economic', 'yes']] : round === 3 ? [['goods', 'no']] : [],
    );
    const keys = report?.news.map(({ key }) => key) ?? [];
    expect(keys.includes('talks.broken')).toBe(round === 5);
    // An order that nobody signed comes to nothing, which its own side alone reads.
    const failed = report?.failed.map(({ kind, refusal }) => [kind, refusal.code]);
    expect(failed).toEqual(round === 1 && player.power === 'CN' ? [['finance', 'unsigned']] : []);
    expect(player.view?.aims.map(({ power }) => power)).toEqual([player.power]);
  }
}

function checkDebrief(lesson: Lesson): void {
  for (const player of lesson.everybody) {
    const { end, talks, aims } = player.view as View;
    for (const power of POWERS) {
      const score = end?.scores[power].score ?? Number.NaN;
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(100);
    }
    expect(end?.past.length).toBe(6);
    // What each kept to himself is open to all now: predictions, and offers that came to nothing.
    expect(aims.map(({ power }) => power).sort()).toEqual([...POWERS].sort());
    const first = talks.proposals.filter(
      ({ round, draft, status }) => round === 0 && draft === null && status === 'void',
    );
    expect(first.map(({ by }) => by)).toEqual(['KZ', 'RU', 'CN', 'EU']);
    const broken = talks.agreements.filter(({ status }) => status === 'broken');
    expect(broken.map(({ clauses }) => clauses.map(({ by, fate }) => [by, fate]))).toEqual([
      [['KZ', 'breached']],
    ]);
  }
}
