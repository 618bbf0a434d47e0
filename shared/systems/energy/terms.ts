import { type Content, coefficient } from '../../core/content.ts';
import { FUELS } from '../../core/layout.ts';
import { BUYERS } from '../../core/network.ts';
import { causeOf, move, type RoundContext, type System } from '../../core/round.ts';
import type { CompiledEnergy } from './compile.ts';

/** Stations that metals pass on their way to a market. */
const PASSED: Readonly<Record<string, readonly string[]>> = {
  CN: ['dostyk', 'khorgos'],
  RU: ['petropavl', 'iletsk', 'ozinki'],
  EU: ['petropavl', 'iletsk', 'ozinki', 'brest'],
  CA: ['saryagash'],
};

function compile(content: Content) {
  const { layout, start, network } = content;
  const nodes = new Set(layout.dims.node);
  const k = (name: string): number => coefficient(content, `contracts.${name}`);
  const slots = FUELS.flatMap((fuel) =>
    BUYERS.map((buyer) => ({
      promised: layout.at('contract', fuel, buyer),
      left: layout.at('contract_left', fuel, buyer),
      rule: layout.at('contract_rule', fuel, buyer),
      floor: layout.at('contract_floor', fuel, buyer),
    })),
  );
  const markets = Object.entries(PASSED).map(([region, stations]) => ({
    at: layout.at('metals_netback', region),
    delays: stations.filter((id) => nodes.has(id)).map((id) => layout.at('delay', id)),
    growth:
      region === 'CN' ? layout.at('cn_growth') : region === 'EU' ? layout.at('eu_growth') : -1,
    driver: region === 'CN' ? 'driver:cn_growth' : 'driver:eu_growth',
  }));
  const ships = network.lines
    .filter((l) => l.exit === 'AZ')
    .map((l) => layout.at('line_capacity', l.id));
  return {
    slots,
    markets,
    start,
    ships,
    caspian: layout.at('oil_quota', 'caspian'),
    europe: layout.at('contract', 'oil', 'EU'),
    way: layout.at('contract_way'),
    tankers: k('tankers'),
    port: k('port'),
    day: k('metalsDay'),
    fieldOil: k('fieldOil'),
    fieldRounds: k('fieldRounds'),
    demand: k('metalsDemand'),
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

function of(content: Content): Compiled {
  let own = compiled.get(content);
  if (!own) {
    own = compile(content);
    compiled.set(content, own);
  }
  return own;
}

/** A round less for every contract; one that has run out binds nobody. Ships are found for what is asked. */
export function runContracts(ctx: RoundContext, c: CompiledEnergy): void {
  const own = of(ctx.content);
  const { num } = ctx;
  for (const { promised, left, rule, floor } of own.slots) {
    if (num[promised] === 0 || ctx.touched.has(left)) continue;
    move(ctx, left, -1, 'mech:time');
    if ((num[left] as number) > 0) continue;
    for (const at of [promised, rule, floor])
      move(ctx, at, -(num[at] as number), 'mech:contract_ends');
  }
  charterShips(ctx, own, c);
}

/** New fields come into use in equal steps; what is under way goes on whatever anybody orders. */
export function openFields(ctx: RoundContext, c: CompiledEnergy): void {
  const { num } = ctx;
  const due = num[c.at.newOilDue] as number;
  if (due <= 0) return;
  const { fieldOil, fieldRounds } = of(ctx.content);
  move(ctx, c.at.newOil, fieldOil / fieldRounds, 'event:E10');
  move(ctx, c.at.newOilDue, -Math.min(1, due), 'mech:time');
}

/** At the start of a round, what storm or fire broke in the last one works again. */
export const repairs: System = {
  id: 'repairs',
  run(ctx) {
    const { layout } = ctx.content;
    const first = layout.at('outage');
    for (let at = first; at < first + layout.span('outage'); at += 1) {
      move(ctx, at, -(ctx.num[at] as number), 'mech:repairs');
    }
  },
};

/**
 * Pipes take years, tankers can be built against a contract or a quota: what is asked of the Caspian
 * beyond the fleet brings a part of the missing ships in each half-year, as far as the port of Aktau
 * can load them.
 */
function charterShips(ctx: RoundContext, own: Compiled, c: CompiledEnergy): void {
  const { num } = ctx;
  const pumped = (num[c.at.oilVolume] as number) + (num[c.at.newOil] as number);
  const oil = (c.total * pumped) / c.volumeStart;
  const quota = (oil * (num[own.caspian] as number)) / 100;
  const promised = (num[own.way] as number) > 0.5 ? (num[own.europe] as number) : 0;
  const asked = Math.min(Math.max(quota, promised), own.port);
  const by = quota >= promised ? own.caspian : own.europe;
  for (const at of own.ships) {
    const missing = asked / own.ships.length - (num[at] as number);
    if (missing > 0) move(ctx, at, own.tankers * missing, causeOf(ctx, by, 'mech:tankers'));
  }
}

/**
 * What each market pays for metals at the mine against the start, in log points: days at the border
 * (of the round before) cost freight, and a market that grows bids more.
 */
export function mineNetbacks(ctx: RoundContext): void {
  const own = of(ctx.content);
  const { num, content } = ctx;
  for (const { at, delays, growth, driver } of own.markets) {
    let days = 0;
    for (const d of delays) days += (num[d] as number) - (content.start[d] as number);
    const grown = growth < 0 ? 0 : (num[growth] as number) - (content.start[growth] as number);
    const bid = (own.demand * grown) / 100;
    const wanted = delays.length > 0 ? bid - (own.day * days) / delays.length : bid;
    const before =
      growth < 0 ? 0 : (ctx.prev[growth] as number) - (content.start[growth] as number);
    const risen = bid - (own.demand * before) / 100;
    move(ctx, at, risen, driver);
    move(ctx, at, wanted - (num[at] as number), 'mech:border_time');
  }
}
