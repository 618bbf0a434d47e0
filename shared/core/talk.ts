import type { Params } from './order.ts';

/** An order named inside a clause or a signal; absent parameters mean any value. */
export interface NamedOrder {
  readonly kind: string;
  readonly params: Params;
}
