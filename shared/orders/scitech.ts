import type { OrderKind } from '../core/order.ts';
import { SEGMENTS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { shift, shiftTrust, strength } from './effects.ts';
import { deliver } from './mandate.ts';

/** European laboratories, grants and joint degrees: a slow gain for productivity. */
export const scitech: OrderKind = {
  id: 'scitech',
  by: ['EU'],
  depth: 'intro',
  cooldown: 1,
  icon: 'flask-conical',
  claims: ['C66'],
  params: [],
  main: [],
  legal: ({ content, num }) =>
    (num[content.layout.at('innovation')] as number) >= 100 ? refuse('noChange') : null,
  cost: () => ({ pc: 1, money: 0.1 }),
  apply(ctx, _power, _params, cause) {
    shift(ctx, cause, strength(ctx, 'science'), 'innovation');
    for (const segment of SEGMENTS) shift(ctx, cause, 2, 'att', segment, 'EU');
    shiftTrust(ctx, cause, 1, 'EU', 'KZ');
    // Degrees and laboratories were promised in the Union's strategy of 2007.
    deliver(ctx, cause);
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => [{}],
};
