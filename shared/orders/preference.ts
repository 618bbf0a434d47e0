import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** Barriers, % of the price, below which there is nothing left to give away. */
const LEAST = 1;

/** Quotas and lower duties for what Kazakhstan makes beside oil. Europe's own farms look on. */
export const preference: OrderKind = {
  id: 'preference',
  by: ['EU'],
  depth: 'standard',
  cooldown: 2,
  icon: 'shopping-basket',
  claims: ['C67'],
  params: [choice('sector', ['goods', 'food'], 'goods')],
  main: ['sector'],
  legal({ content, num }, _power, params) {
    const at = content.layout.at('ntb', 'EU', 'KZ', text(params, 'sector'));
    return (num[at] as number) < LEAST ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, _power, params, cause) {
    const at = ctx.content.layout.at('ntb', 'EU', 'KZ', text(params, 'sector'));
    const left = 1 - coefficient(ctx.content, 'europe.preference');
    setPolicy(ctx, at, (ctx.num[at] as number) * left, cause);
    shiftTrust(ctx, cause, 2, 'KZ', 'EU');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => ['goods', 'food'].map((sector) => ({ sector })),
};
