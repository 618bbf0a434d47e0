import type { Content } from '../../core/content.ts';
import type { System } from '../../core/round.ts';
import { explainDelays, explainNetwork } from './attribution.ts';
import type { CompiledTransit } from './compile.ts';
import { compiledTransit } from './compiled.ts';
import { stationTrains } from './equilibrium.ts';
import { OUTCOMES, outcomeEntries, outcomes } from './indicators.ts';
import { createInputs, type LoadInputs, readInputs } from './loading.ts';
import { adaptService } from './service.ts';
import { knownEquilibrium } from './solved.ts';

export { type Cut, cutLoading } from './cut.ts';
export { tollSplits } from './splits.ts';

interface Work {
  readonly inputs: LoadInputs;
  readonly flow: Float64Array;
  readonly trains: Float64Array;
  readonly out: Float64Array;
  readonly entries: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const cache = new WeakMap<CompiledTransit, Work>();

function workOf(content: Content, c: CompiledTransit): Work {
  let w = cache.get(c);
  if (w) return w;
  const entries = outcomeEntries(c);
  const { layout } = content;
  w = {
    inputs: createInputs(c),
    flow: new Float64Array(c.paths),
    trains: new Float64Array(c.stations),
    out: new Float64Array(OUTCOMES),
    entries,
    low: Float64Array.from(entries, (i) => layout.min[i] as number),
    high: Float64Array.from(entries, (i) => layout.max[i] as number),
  };
  cache.set(c, w);
  return w;
}

/**
 * Step 7: containers over the network. Service frequency follows last round's boxes, the
 * equilibrium is warm-started from last round's delays, and its final loading gives all flows.
 */
export const transit: System = {
  id: 'transit',
  run(ctx) {
    const c = compiledTransit(ctx.content);
    adaptService(ctx, c);
    settleTransit(ctx.content, ctx.num);
    if (ctx.ledger) {
      explainNetwork(ctx, c, ctx.ledger);
      explainDelays(ctx, c, ctx.ledger);
    }
  },
};

/**
 * Brings the network to equilibrium under the policies of a numeric state, warm-started from its
 * delays, and writes delays, loads, flows and outcomes into it.
 */
export function settleTransit(content: Content, num: Float64Array): void {
  const c = compiledTransit(content);
  const w = workOf(content, c);
  readInputs(c, num, w.inputs);
  knownEquilibrium(c, num, w.inputs, w.flow);
  writeStations(c, num, w);
  writeFlows(c, num, w.flow, content.layout.max[c.at.flow] as number);
  outcomes(c, num, w.flow, w.out, w.low, w.high);
  for (let i = 0; i < OUTCOMES; i += 1) num[w.entries[i] as number] = w.out[i] as number;
}

function writeStations(c: CompiledTransit, num: Float64Array, w: Work): void {
  stationTrains(c, w.flow, w.trains);
  for (let s = 0; s < c.stations; s += 1) {
    num[c.at.delay[s] as number] = w.inputs.delay[s] as number;
    const capacity = num[c.at.capacity[s] as number] as number;
    const load = capacity > 0 ? (w.trains[s] as number) / capacity : 0;
    num[c.at.load[s] as number] = Math.min(load, 10);
  }
}

/** Sums path flows by link; what exceeds the word's range is held at it. */
function writeFlows(c: CompiledTransit, num: Float64Array, flow: Float64Array, max: number): void {
  const first = c.at.flow;
  num.fill(0, first, first + c.at.links);
  for (let p = 0; p < c.paths; p += 1) {
    const f = flow[p] as number;
    for (let i = c.linkStart[p] as number; i < (c.linkStart[p + 1] as number); i += 1) {
      const entry = first + (c.linkOf[i] as number);
      const sum = (num[entry] as number) + f;
      num[entry] = Math.min(sum, max);
    }
  }
}
