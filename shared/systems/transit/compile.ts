import { type Content, coefficient } from '../../core/content.ts';
import type { LinkSpec, OriginDestination, PathSpec } from '../../core/network.ts';
import { CORRIDORS, type Corridor } from '../../core/powers.ts';

/** Nests of the choice: trains compete with each other first, and as one against road and sea. */
export const NESTS = 3;
const NEST: Readonly<Record<Corridor, number>> = {
  trunk: 0,
  siberian: 0,
  caspian: 0,
  south: 0,
  asia: 0,
  ukraine: 0,
  road: 1,
  sea: 2,
};

/** Ways by which Kazakh exports leave, for `diversity`. */
export const EXITS = ['RU', 'AZ', 'IR', 'CN'] as const;
const EXIT_OF: Readonly<Partial<Record<Corridor, (typeof EXITS)[number]>>> = {
  trunk: 'RU',
  siberian: 'RU',
  ukraine: 'RU',
  caspian: 'AZ',
  south: 'IR',
  asia: 'CN',
};

export interface TransitCoefficients {
  /** Choice scale between paths of one nest and between nests, per $. */
  readonly pathScale: number;
  readonly modeScale: number;
  /** Weight of the log of service frequency: within the rail nest, and for rail as a whole. */
  readonly frequencyPath: number;
  readonly frequencyMode: number;
  /** Trains a week below which a corridor still counts as served now and then. */
  readonly frequencyFloor: number;
  readonly freightPass: number;
  readonly inlandGrowth: number;
  readonly adoption: number;
  readonly provision: number;
  readonly slowDays: number;
  readonly slowRisk: number;
  readonly bypassPremium: number;
  readonly queueAtCapacity: number;
  readonly queueMax: number;
  readonly freeShare: number;
  readonly teuPerTrain: number;
  readonly background: number;
  readonly exitWeight: number;
  /** Three value-of-time classes: $ per FEU and day, and their shares of all boxes. */
  readonly timeValue: readonly [number, number, number];
  readonly timeShare: readonly [number, number, number];
}

/** The network in typed arrays: paths sorted by pair and nest, everything summed once. */
export interface CompiledTransit {
  readonly k: TransitCoefficients;
  readonly paths: number;
  readonly pairs: number;
  readonly stations: number;
  /** First path of each nest of each pair, shape [pairs · NESTS + 1]. */
  readonly nestStart: Int32Array;
  readonly pairOf: Uint8Array;
  /** Position in CORRIDORS, shape [paths]. */
  readonly corridor: Uint8Array;
  /** $ per FEU of all links and of unreliability; the part of sea freight; days of the links. */
  readonly rate: Float64Array;
  readonly ocean: Float64Array;
  readonly days: Float64Array;
  readonly logSize: Float64Array;
  /** Flags, 0 or 1: pays the Kazakh toll, pays the Russian one, is subsidised, counts as Europe. */
  readonly paysKz: Uint8Array;
  readonly paysRu: Uint8Array;
  readonly subsidised: Uint8Array;
  readonly europe: Uint8Array;
  readonly throughKz: Uint8Array;
  /** Depends on Russian access; offers a way round Russia. */
  readonly viaRu: Uint8Array;
  readonly bypass: Uint8Array;
  /** Waits for the next train of its corridor. */
  readonly waits: Uint8Array;
  /** Exit of Kazakh exports, position in EXITS; −1 for other goods. */
  readonly exit: Int8Array;
  /** Stations of path p: stationOf[stationStart[p] … stationStart[p + 1]]. */
  readonly stationStart: Int32Array;
  readonly stationOf: Uint8Array;
  /** Links of path p, as entries of `available` and `flow` relative to their first. */
  readonly linkStart: Int32Array;
  readonly linkOf: Int32Array;
  /** k TEU a half-year, shape [pairs]. */
  readonly demand: Float64Array;
  readonly pairEurope: Uint8Array;
  /** Handling days of an empty station and trains a day of other freight, shape [stations]. */
  readonly handling: Float64Array;
  readonly backgroundTrains: Float64Array;
  readonly lineExit: Uint8Array;
  /** Constants of the alternatives: by path, and by nest of a pair. Set by `calibrate`. */
  readonly constant: Float64Array;
  readonly nestConstant: Float64Array;
  readonly start: Float64Array;
  readonly at: TransitEntries;
}

