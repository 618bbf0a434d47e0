import type { Content } from '../../core/content.ts';
import type { Ledger } from '../../core/ledger.ts';
import { log, logMean } from '../../core/math.ts';
import { causeOf, type RoundContext, type System } from '../../core/round.ts';
import { freeTrains, roadLoss, tradeByRussia } from './gates.ts';
import {
  type CompiledInfluence,
  DOMAINS,
  HOLDERS,
  holdupOf,
  influenceOf,
  leverage,
  losses,
  monetary,
  oilWorth,
  reserve,
  strandedOil,
} from './holdup.ts';
import { explainBalance, fadeTies, settleBalance } from './ties.ts';

/** Position of the last domain, which has lines of its own. */
const ROADS = DOMAINS.length - 1;
const now = new Float64Array(DOMAINS.length);
const before = new Float64Array(DOMAINS.length);
/** Losses by domain to each holder as they were found last, shape [HOLDERS][DOMAINS]. */
const found = HOLDERS.map(() => new Float64Array(DOMAINS.length));

/** Step 10: hold-up by each power; autonomy = 100 less the worst of them. */
export const influence: System = {
  id: 'influence',
  run(ctx) {
    const c = influenceOf(ctx.content);
    fadeTies(ctx);
    settleInfluence(ctx.content, ctx.num);
    if (!ctx.ledger) return;
    explain(ctx, c, ctx.ledger);
    explainBalance(ctx, ctx.ledger);
  },
};

/** Writes hold-up, autonomy and balance of a numeric state into it. */
export function settleInfluence(content: Content, num: Float64Array): void {
  const c = influenceOf(content);
  let worst = 0;
  for (let h = 0; h < HOLDERS.length; h += 1) {
    const held = holdupOf(c, num, h, losses(content, c, num, h, found[h] as Float64Array));
    num[(c.holders[h] as { holdup: number }).holdup] = held;
    if (held > worst) worst = held;
  }
  num[c.autonomy] = worst < 100 ? 100 - worst : 0;
  settleBalance(content, num);
}

function sumOf(list: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < list.length; i += 1) sum += list[i] as number;
  return sum;
}

function worstOf(c: CompiledInfluence, state: Float64Array): number {
  let worst = 0;
  for (let h = 1; h < HOLDERS.length; h += 1) {
    const at = (c.holders[h] as { holdup: number }).holdup;
    if (
      (state[at] as number) > (state[(c.holders[worst] as { holdup: number }).holdup] as number)
    ) {
      worst = h;
    }
  }
  return worst;
}

/**
 * Autonomy's change = minus the change of the worst hold-up: how that power's own hold-up moved, and,
 * where another power takes its place, the step between the two.
 */
function explain(ctx: RoundContext, c: CompiledInfluence, ledger: Ledger): void {
  const { num, prev } = ctx;
  for (let h = 0; h < HOLDERS.length; h += 1) explainHoldup(ctx, c, h, ledger);
  const at = (c.holders[worstOf(c, num)] as { holdup: number }).holdup;
  const wasWorst = prev[(c.holders[worstOf(c, prev)] as { holdup: number }).holdup] as number;
  ledger.add(c.autonomy, 'mech:holdup_other_power', wasWorst - (prev[at] as number));
  for (const { cause, amount } of ledger.lines(at)) ledger.add(c.autonomy, cause, -amount);
  const shown = (num[c.autonomy] as number) - (prev[c.autonomy] as number);
  ledger.add(c.autonomy, 'limit', shown + ((num[at] as number) - wasWorst));
}

