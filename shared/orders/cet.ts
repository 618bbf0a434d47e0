import { coefficient } from '../core/content.ts';
import type { OrderKind, Params } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { cutBarriers, frighten, shift } from './effects.ts';
import { choice, number, slider, text } from './form.ts';

/** Matters of a motion that move the common tariff. */
const TARIFFS: readonly string[] = ['goods', 'food'];

function points(params: Params): number {
  return TARIFFS.includes(text(params, 'matter')) ? number(params, 'points') : 0;
}

/** Russia's motion before the union: the common tariff, or its depth; with money for those who agree. */
export const cet: OrderKind = {
  id: 'cet',
  by: ['RU'],
  depth: 'intro',
  cooldown: 1,
  icon: 'scale',
  claims: ['C07', 'C53', 'C54'],
  params: [
    choice('matter', ['economic', 'political', 'goods', 'food'], 'economic'),
    slider('points', 'points', -5, 5, 1, 3),
    slider('payment', 'bn', 0, 0.3, 0.1, 0),
  ],
  main: ['matter', 'points'],
  motion: (params) => ({
    tariff: points(params),
    political: text(params, 'matter') === 'political',
    payment: number(params, 'payment'),
  }),
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const matter = text(params, 'matter');
    if (TARIFFS.includes(matter)) {
      const rate = num[layout.at('cet_rate', matter)] as number;
      const after = rate + points(params);
      if (points(params) === 0) return refuse('noChange');
      return after < 0 || after > (layout.max[layout.at('cet_rate', matter)] as number)
        ? refuse('levelLimit')
        : null;
    }
    // Who signed for the economy alone takes no part in political motions.
    if (matter === 'political' && num[layout.at('treaty')] === 2) return refuse('treatyFirst');
    const depth = num[layout.at(matter === 'political' ? 'eeu_pol' : 'eeu_econ')] as number;
    return depth >= 100 ? refuse('noChange') : null;
  },
  cost: (_scene, _power, params) => ({ pc: 2, money: number(params, 'payment') }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const matter = text(params, 'matter');
    // What is promised is paid when the motion is carried; half of it goes to Kazakhstan.
    shift(ctx, cause, number(params, 'payment') / 2, 'fund');
    if (TARIFFS.includes(matter)) {
      const at = layout.at('cet_rate', matter);
      setPolicy(ctx, at, (num[at] as number) + points(params), cause);
      return;
    }
    if (matter === 'political') {
      shift(ctx, cause, 6, 'eeu_pol');
      frighten(ctx, cause, 3);
      return;
    }
    // What is easy to agree on comes first: each further step is shorter.
    const econ = layout.at('eeu_econ');
    const room = (100 - (num[econ] as number)) / (100 - (content.start[econ] as number));
    shift(ctx, cause, coefficient(content, 'union.depthStep') * room, 'eeu_econ');
    if ((num[layout.at('treaty')] as number) !== 1) {
      const cut = coefficient(content, 'union.depthBarriers');
      cutBarriers(ctx, cause, cut, 'KZ', 'RU');
    }
  },
  touches: () => ({ links: [], nodes: ['moscow'] }),
  candidates: () => [
    { matter: 'economic', points: 3, payment: 0 },
    { matter: 'economic', points: 3, payment: 0.1 },
    { matter: 'political', points: 3, payment: 0.1 },
    ...[-3, 3, 5].map((p) => ({ matter: 'goods', points: p, payment: p > 0 ? 0.1 : 0 })),
    { matter: 'food', points: 3, payment: 0 },
  ],
};
