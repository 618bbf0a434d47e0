import type { Ledger } from '../../core/ledger.ts';
import { clamp, exp, log, logMean } from '../../core/math.ts';
import { causeOf, move, type RoundContext, type System, setPolicy } from '../../core/round.ts';
import { type CompiledEconomy, economyOf } from './compile.ts';

const FLOAT = 2;

/**
 * Step 5: the rouble and Russian growth under sanctions, then the tenge. Its equilibrium follows oil,
 * the rouble and the drift of prices (fitted on the half-years of the float); what the actual rate
 * lacks of it is the gap, which a peg keeps and pays for.
 */
export const prices: System = {
  id: 'prices',
  run(ctx) {
    const e = economyOf(ctx.content);
    russia(ctx, e);
    forcedFloat(ctx, e);
    tenge(ctx, e);
    defence(ctx, e);
  },
};

/** Russia in reduced form: outside path, sanctions, food prices. Its toll gains follow in step 8. */
function russia(ctx: RoundContext, e: CompiledEconomy): void {
  const { num, prev, ledger } = ctx;
  const { k } = e;
  const by = causeOf(ctx, e.level, 'mech:sanctions');
  const level = num[e.level] as number;
  const before = prev[e.level] as number;
  const outside = (num[e.ruOutside] as number) - (prev[e.ruOutside] as number);
  move(ctx, e.ruGrowth, outside, 'driver:ru_growth_outside');
  move(ctx, e.ruGrowth, k.ruSanction * (level - before), by);
  const food = (num[e.ruFood] as number) - (prev[e.ruFood] as number);
  move(ctx, e.ruGrowth, k.ruFood * food, causeOf(ctx, e.ruFood, 'mech:food_prices'));
  const wall = (num[e.cetGoods] as number) - (prev[e.cetGoods] as number);
  // A wall that the neighbour did not want has doors: it protects as far as consent goes.
  const stands = Math.min(1, (prev[e.consent] as number) / k.willing);
  move(ctx, e.ruGrowth, k.ruWall * wall * stands, causeOf(ctx, e.cetGoods, 'mech:tariff'));

  const squeezed = squeezeGain(e, num) - squeezeGain(e, prev);
  const squeezer = e.oilAccess.find((at) => num[at] !== prev[at]) ?? -1;
  move(ctx, e.ruGrowth, squeezed, causeOf(ctx, squeezer, 'mech:access'));

  const old = prev[e.usdrub] as number;
  const rate = (num[e.rubOutside] as number) * (1 + k.rubSanction * level);
  num[e.usdrub] = rate;
  if (!ledger) return;
  const mean = logMean(rate, old);
  const sanctions = log((1 + k.rubSanction * level) / (1 + k.rubSanction * before));
  ledger.add(e.usdrub, by, mean * sanctions);
  ledger.add(e.usdrub, 'driver:rub_outside', rate - old - mean * sanctions);
}

/**
 * What Russia wins by squeezing Kazakh oil, pp of its growth: its own oil takes the room, and stranded
 * oil comes cheap. Each squeeze makes ways round it pay, and the next one earns less.
 */
function squeezeGain(e: CompiledEconomy, state: Float64Array): number {
  let held = 0;
  for (const at of e.oilAccess) held += Math.max(0, 1 - (state[at] as number));
  const alone = clamp(2 - (state[e.bypass] as number) / 100, 0, 1);
  return (e.k.ruSqueeze * alone * held) / e.oilAccess.length;
}

/** A peg that can no longer be paid for breaks, when what defends it is spent down to the floor (E16). */
function forcedFloat(ctx: RoundContext, e: CompiledEconomy): void {
  const { num } = ctx;
  if ((num[e.regime] as number) >= FLOAT) return;
  const gap = 100 * (distanceOf(ctx, e) - moveUnder(ctx, e) - (num[e.resUsdkzt] as number));
  const spare = (num[e.fund] as number) - e.k.fundFloor;
  if (spare - costOfDefence(ctx, e, gap).all >= 0) return;
  if (spare > 0) move(ctx, e.fund, -spare, 'mech:peg_defence');
  setPolicy(ctx, e.regime, FLOAT, 'event:E16');
  setPolicy(ctx, e.promise, 0, 'event:E16');
  for (const at of e.att) move(ctx, at, e.k.forcedFloatAnger, 'event:E16');
  ctx.news.push({ key: 'event.E16', power: 'KZ' });
}

