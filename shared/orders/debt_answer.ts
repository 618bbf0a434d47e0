import type { OrderKind } from '../core/order.ts';
import { setPolicy } from '../core/round.ts';
import { choice, text } from './form.ts';

/** Ways out, and what each makes of `debt_way`. */
const WAYS: readonly string[] = ['reschedule', 'cut', 'swap'];

/** What Kazakhstan does when lenders lend no more: asks for time, saves, or pays with shares in its fields. */
export const debtAnswer: OrderKind = {
  id: 'debt_answer',
  by: ['KZ'],
  depth: 'intro',
  choice: true,
  cooldown: 0,
  icon: 'banknote',
  claims: ['C16', 'C27'],
  params: [choice('remedy', WAYS, 'reschedule')],
  main: ['remedy'],
  occasion: ({ content, num }) => (num[content.layout.at('debt_trouble')] === 1 ? 'E22' : null),
  reaction: () => true,
  legal: () => null,
  cost: () => ({ pc: 0, money: 0 }),
  apply(ctx, _power, params, cause) {
    const way = 1 + WAYS.indexOf(text(params, 'remedy'));
    setPolicy(ctx, ctx.content.layout.at('debt_way'), way, cause);
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => WAYS.map((remedy) => ({ remedy })),
};
