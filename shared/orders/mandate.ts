import { coefficient } from '../core/content.ts';
import type { Power } from '../core/powers.ts';
import type { RoundContext } from '../core/round.ts';
import { shift } from './effects.ts';

/** What the members of the European Union have agreed that it does in their name. */
const MANDATE: readonly string[] = ['epca', 'sanctions', 'civil'];

/** Whether an order is one that the members have to be talked into. */
export function outsideMandate(power: Power, kind: string): boolean {
  return power === 'EU' && !MANDATE.includes(kind);
}

/**
 * Something that the Union's strategy of 2007 for the region promised comes: a word that is kept, and
 * noticed where it was doubted.
 * @param part of what is noticed, 1 = in full
 */
export function deliver(ctx: RoundContext, cause: string, part = 1): void {
  const doubted = 100 - (ctx.num[ctx.content.layout.at('credibility')] as number);
  const points = (coefficient(ctx.content, 'europe.delivered') * doubted) / 100;
  shift(ctx, cause, part * points, 'credibility');
}