/** Log points by which the rouble and oil moved the equilibrium in the half-year. */
function pulls(ctx: RoundContext, e: CompiledEconomy): { rouble: number; oil: number } {
  const { num, prev } = ctx;
  return {
    rouble: e.k.eqRouble * log((num[e.usdrub] as number) / (prev[e.usdrub] as number)),
    oil: -e.k.eqOil * log((num[e.brent] as number) / (prev[e.brent] as number)),
  };
}

/** How far the equilibrium now lies above last round's rate, in log points. */
function distanceOf(ctx: RoundContext, e: CompiledEconomy): number {
  const { rouble, oil } = pulls(ctx, e);
  return (ctx.prev[e.gap] as number) / 100 + rouble + oil + e.k.eqDrift;
}

/** How far the regime lets the rate go, in log points. */
function moveUnder(ctx: RoundContext, e: CompiledEconomy): number {
  const { num, prev } = ctx;
  const { k } = e;
  const regime = num[e.regime] as number;
  const distance = distanceOf(ctx, e);
  if (regime >= FLOAT) {
    return ((prev[e.regime] as number) < FLOAT ? k.floatFirst : k.floatLater) * distance;
  }
  if (regime === 1) return clamp(distance, -k.bandStep, k.bandStep);
  const stepped = num[e.pegLevel] !== prev[e.pegLevel] || (prev[e.regime] as number) > 0;
  // A step ordered within the half-year is in force for most of it, not for all.
  const asked = log(num[e.pegLevel] as number) - log(prev[e.usdkzt] as number);
  return (stepped ? k.stepInHalf : 1) * asked;
}

function tenge(ctx: RoundContext, e: CompiledEconomy): void {
  const { num, prev, ledger } = ctx;
  const { k } = e;
  const { min, max } = ctx.content.layout;
  const old = prev[e.usdkzt] as number;
  const { rouble, oil } = pulls(ctx, e);
  const before = (prev[e.gap] as number) / 100;
  const distance = distanceOf(ctx, e);
  const regime = num[e.regime] as number;
  const floated = (prev[e.regime] as number) < FLOAT;
  const oldLog = log(old);
  const moved = moveUnder(ctx, e);
  const residual = num[e.resUsdkzt] as number;
  const wanted = exp(oldLog + moved + residual);
  const rate = clamp(wanted, min[e.usdkzt] as number, max[e.usdkzt] as number);
  num[e.usdkzt] = rate;
  num[e.rubkzt] = clamp(
    rate / (num[e.usdrub] as number),
    min[e.rubkzt] as number,
    max[e.rubkzt] as number,
  );
  const gap = 100 * (distance - log(rate / old));
  num[e.gap] = clamp(gap, min[e.gap] as number, max[e.gap] as number);
  if (regime === 1) num[e.pegLevel] = rate;
  if (ledger) explainGap(ctx, e, ledger, moved);

  if (!ledger) return;
  const mean = logMean(rate, old);
  const book = (cause: string, points: number): void => ledger.add(e.usdkzt, cause, mean * points);
  const order = ctx.touched.get(e.regime) ?? ctx.touched.get(e.pegLevel);
  if (regime >= FLOAT && !floated) {
    const share = k.floatLater;
    const sanctions = k.eqRouble * log(sanctionFactor(ctx, e));
    book('mech:gap_closes', share * before);
    book('driver:rub_outside', share * (rouble - sanctions));
    book(causeOf(ctx, e.level, 'mech:sanctions'), share * sanctions);
    book('driver:brent', share * oil);
    book('mech:price_drift', share * k.eqDrift);
  } else if (regime >= FLOAT) {
    // Without the float the rate would have stood where it stood.
    book(order ?? 'mech:gap_closes', moved);
  } else {
    book(order ?? (regime === 1 ? 'mech:band' : 'mech:peg'), moved);
  }
  book('other', residual);
  // What clamping and rounding leave, so that the lines sum to the stored change.
  const rest = rate - old - mean * (moved + residual);
  ledger.add(e.usdkzt, rate === wanted ? 'other' : 'limit', rest);
}

