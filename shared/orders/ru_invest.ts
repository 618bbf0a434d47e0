import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift, shiftAttitude, shiftTrust } from './effects.ts';
import { choice, number, slider, text } from './form.ts';

/** How much hangs on an owner who may go, against energy; and how welcome the money is. */
const SECTORS: Readonly<Record<string, { readonly grip: number; readonly liked: number }>> = {
  energy: { grip: 1, liked: 0.5 },
  metals: { grip: 0.7, liked: 0.8 },
  food: { grip: 0.3, liked: 1 },
  goods: { grip: 0.4, liked: 1.2 },
};

/** Russian firms buy and build in Kazakhstan: work there now, and one more thing that Moscow could stop. */
export const ruInvest: OrderKind = {
  id: 'ru_invest',
  by: ['RU'],
  depth: 'standard',
  cooldown: 0,
  icon: 'factory',
  claims: ['C02'],
  params: [
    choice('sector', Object.keys(SECTORS), 'energy'),
    slider('amount', 'bn', 0.2, 1, 0.1, 0.4),
  ],
  main: ['sector', 'amount'],
  legal({ content, num }) {
    const at = content.layout.at('ru_capital');
    return (num[at] as number) >= (content.layout.max[at] as number) ? refuse('noChange') : null;
  },
  cost: (_scene, _power, params) => ({ pc: 1, money: number(params, 'amount') }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const amount = number(params, 'amount');
    const sector = SECTORS[text(params, 'sector')] as (typeof SECTORS)[string];
    const works = layout.at('ru_works');
    const capital = layout.at('ru_capital');
    setPolicy(ctx, works, (num[works] as number) + amount, cause);
    setPolicy(ctx, capital, (num[capital] as number) + sector.grip * amount, cause);
    const liked = coefficient(content, 'pacts.investLiked') * sector.liked;
    shiftAttitude(ctx, cause, liked * Math.min(1, 2 * amount), 'EEU');
    shift(ctx, cause, 2 * amount, 'coop', 'RU');
    shiftTrust(ctx, cause, amount, 'KZ', 'RU');
  },
  touches: () => ({ links: [], nodes: ['almaty'] }),
  candidates: () =>
    Object.keys(SECTORS).flatMap((sector) => [0.4, 1].map((amount) => ({ sector, amount }))),
};
