import { type Content, coefficient, roundOf } from '../../core/content.ts';
import { WAYS } from '../../core/layout.ts';
import { BUYERS, WAY_BY_EXIT } from '../../core/network.ts';
import { POWERS, REGIONS } from '../../core/powers.ts';

/** Regions that oil goes to, by position in REGIONS. */
export interface CompiledEnergy {
  readonly lines: number;
  readonly scale: number;
  /** $ a barrel between world price and price at the border; barrels a tonne. */
  readonly discount: number;
  readonly barrels: number;
  /** By line: $ a barrel, region of the market, Mt at the start, capacity at the start. */
  readonly tariff: Float64Array;
  readonly market: Uint8Array;
  /** By line: position in WAYS of the way on which it leaves Kazakhstan. */
  readonly way: Uint8Array;
  readonly volume: Float64Array;
  readonly capacity: Float64Array;
  readonly total: number;
  readonly volumeStart: number;
  /** $ a barrel by which a line to China gains for 1 point of the Chinese stake above the start's. */
  readonly stakePull: number;
  readonly stakeStart: number;
  /** Lines that end in China, by position. */
  readonly toChina: Uint8Array;
  /** Mt by region at the start, shape [regions]. */
  readonly marketStart: Float64Array;
  /** $bn of Kazakh metals by region at the start, and abroad in all. */
  readonly metalsStart: Float64Array;
  readonly metalsTotal: number;
  readonly metalsPriceStart: number;
  readonly metalsScale: number;
  /** By buyer: its region, and where its contracts stand in the blocks of contract words. */
  readonly buyerRegion: Uint8Array;
  readonly contracts: number;
  readonly oilSlot: Uint8Array;
  readonly gasSlot: Uint8Array;
  /** Part of the price of as much oil that gas brings; $ a barrel that a floor costs. */
  readonly gasWorth: number;
  readonly floorPremium: number;
  /** $ a barrel beyond the tariff for oil that a quota takes off its own way. */
  readonly detour: number;
  readonly steps: readonly {
    readonly round: number;
    readonly entry: number;
    readonly mt: number;
  }[];
  readonly at: {
    readonly brent: number;
    readonly oilVolume: number;
    readonly access: number;
    readonly outage: number;
    readonly newOil: number;
    readonly newOilDue: number;
    readonly capacity: number;
    readonly flow: number;
    readonly netback: number;
    readonly metalsPrice: number;
    readonly stake: number;
    readonly oilNorm: number;
    readonly quota: number;
    readonly metalsNetback: number;
    /** By buyer: Mt promised. */
    readonly oilFor: readonly [number, number];
    readonly gasFor: readonly [number, number];
    readonly gasCapacity: readonly [number, number];
    readonly contract: number;
    readonly rule: number;
    readonly floor: number;
    readonly contractWay: number;
    /** By region: $bn of energy bought from Kazakhstan; volume index. */
    readonly value: Int32Array;
    readonly volume: Int32Array;
  };
  /** Entries of the outcomes, in the order of `energyOutcomes`, and their ranges. */
  readonly entries: Int32Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Scratch: Mt by line; outcomes now, before and after a step of the ledger; mixed state. */
  readonly flow: Float64Array;
  readonly out: Float64Array;
  readonly before: Float64Array;
  readonly mixed: Float64Array;
}

const HOME = REGIONS.indexOf('KZ');

const cache = new WeakMap<Content, CompiledEnergy>();

/** The oil lines of a scenario in typed arrays; built at first use. @throws Error for missing content */
export function compiledEnergy(content: Content): CompiledEnergy {
  let c = cache.get(content);
  if (!c) {
    c = compile(content);
    cache.set(content, c);
  }
  return c;
}