/** Where the words that transit reads and writes stand in the numeric state. */
export interface TransitEntries {
  readonly demand: number;
  readonly residual: number;
  readonly freight: number;
  readonly subsidy: number;
  readonly bypass: number;
  readonly tollKz: number;
  readonly tollRu: number;
  readonly status: number;
  readonly freq: number;
  readonly available: number;
  readonly flow: number;
  readonly boxes: number;
  readonly income: number;
  readonly tollIncomeKz: number;
  readonly tollIncomeRu: number;
  readonly splitKz: number;
  readonly splitRu: number;
  readonly poolKz: number;
  readonly poolRu: number;
  readonly mix: number;
  readonly diversity: number;
  readonly subsidyCost: number;
  readonly oilFlow: number;
  readonly links: number;
  readonly lines: number;
  /** By station. */
  readonly delay: Int32Array;
  readonly load: Int32Array;
  readonly capacity: Int32Array;
  readonly relief: Int32Array;
}

function coefficients(content: Content): TransitCoefficients {
  const get = (name: string): number => coefficient(content, `transit.${name}`);
  return {
    pathScale: get('pathScale'),
    modeScale: get('modeScale'),
    frequencyPath: get('frequencyPath'),
    frequencyMode: get('frequencyMode'),
    frequencyFloor: get('frequencyFloor'),
    freightPass: get('freightPass'),
    inlandGrowth: get('inlandGrowth'),
    adoption: get('adoption'),
    provision: get('provision'),
    slowDays: get('slowDays'),
    slowRisk: get('slowRisk'),
    bypassPremium: get('bypassPremium'),
    queueAtCapacity: get('queueAtCapacity'),
    queueMax: get('queueMax'),
    freeShare: get('freeShare'),
    teuPerTrain: get('teuPerTrain'),
    background: get('background'),
    exitWeight: get('exitWeight'),
    timeValue: [get('timeValue.low'), get('timeValue.middle'), get('timeValue.high')],
    timeShare: [get('timeShare.low'), get('timeShare.middle'), get('timeShare.high')],
  };
}

/** km of ocean that the sea freight of the scenario pays for (China to northern Europe). */
const OCEAN_KM = 20300;

function isOcean(link: LinkSpec): boolean {
  return link.mode === 'sea' && link.rate === undefined;
}

