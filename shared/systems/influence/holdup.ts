import { type Content, coefficient } from '../../core/content.ts';
import { clamp, exp, log } from '../../core/math.ts';
import { type Power, REGIONS, SECTORS } from '../../core/powers.ts';
import { type Cut, cutLoading } from '../transit/index.ts';
import { compileGates, freeTrains, roadLoss, tradeByRussia } from './gates.ts';

/** Powers that could hold Kazakhstan up. */
export const HOLDERS = ['RU', 'CN', 'EU'] as const satisfies readonly Power[];
/** Where it would hurt, in the order of `losses`. */
export const DOMAINS = ['oil', 'sales', 'supplies', 'loans', 'transit', 'roads'] as const;

/**
 * Whose law each power can close links by. The EU lies at the end of the way: boxes that it stopped
 * would be a small part of what background transit to Central Asia earns.
 */
const CUTS: Readonly<Record<(typeof HOLDERS)[number], readonly Cut[]>> = {
  RU: [{ owner: 'RU' }],
  CN: [{ owner: 'CN' }],
  EU: [],
};

/** `currency` once Kazakhstan has said yes. */
const AGREED = 2;

interface OilExits {
  readonly flow: Int32Array;
  /** 1 where tankers carry it. */
  readonly ships: Uint8Array;
  readonly capacity: Int32Array;
  readonly access: Int32Array;
  readonly outage: Int32Array;
}

function compile(content: Content) {
  const { layout, network } = content;
  const k = (name: string): number => coefficient(content, `influence.${name}`);
  const byShip = new Set(network.lines.filter((l) => l.exit === 'AZ').map((l) => l.id));
  const lines = (own: (power: Power) => boolean): OilExits => {
    const ids = network.lines.filter((l) => own(l.power)).map((l) => l.id);
    return {
      flow: Int32Array.from(ids, (l) => layout.at('oil_flow', l)),
      ships: Uint8Array.from(ids, (l) => (byShip.has(l) ? 1 : 0)),
      capacity: Int32Array.from(ids, (l) => layout.at('line_capacity', l)),
      access: Int32Array.from(ids, (l) => layout.at('oil_access', l)),
      outage: Int32Array.from(ids, (l) => layout.at('outage', l)),
    };
  };
  const spend = ['food', 'goods'].map((s) =>
    Int32Array.from(REGIONS, (r) => layout.at('value', 'KZ', r, s)),
  );
  return {
    netback: layout.at('netback'),
    transitIncome: layout.at('transit_income'),
    gdp: layout.at('gdp'),
    gap: layout.at('gap'),
    holdup: layout.at('holdup'),
    autonomy: layout.at('autonomy'),
    step: layout.at('epca_step'),
    quota: layout.at('oil_quota', 'caspian'),
    contractWay: layout.at('contract_way'),
    europeanOil: layout.at('delivered', 'oil', 'EU'),
    currency: layout.at('currency'),
    gates: compileGates(content),
    barrels: coefficient(content, 'energy.barrels'),
    spend,
    holders: HOLDERS.map((p) => ({
      own: lines((q) => q === p),
      others: lines((q) => q !== p),
      sold: Int32Array.from(SECTORS, (s) => layout.at('value', p, 'KZ', s)),
      kept: { oil: layout.at('delivered', 'oil', p), gas: layout.at('delivered', 'gas', p) },
      bought: Int32Array.from(SECTORS, (s) => layout.at('value', 'KZ', p, s)),
      // Development banks are those of Europe and its friends.
      debt: p === 'CN' ? layout.at('debt', 'CN') : p === 'EU' ? layout.at('debt', 'IFI') : -1,
      /** Firms whose owners could stop them. */
      capital: p === 'RU' ? layout.at('ru_capital') : -1,
      cuts: CUTS[p],
      holdup: layout.at('holdup', p),
      /** Its land lies between Kazakhstan and the West. */
      between: p === 'RU',
      /** A partnership with Europe is a way round it. */
      third: p !== 'EU',
    })),
    k: {
      reference: k('reference'),
      sigma: k('sigma'),
      oil: k('oil'),
      oilRoom: k('oilRoom'),
      surge: coefficient(content, 'contracts.surge'),
      energySales: k('energySales'),
      goodsSales: k('goodsSales'),
      fuelSupply: k('fuelSupply'),
      loans: k('loans'),
      owners: coefficient(content, 'pacts.owners'),
      transit: k('transit'),
      thirdOption: k('thirdOption'),
      gasTied: coefficient(content, 'contracts.gasTied') * coefficient(content, 'energy.gasWorth'),
      oilTied: coefficient(content, 'contracts.oilTied'),
      reserve: coefficient(content, 'contracts.reserve'),
      currency: k('currency'),
    },
  };
}

export type CompiledInfluence = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, CompiledInfluence>();

export function influenceOf(content: Content): CompiledInfluence {
  let own = compiled.get(content);
  if (!own) {
    own = compile(content);
    compiled.set(content, own);
  }
  return own;
}