function compile(content: Content): CompiledEnergy {
  const { layout, network } = content;
  const { lines } = network;
  const regions = REGIONS.map((r) => r);
  const market = Uint8Array.from(lines, (l) => REGIONS.indexOf(l.market));
  const volume = Float64Array.from(lines, (l) => l.volume);
  const marketStart = new Float64Array(regions.length);
  volume.forEach((mt, l) => {
    const m = market[l] as number;
    marketStart[m] = (marketStart[m] as number) + mt;
  });
  const of = (word: string, sector: string): Int32Array =>
    Int32Array.from(regions, (r) => layout.at(word, r, 'KZ', sector));
  const at = {
    brent: layout.at('brent'),
    oilVolume: layout.at('oil_volume'),
    access: layout.at('oil_access'),
    outage: layout.at('outage'),
    newOil: layout.at('new_oil'),
    newOilDue: layout.at('new_oil_due'),
    capacity: layout.at('line_capacity'),
    flow: layout.at('oil_flow'),
    netback: layout.at('netback'),
    value: of('value', 'energy'),
    metalsPrice: layout.at('metals_price'),
    stake: layout.at('stake_cn'),
    volume: of('volume', 'energy'),
    metals: of('value', 'metals'),
    oilNorm: layout.at('oil_norm'),
    quota: layout.at('oil_quota'),
    metalsNetback: layout.at('metals_netback'),
    oilFor: [layout.at('contract', 'oil', 'CN'), layout.at('contract', 'oil', 'EU')] as const,
    gasFor: [layout.at('contract', 'gas', 'CN'), layout.at('contract', 'gas', 'EU')] as const,
    gasCapacity: [layout.at('gas_capacity', 'CN'), layout.at('gas_capacity', 'EU')] as const,
    contract: layout.at('contract'),
    rule: layout.at('contract_rule'),
    floor: layout.at('contract_floor'),
    contractWay: layout.at('contract_way'),
  };
  const metalsStart = Float64Array.from(at.metals, (i) => content.start[i] as number);
  const entries = Int32Array.from([
    at.netback,
    ...at.value,
    ...at.volume,
    ...at.metals,
    ...POWERS.map((p) => layout.at('weight', p)),
    ...BUYERS.map((p) => layout.at('delivered', 'oil', p)),
    ...BUYERS.map((p) => layout.at('delivered', 'gas', p)),
    layout.at('contract_income'),
  ]);
  return {
    lines: lines.length,
    scale: coefficient(content, 'energy.scale'),
    discount: coefficient(content, 'energy.discount'),
    barrels: coefficient(content, 'energy.barrels'),
    tariff: Float64Array.from(lines, (l) => l.tariff),
    market,
    way: Uint8Array.from(lines, (l) => WAYS.indexOf(WAY_BY_EXIT[l.exit])),
    volume,
    capacity: Float64Array.from(
      lines,
      (l) => content.start[layout.at('line_capacity', l.id)] as number,
    ),
    total: volume.reduce((sum, mt) => sum + mt, 0),
    stakePull: coefficient(content, 'energy.stakePull'),
    stakeStart: content.start[at.stake] as number,
    toChina: Uint8Array.from(lines, (l) => (l.market === 'CN' ? 1 : 0)),
    volumeStart: content.start[at.oilVolume] as number,
    marketStart,
    metalsStart,
    metalsTotal: metalsStart.reduce((sum, v, r) => (r === HOME ? sum : sum + v), 0),
    metalsScale: coefficient(content, 'energy.metalsScale'),
    buyerRegion: Uint8Array.from(BUYERS, (p) => REGIONS.indexOf(p)),
    contracts: layout.span('contract'),
    oilSlot: Uint8Array.from(BUYERS, (p) => layout.at('contract', 'oil', p) - at.contract),
    gasSlot: Uint8Array.from(BUYERS, (p) => layout.at('contract', 'gas', p) - at.contract),
    gasWorth: coefficient(content, 'energy.gasWorth'),
    floorPremium: coefficient(content, 'energy.floorPremium'),
    detour: coefficient(content, 'energy.detour'),
    metalsPriceStart: content.start[at.metalsPrice] as number,
    steps: [
      ...lines.map((l) => ({ entry: layout.at('line_capacity', l.id), capacity: l.capacity })),
      ...(network.gas ?? []).map((g) => ({
        entry: layout.at('gas_capacity', g.market),
        capacity: g.capacity,
      })),
    ].flatMap(({ entry, capacity }) =>
      capacity.map((step) => ({ round: roundOf(content, step.from), entry, mt: step.mt })),
    ),
    at,
    entries,
    low: Float64Array.from(entries, (i) => layout.min[i] as number),
    high: Float64Array.from(entries, (i) => layout.max[i] as number),
    flow: new Float64Array(lines.length),
    out: new Float64Array(entries.length),
    before: new Float64Array(entries.length),
    mixed: new Float64Array(layout.size),
  };
}
