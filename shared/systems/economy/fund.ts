import { move, type RoundContext } from '../../core/round.ts';
import type { CompiledEconomy } from './compile.ts';
import { exportsOf } from './oil.ts';

/**
 * The National Fund as an identity: oil revenue in, a transfer to the budget out whatever oil costs
 * (it grows in a slump), what it owns earns, transit income in, debt service out. The defence of a peg and orders' costs
 * are booked where they arise. Then debt by creditor and what new lenders ask.
 */
export function budget(ctx: RoundContext, e: CompiledEconomy): void {
  const { num, prev } = ctx;
  const { k, start } = e;
  const above = (num[e.brent] as number) - k.oilCost;
  const volume = exportsOf(ctx.content).oil(num);
  move(ctx, e.fund, above > 0 ? k.oilTax * above * volume : 0, 'mech:oil_revenue');
  move(ctx, e.fund, k.contractState * (num[e.contractIncome] as number), 'mech:contracts');
  const slump = k.growthTrend - (num[e.growth] as number);
  const support = Math.max(slump, 0);
  // The budget is spent in tenge: a weak one costs the Fund fewer dollars.
  const dollars = (prev[e.gdp] as number) / start.gdp;
  move(ctx, e.fund, -k.budget * dollars - k.budgetSlump * support, 'mech:budget');
  move(ctx, e.fund, k.fundReturn * (prev[e.fund] as number), 'mech:fund_return');
  move(ctx, e.fund, k.transitToFund * (num[e.transitIncome] as number), 'mech:transit_income');

  let debt = 0;
  for (let c = 0; c < e.creditors; c += 1) debt += num[e.debt + c] as number;
  const rate = k.interest / 2 + (num[e.riskPremium] as number) / 20000;
  move(ctx, e.fund, -rate * debt, 'mech:debt_service');
  move(ctx, e.fund, -(num[e.upkeep] as number), 'mech:upkeep');
  // A law that has been in force for a half-year brings its first tenants in the next.
  const leased = num[e.landCode] === 1 && (num[e.landAge] as number) >= 1;
  if (leased) move(ctx, e.fund, k.landRent, 'mech:land_rent');
  borders(ctx, e);
  move(ctx, e.fund, num[e.resFund] as number, 'other');

  const borrowed = k.borrowing * support;
  for (let c = 0; c < e.creditors; c += 1) {
    move(ctx, e.debt + c, borrowed * (num[e.debtShare + c] as number), 'mech:budget');
  }
  const fund = num[e.fund] as number;
  const gap = num[e.gap] as number;
  const thin = fund < start.fund ? start.fund - fund : 0;
  // Lenders move part of the way from what they asked to what debt, fund and gap make them ask.
  const ask = (points: number, cause: string): void =>
    move(ctx, e.riskPremium, k.premiumSpeed * points, cause);
  ask(start.riskPremium - (prev[e.riskPremium] as number), 'mech:lenders_calm');
  ask(k.premiumDebt * (debt + borrowed - start.debt), 'mech:debt_weighs');
  ask(k.premiumFund * thin, 'mech:thin_fund');
  ask(k.premiumGap * Math.max(gap, 0), 'mech:gap_feared');
  ask(k.premiumLaw * ((num[e.rol] as number) - start.rol), 'mech:rule_of_law');
}

/** What controls at the borders cost, and the duties and taxes that unrecorded goods do not pay. */
function borders(ctx: RoundContext, e: CompiledEconomy): void {
  const { num, content } = ctx;
  let cost = 0;
  let hidden = 0;
  for (let b = 0; b < e.borders; b += 1) {
    const level = num[e.checks + b] as number;
    cost += level >= 2 ? e.k.checksFull : level >= 1 ? e.k.checksRisk : 0;
    hidden += (num[e.grey + b] as number) - (content.start[e.grey + b] as number);
  }
  move(ctx, e.fund, -cost, 'mech:border_checks');
  move(ctx, e.fund, -e.k.greyDuty * hidden, 'mech:duty_lost');
}
