import { type Content, coefficient } from '../../core/content.ts';
import { CREDITORS } from '../../core/powers.ts';
import { move, type System } from '../../core/round.ts';

function compile(content: Content) {
  const { layout } = content;
  const k = (name: string): number => coefficient(content, `debt.${name}`);
  return {
    debt: CREDITORS.map((c) => layout.at('debt', c)),
    /** Part of what is owed that falls due in a half-year. */
    due: CREDITORS.map((c) => 1 / (2 * k(`years.${c}`))),
    premium: layout.at('risk_premium'),
    rate: layout.at('cn_rate'),
    lent: layout.at('lent'),
    grace: layout.at('debt_grace'),
    service: layout.at('service'),
    share: layout.at('service_share'),
    exports: layout.at('exports'),
    usualRate: content.start[layout.at('cn_rate')] as number,
    interest: coefficient(content, 'economy.interest'),
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/**
 * What lenders are owed in a half-year: interest, and the part of every loan that falls due, which is
 * borrowed anew as long as lenders are content. It is held against exports, which earn the dollars.
 */
export const debtService: System = {
  id: 'service',
  run(ctx) {
    let c = compiled.get(ctx.content);
    if (!c) {
      c = compile(ctx.content);
      compiled.set(ctx.content, c);
    }
    const before = ctx.num[c.share] as number;
    const was = { service: ctx.num[c.service] as number, exports: ctx.prev[c.exports] as number };
    const interest = interestOf(c, ctx.num);
    const principal = principalOf(c, ctx.num);
    const old = { interest: interestOf(c, ctx.prev), principal: principalOf(c, ctx.prev) };
    move(ctx, c.service, interest - old.interest, 'mech:loan_cost');
    move(ctx, c.service, principal - old.principal, 'mech:principal');
    // What the start did not know exactly, or the range held back.
    move(ctx, c.service, interest + principal - (ctx.num[c.service] as number), 'limit');
    const now = { service: ctx.num[c.service] as number, exports: ctx.num[c.exports] as number };
    const each = (x: { service: number; exports: number }): number =>
      (100 * x.service) / Math.max(x.exports, 0.1);
    // Two factors, each at the mean of the other: the two lines add up to the change.
    const perDollar = (1 / Math.max(was.exports, 0.1) + 1 / Math.max(now.exports, 0.1)) / 2;
    const owed = 100 * perDollar * (now.service - was.service);
    const after = each(now);
    move(ctx, c.share, owed, 'mech:debt_service');
    move(ctx, c.share, after - before - owed, 'mech:exports_earned');
  },
};

/** $bn of interest a half-year: the base rate and the premium on all, and what Chinese loans cost beside it. */
function interestOf(c: Compiled, num: Float64Array): number {
  let debt = 0;
  for (const at of c.debt) debt += num[at] as number;
  const rate = c.interest / 2 + (num[c.premium] as number) / 20000;
  const dear = ((num[c.rate] as number) - c.usualRate) / 200;
  return rate * debt + Math.max(0, dear) * (num[c.lent] as number);
}

/** $bn that fall due in a half-year; nothing while lenders grant time. */
function principalOf(c: Compiled, num: Float64Array): number {
  if ((num[c.grace] as number) > 0) return 0;
  let due = 0;
  for (let i = 0; i < c.debt.length; i += 1) {
    due += (c.due[i] as number) * (num[c.debt[i] as number] as number);
  }
  return due;
}
