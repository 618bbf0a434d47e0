import { coefficient } from '../core/content.ts';
import { CANDIDATES, standing } from '../core/layout.ts';
import type { OrderKind, Params } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { cutBarriers, shift } from './effects.ts';
import { choice, text } from './form.ts';

/** How large a market each would bring, against the larger. */
const SIZE: Readonly<Record<string, number>> = { TJ: 0.4, UZ: 1 };

/** A motion to take a southern neighbour into the union: more market, longer queues, and less agreement. */
export const enlarge: OrderKind = {
  id: 'enlarge',
  by: ['RU'],
  depth: 'expert',
  cooldown: 4,
  icon: 'users',
  claims: ['C07'],
  params: [choice('state', CANDIDATES, 'TJ')],
  main: ['state'],
  motion: () => ({ tariff: 0, political: false, payment: 0, enlarges: true }),
  legal({ content, num }, _power, params) {
    if (num[content.layout.at('member', text(params, 'state'))] === 1) return refuse('noChange');
    return num[content.layout.at('treaty')] === 0 ? refuse('treatyFirst') : null;
  },
  cost: () => ({ pc: 3, money: 0.4 }),
  apply(ctx, _power, params: Params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const k = (name: string): number => coefficient(content, `pacts.${name}`);
    const state = text(params, 'state');
    const size = SIZE[state] as number;
    setPolicy(ctx, layout.at('member', state), 1, cause);
    for (const member of ['KZ', 'RU']) {
      cutBarriers(ctx, cause, k('enlargeBarriers') * size, member, 'CA');
    }
    shift(ctx, cause, k('enlargeRussia') * size, 'ru_growth');
    shift(ctx, cause, k('enlargeDepth') * size, 'eeu_econ');
    shift(ctx, cause, k('enlargeCohesion'), 'union_cohesion');
    // Customs posts move to the new border later; until then all stand in one queue.
    for (const post of standing(layout, ['petropavl'])) {
      shift(ctx, cause, k('enlargeLoad') * size, 'capacity', post);
    }
    for (const south of standing(layout, ['saryagash']).map((id) => layout.at('relief', id))) {
      setPolicy(ctx, south, (num[south] as number) + k('enlargeDays') * size, cause);
    }
  },
  touches: () => ({ links: [], nodes: ['saryagash'] }),
  candidates: () => CANDIDATES.map((state) => ({ state })),
};
