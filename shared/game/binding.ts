import type { BoundClause } from '../core/clause.ts';
import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import type { RoundContext } from '../core/round.ts';
import type { GivenOrder } from '../core/state.ts';
import { tie } from '../systems/influence/ties.ts';

/** What an order that a partner signed adds to Kazakhstan's ties with the powers it binds. */
export function bindOrder(
  ctx: RoundContext,
  kind: OrderKind,
  { power, params }: Pick<GivenOrder, 'power' | 'params'>,
  cause: string,
): void {
  const others = kind.partners?.(params) ?? kind.joint?.(params)?.powers ?? [];
  if (others.length === 0) return;
  const scene = { content: ctx.content, num: ctx.num, round: ctx.round };
  const usual = coefficient(ctx.content, 'influence.tieUsual');
  const value = kind.worth?.(scene, params) ?? usual;
  for (const other of others) if (other !== power) tie(ctx, power, other, value, cause);
}

/**
 * A fresh clause ties its parties by the money that it names, or by what a promise is usually worth.
 * A consent is counted with the order that it signs.
 */
export function bindClause(ctx: RoundContext, clause: BoundClause): void {
  if (clause.kind === 'consent') return;
  const amount = clause.params.amount;
  const usual = coefficient(ctx.content, 'influence.tieUsual');
  const value = typeof amount === 'number' ? amount : usual;
  for (const other of clause.parties) {
    if (other !== clause.by) tie(ctx, clause.by, other, value, 'mech:agreements');
  }
}