/** The gap = how far the equilibrium moved away, less how far the rate followed it; log points. */
function explainGap(ctx: RoundContext, e: CompiledEconomy, ledger: Ledger, moved: number): void {
  const { num, prev } = ctx;
  const { k } = e;
  const { rouble, oil } = pulls(ctx, e);
  const sanctions = k.eqRouble * log(sanctionFactor(ctx, e));
  const book = (cause: string, points: number): void => ledger.add(e.gap, cause, 100 * points);
  book('driver:rub_outside', rouble - sanctions);
  book(causeOf(ctx, e.level, 'mech:sanctions'), sanctions);
  book('driver:brent', oil);
  book('mech:price_drift', k.eqDrift);
  const regime = num[e.regime] as number;
  const order = ctx.touched.get(e.regime) ?? ctx.touched.get(e.pegLevel);
  const usual = regime >= FLOAT ? 'mech:gap_closes' : regime === 1 ? 'mech:band' : 'mech:peg';
  book(order ?? usual, -moved);
  book('other', -(num[e.resUsdkzt] as number));
  // What the ranges of rate and gap took, or give back of what they took a round before.
  const rest = (num[e.gap] as number) - (prev[e.gap] as number) - ledger.sum(e.gap);
  if (Math.abs(rest) > 1e-11) ledger.add(e.gap, 'limit', rest);
}

/** (1 + 4 % a level) now over before. */
function sanctionFactor(ctx: RoundContext, e: CompiledEconomy): number {
  const now = 1 + e.k.rubSanction * (ctx.num[e.level] as number);
  return now / (1 + e.k.rubSanction * (ctx.prev[e.level] as number));
}

/** $bn that a regime costs at a gap: bets against it, and all of it. */
function costOfDefence(
  ctx: RoundContext,
  e: CompiledEconomy,
  gap: number,
): { readonly share: number; readonly bets: number; readonly all: number } {
  const { num, prev } = ctx;
  const { k } = e;
  const open = Math.max(gap, 0);
  const share = num[e.regime] === 1 ? k.bandDrain : 1;
  const fund = prev[e.fund] as number;
  const fear = fund < k.fundCalm ? (k.fundCalm - fund) / k.fundCalm : 0;
  const belief = (num[e.promise] as number) > 0.5 ? 1 : k.stepDoubt;
  const fresh = k.speculation * open * (1 + fear) * belief;
  const bet = k.speculationStays * (prev[e.speculation] as number) + fresh;
  const bets = clamp(bet, 0, ctx.content.layout.max[e.speculation] as number);
  return { share, bets, all: share * (k.drain * open + bets) };
}

/** What a peg or band costs: reserves drain with the gap, and faster when nobody believes in it. */
function defence(ctx: RoundContext, e: CompiledEconomy): void {
  const { num, prev } = ctx;
  const { k } = e;
  const regime = num[e.regime] as number;
  const gap = Math.max(num[e.gap] as number, 0);
  if (regime >= FLOAT) {
    num[e.speculation] = 0;
    return;
  }
  const { share, bets } = costOfDefence(ctx, e, gap);
  num[e.speculation] = bets;
  const defended = -k.drain * gap * share;
  move(ctx, e.fund, defended, 'mech:peg_defence');
  const order = ctx.touched.get(e.pegLevel);
  if (order && ctx.ledger) {
    // Told apart from what the defence of the old level would have cost.
    const closed = 100 * log((num[e.usdkzt] as number) / (prev[e.usdkzt] as number));
    const bare = Math.max(gap + closed, 0);
    const spared = k.drain * bare + defended;
    ctx.ledger.add(e.fund, 'mech:peg_defence', -spared);
    ctx.ledger.add(e.fund, order, spared);
  }
  move(ctx, e.fund, -(num[e.speculation] as number) * share, 'mech:speculation');
}
