import { coefficient } from '../core/content.ts';
import type { OrderKind, OrderScene } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { back, shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** $bn of deals that leaders sign when they meet: more where projects are accepted. */
function dealsOf({ content, num }: Pick<OrderScene, 'content' | 'num'>): number {
  const accept = (num[content.layout.at('accept')] as number) / 100;
  const k = (name: string): number => coefficient(content, `lending.${name}`);
  return k('summitDeals') * (1 + k('summitAccept') * accept);
}

/** The two presidents meet and sign. It moves officials; the public learns little from it. */
export const summit: OrderKind = {
  id: 'summit',
  by: ['CN'],
  depth: 'intro',
  cooldown: 3,
  icon: 'handshake',
  claims: ['C29', 'C30', 'C35'],
  params: [choice('host', ['KZ', 'CN'], 'KZ', 'power')],
  main: ['host'],
  partners: () => ['KZ'],
  worth: dealsOf,
  legal: ({ content, num }) =>
    (num[content.layout.at('slots')] as number) >= 9 ? refuse('noChange') : null,
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, _power, params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `lending.${name}`);
    const deals = dealsOf(ctx);
    shift(ctx, cause, 1, 'slots');
    shift(ctx, cause, deals, 'deals');
    shift(ctx, cause, deals, 'offer_cn');
    shift(ctx, cause, 6, 'att', 'officials', 'CN');
    shift(ctx, cause, k('summitHeard'), 'aware', 'officials', 'OBOR');
    shift(ctx, cause, 1, 'stake_cn');
    back(ctx, cause, 10, 'OBOR');
    shiftTrust(ctx, cause, 2, 'KZ', 'CN');
    back(ctx, cause, 20, 'OBOR');
    // The host's own people see their leader courted.
    shift(ctx, cause, 1, 'home', text(params, 'host'));
  },
  touches: (_content, params) => ({
    links: [],
    nodes: text(params, 'host') === 'KZ' ? ['astana'] : [],
  }),
  candidates: () => ['KZ', 'CN'].map((host) => ({ host })),
};
