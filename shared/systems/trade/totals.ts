import type { Content } from '../../core/content.ts';
import { clamp, log } from '../../core/math.ts';
import type { RoundContext } from '../../core/round.ts';
import {
  CA,
  type CompiledTrade,
  ENERGY,
  EU,
  FOOD,
  flow,
  KZ,
  METALS,
  N_ARMINGTON,
  N_REGIONS,
  N_SECTORS,
  pair,
  RU,
  tradeOf,
} from './compile.ts';

/** Energy and metals of others than Kazakhstan: world price times the volume of the start. */
export function priceTakers(t: CompiledTrade, now: Float64Array): void {
  const { start } = t;
  const oil = (now[t.brent] as number) / (start[t.brent] as number);
  const metals = (now[t.metals] as number) / (start[t.metals] as number);
  const fuel =
    (100 + (now[t.energyPriceRu] as number)) / (100 + (start[t.energyPriceRu] as number));
  for (let i = 0; i < N_REGIONS; i += 1) {
    for (let j = 0; j < N_REGIONS; j += 1) {
      // What Kazakhstan sells of both is the energy system's.
      if (j === KZ) continue;
      const m = t.value + flow(i, j, METALS);
      now[m] = (start[m] as number) * metals;
      const e = t.value + flow(i, j, ENERGY);
      now[e] = (start[e] as number) * oil * (i === KZ && j === RU ? fuel : 1);
    }
  }
}

/** Turnover of Kazakhstan with a region, $bn a half-year. */
export function turnover(t: CompiledTrade, state: Float64Array, region: number): number {
  let sum = 0;
  const out = t.value + flow(region, KZ, 0);
  const back = t.value + flow(KZ, region, 0);
  for (let s = 0; s < N_SECTORS; s += 1)
    sum += (state[out + s] as number) + (state[back + s] as number);
  return sum;
}

/** Kazakh spending on food and goods, home producers' part of it. $bn a half-year. */
export function homeMarket(t: CompiledTrade, state: Float64Array): { home: number; all: number } {
  let home = 0;
  let all = 0;
  for (let j = 0; j < N_REGIONS; j += 1) {
    for (let s = 0; s < N_ARMINGTON; s += 1) {
      const v = state[t.value + flow(KZ, j, FOOD + s)] as number;
      all += v;
      if (j === KZ) home += v;
    }
  }
  return { home, all };
}

/** Writes what follows from the matrix: totals, indices, shares, volumes. */
export function totals(content: Content, t: CompiledTrade, num: Float64Array): void {
  const { start } = t;
  const { max } = content.layout;
  let exports = 0;
  let imports = 0;
  let all = 0;
  for (let r = RU; r < N_REGIONS; r += 1) {
    all += turnover(t, num, r);
    for (let s = 0; s < N_SECTORS; s += 1) {
      exports += num[t.value + flow(r, KZ, s)] as number;
      imports += num[t.value + flow(KZ, r, s)] as number;
    }
  }
  num[t.exports] = clamp(exports, 0, max[t.exports] as number);
  num[t.imports] = clamp(imports, 0, max[t.imports] as number);
  let all0 = 0;
  for (let r = RU; r < N_REGIONS; r += 1) all0 += turnover(t, start, r);
  num[t.trade + KZ] = clamp((100 * all) / all0, 0, max[t.trade] as number);
  num[t.tradeShare + KZ] = 100;
  for (let p = RU; p < t.powers; p += 1) {
    const sum = turnover(t, num, p);
    num[t.trade + p] = clamp((100 * sum) / turnover(t, start, p), 0, max[t.trade] as number);
    num[t.tradeShare + p] = (100 * sum) / all;
  }
  num[t.caTrade] = clamp(
    (100 * turnover(t, num, CA)) / turnover(t, start, CA),
    0,
    max[t.caTrade] as number,
  );
  num[t.ruChannel] = clamp(
    (100 * channel(t, num)) / channel(t, start),
    0,
    max[t.ruChannel] as number,
  );
  const { home, all: market } = homeMarket(t, num);
  num[t.homeShare] = (100 * home) / market;
  volumes(t, num);
}

/** EU–Russia trade both ways, $bn a half-year. */
export function channel(t: CompiledTrade, state: Float64Array): number {
  let sum = 0;
  for (let s = 0; s < N_SECTORS; s += 1) {
    sum +=
      (state[t.value + flow(EU, RU, s)] as number) + (state[t.value + flow(RU, EU, s)] as number);
  }
  return sum;
}

function volumes(t: CompiledTrade, num: Float64Array): void {
  const { start } = t;
  const oil = (num[t.brent] as number) / (start[t.brent] as number);
  const metals = (num[t.metals] as number) / (start[t.metals] as number);
  for (let j = 0; j < N_REGIONS; j += 1) {
    // The volume of Kazakh energy exports is the energy system's.
    for (let s = j === KZ ? METALS : ENERGY; s < N_SECTORS; s += 1) {
      // Price at the supplier's border: what its own buyers pay.
      const price =
        s === ENERGY ? oil : s === METALS ? metals : (num[t.cost + pair(j, j, s - FOOD)] as number);
      for (let i = 0; i < N_REGIONS; i += 1) {
        const f = flow(i, j, s);
        const v0 = start[t.value + f] as number;
        num[t.volume + f] =
          v0 > 0 ? clamp((100 * (num[t.value + f] as number)) / (v0 * price), 0, 1e6) : 100;
      }
    }
  }
}

/**
 * Change of what Kazakhs pay for imported food and goods in tenge, weighted by their part of all
 * spending on food and goods; log points.
 */
export function importPrices(ctx: RoundContext): number {
  const t = tradeOf(ctx.content);
  const { num, prev } = ctx;
  const tenge = log((num[t.usdkzt] as number) / (prev[t.usdkzt] as number));
  const { all } = homeMarket(t, prev);
  let sum = 0;
  for (let j = RU; j < N_REGIONS; j += 1) {
    for (let s = 0; s < N_ARMINGTON; s += 1) {
      const c = t.cost + pair(KZ, j, s);
      const dear = log((num[c] as number) / (prev[c] as number)) + tenge;
      sum += (prev[t.value + flow(KZ, j, FOOD + s)] as number) * dear;
    }
  }
  return sum / all;
}
