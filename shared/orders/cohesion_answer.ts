import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { setPolicy } from '../core/round.ts';
import { shift } from './effects.ts';
import { choice, text } from './form.ts';

/** What Europe does when a member threatens to end the measures: gives in, or pays to hold together. */
export const cohesionAnswer: OrderKind = {
  id: 'cohesion_answer',
  by: ['EU'],
  depth: 'intro',
  choice: true,
  cooldown: 0,
  icon: 'users',
  claims: ['C44'],
  params: [choice('unity', ['ease', 'unite'], 'ease')],
  main: ['unity'],
  occasion: ({ content, num }) => (num[content.layout.at('eu_crisis')] === 1 ? 'E21' : null),
  reaction: () => true,
  legal: () => null,
  cost: (_scene, _power, params) => ({ pc: text(params, 'unity') === 'unite' ? 3 : 0, money: 0 }),
  apply(ctx, _power, params, cause) {
    // Giving in is what happens by itself: the crisis takes the level down at the end of the round.
    if (text(params, 'unity') === 'ease') return;
    setPolicy(ctx, ctx.content.layout.at('eu_crisis'), 0, cause);
    shift(ctx, cause, coefficient(ctx.content, 'unity.united'), 'eu_cohesion');
    shift(ctx, cause, coefficient(ctx.content, 'unity.unitedWord'), 'credibility');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => ['ease', 'unite'].map((unity) => ({ unity })),
};
