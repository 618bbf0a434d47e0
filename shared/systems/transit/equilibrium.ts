import type { CompiledTransit } from './compile.ts';
import { type LoadInputs, loadPaths } from './loading.ts';

/** Iterations of the method of successive averages: fixed, so that equal inputs give equal bytes. */
const ITERATIONS = 20;

/** Half-year in days, over which boxes become trains a day. */
const HALF_YEAR = 182.5;

/** Days of handling that remain at a station after orders have taken their relief. */
export function freeDays(c: CompiledTransit, num: Float64Array, s: number): number {
  const handling = c.handling[s] as number;
  const left = handling - (num[c.at.relief[s] as number] as number);
  const least = handling * c.k.freeShare;
  return Math.max(left, least);
}

/** The part of a station's delay in a numeric state that is queue. */
export function queueDays(c: CompiledTransit, num: Float64Array, s: number): number {
  const queue = (num[c.at.delay[s] as number] as number) - freeDays(c, num, s);
  return Math.max(queue, 0);
}

/** Trains a day at each station: other freight and the loaded boxes. @param out shape [stations] */
export function stationTrains(c: CompiledTransit, flow: Float64Array, out: Float64Array): void {
  const perTrain = c.k.teuPerTrain * HALF_YEAR;
  const { stationStart, stationOf } = c;
  for (let s = 0; s < c.stations; s += 1) out[s] = c.backgroundTrains[s] as number;
  for (let p = 0; p < c.paths; p += 1) {
    const f = flow[p] as number;
    if (f <= 0) continue;
    const trains = f / perTrain;
    const end = stationStart[p + 1] as number;
    for (let i = stationStart[p] as number; i < end; i += 1) {
      const s = stationOf[i] as number;
      out[s] = (out[s] as number) + trains;
    }
  }
}

/**
 * Days of queue by the BPR volume–delay function with β = 4, counted from half of the capacity on:
 * below it trains meet no queue. @returns days, at most `queueMax`
 */
export function bprQueue(c: CompiledTransit, trains: number, capacity: number): number {
  if (capacity <= 0) return trains > 0 ? c.k.queueMax : 0;
  const over = (trains / capacity - 0.5) / 0.5;
  if (over <= 0) return 0;
  const square = over * over;
  const days = c.k.queueAtCapacity * square * square;
  return Math.min(days, c.k.queueMax);
}

let queue = new Float64Array(0);
let volume = new Float64Array(0);

/**
 * Stochastic user equilibrium by the method of successive averages on station delays, warm-started
 * from the delays in `inputs`. Afterwards `inputs.delay` holds the converged delays and `flow` one
 * loading at exactly these, so that flow = load(inputs).
 * @param num state that gives capacity and relief of the stations
 */
export function equilibrium(
  c: CompiledTransit,
  num: Float64Array,
  inputs: LoadInputs,
  flow: Float64Array,
): void {
  if (queue.length < c.stations) {
    queue = new Float64Array(c.stations);
    volume = new Float64Array(c.stations);
  }
  for (let s = 0; s < c.stations; s += 1) {
    const free = freeDays(c, num, s);
    const rest = (inputs.delay[s] as number) - free;
    queue[s] = Math.max(rest, 0);
    inputs.delay[s] = free + (queue[s] as number);
  }
  for (let i = 0; i < ITERATIONS; i += 1) {
    loadPaths(c, inputs, flow);
    stationTrains(c, flow, volume);
    const step = 1 / (i + 2);
    for (let s = 0; s < c.stations; s += 1) {
      const capacity = num[c.at.capacity[s] as number] as number;
      const old = queue[s] as number;
      const next = old + step * (bprQueue(c, volume[s] as number, capacity) - old);
      queue[s] = next;
      inputs.delay[s] = freeDays(c, num, s) + next;
    }
  }
  loadPaths(c, inputs, flow);
}
