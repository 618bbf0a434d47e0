import { clauseKind } from '../clauses/index.ts';
import type { Content } from '../core/content.ts';
import type { Params } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import type { GameState, GivenOrder } from '../core/state.ts';
import type { AgreedClause, Agreement, Breach, NamedOrder } from '../core/talk.ts';
import { orderKind } from '../orders/index.ts';

/** Who looks, and until which round what was signed lies open. */
export interface Reader {
  readonly seat: Power | null;
  /** Terms of earlier rounds were in the papers. */
  readonly leaked: number;
}

export function readerOf(content: Content, state: GameState, seat: Power | null): Reader {
  return { seat, leaked: state.num[content.layout.at('terms_leaked')] as number };
}

/** An order of a resolved round as somebody may read it: secret settings are left out, not made up. */
export function toldOrder(order: GivenOrder, round: number, { seat, leaked }: Reader): GivenOrder {
  const { power, kind, params } = order;
  if (round < leaked || (seat !== null && knowersOf(power, order).includes(seat))) return order;
  return { ...order, params: without(params, orderKind(kind)?.secret?.(params)) };
}

/** An agreement as somebody may read it: secret terms and the money it holds are the parties' affair. */
export function toldAgreement(agreement: Agreement, { seat, leaked }: Reader): Agreement {
  const { parties, signedRound, clauses } = agreement;
  if (seat !== null && parties.includes(seat)) return agreement;
  const open = signedRound < leaked;
  return { ...agreement, clauses: clauses.map((clause) => toldClause(clause, open)) };
}

function toldClause(clause: AgreedClause, open: boolean): AgreedClause {
  const { held: _held, paid: _paid, ...public_ } = clause;
  const { params, order, when, breach } = public_;
  const kind = clauseKind(clause.kind);
  const secret = (open && kind?.leaks ? [] : kind?.secret?.(params)) ?? [];
  const told: AgreedClause = {
    ...public_,
    params: without(params, secret),
    ...(breach ? { breach: toldPrice(breach, secret) } : {}),
  };
  if (open) return told;
  return {
    ...told,
    ...(order ? { order: toldName(order) } : {}),
    ...(when?.on === 'order' ? { when: { ...when, order: toldName(when.order) } } : {}),
    ...(told.breach ? { breach: toldBreach(told.breach) } : {}),
  };
}

/** What was due and not paid is as secret as the sum. */
function toldPrice(breach: Breach, secret: readonly string[]): Breach {
  if (!secret.includes('amount')) return breach;
  const { unpaid: _, ...rest } = breach;
  return rest;
}

function toldBreach(breach: Breach): Breach {
  const { order, missing } = breach;
  return {
    ...breach,
    order: order && toldName(order),
    missing: missing && toldName(missing),
  };
}

function toldName({ kind, params }: NamedOrder): NamedOrder {
  return { kind, params: without(params, orderKind(kind)?.secret?.(params)) };
}

function without(params: Params, secret: readonly string[] = []): Params {
  if (!secret.some((id) => id in params)) return params;
  return Object.fromEntries(Object.entries(params).filter(([id]) => !secret.includes(id)));
}

/** Those who know an order with all its settings: who gives it and who signs it. */
function knowersOf(power: Power, { kind, params }: NamedOrder): readonly Power[] {
  return [power, ...(orderKind(kind)?.partners?.(params) ?? [])];
}

/**
 * Whether a condition on another's order asks for a setting that none of these powers could know: what
 * came of it would tell them.
 */
export function asksSecret(asking: readonly Power[], power: Power, order: NamedOrder): boolean {
  const secret = orderKind(order.kind)?.secret?.(order.params) ?? [];
  return (
    secret.some((id) => id in order.params) &&
    !knowersOf(power, order).some((p) => asking.includes(p))
  );
}
