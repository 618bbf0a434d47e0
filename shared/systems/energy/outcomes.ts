import { clamp, exp } from '../../core/math.ts';
import { BUYERS } from '../../core/network.ts';
import { POWERS, REGIONS } from '../../core/powers.ts';
import type { CompiledEnergy } from './compile.ts';
import { carriedTo, contractPrice } from './contracts.ts';

const N = REGIONS.length;
const HOME = REGIONS.indexOf('KZ');
const POWER_REGION = POWERS.map((p) => REGIONS.indexOf(p));

/** Where each kind of outcome begins in the vector that `energyOutcomes` fills. */
const NETBACK = 0;
const VALUE = 1;
const VOLUME = VALUE + N;
const METALS = VOLUME + N;
const WEIGHT = METALS + N;
const OIL_KEPT = WEIGHT + POWERS.length;
const GAS_KEPT = OIL_KEPT + BUYERS.length;
const INCOME = GAS_KEPT + BUYERS.length;

const market = new Float64Array(N);
const gained = new Float64Array(N);

/**
 * What the routing means: netback ($ a barrel at the field, mean of all oil), exports by market
 * ($bn a half-year = price at the border × Mt × barrels a tonne, and what contracts pay otherwise)
 * and their volume index, metals by market, each power's share of Kazakh energy and metals exports in
 * %, what was delivered under contracts (Mt), and what they and quotas brought beside the market ($bn).
 * @param steered Mt that quotas take off their way
 * @param out in the order of `CompiledEnergy.entries`, held in the ranges of the words
 */
export function energyOutcomes(
  c: CompiledEnergy,
  num: Float64Array,
  flow: Float64Array,
  steered: number,
  out: Float64Array,
): void {
  const brent = num[c.at.brent] as number;
  const border = brent > c.discount ? brent - c.discount : 0;
  market.fill(0);
  gained.fill(0);
  let mt = 0;
  let tariffs = 0;
  for (let l = 0; l < c.lines; l += 1) {
    const f = flow[l] as number;
    const m = c.market[l] as number;
    market[m] = (market[m] as number) + f;
    mt += f;
    tariffs += f * (c.tariff[l] as number);
  }
  const detours = c.detour * steered;
  out[NETBACK] = mt > 0 ? brent - (tariffs + detours) / mt : brent;
  underContract(c, num, flow, border, out);
  out[INCOME] = (out[INCOME] as number) - detours * c.barrels * 1e-3;
  metalsByMarket(c, num, out);
  let exports = 0;
  for (let r = 0; r < N; r += 1) {
    const value = (market[r] as number) * c.barrels * border * 1e-3 + (gained[r] as number);
    const start = c.marketStart[r] as number;
    out[VALUE + r] = value;
    out[VOLUME + r] = start > 0 ? (100 * (market[r] as number)) / start : 100;
    if (r !== HOME) exports += value + (out[METALS + r] as number);
  }
  for (let i = 0; i < POWERS.length; i += 1) {
    const r = POWER_REGION[i] as number;
    const share = r === HOME ? 0 : (out[VALUE + r] as number) + (out[METALS + r] as number);
    out[WEIGHT + i] = exports > 0 ? (100 * share) / exports : 0;
  }
  for (let i = 0; i < out.length; i += 1) {
    out[i] = clamp(out[i] as number, c.low[i] as number, c.high[i] as number);
  }
}

/** Oil and gas that contracts bind: what arrives, and what it brings beside the market's price of oil. */
function underContract(
  c: CompiledEnergy,
  num: Float64Array,
  flow: Float64Array,
  border: number,
  out: Float64Array,
): void {
  let income = 0;
  for (let b = 0; b < BUYERS.length; b += 1) {
    const r = c.buyerRegion[b] as number;
    const promised = num[c.at.oilFor[b] as number] as number;
    const oil = promised > 0 ? Math.min(promised, carriedTo(c, num, flow, b)) : 0;
    const dearer = contractPrice(c, num, c.oilSlot[b] as number) - border;
    const asked = num[c.at.gasFor[b] as number] as number;
    const gas = Math.min(asked, num[c.at.gasCapacity[b] as number] as number);
    const price = contractPrice(c, num, c.gasSlot[b] as number) * c.gasWorth;
    const more = c.barrels * 1e-3 * (oil * dearer + gas * price);
    out[OIL_KEPT + b] = oil;
    out[GAS_KEPT + b] = gas;
    market[r] = (market[r] as number) + gas;
    // Gas has its own market; it is no part of the oil that is priced at the border.
    gained[r] = more - c.barrels * 1e-3 * gas * border;
    income += more;
  }
  out[INCOME] = income;
}

/** Metals and other minerals: all is sold, and shared among markets by what they pay at the mine. */
function metalsByMarket(c: CompiledEnergy, num: Float64Array, out: Float64Array): void {
  const price = (num[c.at.metalsPrice] as number) / c.metalsPriceStart;
  let pulls = 0;
  for (let r = 0; r < N; r += 1) {
    if (r === HOME) continue;
    const better = num[c.at.metalsNetback + r] as number;
    const pull = (c.metalsStart[r] as number) * exp(c.metalsScale * better);
    out[METALS + r] = pull;
    pulls += pull;
  }
  for (let r = 0; r < N; r += 1) {
    if (r === HOME) out[METALS + r] = price * (c.metalsStart[r] as number);
    else out[METALS + r] = price * (out[METALS + r] as number) * (c.metalsTotal / pulls);
  }
}
