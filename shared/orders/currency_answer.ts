import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { setPolicy } from '../core/round.ts';
import { frighten, provoke, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** What each answer makes of `currency`. */
const ANSWERS: Readonly<Record<string, number>> = { refuse: 0, study: 1, accept: 2 };

/** What Kazakhstan says when it is asked for one currency. Silence is a refusal. */
export const currencyAnswer: OrderKind = {
  id: 'currency_answer',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 0,
  icon: 'message-circle-question-mark',
  claims: ['C13'],
  params: [choice('reply', ['refuse', 'study', 'accept'], 'refuse')],
  main: ['reply'],
  occasion: ({ content, num }) =>
    num[content.layout.at('currency_asked')] === 1 ? 'currency' : null,
  reaction: () => true,
  legal: () => null,
  cost: (_scene, _power, params) => ({ pc: text(params, 'reply') === 'accept' ? 2 : 0, money: 0 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const k = (name: string): number => coefficient(ctx.content, `rules.${name}`);
    const reply = text(params, 'reply');
    setPolicy(ctx, layout.at('currency_asked'), 0, cause);
    const at = layout.at('currency');
    // Who has begun to study the matter and is asked again does not go back by refusing the rest.
    const step = Math.max(ctx.num[at] as number, ANSWERS[reply] as number);
    setPolicy(ctx, at, reply === 'refuse' ? 0 : step, cause);
    switch (reply) {
      case 'accept':
        frighten(ctx, cause, k('acceptedFear'));
        provoke(ctx, cause, k('acceptedAnger'), 'eeu');
        shiftTrust(ctx, cause, k('acceptedTrust'), 'KZ', 'RU');
        return;
      case 'study':
        frighten(ctx, cause, k('studiedFear'));
        shiftTrust(ctx, cause, k('studiedTrust'), 'KZ', 'RU');
        return;
      default:
        shiftTrust(ctx, cause, k('refusedTrust'), 'KZ', 'RU');
    }
  },
  touches: () => ({ links: [], nodes: ['astana'] }),
  candidates: () => Object.keys(ANSWERS).map((reply) => ({ reply })),
};
