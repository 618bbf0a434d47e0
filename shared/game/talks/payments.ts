import { clauseKind, creditorOf, mostSent } from '../../clauses/index.ts';
import type { BoundClause, Payment } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';
import type { AgreedClause, Agreement } from '../../core/talk.ts';
import { costOf, envelopeOf } from '../rules.ts';
import { type Given, isTrue } from './truth.ts';

const CAUSE = 'clause:transfer';
const SPENT = 'mech:purse_spent';

/** Money under each clause that speaks of some. */
export type Payments = ReadonlyMap<BoundClause, Payment>;

/** What a power may still send in a round, and what it could have sent had it ordered nothing, $bn. */
interface Purse {
  left: number;
  could: number;
}

/**
 * Step 3: what becomes of money under clauses in a round. All of a sum is paid or nothing, from what a
 * power's orders leave of its envelope, clauses in the order of their signing.
 * @param num state that the last round left
 * @param bound clauses that bind in the round
 */
export function paymentsOf(
  content: Content,
  num: Float64Array,
  round: number,
  orders: readonly Given[],
  bound: readonly BoundClause[],
): Payments {
  const purses = new Map<Power, Purse>();
  const purseOf = (power: Power): Purse => {
    let purse = purses.get(power);
    if (!purse) {
      const scene = { content, num, round, power };
      const own = orders.filter((o) => o.power === power);
      const spent = costOf(scene, own).money;
      const fund = power === 'KZ' ? (num[content.layout.at('fund')] as number) : Infinity;
      const most = mostSent(scene, power);
      const could = Math.min(envelopeOf(scene), fund, most);
      purse = { could, left: Math.max(0, Math.min(envelopeOf(scene) - spent, fund - spent, most)) };
      purses.set(power, purse);
    }
    return purse;
  };
  const payments = new Map<BoundClause, Payment>();
  for (const clause of bound) {
    const due = clauseKind(clause.kind)?.due?.(clause, round);
    if (!due) continue;
    const { amount, escrow } = due;
    const purse = amount > 0 ? purseOf(clause.by) : null;
    const able = purse !== null && amount <= purse.left + 1e-9;
    const paid = able ? amount : 0;
    const short = purse === null || able ? 'no' : amount <= purse.could + 1e-9 ? 'spent' : 'empty';
    if (purse) {
      purse.left -= paid;
      purse.could -= paid;
    }
    const lies = tidy((clause.held ?? 0) + (escrow ? paid : 0));
    const freed =
      escrow &&
      lies > 0 &&
      clause.when !== undefined &&
      isTrue(content, num, clause.when, orders, bound);
    const released = escrow ? (freed ? lies : 0) : paid;
    const returned = escrow && !freed && round >= clause.until ? lies : 0;
    payments.set(clause, {
      ...due,
      from: clause.by,
      due: amount,
      paid,
      short,
      released,
      returned,
      held: escrow ? tidy(lies - released - returned) : 0,
    });
  }
  return payments;
}

/** Moves the money: out of envelopes, in and out of escrow, into the purses of those it was meant for. */
export function settle(ctx: RoundContext, payments: Payments): void {
  const { layout } = ctx.content;
  for (const power of POWERS) {
    // Friends that send money are known for it a half-year later.
    const before = ctx.prev[layout.at('sent', power)] as number;
    if (before > 0) ctx.news.push({ key: 'talks.sent', power, params: { amount: before } });
    for (const at of [layout.at('purse', power), layout.at('sent', power)]) {
      move(ctx, at, -(ctx.num[at] as number), SPENT);
    }
  }
  for (const { from, to, paid, released, returned, escrow, loan } of payments.values()) {
    if (from === 'KZ') move(ctx, layout.at('fund'), -paid, CAUSE);
    move(ctx, layout.at('sent', from), paid, CAUSE);
    if (escrow) move(ctx, layout.at('escrow', from), paid - released - returned, CAUSE);
    receive(ctx, to, released);
    receive(ctx, from, returned);
    if (loan) owe(ctx, from, released);
  }
}

/** A clause with what lies in escrow under it now, and what has gone to those it is owed to. */
export function booked(clause: AgreedClause, payment: Payment | null): AgreedClause {
  if (!payment) return clause;
  const { held, released } = payment;
  const paid = tidy((clause.paid ?? 0) + released);
  return {
    ...clause,
    ...(held > 0 || clause.held !== undefined ? { held } : {}),
    ...(paid > 0 ? { paid } : {}),
  };
}

/**
 * Step 9b: what lies in escrow under an agreement that runs no more. It goes to those it was meant for
 * where its payer broke his word or left at once, and back to him otherwise.
 */
export function emptied(ctx: RoundContext, agreement: Agreement): Agreement {
  if (agreement.status === 'running' || !agreement.clauses.some((c) => c.held)) return agreement;
  const { notice, status } = agreement;
  const clauses = agreement.clauses.map((clause): AgreedClause => {
    const { held = 0, by } = clause;
    const due = clauseKind(clause.kind)?.due?.(bare(clause, agreement), ctx.round);
    if (held <= 0 || !due) return clause;
    const gone = status === 'left' && notice?.power === by && notice.last < notice.round;
    const lost = gone || agreement.clauses.some((c) => c.by === by && c.fate === 'breached');
    move(ctx, ctx.content.layout.at('escrow', by), -held, CAUSE);
    receive(ctx, lost ? due.to : by, held);
    if (lost && due.loan) owe(ctx, by, held);
    return { ...clause, held: 0, ...(lost ? { paid: tidy((clause.paid ?? 0) + held) } : {}) };
  });
  return { ...agreement, clauses };
}

function bare(clause: AgreedClause, { parties }: Agreement): BoundClause {
  return { ...clause, parties, fresh: false };
}

/** The Fund takes in what Kazakhstan gets; others may spend it in their next round. */
function receive(ctx: RoundContext, power: Power, amount: number): void {
  const { layout } = ctx.content;
  move(ctx, power === 'KZ' ? layout.at('fund') : layout.at('purse', power), amount, CAUSE);
}

function owe(ctx: RoundContext, lender: Power, amount: number): void {
  const creditor = creditorOf(lender);
  if (creditor) move(ctx, ctx.content.layout.at('debt', creditor), amount, CAUSE);
}

/** Without the dust that sums of decimals leave. */
function tidy(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}
