import { clamp, exp, log } from '../../core/math.ts';
import {
  CA,
  CN,
  type CompiledTrade,
  EU,
  FOOD,
  flow,
  KZ,
  N_ARMINGTON,
  N_REGIONS,
  pair,
  RU,
  RW,
} from './compile.ts';

/** Mean days lost at border stations against the start, shape of one number. */
function daysMore(t: CompiledTrade, state: Float64Array, stations: Int32Array): number {
  if (stations.length === 0) return 0;
  let days = 0;
  for (let i = 0; i < stations.length; i += 1) {
    const at = stations[i] as number;
    days += (state[at] as number) - (t.start[at] as number);
  }
  return days / stations.length;
}

/** Extra days that goods to or from Europe lose by Russia's terms on the trunk. */
function trunkDays(t: CompiledTrade, state: Float64Array): number {
  const status = state[t.statusTrunk] as number;
  return status <= 1 ? t.k.slowDays * status : t.k.slowDays + t.k.closedDays * (status - 1);
}

/** What Kazakhstan takes from goods of others, %: the common tariff less its exemptions. */
export function kazakhTariff(t: CompiledTrade, state: Float64Array, s: number): number {
  return Math.max(0, (state[t.cet + s] as number) - (state[t.exempt + s] as number));
}

/** Log points that duties and taxes which unrecorded goods do not pay take off the cost of a region's goods. */
function unrecorded(t: CompiledTrade, now: Float64Array, j: number): number {
  const at = t.grey[j] as number;
  if (at < 0) return 0;
  return (t.k.greyEdge * ((now[at] as number) - (t.start[at] as number))) / 100;
}

/**
 * How much cheaper a fallen rouble makes Russian goods than their prices have made good since, log
 * points: prices follow the rate slowly.
 */
function roubleEdge(t: CompiledTrade, state: Float64Array): number {
  return log((state[t.usdrub] as number) / (state[t.rubPrices] as number));
}

/** Russian prices make good a part of what the rouble had lost before this round. */
export function followRouble(t: CompiledTrade, now: Float64Array, late: Float64Array): void {
  const step = exp(t.k.roubleCatch * roubleEdge(t, late));
  now[t.rubPrices] = clamp((late[t.rubPrices] as number) * step, 10, 300);
}

/**
 * Log landed cost of each flow in dollars, start = 0: supplier's price at the border, tariff, barriers,
 * and border time of the round before (`late`). Kazakh prices carry on from `costBefore`.
 * @param out shape [importers · suppliers · 2]
 */
function landedCosts(
  t: CompiledTrade,
  now: Float64Array,
  late: Float64Array,
  out: Float64Array,
): void {
  const { k, start } = t;
  const rouble = roubleEdge(t, now);
  const tengeMove = log((now[t.usdkzt] as number) / (late[t.usdkzt] as number));
  const homeCost = (k.homeCost * (late[t.cpi] as number)) / 200;
  const china = k.timeCost * daysMore(t, late, t.borders.china);
  const law = (now[t.law] as number) - (start[t.law] as number);
  const europe =
    k.timeCost * (daysMore(t, late, t.borders.europe) + trunkDays(t, late)) -
    (k.lawCost * law) / 100;
  const relief = (now[t.relief] as number) - (late[t.relief] as number);
  const russia = k.timeCost * daysMore(t, late, t.borders.russia);
  const south = k.timeCost * daysMore(t, late, t.borders.south);
  for (let s = 0; s < N_ARMINGTON; s += 1) {
    const priceAt = s === 0 ? t.food : t.goods;
    const world = log((now[priceAt] as number) / (start[priceAt] as number));
    const home = t.cost + pair(KZ, KZ, s);
    let kazakh = log(late[home] as number) + homeCost - tengeMove - (k.smallFirms * relief) / 100;
    if (s === 0) {
      kazakh -= k.harvestPrice * log((now[t.harvest] as number) / (late[t.harvest] as number));
    }
    const tariffAt = t.cet + s;
    const before = 100 + (start[tariffAt] as number);
    const tariff = log((100 + (now[tariffAt] as number)) / before);
    const ownTariff = log((100 + kazakhTariff(t, now, s)) / before);
    for (let j = 0; j < N_REGIONS; j += 1) {
      const price =
        j === KZ
          ? kazakh
          : j === RU
            ? world - k.roublePrice * rouble
            : j === CA
              ? world - k.roublePriceCa * rouble
              : world;
      for (let i = 0; i < N_REGIONS; i += 1) {
        const p = pair(i, j, s);
        let cost = price;
        const ntb = now[t.ntb + p] as number;
        const ntb0 = start[t.ntb + p] as number;
        if (ntb !== ntb0) cost += log((100 + ntb) / (100 + ntb0));
        if (i === KZ) cost -= unrecorded(t, now, j);
        if (i <= RU && (j === CN || j === EU || j === RW)) cost += i === KZ ? ownTariff : tariff;
        if (i !== j && (i === KZ || j === KZ)) {
          const other = i === KZ ? j : i;
          cost +=
            other === CN
              ? china
              : other === EU
                ? europe
                : other === RU
                  ? russia
                  : other === CA
                    ? south
                    : 0;
        }
        if ((i === RU && j === EU) || (i === EU && j === RU)) {
          cost += k.sanctionBarrier * ((now[t.level] as number) - (start[t.level] as number));
        }
        out[p] = cost;
      }
    }
  }
}

