import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { number, slider } from './form.ts';
import { corridorLinks } from './toll.ts';

/** What Chinese provinces pay for each container that goes west by train. Stands until changed. */
export const trainSubsidy: OrderKind = {
  id: 'train_subsidy',
  by: ['CN'],
  depth: 'intro',
  cooldown: 1,
  icon: 'banknote',
  claims: ['C20'],
  params: [slider('rate', 'perFeu', 0, 4000, 250, 1500)],
  main: ['rate'],
  legal({ content, num }, _power, params) {
    return num[content.layout.at('subsidy')] === number(params, 'rate') ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0 }),
  apply(ctx, _power, params, cause) {
    setPolicy(ctx, ctx.content.layout.at('subsidy'), number(params, 'rate'), cause);
  },
  touches: (content) => ({ links: corridorLinks(content, 'trunk', 'CN'), nodes: [] }),
  candidates: () => [0, 1000, 1500, 2000, 2500, 3000, 4000].map((rate) => ({ rate })),
};