/** How one power's hold-up moved, by domain and size of the economy (log means). */
function explainHoldup(
  ctx: RoundContext,
  c: CompiledInfluence,
  holder: number,
  ledger: Ledger,
): void {
  const { content, num, prev } = ctx;
  const at = (c.holders[holder] as { holdup: number }).holdup;
  const held = num[at] as number;
  const heldBefore = prev[at] as number;
  now.set(found[holder] as Float64Array);
  const loss = sumOf(now);
  const lossBefore = losses(content, c, prev, holder, before);
  const share = logMean(held, heldBefore);
  const perLoss = share / logMean(loss, lossBefore);
  let told = 0;
  const part = (cause: string, amount: number): void => {
    told += amount;
    ledger.add(at, cause, amount);
  };
  if (perLoss > 0) {
    oil(ctx, c, holder, perLoss, ledger, part);
    roads(ctx, c, perLoss, ledger, part);
    for (let d = 1; d < ROADS; d += 1) {
      part(`mech:holdup_${DOMAINS[d]}`, perLoss * ((now[d] as number) - (before[d] as number)));
    }
  }
  const left = leverage(c, num, holder);
  const leftBefore = leverage(c, prev, holder);
  const eased = log(left / leftBefore);
  const { third } = c.holders[holder] as CompiledInfluence['holders'][number];
  const buyer = third ? reserve(c, num, holder) - reserve(c, prev, holder) : 0;
  const bought = -buyer / logMean(left, leftBefore);
  part(causeOf(ctx, c.step, 'mech:third_option'), share * (eased - bought));
  part('mech:contracts', share * bought);
  const minted = log(monetary(c, num, holder) / monetary(c, prev, holder));
  if (minted !== 0) part(causeOf(ctx, c.currency, 'mech:currency'), share * minted);
  // The rest is the yardstick: a smaller economy is hurt more by the same loss.
  ledger.add(at, 'mech:holdup_gdp', held - heldBefore - told);
}

/** Oil at risk = Mt that would be stranded × what a tonne is worth. */
function oil(
  ctx: RoundContext,
  c: CompiledInfluence,
  holder: number,
  perLoss: number,
  ledger: Ledger,
  part: (cause: string, amount: number) => void,
): void {
  const { num, prev } = ctx;
  const mean = logMean(now[0] as number, before[0] as number);
  const moved = perLoss * ((now[0] as number) - (before[0] as number));
  const worth = oilWorth(c, num);
  const worthBefore = oilWorth(c, prev);
  let priced = 0;
  if (mean > 0 && worth > 0 && worthBefore > 0) {
    const scale = (perLoss * mean) / logMean(worth, worthBefore);
    const netback =
      (worth - worthBefore) / ((num[c.netback] as number) - (prev[c.netback] as number) || 1);
    for (const { cause, amount } of ledger.lines(c.netback)) {
      part(cause, scale * netback * amount);
      priced += scale * netback * amount;
    }
  }
  let cause = 'mech:holdup_oil';
  if (strandedOil(c, num, holder) !== strandedOil(c, prev, holder)) {
    for (const { own, others } of [c.holders[holder] as CompiledInfluence['holders'][number]]) {
      for (const at of [...own.access, ...others.access]) {
        if (num[at] !== prev[at]) cause = causeOf(ctx, at, cause);
      }
    }
  }
  part(cause, moved - priced);
}

/**
 * Roads at risk: trade that passes Russia less what other gates can take. Stations and links go one
 * after the other from last round's to this round's values; the rest is trade and traffic.
 */
function roads(
  ctx: RoundContext,
  c: CompiledInfluence,
  perLoss: number,
  ledger: Ledger,
  part: (cause: string, amount: number) => void,
): void {
  const { gates } = c;
  const after = now[ROADS] as number;
  const was = before[ROADS] as number;
  if (after === 0 && was === 0) return;
  const mixed = ctx.prev.slice();
  const trade = tradeByRussia(gates, ctx.prev);
  let reached = was;
  for (const at of gates.entries) {
    if (ctx.num[at] === ctx.prev[at]) continue;
    mixed[at] = ctx.num[at] as number;
    const loss = roadLoss(gates, trade, freeTrains(gates, mixed));
    part(ledger.lines(at)[0]?.cause ?? 'mech:opening', perLoss * (loss - reached));
    reached = loss;
  }
  part('mech:holdup_roads', perLoss * (after - reached));
}
