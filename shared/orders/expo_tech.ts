import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { provoke, shift, shiftTrust } from './effects.ts';
import { choice, number, slider, text } from './form.ts';

/** $bn of the smallest fair or park. */
const SMALLEST = 0.3;
/** Growth below which halls for guests anger those who look for work. */
const SLUMP = 1;
/** Trust of a partner that is courted alone; of each when all are invited. */
const ALONE = 3;
const EACH = 1;
const GUESTS = ['RU', 'CN', 'EU'] as const;

/** A world fair or a technology park with partners from abroad: a slow gain, dear in bad years. */
export const expoTech: OrderKind = {
  id: 'expo_tech',
  by: ['KZ'],
  depth: 'expert',
  cooldown: 3,
  icon: 'lightbulb',
  claims: ['C66'],
  params: [slider('amount', 'bn', 0.3, 1, 0.1, 0.6), choice('guest', ['all', ...GUESTS], 'all')],
  main: ['amount', 'guest'],
  legal: ({ content, num }) =>
    (num[content.layout.at('innovation')] as number) >= 100 ? refuse('noChange') : null,
  cost: (_scene, _power, params) => ({ pc: 2, money: number(params, 'amount') }),
  apply(ctx, _power, params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `rules.${name}`);
    const gain = k('expo') + k('expoMore') * (number(params, 'amount') - SMALLEST);
    shift(ctx, cause, gain, 'innovation');
    const guest = text(params, 'guest');
    for (const partner of guest === 'all' ? GUESTS : [guest]) {
      shiftTrust(ctx, cause, guest === 'all' ? EACH : ALONE, 'KZ', partner);
    }
    if ((ctx.num[ctx.content.layout.at('growth')] as number) < SLUMP) {
      provoke(ctx, cause, k('expoIdle'), 'jobs');
    }
  },
  touches: () => ({ links: [], nodes: ['astana'] }),
  candidates: () =>
    [0.3, 0.6, 1].flatMap((amount) => ['all', ...GUESTS].map((guest) => ({ amount, guest }))),
};
