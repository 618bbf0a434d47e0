import { TOPICS } from '../../core/layout.ts';
import type { Cause } from '../../core/ledger.ts';
import { clamp } from '../../core/math.ts';
import { SEGMENTS } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';
import type { Reader } from './levels.ts';

/** Table of sensitivities of each topic. */
const TABLE: Readonly<Record<string, string>> = {
  prices: 'dear',
  jobs: 'jobs',
  land: 'land',
  china: 'china',
  eeu: 'union',
  roads: 'roads',
};
/** Initiative that one must know of to be angry about a topic; of the others everybody knows. */
const KNOWN_BY: Readonly<Record<string, string>> = { land: 'OBOR', china: 'OBOR', eeu: 'EEU' };
const PUBLIC = 3;

export function compileGrievance(r: Reader) {
  const { layout } = r.content;
  const { k } = r;
  const term = (label: string, weight: number, cause: Cause) => r.term(label, weight, cause);
  const terms: Readonly<Record<string, readonly ReturnType<typeof term>[]>> = {
    prices: [term('cpi', k('angerPrices'), 'mech:dear_life')],
    jobs: [
      term('real_income', k('angerIncome'), 'mech:incomes_felt'),
      term('works', k('angerWorks'), 'mech:works'),
    ],
    land: [term('leases', k('angerLeases'), 'mech:tenants')],
    china: [term('debt(CN)', k('angerDebt'), 'mech:chinese_debt')],
    eeu: [term('cet_rate(goods)', k('angerTariff'), 'mech:tariff')],
    roads: layout.dims.place.flatMap((place) => [
      term(`accidents(${place})`, k('angerAccidents') / layout.dims.place.length, 'mech:accidents'),
      term(`field_access(${place})`, k('angerFields') / layout.dims.place.length, 'mech:fields'),
    ]),
  };
  return {
    cells: SEGMENTS.flatMap((segment, s) =>
      TOPICS.map((topic, t) => {
        const at = r.at('grievance', segment, topic);
        const known = KNOWN_BY[topic];
        return {
          at,
          topic: t,
          segment: s,
          own: r.start(at),
          minds: k(`${TABLE[topic]}.${segment}`),
          aware: known === undefined ? -1 : r.at('aware', segment, known),
          terms: (terms[topic] ?? []).filter((one) => one.weight !== 0),
        };
      }),
    ),
    announced: TOPICS.map((topic) => r.at('announced', topic)),
    consulted: TOPICS.map((topic) => r.at('consulted', topic)),
    settling: TOPICS.map((topic) => r.at('settling', topic)),
    hidden: SEGMENTS.map((segment) => r.at('hidden', segment)),
    fear: SEGMENTS.map((segment) => r.at('fear', segment)),
    ownHidden: SEGMENTS.map((segment) => r.start(r.at('hidden', segment))),
    land: TOPICS.indexOf('land'),
    eeu: TOPICS.indexOf('eeu'),
    landCode: r.at('land_code'),
    landAge: r.at('land_age'),
    openness: r.at('openness'),
    legitimacy: r.at('legitimacy'),
    ownLegitimacy: r.start(r.at('legitimacy')),
    k: {
      speed: k('angerSpeed'),
      blind: k('angerUnaware'),
      openLand: k('angerOpenLand'),
      closedLand: k('angerClosedLand'),
      fear: k('angerFear'),
      threshold: k('fearThreshold'),
      consulted: k('consulted'),
      heardFades: k('heardFades'),
      legitimacy: k('legitimacyCalm'),
      hush: k('hush'),
      surfaces: k('surfaces'),
    },
  };
}

export type CompiledGrievance = ReturnType<typeof compileGrievance>;
type Cell = CompiledGrievance['cells'][number];

const OPEN = 1;
const CLOSED_FOR_GOOD = 2;

/** Share of a driver that reaches a segment: all, or .4 and what it knows of the subject. */
function heard(c: CompiledGrievance, cell: Cell, num: Float64Array): number {
  return cell.aware < 0 ? 1 : c.k.blind + (num[cell.aware] as number);
}

/** Adds anger or takes it away. While media are not free, part of what is new is not said aloud. */
function anger(ctx: RoundContext, c: CompiledGrievance, cell: Cell, by: number, cause: Cause) {
  if (by <= 0) {
    move(ctx, cell.at, by, cause);
    return;
  }
  const silence = clamp(c.k.hush * (1 - (ctx.num[c.openness] as number) / 50), 0, 0.9);
  move(ctx, cell.at, by * (1 - silence), cause);
  move(ctx, c.hidden[cell.segment] as number, by * silence, cause);
}

