import { exp, log } from '../../core/math.ts';
import { CORRIDORS } from '../../core/powers.ts';
import { type CompiledTransit, NESTS } from './compile.ts';

/** What one loading needs, read from a numeric state: scratch that is written over each time. */
export interface LoadInputs {
  /** Utility of a path without its time, shape [paths]; −∞ when it cannot be used. */
  readonly fixed: Float64Array;
  /** Days without those lost at stations, shape [paths]. */
  readonly days: Float64Array;
  /** Utility of a nest beside its paths, shape [pairs · NESTS]. */
  readonly nest: Float64Array;
  /** k TEU a half-year, shape [pairs]. */
  readonly demand: Float64Array;
  /** Days lost at stations, shape [stations]. */
  readonly delay: Float64Array;
}

export function createInputs(c: CompiledTransit): LoadInputs {
  return {
    fixed: new Float64Array(c.paths),
    days: new Float64Array(c.paths),
    nest: new Float64Array(c.pairs * NESTS),
    demand: new Float64Array(c.pairs),
    delay: new Float64Array(c.stations),
  };
}

const N_CORRIDORS = CORRIDORS.length;
/** Rail corridors of China–Europe trade whose trains make up "the train" as shippers know it. */
const TRAINS = ['trunk', 'siberian', 'caspian', 'south'].map((id) =>
  CORRIDORS.indexOf(id as (typeof CORRIDORS)[number]),
);
/** Half a week: the mean wait for a weekly train. */
const HALF_WEEK = 3.5;
const LONGEST_WAIT = 7;

const bonus = new Float64Array(N_CORRIDORS);
const wait = new Float64Array(N_CORRIDORS);

function trains(num: Float64Array, c: CompiledTransit): number {
  let sum = c.k.frequencyFloor;
  for (const t of TRAINS) sum += num[c.at.freq + t] as number;
  return sum;
}

/**
 * Reads prices, access, service and demand from a numeric state.
 * Generalised cost = rates + tolls − subsidy + unreliability + value of time × days; the days at
 * stations come on top in the loading. Frequent trains count as more departures to choose from
 * (the size variable of choice models), apart from the shorter wait.
 */
export function readInputs(c: CompiledTransit, num: Float64Array, out: LoadInputs): void {
  const { k, at } = c;
  // Most boxes sail on contracts that follow the spot rate in part.
  const usual = c.start[at.freight] as number;
  const freight = usual + k.freightPass * ((num[at.freight] as number) - usual);
  const subsidy = num[at.subsidy] as number;
  const premium = (k.bypassPremium * ((num[at.bypass] as number) - 100)) / 100;
  for (let i = 0; i < N_CORRIDORS; i += 1) {
    const now = num[at.freq + i] as number;
    const base = c.start[at.freq + i] as number;
    bonus[i] = k.frequencyPath * log((now + k.frequencyFloor) / (base + k.frequencyFloor));
    const days = HALF_WEEK / (now + 0.1);
    wait[i] = Math.min(days, LONGEST_WAIT);
  }
  for (let p = 0; p < c.paths; p += 1) {
    const corridor = c.corridor[p] as number;
    let money = (c.rate[p] as number) + (c.ocean[p] as number) * freight;
    let days = c.days[p] as number;
    let extra = (c.logSize[p] as number) + (c.constant[p] as number);
    if (c.paysKz[p]) money += num[at.tollKz + corridor] as number;
    if (c.paysRu[p]) money += num[at.tollRu + corridor] as number;
    if (c.subsidised[p]) money -= subsidy;
    if (c.bypass[p]) money -= premium;
    if (c.waits[p]) {
      days += wait[corridor] as number;
      extra += bonus[corridor] as number;
    }
    let usable = true;
    if (c.viaRu[p]) {
      const status = num[at.status + corridor] as number;
      if (status > 1.5) usable = false;
      else if (status > 0.5) {
        days += k.slowDays;
        money += k.slowRisk;
      }
    }
    for (let i = c.linkStart[p] as number; i < (c.linkStart[p + 1] as number); i += 1) {
      if ((num[at.available + (c.linkOf[i] as number)] as number) < 1) usable = false;
    }
    out.fixed[p] = usable ? extra - k.pathScale * money : Number.NEGATIVE_INFINITY;
    out.days[p] = days;
  }
  const service = k.frequencyMode * log(trains(num, c) / trains(c.start, c));
  // Inland provinces, for which trains compete, outgrow China–Europe trade as a whole.
  const growth = exp(
    k.inlandGrowth * log((num[at.demand] as number) / (c.start[at.demand] as number)),
  );
  const residual = num[at.residual] as number;
  for (let o = 0; o < c.pairs; o += 1) {
    const europe = c.pairEurope[o] as number;
    out.demand[o] = (c.demand[o] as number) * (europe ? growth : 1);
    for (let m = 0; m < NESTS; m += 1) {
      const i = o * NESTS + m;
      out.nest[i] = (c.nestConstant[i] as number) + (europe && m === 0 ? service + residual : 0);
    }
  }
  for (let s = 0; s < c.stations; s += 1) out.delay[s] = num[at.delay[s] as number] as number;
}

