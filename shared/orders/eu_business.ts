import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { cutBarriers, shift, shiftTrust } from './effects.ts';

/** What small firms learn of in talks with European ones: markets in the west, and the road to them. */
const LEARNT = ['EU', 'OBOR'] as const;

/** Chambers, fairs and a standing dialogue of firms, below the level of ministers. */
export const euBusiness: OrderKind = {
  id: 'eu_business',
  by: ['EU'],
  depth: 'standard',
  cooldown: 1,
  icon: 'handshake',
  claims: ['C18', 'C67'],
  params: [],
  main: [],
  legal: ({ content, num }) =>
    LEARNT.every((about) => (num[content.layout.at('aware', 'sme', about)] as number) >= 1)
      ? refuse('noChange')
      : null,
  cost: () => ({ pc: 1, money: 0.02 }),
  apply(ctx, _power, _params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `europe.${name}`);
    cutBarriers(ctx, cause, k('dialogue'), 'KZ', 'EU');
    // Lenders and investors ask less for what they know better.
    shift(ctx, cause, -k('dialoguePremium'), 'risk_premium');
    shift(ctx, cause, k('standards'), 'eu_say');
    for (const about of LEARNT) shift(ctx, cause, k('dialogueHeard'), 'aware', 'sme', about);
    // Who sells to firms abroad asks for courts at home that keep a contract.
    shift(ctx, cause, k('dialogueLaw'), 'rol');
    shiftTrust(ctx, cause, 1, 'KZ', 'EU');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => [{}],
};
