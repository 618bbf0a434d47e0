import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift } from './effects.ts';
import { number, slider } from './form.ts';

/** $bn that buy the printed effect. */
const USUAL = 0.3;

/**
 * Cheap credit, lower rates and fewer inspections for small firms. They ask less for what they make
 * and mind the union less; the relief wears off unless it is renewed.
 */
export const sme: OrderKind = {
  id: 'sme',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 1,
  icon: 'store',
  claims: ['C43'],
  params: [slider('amount', 'bn', 0.2, 0.6, 0.1, 0.3)],
  main: ['amount'],
  legal: ({ content, num }) => {
    const at = content.layout.at('sme_relief');
    return (num[at] as number) >= (content.layout.max[at] as number) ? refuse('noChange') : null;
  },
  cost: (_scene, _power, params) => ({ pc: 1, money: number(params, 'amount') }),
  apply(ctx, _power, params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `rules.${name}`);
    const amount = number(params, 'amount');
    const at = ctx.content.layout.at('sme_relief');
    setPolicy(ctx, at, (ctx.num[at] as number) + k('reliefPer') * amount, cause);
    // Twice the money wins less than twice the thanks.
    shift(ctx, cause, k('reliefLiked') * Math.sqrt(amount / USUAL), 'att', 'sme', 'gov');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => [0.2, 0.3, 0.6].map((amount) => ({ amount })),
};
