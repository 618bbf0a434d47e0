import { TOPICS } from '../../core/layout.ts';
import { exp, log } from '../../core/math.ts';
import { draw } from '../../core/random.ts';
import { causeOf, move, type RoundContext } from '../../core/round.ts';
import { type CompiledGrievance, publicAnger, publicEntries } from './grievance.ts';
import { approach, type Reader } from './levels.ts';

export function compileProtest(r: Reader) {
  const openness = r.at('openness');
  const hazard = r.at('hazard');
  const restraint = r.k('restraint');
  const usual = r.start(hazard) / (1 - (restraint * (100 - r.start(openness))) / 100);
  return {
    hazard,
    openness,
    rules: r.at('media'),
    permits: r.k('permits'),
    wave: r.at('wave'),
    topic: r.at('wave_topic'),
    crackdown: r.at('crackdown'),
    handover: r.at('handover'),
    unrest: r.at('unrest'),
    unrestPart: r.k('handoverUnrest'),
    levels: [
      r.level('openness', r.k('opennessSpeed'), [
        r.term('media', r.k('mediaReach'), 'mech:media_rules'),
      ]),
      r.level('legitimacy', r.k('legitimacySpeed'), []),
    ],
    steepness: r.k('hazardSteepness'),
    /** Log odds of a wave at the start, were meetings free. */
    offset: log(usual / (1 - usual)),
    restraint,
  };
}

type Compiled = ReturnType<typeof compileProtest>;

/** Legitimacy and openness return slowly to what is usual; what they were is remembered abroad for a while. */
export function climate(ctx: RoundContext, c: Compiled): void {
  for (const level of c.levels) approach(ctx, level);
  const left = ctx.num[c.crackdown] as number;
  if (left > 0 && !ctx.touched.has(c.crackdown)) {
    move(ctx, c.crackdown, -Math.min(1, left), 'mech:time');
  }
}

/** Quadratic mean over the topics: one hot topic counts for more than many lukewarm ones. */
function heat(g: CompiledGrievance, state: Float64Array): number {
  let square = 0;
  for (let t = 0; t < TOPICS.length; t += 1) {
    const m = publicAnger(g, state, t);
    square += (m * m) / TOPICS.length;
  }
  return Math.sqrt(square);
}

/** Part of meetings that happens where media are as open as they are. */
function freedom(c: Compiled, state: Float64Array): number {
  return 1 - (c.restraint * (100 - (state[c.openness] as number))) / 100;
}

/** Part of them that permits let happen: under tight rules fewer are given (C42). */
function permitted(c: Compiled, state: Float64Array): number {
  return 1 - c.permits * Math.max(0, -(state[c.rules] as number));
}

/**
 * Hazard of a wave: logistic in visible anger, times the part of meetings that is let happen.
 * Suppression hides anger and lowers the hazard; it does not remove it.
 */
export function hazard(
  ctx: RoundContext,
  c: Compiled,
  g: CompiledGrievance,
  usualHeat: number,
): void {
  const { num, prev, ledger } = ctx;
  const now = heat(g, num);
  const free = freedom(c, num) * permitted(c, num);
  const z = c.offset + c.steepness * (now - usualHeat);
  const odds = 1 / (1 + exp(-z));
  // What a change at the top added for a while is taken off before, and put on again after.
  const added = num[c.unrest] as number;
  move(ctx, c.hazard, -added, 'event:E14');
  const before = num[c.hazard] as number;
  const after = odds * free;
  move(ctx, c.hazard, after - before, 'mech:anger');
  const adds = (num[c.handover] as number) > 0 ? Math.min(c.unrestPart * after, 1 - after) : 0;
  move(ctx, c.unrest, adds - added, 'event:E14');
  move(ctx, c.hazard, adds, 'event:E14');
  if (!ledger) return;
  ledger.add(c.hazard, 'mech:anger', before - after);
  // By cause: freedom of meetings, then each move of anger on the secant of the logistic curve.
  const oldHeat = heat(g, prev);
  const oldPermits = permitted(c, prev);
  const meanOdds = before / (freedom(c, prev) * oldPermits);
  let told = 0;
  const book = (cause: string, amount: number): void => {
    told += amount;
    ledger.add(c.hazard, cause, amount);
  };
  for (const { cause, amount } of ledger.lines(c.openness)) {
    book(cause, (meanOdds * oldPermits * c.restraint * amount) / 100);
  }
  const permits = permitted(c, num) - oldPermits;
  if (permits !== 0) {
    book(causeOf(ctx, c.rules, 'mech:media_rules'), meanOdds * freedom(c, num) * permits);
  }
  const slope = now === oldHeat ? 0 : (free * (odds - meanOdds)) / (now - oldHeat);
  for (let t = 0; t < TOPICS.length; t += 1) {
    const mean = publicAnger(g, num, t) + publicAnger(g, prev, t);
    const entries = publicEntries(g, t);
    const share = (slope * mean) / (TOPICS.length * (now + oldHeat) * entries.length);
    for (const at of entries) {
      for (const { cause, amount } of ledger.lines(at)) book(cause, share * amount);
    }
  }
  // What the range and rounding leave.
  ledger.add(c.hazard, 'limit', after - before - told);
}

/** E15: a wave of protest about whatever angers most; it waits for an answer in the next half-year. */
export function protest(ctx: RoundContext, c: Compiled, g: CompiledGrievance): void {
  const { num, seed } = ctx;
  move(ctx, c.wave, -(num[c.wave] as number), 'mech:time');
  move(ctx, c.topic, -(num[c.topic] as number), 'mech:time');
  if (seed === null || draw(seed, ctx.round, 'event', 'E15') >= (num[c.hazard] as number)) return;
  let hottest = 0;
  for (let t = 1; t < TOPICS.length; t += 1) {
    if (publicAnger(g, num, t) > publicAnger(g, num, hottest)) hottest = t;
  }
  move(ctx, c.wave, 1, 'event:E15');
  move(ctx, c.topic, 1 + hottest, 'event:E15');
  ctx.news.push({ key: `event.E15.${TOPICS[hottest]}`, node: 'almaty', power: 'KZ' });
}

/** Anger of the start, in whose terms the hazard is told. */
export function usualHeat(g: CompiledGrievance, start: Float64Array): number {
  return heat(g, start);
}
