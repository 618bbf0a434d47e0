import { clamp, exp, log, logMean } from '../../core/math.ts';
import { causeOf, move, type RoundContext, type System } from '../../core/round.ts';
import { alignedGrowth } from '../alignment/index.ts';
import { explanationOf, importPrices, type TradeExplanation } from '../trade/index.ts';
import { bookSplit } from './causes.ts';
import { type CompiledEconomy, economyOf } from './compile.ts';
import { budget } from './fund.ts';
import { exportsOf } from './oil.ts';

const FLOAT = 2;

/**
 * Step 8: prices, growth, incomes, then the National Fund and debt. Growth and inflation move part of
 * the way to where their causes point, so each cause has its linear line.
 */
export const output: System = {
  id: 'output',
  run(ctx) {
    const e = economyOf(ctx.content);
    const why = ctx.ledger ? explanationOf(ctx.ledger) : null;
    const tolls = (ctx.num[e.tollRu] as number) - (ctx.prev[e.tollRu] as number);
    move(ctx, e.ruGrowth, e.k.ruToll * tolls, 'mech:toll_gains');
    inflation(ctx, e, why);
    growth(ctx, e, why);
    incomes(ctx, e);
    budget(ctx, e);
    wishForRoads(ctx, e);
  },
};

/** Past and present dearer imports reach shops within about a year; the rest returns to the usual rate. */
function inflation(ctx: RoundContext, e: CompiledEconomy, why: TradeExplanation | null): void {
  const { num, prev } = ctx;
  const { k } = e;
  const waiting = prev[e.passThrough] as number;
  const arriving = 100 * k.passThrough * importPrices(ctx);
  num[e.passThrough] = clamp((1 - k.passNow) * (waiting + arriving), -40, 60);

  move(
    ctx,
    e.cpi,
    (1 - k.cpiStays) * (k.cpiUsual - (prev[e.cpi] as number)),
    'mech:usual_inflation',
  );
  move(ctx, e.cpi, k.passNow * waiting, 'mech:pass_through');
  const now = k.passNow * arriving;
  move(ctx, e.cpi, now, 'mech:import_prices');
  if (why && ctx.ledger) {
    // The same amount, told by what made imports dearer or cheaper.
    ctx.ledger.add(e.cpi, 'mech:import_prices', -now);
    bookSplit(ctx, why.book, why.importPrices, e.cpi, 100 * k.passThrough * k.passNow);
  }
  move(ctx, e.cpi, floatScare(ctx, e), causeOf(ctx, e.regime, 'mech:gap_closes'));
  const fuel = (num[e.energyPriceRu] as number) - (prev[e.energyPriceRu] as number);
  move(ctx, e.cpi, k.cpiFuel * fuel, causeOf(ctx, e.energyPriceRu, 'mech:fuel'));
  move(ctx, e.cpi, num[e.resCpi] as number, 'other');
}

/**
 * Prices that rise because a peg is dropped without need, pp: shops mark up for what the state seems to
 * know. Where the tenge is far too dear, everybody has waited for it.
 */
function floatScare(ctx: RoundContext, e: CompiledEconomy): number {
  const { num, prev } = ctx;
  const { k } = e;
  if ((num[e.regime] as number) < FLOAT || (prev[e.regime] as number) >= FLOAT) return 0;
  const fallen = 100 * log((num[e.usdkzt] as number) / (prev[e.usdkzt] as number));
  const gap = (num[e.gap] as number) + fallen;
  return k.floatScare * clamp(1 - gap / k.floatAwaited, 0, 1);
}

