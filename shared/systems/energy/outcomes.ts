import { clamp } from '../../core/math.ts';
import { POWERS, REGIONS } from '../../core/powers.ts';
import type { CompiledEnergy } from './compile.ts';

const N = REGIONS.length;
const HOME = REGIONS.indexOf('KZ');
const POWER_REGION = POWERS.map((p) => REGIONS.indexOf(p));
const market = new Float64Array(N);

/**
 * What the routing means: netback ($ a barrel at the field, mean of all oil), exports by market
 * ($bn a half-year = price at the border × Mt × barrels a tonne) and their volume index, and each
 * power's share of Kazakh energy and metals exports in %.
 * @param out in the order of `CompiledEnergy.entries`, held in the ranges of the words
 */
export function energyOutcomes(
  c: CompiledEnergy,
  num: Float64Array,
  flow: Float64Array,
  out: Float64Array,
): void {
  const brent = num[c.at.brent] as number;
  const border = brent > c.discount ? brent - c.discount : 0;
  const metals = (num[c.at.metalsPrice] as number) / c.metalsPriceStart;
  market.fill(0);
  let mt = 0;
  let tariffs = 0;
  for (let l = 0; l < c.lines; l += 1) {
    const f = flow[l] as number;
    const m = c.market[l] as number;
    market[m] = (market[m] as number) + f;
    mt += f;
    tariffs += f * (c.tariff[l] as number);
  }
  out[0] = mt > 0 ? brent - tariffs / mt : brent;
  let exports = 0;
  for (let r = 0; r < N; r += 1) {
    const value = (market[r] as number) * c.barrels * border * 1e-3;
    const start = c.marketStart[r] as number;
    out[1 + r] = value;
    out[1 + N + r] = start > 0 ? (100 * (market[r] as number)) / start : 100;
    if (r !== HOME) exports += value + metals * (c.metalsStart[r] as number);
  }
  for (let i = 0; i < POWERS.length; i += 1) {
    const r = POWER_REGION[i] as number;
    const share = r === HOME ? 0 : (out[1 + r] as number) + metals * (c.metalsStart[r] as number);
    out[1 + 2 * N + i] = exports > 0 ? (100 * share) / exports : 0;
  }
  for (let i = 0; i < out.length; i += 1) {
    out[i] = clamp(out[i] as number, c.low[i] as number, c.high[i] as number);
  }
}
