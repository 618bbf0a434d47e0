import { log } from '../../core/math.ts';
import type { OriginDestination } from '../../core/network.ts';
import { CORRIDORS } from '../../core/powers.ts';
import { type CompiledTransit, NESTS } from './compile.ts';
import { createInputs, loadPaths, readInputs } from './loading.ts';

const ROUNDS = 400;
const CLOSE = 1e-14;

/**
 * Sets the constants of the alternatives so that a loading of the start state gives each pair's
 * observed boxes by corridor exactly. What is unobserved (habit, contracts, papers) is in them.
 * The corridor with the most boxes is the reference of its nest; corridors and nests without an
 * observation keep the constants of something new.
 */
export function calibrate(c: CompiledTransit, pairs: readonly OriginDestination[]): void {
  const inputs = createInputs(c);
  const flow = new Float64Array(c.paths);
  const model = new Float64Array(CORRIDORS.length);
  for (let o = 0; o < c.pairs; o += 1) {
    if (Object.keys((pairs[o] as OriginDestination).observed).length > 0) {
      c.nestConstant[o * NESTS] = 0;
    }
    // The sea is the yardstick of the nests.
    c.nestConstant[o * NESTS + 2] = 0;
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    readInputs(c, c.start, inputs);
    loadPaths(c, inputs, flow);
    let worst = 0;
    for (let o = 0; o < c.pairs; o += 1) {
      const pair = pairs[o] as OriginDestination;
      const first = c.nestStart[o * NESTS] as number;
      const end = c.nestStart[o * NESTS + 1] as number;
      model.fill(0);
      let loaded = 0;
      for (let p = first; p < end; p += 1) {
        const i = c.corridor[p] as number;
        model[i] = (model[i] as number) + (flow[p] as number);
        loaded += flow[p] as number;
      }
      let seen = 0;
      let most = 0;
      let reference = -1;
      for (let i = 0; i < CORRIDORS.length; i += 1) {
        const boxes = pair.observed[CORRIDORS[i] as (typeof CORRIDORS)[number]] ?? 0;
        if ((model[i] as number) <= 0 || boxes <= 0) continue;
        seen += boxes;
        if (boxes > most) {
          most = boxes;
          reference = i;
        }
      }
      if (reference < 0) continue;
      const demand = inputs.demand[o] as number;
      const rest = demand - loaded;
      if (rest > demand * 1e-9 && seen < demand) {
        const step = log((seen / loaded) * (rest / (demand - seen)));
        const nest = o * NESTS;
        c.nestConstant[nest] = (c.nestConstant[nest] as number) + step;
        worst = Math.max(worst, Math.abs(step));
      }
      const level = log(most / (model[reference] as number));
      for (let p = first; p < end; p += 1) {
        const i = c.corridor[p] as number;
        const boxes = pair.observed[CORRIDORS[i] as (typeof CORRIDORS)[number]] ?? 0;
        if (boxes <= 0 || (model[i] as number) <= 0) continue;
        const step = log(boxes / (model[i] as number)) - level;
        c.constant[p] = (c.constant[p] as number) + step;
        worst = Math.max(worst, Math.abs(step));
      }
    }
    if (worst < CLOSE) return;
  }
}
