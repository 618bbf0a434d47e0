import type { DepthLimits } from '../core/content.ts';
import type { OrderKind, ParamSpec } from '../core/order.ts';
import { ORDERS, orderKind } from '../orders/index.ts';

/** Ids of all order kinds, in the order of the rules. */
export function orderKinds(): readonly string[] {
  return ORDERS.map((o) => o.id);
}

/**
 * Parameters that a depth leaves open, at most as many as it allows: the main ones first, as they are
 * ranked, then the others; the rest keep their printed values.
 * @returns in the order in which the form shows them
 */
export function openParams(
  kind: Pick<OrderKind, 'params' | 'main'>,
  limits: DepthLimits,
): readonly ParamSpec[] {
  const others = kind.params.filter(({ id }) => !kind.main.includes(id)).map(({ id }) => id);
  // Where one setting may be open, that is the main one, or none.
  const ranked = limits.params < 2 ? kind.main : [...kind.main, ...others];
  const open = ranked.slice(0, limits.params);
  return kind.params.filter(({ id }) => open.includes(id));
}

/** Whether a kind does nothing but answer a happening: it is asked for, and never lies in a hand. */
export function isAnswer(kind: Pick<OrderKind, 'occasion' | 'reaction' | 'params'>): boolean {
  if (!kind.occasion || !kind.reaction) return false;
  return kind.reaction(Object.fromEntries(kind.params.map((spec) => [spec.id, spec.initial])));
}

/** What forms and texts need of an order kind. @throws Error for an unknown id */
export function describeOrder(
  id: string,
): Pick<
  OrderKind,
  | 'id'
  | 'depth'
  | 'by'
  | 'icon'
  | 'claims'
  | 'params'
  | 'main'
  | 'touches'
  | 'partners'
  | 'motion'
  | 'occasion'
  | 'reaction'
  | 'choice'
  | 'joint'
  | 'binds'
> {
  const kind = orderKind(id);
  if (!kind) throw new Error(`no order ${id}`);
  return kind;
}
