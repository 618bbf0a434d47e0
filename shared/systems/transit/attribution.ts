import type { Cause, Ledger } from '../../core/ledger.ts';
import { causeOf, type RoundContext } from '../../core/round.ts';
import type { CompiledTransit } from './compile.ts';
import { changesByCause, type Group } from './counterfactual.ts';
import { bprQueue, freeDays, queueDays } from './equilibrium.ts';
import { OUTCOMES, outcomeEntries, outcomes } from './indicators.ts';
import { createInputs, type LoadInputs, loadPaths, readInputs } from './loading.ts';
import { paidBefore } from './splits.ts';

const OIL = 'mech:oil_routing';

interface Scratch {
  readonly groups: readonly Group[];
  readonly entries: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mixed: Float64Array;
  readonly inputs: LoadInputs;
  readonly flow: Float64Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
}

const cache = new WeakMap<CompiledTransit, Scratch>();

function block(first: number, span: number): number[] {
  return Array.from({ length: span }, (_, i) => first + i);
}

function scratchOf(ctx: RoundContext, c: CompiledTransit): Scratch {
  let s = cache.get(c);
  if (s) return s;
  const { at } = c;
  const { layout } = ctx.content;
  const corridors = layout.span('status');
  const entries = outcomeEntries(c);
  s = {
    groups: [
      { entries: [at.demand], otherwise: 'driver:box_demand' },
      { entries: [at.freight], otherwise: 'driver:sea_freight' },
      { entries: block(at.tollKz, corridors), otherwise: 'mech:tolls' },
      { entries: block(at.tollRu, corridors), otherwise: 'mech:tolls' },
      { entries: [...block(at.status, corridors), at.bypass], otherwise: 'mech:access' },
      { entries: [at.subsidy], otherwise: 'mech:subsidy' },
      { entries: [...at.relief, ...at.capacity], otherwise: 'mech:border_terms' },
      { entries: block(at.available, at.links), otherwise: 'mech:opening' },
      { entries: block(at.freq, corridors), otherwise: 'mech:service' },
      { entries: block(at.oilFlow, at.lines), otherwise: OIL },
      { entries: [at.residual], otherwise: 'other' },
    ],
    entries,
    low: Float64Array.from(entries, (i) => layout.min[i] as number),
    high: Float64Array.from(entries, (i) => layout.max[i] as number),
    mixed: new Float64Array(layout.size),
    inputs: createInputs(c),
    flow: new Float64Array(c.paths),
    before: new Float64Array(OUTCOMES),
    after: new Float64Array(OUTCOMES),
  };
  cache.set(c, s);
  return s;
}

/**
 * Explains the round's change of every outcome of the network: inputs are brought from last round's
 * to this round's values group by group in a fixed order, with one loading each at last round's
 * queues, and the queues last. The differences telescope, so the lines sum to the change.
 * A group that several causes moved is split by their lines.
 */
export function explainNetwork(ctx: RoundContext, c: CompiledTransit, ledger: Ledger): void {
  const s = scratchOf(ctx, c);
  const { mixed } = s;
  mixed.set(ctx.prev);
  evaluate(c, s, s.after);
  // Terms that came into force after last round's loading: chapters, treaties.
  // What an agreement shared out last round is booked by it, and was no outcome of the network.
  book(ledger, s, 'mech:border_terms', (i) => {
    const entry = s.entries[i] as number;
    return (ctx.prev[entry] as number) - paidBefore(c, ctx.prev, entry);
  });
  for (const group of s.groups) {
    for (const [cause, moves] of changesByCause(ctx, ledger, group)) {
      s.before.set(s.after);
      for (const m of moves) mixed[m.entry] = (mixed[m.entry] as number) + m.amount;
      if (group.otherwise === 'mech:border_terms') shiftFreeDays(ctx, c, mixed);
      // Oil leaves the boxes where they are.
      if (group.otherwise === OIL) outcomes(c, mixed, s.flow, s.after, s.low, s.high);
      else evaluate(c, s, s.after);
      book(ledger, s, cause, (i) => s.before[i] as number);
    }
    // Sums of parts may miss the value by a rounding: from here on it is exact.
    for (const entry of group.entries) mixed[entry] = ctx.num[entry] as number;
  }
  for (let i = 0; i < OUTCOMES; i += 1) {
    const entry = s.entries[i] as number;
    ledger.add(entry, 'mech:queues', (ctx.num[entry] as number) - (s.after[i] as number));
  }
}

function evaluate(c: CompiledTransit, s: Scratch, out: Float64Array): void {
  readInputs(c, s.mixed, s.inputs);
  loadPaths(c, s.inputs, s.flow);
  outcomes(c, s.mixed, s.flow, out, s.low, s.high);
}

function book(ledger: Ledger, s: Scratch, cause: Cause, was: (i: number) => number): void {
  for (let i = 0; i < OUTCOMES; i += 1) {
    ledger.add(s.entries[i] as number, cause, (s.after[i] as number) - was(i));
  }
}

/** Brings the delays of `mixed` to its handling: last round's queue on top of the new free days. */
function shiftFreeDays(ctx: RoundContext, c: CompiledTransit, mixed: Float64Array): void {
  for (let i = 0; i < c.stations; i += 1) {
    mixed[c.at.delay[i] as number] = freeDays(c, mixed, i) + queueDays(c, ctx.prev, i);
  }
}

/**
 * Explains the change of each station's delay: relief by its causes, then the queue that the new
 * capacity would leave at last round's traffic, and the traffic for the rest.
 */
export function explainDelays(ctx: RoundContext, c: CompiledTransit, ledger: Ledger): void {
  const { at } = c;
  for (let i = 0; i < c.stations; i += 1) {
    const entry = at.delay[i] as number;
    const change = (ctx.num[entry] as number) - (ctx.prev[entry] as number);
    if (change === 0) continue;
    const free = freeDays(c, ctx.num, i) - freeDays(c, ctx.prev, i);
    divide(ctx, ledger, at.relief[i] as number, entry, free);
    const capacity = at.capacity[i] as number;
    const was = ctx.prev[capacity] as number;
    const trains = (ctx.prev[at.load[i] as number] as number) * was;
    const room = bprQueue(c, trains, ctx.num[capacity] as number) - bprQueue(c, trains, was);
    divide(ctx, ledger, capacity, entry, room);
    ledger.add(entry, 'mech:traffic', change - free - room);
  }
}

/** Books an effect on `entry` to the causes that moved `source`, in proportion to their lines. */
function divide(
  ctx: RoundContext,
  ledger: Ledger,
  source: number,
  entry: number,
  effect: number,
): void {
  if (effect === 0) return;
  const lines = ledger.lines(source).filter((line) => line.cause !== 'limit');
  const sum = lines.reduce((total, line) => total + line.amount, 0);
  if (lines.length < 2 || sum === 0) {
    const cause = lines[0]?.cause ?? causeOf(ctx, source, 'mech:border_terms');
    ledger.add(entry, cause, effect);
    return;
  }
  let left = effect;
  lines.forEach((line, i) => {
    const part = i === lines.length - 1 ? left : (effect * line.amount) / sum;
    ledger.add(entry, line.cause, part);
    left -= part;
  });
}