/** Stations that a path's trains pass: road and ocean ships do not use them. */
function passed(links: readonly LinkSpec[], station: ReadonlyMap<string, number>): number[] {
  const found = new Set<number>();
  for (const l of links) {
    if (l.mode === 'road' || isOcean(l)) continue;
    for (const end of [l.from, l.to]) {
      const s = station.get(end);
      if (s !== undefined) found.add(s);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function sorted(pairs: readonly OriginDestination[], paths: readonly PathSpec[]): PathSpec[] {
  const pairOf = new Map(pairs.map((p, i) => [p.id, i]));
  const key = (p: PathSpec): number => (pairOf.get(p.od) as number) * NESTS + NEST[p.corridor];
  return paths
    .map((p, i) => ({ p, i }))
    .sort((a, b) => key(a.p) - key(b.p) || a.i - b.i)
    .map(({ p }) => p);
}

/** Compiles a scenario's network; the constants of the alternatives are still to be calibrated. */
export function compileTransit(content: Content): CompiledTransit {
  const { network, layout } = content;
  const paths = sorted(network.pairs, network.paths);
  const pairAt = new Map(network.pairs.map((p, i) => [p.id, i]));
  const linkAt = new Map(network.links.map((l, i) => [l.id, i]));
  const country = new Map(network.nodes.map((n) => [n.id, n.country]));
  const stations = network.nodes.filter((n) => n.capacity !== undefined);
  const stationAt = new Map(stations.map((n, i) => [n.id, i]));
  const n = paths.length;
  const nestStart = new Int32Array(network.pairs.length * NESTS + 1);
  const flags = (): Uint8Array => new Uint8Array(n);
  const stationLists: number[][] = [];
  const linkLists: number[][] = [];
  const newService = coefficient(content, 'transit.newService');
  const newCorridor = coefficient(content, 'transit.newCorridor');
  const c: CompiledTransit = {
    k: coefficients(content),
    paths: n,
    pairs: network.pairs.length,
    stations: stations.length,
    nestStart,
    pairOf: flags(),
    corridor: flags(),
    rate: new Float64Array(n),
    ocean: new Float64Array(n),
    days: new Float64Array(n),
    logSize: new Float64Array(n),
    paysKz: flags(),
    paysRu: flags(),
    subsidised: flags(),
    europe: flags(),
    throughKz: flags(),
    viaRu: flags(),
    bypass: flags(),
    waits: flags(),
    exit: new Int8Array(n).fill(-1),
    stationStart: new Int32Array(n + 1),
    stationOf: new Uint8Array(0),
    linkStart: new Int32Array(n + 1),
    linkOf: new Int32Array(0),
    demand: Float64Array.from(network.pairs, (p) => p.demand),
    pairEurope: Uint8Array.from(network.pairs, (p) => (p.europe ? 1 : 0)),
    handling: Float64Array.from(stations, (s) => s.handling ?? 0),
    backgroundTrains: Float64Array.from(stations, (s) => s.background ?? 0),
    lineExit: Uint8Array.from(network.lines, (l) => EXITS.indexOf(l.exit)),
    constant: new Float64Array(n),
    nestConstant: new Float64Array(network.pairs.length * NESTS).fill(newService),
    start: content.start,
    at: {
      demand: layout.at('box_demand'),
      residual: layout.at('res_boxes'),
      freight: layout.at('sea_freight'),
      subsidy: layout.at('subsidy'),
      bypass: layout.at('bypass'),
      tollKz: layout.at('toll', 'KZ'),
      tollRu: layout.at('toll', 'RU'),
      status: layout.at('status'),
      freq: layout.at('freq'),
      available: layout.at('available'),
      flow: layout.at('flow'),
      boxes: layout.at('boxes'),
      income: layout.at('transit_income'),
      tollIncomeKz: layout.at('toll_income', 'KZ'),
      tollIncomeRu: layout.at('toll_income', 'RU'),
      splitKz: layout.at('split_paid', 'KZ'),
      splitRu: layout.at('split_paid', 'RU'),
      poolKz: layout.at('pool_paid', 'KZ'),
      poolRu: layout.at('pool_paid', 'RU'),
      mix: layout.at('route_mix'),
      diversity: layout.at('diversity'),
      subsidyCost: layout.at('subsidy_cost'),
      oilFlow: layout.at('oil_flow'),
      links: network.links.length,
      lines: network.lines.length,
      delay: Int32Array.from(stations, (s) => layout.at('delay', s.id)),
      load: Int32Array.from(stations, (s) => layout.at('load', s.id)),
      capacity: Int32Array.from(stations, (s) => layout.at('capacity', s.id)),
      relief: Int32Array.from(stations, (s) => layout.at('relief', s.id)),
    },
  };
  paths.forEach((spec, p) => {
    const links = spec.links.map((id) => network.links[linkAt.get(id) as number] as LinkSpec);
    const pairIndex = pairAt.get(spec.od) as number;
    const pair = network.pairs[pairIndex] as OriginDestination;
    const rail = NEST[spec.corridor] === 0;
    const kz = links.some((l) => l.owner === 'KZ');
    const ru = links.some((l) => l.owner === 'RU');
    const endsInKz = country.get(pair.from) === 'KZ' || country.get(pair.to) === 'KZ';
    c.pairOf[p] = pairIndex;
    c.corridor[p] = CORRIDORS.indexOf(spec.corridor);
    c.rate[p] =
      links.reduce((sum, l) => sum + (l.rate ?? 0), 0) +
      coefficient(content, `transit.unreliability.${spec.corridor}`);
    c.ocean[p] = links.reduce((sum, l) => sum + (isOcean(l) ? l.km / OCEAN_KM : 0), 0);
    c.days[p] = links.reduce((sum, l) => sum + l.days, 0);
    c.logSize[p] = spec.logSize;
    const seen = pair.observed[spec.corridor] ?? 0;
    const others = Object.keys(pair.observed).length > 0;
    c.constant[p] = rail && others && seen <= 0 ? newCorridor : 0;
    c.paysKz[p] = kz && !endsInKz ? 1 : 0;
    c.paysRu[p] = ru ? 1 : 0;
    c.subsidised[p] = pair.europe && rail ? 1 : 0;
    c.europe[p] = pair.europe ? 1 : 0;
    c.throughKz[p] = kz ? 1 : 0;
    c.viaRu[p] = ru ? 1 : 0;
    c.bypass[p] = rail && !ru ? 1 : 0;
    c.waits[p] = rail && pair.europe ? 1 : 0;
    if (country.get(pair.from) === 'KZ') {
      const exit = EXIT_OF[spec.corridor];
      c.exit[p] = exit ? EXITS.indexOf(exit) : -1;
    }
    stationLists.push(passed(links, stationAt));
    linkLists.push(spec.links.map((id) => linkAt.get(id) as number));
    for (
      let slot = pairIndex * NESTS + NEST[spec.corridor] + 1;
      slot < nestStart.length;
      slot += 1
    ) {
      nestStart[slot] = p + 1;
    }
  });
  return {
    ...c,
    stationStart: offsets(stationLists),
    stationOf: Uint8Array.from(stationLists.flat()),
    linkStart: offsets(linkLists),
    linkOf: Int32Array.from(linkLists.flat()),
  };
}

function offsets(lists: readonly (readonly number[])[]): Int32Array {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = (start[i] as number) + list.length;
  });
  return start;
}