function growth(ctx: RoundContext, e: CompiledEconomy, why: TradeExplanation | null): void {
  const { num, prev, ledger } = ctx;
  const { k, start } = e;
  const speed = k.growthSpeed;
  const at = e.growth;
  move(ctx, at, speed * (k.growthTrend - (prev[at] as number)), 'mech:trend');

  // Budgets and firms count on an oil price that follows the market slowly: gains go to the Fund,
  // losses are felt in full through budgets and confidence.
  const norm = prev[e.oilNorm] as number;
  const oil = 100 * log((num[e.brent] as number) / norm);
  const felt = oil > 0 ? k.oilGain : 1;
  move(ctx, at, speed * felt * k.oilLoss * oil, 'driver:brent');
  // A part that was sold with a floor is not feared for.
  const calm = oil > 0 ? 0 : Math.min(1, k.insured * insuredPart(ctx, e));
  move(ctx, at, -speed * felt * k.oilLoss * oil * calm, 'mech:contracts');
  num[e.oilNorm] = norm + k.oilNormSpeed * ((num[e.brent] as number) - norm);

  // Who is owned in Russia cuts with its owners (C02).
  const owned = 1 + k.ruOwners * (prev[e.ruCapital] as number);
  const spill = (speed * k.ruSpill * owned * (prev[e.tradeShareRu] as number)) / start.tradeShareRu;
  const sanctions = k.ruSanction * (num[e.level] as number);
  const outside = (num[e.ruOutside] as number) - k.ruNormal;
  const rest = (num[e.ruGrowth] as number) - (num[e.ruOutside] as number) - sanctions;
  move(ctx, at, spill * outside, 'driver:ru_growth_outside');
  move(ctx, at, spill * sanctions, causeOf(ctx, e.level, 'mech:sanctions'));
  move(ctx, at, spill * rest, 'mech:ru_economy');

  growthByTrade(ctx, e, why, speed);
  move(ctx, at, speed * k.works * ((num[e.works] as number) - start.works), 'mech:works');
  const infra = (num[e.infraStock] as number) - start.infraStock;
  move(ctx, at, speed * k.infra * infra, 'mech:infra');
  const transit = (num[e.transitIncome] as number) - start.transitIncome;
  move(ctx, at, speed * k.transit * transit, 'mech:transit_income');
  move(
    ctx,
    at,
    speed * k.inflationDrag * ((num[e.cpi] as number) - k.cpiUsual),
    'mech:inflation_drag',
  );
  const skills = (num[e.innovation] as number) - start.innovation;
  move(ctx, at, speed * k.innovation * skills, 'mech:innovation');
  // Who may keep what he builds builds more.
  const law = (num[e.rol] as number) - start.rol;
  move(ctx, at, speed * k.lawGrowth * law, 'mech:rule_of_law');
  // Firms that expect to sell more build for it, before they do (C08).
  const hopes = (num[e.expGain] as number) - start.expGain;
  move(ctx, at, speed * k.expectation * hopes, 'mech:expected_gain');
  // So do those that reckon with one rule book on both sides of the border, or with deals just signed.
  move(ctx, at, speed * alignedGrowth(ctx.content, num), 'mech:chapters');
  move(ctx, at, speed * k.deals * ((prev[e.offerCn] as number) - start.offerCn), 'mech:deals');
  move(ctx, at, speed * k.guarded * (num[e.guarded] as number), 'mech:patrols');
  move(ctx, at, speed * tilled(e, num), 'mech:tenants');
  const put = num[e.ruWorks] as number;
  move(ctx, at, k.ruInvest * put, causeOf(ctx, e.ruWorks, 'mech:works'));
  move(ctx, e.ruWorks, -put, 'mech:time');
  move(ctx, at, k.protest * (num[e.wave] as number), 'event:E15');
  move(ctx, at, num[e.resGrowth] as number, 'other');

  const { min, max } = ctx.content.layout;
  const real = (num[at] as number) / 200;
  num[e.gdpReal] = clamp((prev[e.gdpReal] as number) * (1 + real), 20, max[e.gdpReal] as number);
  const dollars = (prev[e.usdkzt] as number) / (num[e.usdkzt] as number);
  const nominal = exp(real + (prev[e.cpi] as number) / 200) * dollars;
  num[e.gdp] = clamp((prev[e.gdp] as number) * nominal, min[e.gdp] as number, max[e.gdp] as number);
  if (ledger && why === null) throw new Error('growth is explained after trade');
}

/** Part of Kazakh oil that is sold with a floor that lies above the market. */
function insuredPart(ctx: RoundContext, e: CompiledEconomy): number {
  const { num } = ctx;
  let mt = 0;
  e.delivered.forEach((at, p) => {
    if ((num[e.contractFloor + p] as number) > (num[e.brent] as number)) mt += num[at] as number;
  });
  return mt / exportsOf(ctx.content).tonnes(num);
}

/** Growth, pp, by what tenants put into farmland that is open to them: those of any land, and China's. */
function tilled(e: CompiledEconomy, num: Float64Array): number {
  const { k } = e;
  const open = num[e.landCode] === 1 && (num[e.landAge] as number) >= 1;
  return (open ? k.tilled : 0) + k.tilledCn * (num[e.leases] as number);
}

