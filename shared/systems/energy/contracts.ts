import { WAYS } from '../../core/layout.ts';
import { PRICE_RULES } from '../../core/network.ts';
import type { CompiledEnergy } from './compile.ts';

const CHINA = WAYS.indexOf('china');
const CASPIAN = WAYS.indexOf('caspian');
const RUSSIA = WAYS.indexOf('russia');
const LINKED = PRICE_RULES.indexOf('linked');
const FLOOR = PRICE_RULES.indexOf('floor');

/** Mt of oil a half-year that were promised to buyers on a way. */
export function promisedOil(c: CompiledEnergy, num: Float64Array, way: number): number {
  if (way === CHINA) return num[c.at.oilFor[0]] as number;
  return way === europeanWay(c, num) ? (num[c.at.oilFor[1]] as number) : 0;
}

/** The way on which Europe's contract runs. */
export function europeanWay(c: CompiledEnergy, num: Float64Array): number {
  return (num[c.at.contractWay] as number) > 0.5 ? CASPIAN : RUSSIA;
}

/** Mt of oil that go to a buyer on the way of its contract. */
export function carriedTo(
  c: CompiledEnergy,
  num: Float64Array,
  flow: Float64Array,
  buyer: number,
): number {
  const way = buyer === 0 ? CHINA : europeanWay(c, num);
  let mt = 0;
  for (let l = 0; l < c.lines; l += 1) {
    if (c.way[l] === way && c.market[l] === c.buyerRegion[buyer]) mt += flow[l] as number;
  }
  return mt;
}

/**
 * $ a barrel under a contract. Of the day: the market's price. Linked: that of oil a half-year late
 * and smoothed, as budgets count on it. With a floor: the market's less the price of the insurance,
 * never below what was agreed.
 * @param entry of `contract_rule`; the floor stands in the same place of its own block
 */
export function contractPrice(c: CompiledEnergy, num: Float64Array, slot: number): number {
  const { at } = c;
  const market = Math.max(0, (num[at.brent] as number) - c.discount);
  switch (num[at.rule + slot]) {
    case LINKED:
      return Math.max(0, (num[at.oilNorm] as number) - c.discount);
    case FLOOR:
      return Math.max(market - c.floorPremium, num[at.floor + slot] as number);
    default:
      return market;
  }
}
