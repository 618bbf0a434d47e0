import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift } from './effects.ts';

/** Rule of law at which a reform has its full effect. */
const FAR = 33;

/** Courts, codes and open registers: lenders and Europe come nearer, whoever lived on favours minds. */
export const ruleLaw: OrderKind = {
  id: 'rule_law',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 2,
  icon: 'briefcase-business',
  claims: ['C67'],
  params: [],
  main: [],
  legal: ({ content, num }) =>
    (num[content.layout.at('rol')] as number) >= 100 ? refuse('noChange') : null,
  cost: () => ({ pc: 3, money: 0.1 }),
  apply(ctx, _power, _params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `rules.${name}`);
    const at = ctx.content.layout.at('rol');
    const before = ctx.num[at] as number;
    // The first courts are the easy ones.
    const room = Math.min(1, (100 - before) / (100 - FAR));
    setPolicy(ctx, at, before + k('lawStep') * room, cause);
    for (const segment of ['officials', 'exporters']) {
      shift(ctx, cause, k('lawResented'), 'att', segment, 'gov');
    }
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => [{}],
};
