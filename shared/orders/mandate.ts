import type { Power } from '../core/powers.ts';

/** What the members of the European Union have agreed that it does in their name. */
const MANDATE: readonly string[] = ['epca', 'sanctions', 'civil'];

/** Whether an order is one that the members have to be talked into. */
export function outsideMandate(power: Power, kind: string): boolean {
  return power === 'EU' && !MANDATE.includes(kind);
}
