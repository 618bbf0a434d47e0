import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift } from './effects.ts';
import { choice, text } from './form.ts';

/** Points of ad-valorem equivalent that a quota takes from China's food rules for Kazakhstan. */
const EASING: Readonly<Record<string, number>> = { small: 3, medium: 6, large: 9 };

/** Lets Kazakh grain, meat and flour into the Chinese market. */
export const foodAccess: OrderKind = {
  id: 'food_access',
  by: ['CN'],
  depth: 'intro',
  cooldown: 1,
  icon: 'wheat',
  claims: ['C38'],
  params: [choice('quota', ['small', 'medium', 'large'], 'medium')],
  main: ['quota'],
  legal({ content, num }) {
    return (num[content.layout.at('ntb', 'CN', 'KZ', 'food')] as number) <= 0
      ? refuse('noChange')
      : null;
  },
  cost: () => ({ pc: 1, money: 0 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const easing = EASING[text(params, 'quota')] as number;
    const food = layout.at('ntb', 'CN', 'KZ', 'food');
    setPolicy(ctx, food, Math.max(0, (ctx.num[food] as number) - easing), cause);
    // Inspectors who trust each other wave goods through in the other direction too.
    const goods = layout.at('ntb', 'KZ', 'CN', 'goods');
    setPolicy(ctx, goods, Math.max(0, (ctx.num[goods] as number) - easing / 6), cause);
    shift(ctx, cause, easing / 2, 'att', 'rural', 'CN');
  },
  touches: () => ({ links: [], nodes: ['dostyk', 'khorgos'] }),
  candidates: () => ['small', 'medium', 'large'].map((quota) => ({ quota })),
};