/** Time part of the utility by path, scratch for `loadPaths`. */
let time = new Float64Array(0);
let weight = new Float64Array(0);

/**
 * One loading at given delays: nested path-size logit for three value-of-time classes.
 * P(path) = P(nest) · P(path | nest), with P(nest) ∝ exp(constant + (μ/θ) ln Σ exp(V)), where θ is
 * the scale between the paths of a nest and μ ≤ θ the scale between nests.
 * @param flow k TEU a half-year, shape [paths], written over; a pair without any open path sends nothing
 */
export function loadPaths(c: CompiledTransit, inputs: LoadInputs, flow: Float64Array): void {
  const { fixed, days, nest, demand, delay } = inputs;
  const { nestStart, stationStart, stationOf, k } = c;
  const { pathScale } = k;
  const lambda = k.modeScale / pathScale;
  if (time.length < c.paths) {
    time = new Float64Array(c.paths);
    weight = new Float64Array(c.paths);
  }
  const t = time;
  const w = weight;
  for (let p = 0; p < c.paths; p += 1) {
    let sum = days[p] as number;
    const end = stationStart[p + 1] as number;
    for (let i = stationStart[p] as number; i < end; i += 1) {
      sum += delay[stationOf[i] as number] as number;
    }
    t[p] = sum * pathScale;
    flow[p] = 0;
  }
  for (let v = 0; v < 3; v += 1) {
    const value = k.timeValue[v] as number;
    const share = k.timeShare[v] as number;
    for (let p = 0; p < c.paths; p += 1) {
      w[p] = exp((fixed[p] as number) - value * (t[p] as number));
    }
    for (let o = 0; o < c.pairs; o += 1) {
      const first = o * NESTS;
      let total = 0;
      let w0 = 0;
      let w1 = 0;
      let w2 = 0;
      for (let m = 0; m < NESTS; m += 1) {
        let sum = 0;
        const end = nestStart[first + m + 1] as number;
        for (let p = nestStart[first + m] as number; p < end; p += 1) sum += w[p] as number;
        if (sum <= 0) continue;
        const up = exp((nest[first + m] as number) + lambda * log(sum));
        total += up;
        // Weight of a unit of e^V in this nest: the nest's weight spread over its paths.
        if (m === 0) w0 = up / sum;
        else if (m === 1) w1 = up / sum;
        else w2 = up / sum;
      }
      if (total <= 0) continue;
      const boxes = ((demand[o] as number) * share) / total;
      for (let m = 0; m < NESTS; m += 1) {
        const unit = boxes * (m === 0 ? w0 : m === 1 ? w1 : w2);
        if (unit <= 0) continue;
        const end = nestStart[first + m + 1] as number;
        for (let p = nestStart[first + m] as number; p < end; p += 1) {
          flow[p] = (flow[p] as number) + unit * (w[p] as number);
        }
      }
    }
  }
}
