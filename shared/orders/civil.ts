import { coefficient } from '../core/content.ts';
import { clamp } from '../core/math.ts';
import type { OrderKind } from '../core/order.ts';
import { SEGMENTS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { cutBarriers, shift, shiftTrust, strength } from './effects.ts';
import { number, slider } from './form.ts';

/** $bn that buy the usual effect. */
const USUAL = 0.05;
/** Rule of law at which grants have their full effect, and at which they have none. */
const FAR = 33;
const REACH = 55;
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
    const { layout } = ctx.content;
    // Twice the money finds less than twice the people who can use it.
    const size = strength(ctx, 'grants') * Math.sqrt(number(params, 'amount') / USUAL);
    // Where law is far, a little help goes a long way; what only the state could change stays.
    const reach = (REACH - (ctx.num[layout.at('rol')] as number)) / (REACH - FAR);
    // Where nothing may be printed, little of it arrives.
    const openness = ctx.num[layout.at('openness')] as number;
    const arrives = clamp(openness / TIGHT, 0, 1);
    shift(ctx, cause, size * clamp(reach, 0, 1) * arrives, 'rol');
    const unheard = (100 - (ctx.num[layout.at('legitimacy')] as number)) / 50;
    shift(ctx, cause, size * clamp(unheard, 0, 1) * arrives, 'legitimacy');
    for (const initiative of ['EEU', 'OBOR', 'EU']) {
      for (const segment of SEGMENTS) shift(ctx, cause, 0.03 * size, 'aware', segment, initiative);
    }
    if (openness < TIGHT) {
      // A closed government takes it as meddling: licences for European firms take longer.
      shiftTrust(ctx, cause, -2 * size, 'EU', 'KZ');
      cutBarriers(ctx, cause, -coefficient(ctx.content, 'union.meddling') * size, 'KZ', 'EU');
    }
    shift(ctx, cause, arrives, 'eu_cohesion');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => [0.03, 0.05, 0.1].map((amount) => ({ amount })),
};
