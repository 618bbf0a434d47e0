import type { OrderKind } from '../core/order.ts';
import { ORDERS, orderKind } from '../orders/index.ts';

/** Ids of all order kinds, in the order of the rules. */
export function orderKinds(): readonly string[] {
  return ORDERS.map((o) => o.id);
}

/** What forms and texts need of an order kind. @throws Error for an unknown id */
export function describeOrder(
  id: string,
): Pick<
  OrderKind,
  | 'id'
  | 'by'
  | 'icon'
  | 'claims'
  | 'params'
  | 'main'
  | 'touches'
  | 'partners'
  | 'motion'
  | 'joint'
  | 'binds'
> {
  const kind = orderKind(id);
  if (!kind) throw new Error(`no order ${id}`);
  return kind;
}
