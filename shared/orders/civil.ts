import type { OrderKind } from '../core/order.ts';
import { SEGMENTS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { shift, shiftTrust, strength } from './effects.ts';
import { number, slider } from './form.ts';

/** $bn that buy the usual effect. */
const USUAL = 0.05;
/** Below this media openness the state takes help for civil society as meddling. */
const TIGHT = 33;

/** Grants for lawyers, journalists and local groups. */
export const civil: OrderKind = {
  id: 'civil',
  by: ['EU'],
  depth: 'intro',
  cooldown: 1,
  icon: 'users',
  claims: ['C56', 'C68'],
  params: [slider('amount', 'bn', 0.03, 0.1, 0.01, 0.05)],
  main: ['amount'],
  legal: ({ content, num }) =>
    (num[content.layout.at('rol')] as number) >= 100 ? refuse('noChange') : null,
  cost: (_scene, _power, params) => ({ pc: 1, money: number(params, 'amount') }),
  apply(ctx, _power, params, cause) {
    const size = (strength(ctx, 'grants') * number(params, 'amount')) / USUAL;
    shift(ctx, cause, size, 'rol');
    shift(ctx, cause, size, 'legitimacy');
    for (const initiative of ['EEU', 'OBOR', 'EU']) {
      for (const segment of SEGMENTS) shift(ctx, cause, 0.03 * size, 'aware', segment, initiative);
    }
    const tight = (ctx.num[ctx.content.layout.at('openness')] as number) < TIGHT;
    if (tight) shiftTrust(ctx, cause, -2 * size, 'EU', 'KZ');
    shift(ctx, cause, 1, 'eu_cohesion');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => [0.03, 0.05, 0.1].map((amount) => ({ amount })),
};
