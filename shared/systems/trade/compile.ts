import { type Content, coefficient } from '../../core/content.ts';
import { log } from '../../core/math.ts';
import { POWERS, REGIONS } from '../../core/powers.ts';

/** Positions in `REGIONS`. */
export const KZ = 0;
export const RU = 1;
export const CN = 2;
export const EU = 3;
export const CA = 4;
export const RW = 5;
export const N_REGIONS = REGIONS.length;
/** Positions in `SECTORS`; food and goods follow each other in both dimensions. */
export const ENERGY = 0;
export const METALS = 1;
export const FOOD = 2;
export const N_SECTORS = 4;
export const N_ARMINGTON = 2;

/** Entry of (importer, supplier, food or goods) in blocks such as `cost` and `ntb`. */
export function pair(i: number, j: number, s: number): number {
  return (i * N_REGIONS + j) * N_ARMINGTON + s;
}

/** Entry of (importer, supplier, sector) in `value` and `volume`. */
export function flow(i: number, j: number, sector: number): number {
  return (i * N_REGIONS + j) * N_SECTORS + sector;
}

/** Border by which goods of a region come: those of Central Asia over Kyrgyzstan. */
const BORDER_OF: Readonly<Partial<Record<(typeof REGIONS)[number], string>>> = {
  RU: 'RU',
  CN: 'CN',
  CA: 'KG',
};

function compile(content: Content) {
  const { layout, start } = content;
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `trade.${name}`);
  const value = at('value');
  const logShare = new Float64Array(N_REGIONS * N_REGIONS * N_ARMINGTON);
  for (let i = 0; i < N_REGIONS; i += 1) {
    for (let s = 0; s < N_ARMINGTON; s += 1) {
      let spend = 0;
      for (let j = 0; j < N_REGIONS; j += 1) spend += start[value + flow(i, j, FOOD + s)] as number;
      for (let j = 0; j < N_REGIONS; j += 1) {
        const v = start[value + flow(i, j, FOOD + s)] as number;
        if (!(v > 0))
          throw new Error(`start value of ${REGIONS[i]} from ${REGIONS[j]} must be above 0`);
        logShare[pair(i, j, s)] = log(v / spend);
      }
    }
  }
  const nodes = new Set(layout.dims.node);
  const delays = (...ids: string[]): Int32Array =>
    Int32Array.from(
      ids.filter((id) => nodes.has(id)),
      (id) => at('delay', id),
    );
  return {
    value,
    volume: at('volume'),
    cost: at('cost'),
    ntb: at('ntb'),
    cet: at('cet_rate', 'food'),
    exempt: at('exempt', 'food'),
    brent: at('brent'),
    oilNorm: at('oil_norm'),
    metals: at('metals_price'),
    goods: at('goods_price'),
    food: at('food_price'),
    harvest: at('harvest'),
    usdrub: at('usdrub'),
    rubPrices: at('rub_prices'),
    usdkzt: at('usdkzt'),
    cpi: at('cpi'),
    growth: at('growth'),
    ruGrowth: at('ru_growth'),
    cnGrowth: at('cn_growth'),
    euGrowth: at('eu_growth'),
    level: at('sanction_level'),
    relief: at('sme_relief'),
    law: at('rol'),
    /** Unrecorded trade over the border by which goods of each region come; -1 = all of it is recorded. */
    grey: Int32Array.from(REGIONS, (r) => {
      const border = BORDER_OF[r];
      return border ? at('grey', border) : -1;
    }),
    statusTrunk: at('status', 'trunk'),
    energyPriceRu: at('energy_price', 'RU'),
    trade: at('trade'),
    tradeShare: at('trade_share'),
    caTrade: at('ca_trade'),
    ruChannel: at('ru_channel'),
    exports: at('exports'),
    imports: at('imports'),
    homeShare: at('home_share'),
    /** Border stations that goods between two regions pass. */
    borders: {
      china: delays('dostyk', 'khorgos'),
      europe: delays('brest'),
      russia: delays('petropavl', 'iletsk', 'ozinki'),
      south: delays('saryagash'),
    },
    powers: POWERS.length,
    logShare,
    start,
    k: {
      sigmaShort: k('sigmaShort'),
      sigmaLong: k('sigmaLong'),
      lambda: k('lambda'),
      roublePrice: k('roublePrice'),
      roubleCatch: k('roubleCatch'),
      roublePriceCa: k('roublePriceCa'),
      homeCost: k('homeCost'),
      harvestPrice: k('harvestPrice'),
      timeCost: k('timeCost'),
      slowDays: k('slowDays'),
      closedDays: k('closedDays'),
      sanctionBarrier: k('sanctionBarrier'),
      income: k('income'),
      oilIncome: k('oilIncome'),
      smallFirms: coefficient(content, 'rules.smallFirms'),
      greyEdge: coefficient(content, 'rules.greyEdge'),
      lawCost: coefficient(content, 'rules.lawCost'),
      restGrowth: k('restGrowth'),
      remittances: k('remittances'),
    },
  };
}

export type CompiledTrade = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, CompiledTrade>();

export function tradeOf(content: Content): CompiledTrade {
  let own = compiled.get(content);
  if (!own) {
    own = compile(content);
    compiled.set(content, own);
  }
  return own;
}