/** Mt a half-year that find no other line within two rounds when a power shuts its own. */
export function strandedOil(c: CompiledInfluence, state: Float64Array, holder: number): number {
  const { own, others } = c.holders[holder] as CompiledInfluence['holders'][number];
  let lost = 0;
  for (let i = 0; i < own.flow.length; i += 1) {
    // What a line carried before it was squeezed or broke is as much at risk as what it still carries.
    const access = Math.min(1, state[own.access[i] as number] as number);
    const passed = access * (1 - (state[own.outage[i] as number] as number));
    lost += (state[own.flow[i] as number] as number) / clamp(passed, 0.1, 1);
  }
  let room = 0;
  for (let i = 0; i < others.flow.length; i += 1) {
    const open =
      (state[others.capacity[i] as number] as number) *
      (state[others.access[i] as number] as number);
    const free = open - (state[others.flow[i] as number] as number);
    if (free > 0) room += free;
    // Where the state keeps ships in use whatever they pay, crews and terms stand ready for more.
    const ready = others.ships[i] === 1 && (state[c.quota] as number) > 0;
    if (ready) room += c.k.surge * (state[others.flow[i] as number] as number);
  }
  const stranded = lost - c.k.oilRoom * room;
  return Math.max(stranded, 0);
}

/** $bn a half-year that the state's own part of stranded oil is worth, for each Mt. */
export function oilWorth(c: CompiledInfluence, state: Float64Array): number {
  const netback = state[c.netback] as number;
  return netback > 0 ? (c.k.oil * c.barrels * netback) / 1000 : 0;
}

/**
 * What Kazakhstan would lose within two rounds if a power cut its lines, purchases, supplies, loans
 * and roads tomorrow, less what can be had elsewhere; $bn a half-year by domain. Roads by one loading
 * at the delays of the state.
 * @param out shape [DOMAINS]
 */
export function losses(
  content: Content,
  c: CompiledInfluence,
  state: Float64Array,
  holder: number,
  out: Float64Array,
): number {
  const { k } = c;
  const h = c.holders[holder] as CompiledInfluence['holders'][number];
  out[0] = strandedOil(c, state, holder) * oilWorth(c, state);

  const minerals = (state[h.sold[0] as number] as number) + (state[h.sold[1] as number] as number);
  const goods = (state[h.sold[2] as number] as number) + (state[h.sold[3] as number] as number);
  out[1] = k.energySales * minerals + k.goodsSales * goods + tiedSales(c, state, holder);

  let supplies =
    k.fuelSupply *
    ((state[h.bought[0] as number] as number) + (state[h.bought[1] as number] as number));
  for (let s = 0; s < 2; s += 1) {
    const flows = c.spend[s] as Int32Array;
    let spend = 0;
    for (let j = 0; j < flows.length; j += 1) spend += state[flows[j] as number] as number;
    const share = (state[h.bought[2 + s] as number] as number) / spend;
    // The CES price index without a supplier of this share: (1 − w)^(−1/(σ−1)).
    const left = Math.max(1 - share, 1e-6);
    supplies += spend * (exp(-log(left) / (k.sigma - 1)) - 1);
  }
  out[2] = supplies;
  out[3] = h.debt < 0 ? 0 : k.loans * (state[h.debt] as number);
  if (h.capital >= 0) out[3] += k.owners * (state[h.capital] as number);

  const income = state[c.transitIncome] as number;
  let left = income;
  for (const cut of h.cuts) left = cutLoading(content, state, cut).transitIncome;
  out[4] = income > left ? k.transit * (income - left) : 0;
  out[5] = h.between
    ? roadLoss(c.gates, tradeByRussia(c.gates, state), freeTrains(c.gates, state))
    : 0;
  let sum = 0;
  for (let d = 0; d < DOMAINS.length; d += 1) sum += out[d] as number;
  return sum;
}

/** $bn a half-year of fuel that a contract has tied to one buyer: a pipe has no second end. */
function tiedSales(c: CompiledInfluence, state: Float64Array, holder: number): number {
  const { kept } = c.holders[holder] as CompiledInfluence['holders'][number];
  const tied =
    c.k.oilTied * (state[kept.oil] as number) + c.k.gasTied * (state[kept.gas] as number);
  const netback = state[c.netback] as number;
  return netback > 0 ? (tied * c.barrels * netback) / 1000 : 0;
}

/**
 * Hold-up in per cent of the reference loss: a fixed part of half a year of GDP, in dollars of the
 * equilibrium rate, so that neither a peg nor a float changes the yardstick.
 */
export function holdupOf(
  c: CompiledInfluence,
  state: Float64Array,
  holder: number,
  loss: number,
): number {
  const gdp = (state[c.gdp] as number) * exp(-(state[c.gap] as number) / 100);
  const part = leverage(c, state, holder) * monetary(c, state, holder);
  return Math.min(400, (100 * loss * part) / (c.k.reference * gdp));
}

/**
 * Part of a loss that remains when Kazakhstan has a standing partnership with Europe, and a European
 * buyer for years: loans, roads and sales that the other two do not control (C61).
 */
export function leverage(c: CompiledInfluence, state: Float64Array, holder: number): number {
  const third = (c.holders[holder] as CompiledInfluence['holders'][number]).third;
  return third ? 1 - c.k.thirdOption * (state[c.step] as number) - reserve(c, state, holder) : 1;
}

/** Part that a European contract makes good. One that runs through Russia is no help against Russia. */
export function reserve(c: CompiledInfluence, state: Float64Array, holder: number): number {
  const { between } = c.holders[holder] as CompiledInfluence['holders'][number];
  if (between && (state[c.contractWay] as number) < 0.5) return 0;
  return c.k.reserve * (state[c.europeanOil] as number);
}

/** Money that is made in Moscow: part more that Russia could take, once one currency is agreed. */
export function monetary(c: CompiledInfluence, state: Float64Array, holder: number): number {
  const { between } = c.holders[holder] as CompiledInfluence['holders'][number];
  return between && state[c.currency] === AGREED ? 1 + c.k.currency : 1;
}
