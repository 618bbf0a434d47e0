import { exp } from '../../core/math.ts';
import type { CompiledEnergy } from './compile.ts';

let weight = new Float64Array(0);
let limit = new Float64Array(0);
let open = new Uint8Array(0);

/**
 * Mt a half-year by line: logit in the netback around the start's shares, with capacity as size, and
 * oil over a line's limit going to the others until all is placed or all are full. What a squeeze
 * lets through is counted from what the line would carry if open; oil that finds no line stays in
 * the ground.
 * @param flow shape [lines], written over
 */
export function routeOil(c: CompiledEnergy, num: Float64Array, flow: Float64Array): void {
  if (weight.length < c.lines) {
    weight = new Float64Array(c.lines);
    limit = new Float64Array(c.lines);
    open = new Uint8Array(c.lines);
  }
  const { at } = c;
  const oil = (c.total * (num[at.oilVolume] as number)) / c.volumeStart;
  let squeezed = false;
  for (let l = 0; l < c.lines; l += 1) {
    const capacity = num[at.capacity + l] as number;
    const access = num[at.access + l] as number;
    if (access < 1) squeezed = true;
    const size = capacity / (c.capacity[l] as number);
    weight[l] = (c.volume[l] as number) * size * exp(c.scale * netbackGap(c, num, l));
    limit[l] = capacity * Math.max(access, 1);
  }
  place(c.lines, oil, flow);
  if (!squeezed) return;
  for (let l = 0; l < c.lines; l += 1) {
    const access = num[at.access + l] as number;
    if (access < 1) limit[l] = (flow[l] as number) * access;
  }
  place(c.lines, oil, flow);
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

/** Shares oil among lines by weight within limits: at most one line fills up in each pass. */
function place(lines: number, oil: number, flow: Float64Array): void {
  open.fill(1);
  flow.fill(0);
  let left = oil;
  for (let pass = 0; pass < lines && left > 0; pass += 1) {
    let sum = 0;
    for (let l = 0; l < lines; l += 1) if (open[l]) sum += weight[l] as number;
    if (sum <= 0) return;
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
      return;
    }
    left = oil;
    for (let l = 0; l < lines; l += 1) if (!open[l]) left -= flow[l] as number;
  }
}