/** Home producers' share, exports of food and goods, and the volume of oil. */
function growthByTrade(
  ctx: RoundContext,
  e: CompiledEconomy,
  why: TradeExplanation | null,
  speed: number,
): void {
  const { num, prev, ledger } = ctx;
  const { k } = e;
  const home = speed * k.homeShare;
  const share = (num[e.homeShare] as number) - (prev[e.homeShare] as number);
  move(ctx, e.growth, home * share, 'mech:home_producers');
  const exported = exportsOf(ctx.content);
  const goods = log(exported.goods(num) / exported.goods(prev));
  const weight = speed * k.exports * 100;
  move(ctx, e.growth, weight * goods, 'mech:exports');
  if (why && ledger) {
    ledger.add(e.growth, 'mech:home_producers', -home * share);
    for (const { cause, amount } of ledger.lines(e.homeShare)) {
      ledger.add(e.growth, cause, home * amount);
    }
    ledger.add(e.growth, 'mech:exports', -weight * goods);
    bookSplit(ctx, why.book, why.exports, e.growth, weight);
  }
  const volume = log(exported.oil(num) / exported.oil(prev));
  const pumped = (state: Float64Array): number =>
    (state[e.oilVolume] as number) + (state[e.newOil] as number);
  const output = log(pumped(num) / pumped(prev));
  const opened = (num[e.newOil] as number) - (prev[e.newOil] as number);
  const fields = opened === 0 ? 0 : opened / logMean(pumped(num), pumped(prev));
  let routes = 'mech:oil_routes';
  for (const at of e.oilAccess) {
    if (num[at] !== prev[at]) routes = causeOf(ctx, at, routes);
  }
  if (e.outage.some((at) => num[at] !== prev[at])) routes = 'mech:outage';
  // Gas that is sold for the first time, and prices that contracts keep up.
  const kept = (num[e.contractIncome] as number) - (prev[e.contractIncome] as number);
  let by = 'mech:contracts';
  for (const at of e.contracts) by = causeOf(ctx, at, by);
  move(ctx, e.growth, speed * k.contractGrowth * kept, by);
  move(ctx, e.growth, 100 * speed * k.oilVolume * (output - fields), 'driver:oil_volume');
  move(ctx, e.growth, 100 * speed * k.oilVolume * fields, causeOf(ctx, e.newOil, 'event:E10'));
  move(ctx, e.growth, 100 * speed * k.oilVolume * (volume - output), routes);
}

/** Real income, % a half-year: half of growth, less a quarter of inflation above six. */
function incomes(ctx: RoundContext, e: CompiledEconomy): void {
  const { num, prev, ledger } = ctx;
  const at = e.realIncome;
  const wanted = 0.5 * (num[e.growth] as number) - 0.25 * ((num[e.cpi] as number) - 6);
  const held = clamp(
    wanted,
    ctx.content.layout.min[at] as number,
    ctx.content.layout.max[at] as number,
  );
  num[at] = held;
  if (!ledger) return;
  for (const { cause, amount } of ledger.lines(e.growth)) ledger.add(at, cause, 0.5 * amount);
  for (const { cause, amount } of ledger.lines(e.cpi)) ledger.add(at, cause, -0.25 * amount);
  const grown = (num[e.growth] as number) - (prev[e.growth] as number);
  const dearer = (num[e.cpi] as number) - (prev[e.cpi] as number);
  const rest = held - (prev[at] as number) - 0.5 * grown + 0.25 * dearer;
  ledger.add(at, 'limit', rest);
}

/** Will to build transport rises when oil and Russia give less (C15). */
function wishForRoads(ctx: RoundContext, e: CompiledEconomy): void {
  const { num, prev } = ctx;
  const { k, start } = e;
  const before = prev[e.demandInfra] as number;
  const oil = -k.wishOil * log((num[e.brent] as number) / start.brent);
  const russia = -k.wishRussia * ((num[e.ruGrowth] as number) - k.ruNormal);
  move(ctx, e.demandInfra, k.wishSpeed * (start.demandInfra - before), 'mech:trend');
  move(ctx, e.demandInfra, k.wishSpeed * oil, 'driver:brent');
  move(ctx, e.demandInfra, k.wishSpeed * russia, 'mech:ru_economy');
}
