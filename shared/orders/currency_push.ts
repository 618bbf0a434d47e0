import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift } from './effects.ts';

/** The step of `currency` from which there is nothing left to ask for. */
const ACCEPTED = 2;

/** Russia asks for one currency of the union: Kazakhstan has to answer in the next half-year. */
export const currencyPush: OrderKind = {
  id: 'currency_push',
  by: ['RU'],
  depth: 'standard',
  cooldown: 3,
  icon: 'piggy-bank',
  claims: ['C13', 'C55'],
  params: [],
  main: [],
  legal({ content, num }) {
    const asked = num[content.layout.at('currency_asked')] === 1;
    const done = (num[content.layout.at('currency')] as number) >= ACCEPTED;
    return asked || done ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0 }),
  apply(ctx, _power, _params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `rules.${name}`);
    setPolicy(ctx, ctx.content.layout.at('currency_asked'), 1, cause);
    shift(ctx, cause, k('pushBelief'), 'restoration');
    shift(ctx, cause, k('pushHome'), 'home', 'RU');
    ctx.news.push({ key: 'currencyAsked', power: 'RU', node: 'moscow' });
  },
  touches: () => ({ links: [], nodes: ['moscow'] }),
  candidates: () => [{}],
};