/** Anger by segment and topic: part of the way to the segment's own level, moved by what hurts it. */
export function grievances(ctx: RoundContext, c: CompiledGrievance): void {
  const { num, prev } = ctx;
  const { k } = c;
  for (let i = 0; i < c.cells.length; i += 1) {
    const cell = c.cells[i] as Cell;
    const heardOut = (num[c.consulted[cell.topic] as number] as number) > 0;
    const soft = heardOut ? k.consulted : 1;
    // Who is listened to calms down sooner.
    const back = cell.own - (prev[cell.at] as number);
    const fades = k.speed * back * (heardOut && back < 0 ? k.heardFades : 1);
    move(ctx, cell.at, fades, 'mech:anger_fades');
    const pace = k.speed * cell.minds * heard(c, cell, num);
    for (const t of cell.terms) {
      const by = pace * t.weight * ((num[t.at] as number) - t.base);
      anger(ctx, c, cell, by > 0 ? by * soft : by, t.cause);
    }
    if (cell.topic === c.land) {
      const code = num[c.landCode] as number;
      if (code === OPEN) anger(ctx, c, cell, pace * k.openLand * soft, 'mech:open_land');
      if (code === CLOSED_FOR_GOOD) anger(ctx, c, cell, pace * k.closedLand, 'mech:closed_land');
    }
    if (cell.topic === c.eeu) {
      const over = (num[c.fear[cell.segment] as number] as number) - k.threshold;
      if (over > 0) anger(ctx, c, cell, pace * k.fear * over * soft, 'mech:fear');
    }
  }
  for (let t = 0; t < TOPICS.length; t += 1) measures(ctx, c, t);
  surface(ctx, c);
}

/** What measures and settlements of the round do to the anger about a topic. */
function measures(ctx: RoundContext, c: CompiledGrievance, topic: number): void {
  const { num } = ctx;
  const consulted = c.consulted[topic] as number;
  const rounds = num[consulted] as number;
  const fresh = ctx.touched.has(consulted);
  const settled = c.settling[topic] as number;
  const points = num[settled] as number;
  // What was settled in this round goes in the next.
  if (points > 0 && !ctx.touched.has(settled)) {
    eachCell(c, topic, (cell) => move(ctx, cell.at, -points * cell.minds, 'mech:settlement'));
    move(ctx, settled, -points, 'mech:settlement');
  }
  // A fresh consultation puts a measure off by one round.
  if (!fresh) {
    release(ctx, c, topic, rounds > 0 ? c.k.consulted : 1);
    if (rounds > 0) move(ctx, consulted, -Math.min(1, rounds), 'mech:time');
  }
}

/** A measure takes effect: anger by each cause that announced it, less where the state is trusted. */
function release(ctx: RoundContext, c: CompiledGrievance, topic: number, soft: number): void {
  const { num, ledger } = ctx;
  const at = c.announced[topic] as number;
  const points = num[at] as number;
  if (points <= 0) return;
  const trusted = ((num[c.legitimacy] as number) - c.ownLegitimacy) / 50;
  const factor = soft * clamp(1 - c.k.legitimacy * trusted, 0.4, 1.6);
  const lines = ledger?.lines(at).filter(({ amount }) => amount > 0) ?? [];
  let now = 0;
  for (const { amount } of lines) now += amount;
  const scale = now > points ? points / now : 1;
  eachCell(c, topic, (cell) => {
    const by = factor * cell.minds * heard(c, cell, num);
    for (const { cause, amount } of lines) anger(ctx, c, cell, by * scale * amount, cause);
    anger(ctx, c, cell, by * Math.max(0, points - scale * now), 'mech:announced');
  });
  move(ctx, at, -points, 'mech:announced');
}

function eachCell(c: CompiledGrievance, topic: number, act: (cell: Cell) => void): void {
  for (let i = topic; i < c.cells.length; i += TOPICS.length) act(c.cells[i] as Cell);
}

/** Hidden anger comes up again in the course of time, in proportion to what is said aloud. */
function surface(ctx: RoundContext, c: CompiledGrievance): void {
  const { num } = ctx;
  for (let s = 0; s < c.hidden.length; s += 1) {
    const at = c.hidden[s] as number;
    const stored = (num[at] as number) - (c.ownHidden[s] as number);
    if (stored <= 0) {
      move(ctx, at, -c.k.surfaces * stored, 'mech:habit');
      continue;
    }
    const open = (num[c.openness] as number) / 35;
    const out = Math.min(1, c.k.surfaces * open) * stored;
    move(ctx, at, -out, 'mech:hidden_anger');
    const first = s * TOPICS.length;
    let all = 0;
    for (let t = 0; t < TOPICS.length; t += 1) {
      all += num[(c.cells[first + t] as Cell).at] as number;
    }
    if (all <= 0) continue;
    for (let t = 0; t < TOPICS.length; t += 1) {
      const cell = (c.cells[first + t] as Cell).at;
      move(ctx, cell, (out * (num[cell] as number)) / all, 'mech:hidden_anger');
    }
  }
}

/** Mean anger of the public about a topic. */
export function publicAnger(c: CompiledGrievance, state: Float64Array, topic: number): number {
  let sum = 0;
  for (let s = 0; s < PUBLIC; s += 1) {
    sum += state[(c.cells[s * TOPICS.length + topic] as Cell).at] as number;
  }
  return sum / PUBLIC;
}

/** Entries that `publicAnger` reads. */
export function publicEntries(c: CompiledGrievance, topic: number): readonly number[] {
  return [0, 1, 2].map((s) => (c.cells[s * TOPICS.length + topic] as Cell).at);
}

/** Rounds since the land code changed; a law that is still being discussed is not in force. */
export function ageLand(ctx: RoundContext, c: CompiledGrievance): void {
  const waits = (ctx.num[c.announced[c.land] as number] as number) > 0;
  if (waits || ctx.touched.has(c.landAge)) return;
  if ((ctx.num[c.landAge] as number) < 20) move(ctx, c.landAge, 1, 'mech:time');
}