/**
 * Growth of each region's spending on food and goods in dollars, log points. Incomes of the round
 * before, prices and exchange rates of this one.
 */
function spendingGrowth(
  t: CompiledTrade,
  now: Float64Array,
  late: Float64Array,
  out: Float64Array,
): void {
  const { k } = t;
  const rouble = roubleEdge(t, now) - roubleEdge(t, late);
  const tenge = log((now[t.usdkzt] as number) / (late[t.usdkzt] as number));
  const world = log((now[t.goods] as number) / (late[t.goods] as number));
  const ru = (now[t.ruGrowth] as number) / 200;
  // Oil income is spent by firms and the budget beside what growth and prices give to households.
  const oil = k.oilIncome * log((now[t.brent] as number) / (late[t.oilNorm] as number));
  const incomes = (k.income * (late[t.growth] as number) + (late[t.cpi] as number)) / 200;
  out[KZ] = incomes + oil - tenge;
  out[RU] = ru + world - k.roublePrice * rouble;
  out[CN] = (now[t.cnGrowth] as number) / 200 + world;
  out[EU] = (now[t.euGrowth] as number) / 200 + world;
  out[CA] = k.restGrowth + k.remittances * ru + world - k.roublePriceCa * rouble;
  out[RW] = k.restGrowth + world;
}

const costs = new Float64Array(N_REGIONS * N_REGIONS * N_ARMINGTON);
const spending = new Float64Array(N_REGIONS);
const weight = new Float64Array(N_REGIONS);

/**
 * One Armington pass in exact hat algebra: shares move with the change of landed cost by the short-run
 * elasticity, and each round close a part of their distance to the long-run share.
 * Writes `cost` and the food and goods entries of `value`; exporters' prices are given.
 */
export function armington(t: CompiledTrade, now: Float64Array, late: Float64Array): void {
  const { k } = t;
  landedCosts(t, now, late, costs);
  spendingGrowth(t, now, late, spending);
  const short = 1 - k.sigmaShort;
  const long = 1 - k.sigmaLong;
  for (let i = 0; i < N_REGIONS; i += 1) {
    for (let s = 0; s < N_ARMINGTON; s += 1) {
      let spend = 0;
      for (let j = 0; j < N_REGIONS; j += 1)
        spend += late[t.value + flow(i, j, FOOD + s)] as number;
      let norm = 0;
      for (let j = 0; j < N_REGIONS; j += 1) {
        const p = pair(i, j, s);
        const before = log(late[t.cost + p] as number);
        const after = costs[p] as number;
        const share = log((late[t.value + flow(i, j, FOOD + s)] as number) / spend);
        const wanted = (t.logShare[p] as number) + long * before;
        const w = exp(share + short * (after - before) + k.lambda * (wanted - share));
        weight[j] = w;
        norm += w;
      }
      const scale = (spend * exp(spending[i] as number)) / norm;
      for (let j = 0; j < N_REGIONS; j += 1) {
        const p = pair(i, j, s);
        // A trickle is kept, so that a flow can come back and logarithms stay finite.
        now[t.value + flow(i, j, FOOD + s)] = clamp((weight[j] as number) * scale, 1e-9, 1e6);
        now[t.cost + p] = clamp(exp(costs[p] as number), 0.05, 20);
      }
    }
  }
}
