import { WAYS } from '../../core/layout.ts';
import { exp } from '../../core/math.ts';
import type { CompiledEnergy } from './compile.ts';
import { promisedOil } from './contracts.ts';

let weight = new Float64Array(0);
let limit = new Float64Array(0);
/** Lines among which oil is being shared out, and those of them that still have room. */
let member = new Uint8Array(0);
let open = new Uint8Array(0);
/** Lines that carry what was promised on their way, whatever they pay. */
let bound = new Uint8Array(0);
/** Mt that must go each way. */
const floor = new Float64Array(WAYS.length);
/** Less than this is rounding, Mt. */
const NOTHING = 1e-9;

/**
 * Mt a half-year by line: logit in the netback around the start's shares, with capacity as size, and
 * oil over a line's limit going to the others until all is placed or all are full. A way on which less
 * would go than contracts and the state's quotas ask for is filled up to that, as far as its lines
 * reach; the others share the rest. What a squeeze or an outage lets through is counted from what the
 * line would carry if open; oil that finds no line stays in the ground.
 * @param flow shape [lines], written over
 * @returns Mt that quotas take off the way on which they would go by themselves
 */
export function routeOil(c: CompiledEnergy, num: Float64Array, flow: Float64Array): number {
  if (weight.length < c.lines) {
    weight = new Float64Array(c.lines);
    limit = new Float64Array(c.lines);
    member = new Uint8Array(c.lines);
    open = new Uint8Array(c.lines);
    bound = new Uint8Array(c.lines);
  }
  const { at } = c;
  const pumped = (num[at.oilVolume] as number) + (num[at.newOil] as number);
  const oil = (c.total * pumped) / c.volumeStart;
  let narrowed = false;
  for (let l = 0; l < c.lines; l += 1) {
    const capacity = num[at.capacity + l] as number;
    const access = num[at.access + l] as number;
    if (passed(num, c, l) < 1) narrowed = true;
    const size = capacity / (c.capacity[l] as number);
    weight[l] = (c.volume[l] as number) * size * exp(c.scale * netbackGap(c, num, l));
    limit[l] = capacity * Math.max(access, 1);
  }
  wantedByWay(c, num, oil);
  const steered = share(c, num, oil, flow);
  if (!narrowed) return steered;
  for (let l = 0; l < c.lines; l += 1) {
    const part = passed(num, c, l);
    if (part < 1) limit[l] = (flow[l] as number) * part;
  }
  return share(c, num, oil, flow);
}

/** Part of what a line would carry that its owner and the weather let through. */
function passed(num: Float64Array, c: CompiledEnergy, l: number): number {
  const access = num[c.at.access + l] as number;
  return Math.min(access, 1) * (1 - (num[c.at.outage + l] as number));
}

/** $ a barrel by which a line's netback differs from the start, apart from the price common to all. */
function netbackGap(c: CompiledEnergy, num: Float64Array, l: number): number {
  // The owner of a line that favours the oil of Kazakhstan forgoes part of the tariff.
  const access = num[c.at.access + l] as number;
  const favour = access > 1 ? (c.tariff[l] as number) * (access - 1) : 0;
  // Who pumps decides where it goes: fields with Chinese owners sell at home (C06).
  const held = (num[c.at.stake] as number) - c.stakeStart;
  return c.toChina[l] === 1 ? favour + c.stakePull * held : favour;
}

/** Mt that are to go each way: the larger of what is promised to a buyer there and of the state's quota. */
function wantedByWay(c: CompiledEnergy, num: Float64Array, oil: number): void {
  for (let w = 0; w < WAYS.length; w += 1) {
    const quota = (oil * (num[c.at.quota + w] as number)) / 100;
    floor[w] = Math.max(quota, promisedOil(c, num, w));
  }
}

/** Shares the oil out among all lines, and fills each way that gets too little. Returns what quotas steer. */
function share(c: CompiledEnergy, num: Float64Array, oil: number, flow: Float64Array): number {
  bound.fill(0);
  place(c, oil, flow);
  let steered = 0;
  for (let turn = 0; turn < WAYS.length; turn += 1) {
    const way = shortWay(c, flow);
    if (way < 0) return steered;
    let before = 0;
    for (let l = 0; l < c.lines; l += 1) if (c.way[l] === way) before += flow[l] as number;
    if (promisedOil(c, num, way) < (floor[way] as number))
      steered += (floor[way] as number) - before;
    let left = oil;
    for (let l = 0; l < c.lines; l += 1) if (bound[l]) left -= flow[l] as number;
    for (let l = 0; l < c.lines; l += 1) member[l] = c.way[l] === way ? 1 : 0;
    fill(c.lines, Math.min(floor[way] as number, left), flow);
    for (let l = 0; l < c.lines; l += 1) if (c.way[l] === way) bound[l] = 1;
    place(c, oil, flow);
  }
  return steered;
}

/** A way that gets less than it must and could take more; −1 = none. */
function shortWay(c: CompiledEnergy, flow: Float64Array): number {
  for (let w = 0; w < WAYS.length; w += 1) {
    let sum = 0;
    let most = 0;
    let done = false;
    for (let l = 0; l < c.lines; l += 1) {
      if (c.way[l] !== w) continue;
      if (bound[l]) done = true;
      sum += flow[l] as number;
      most += limit[l] as number;
    }
    if (!done && sum < Math.min(floor[w] as number, most) - NOTHING) return w;
  }
  return -1;
}

/** Shares what bound lines leave among the others; what those cannot take goes to the bound ones. */
function place(c: CompiledEnergy, oil: number, flow: Float64Array): void {
  let left = oil;
  for (let l = 0; l < c.lines; l += 1) {
    member[l] = bound[l] ? 0 : 1;
    if (bound[l]) left -= flow[l] as number;
  }
  let rest = fill(c.lines, left, flow);
  for (let l = 0; l < c.lines && rest > 0; l += 1) {
    if (!bound[l]) continue;
    const more = Math.min(rest, (limit[l] as number) - (flow[l] as number));
    flow[l] = (flow[l] as number) + more;
    rest -= more;
  }
}

/**
 * Shares an amount among the member lines by weight within limits: at least one line fills up in each
 * pass. Returns what finds no room.
 */
function fill(lines: number, amount: number, flow: Float64Array): number {
  for (let l = 0; l < lines; l += 1) {
    open[l] = member[l] as number;
    if (member[l]) flow[l] = 0;
  }
  let left = amount;
  for (let pass = 0; pass < lines && left > 0; pass += 1) {
    let sum = 0;
    for (let l = 0; l < lines; l += 1) if (open[l]) sum += weight[l] as number;
    if (sum <= 0) return left;
    let full = false;
    for (let l = 0; l < lines; l += 1) {
      if (!open[l]) continue;
      if ((left * (weight[l] as number)) / sum >= (limit[l] as number)) {
        flow[l] = limit[l] as number;
        open[l] = 0;
        full = true;
      }
    }
    if (!full) {
      for (let l = 0; l < lines; l += 1) {
        if (open[l]) flow[l] = (left * (weight[l] as number)) / sum;
      }
      return 0;
    }
    left = amount;
    for (let l = 0; l < lines; l += 1) if (member[l] && !open[l]) left -= flow[l] as number;
  }
  return left;
}
