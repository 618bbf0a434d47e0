import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { back, shift } from './effects.ts';
import { choice, text } from './form.ts';

/** Rounds for which China is held to what it has published. */
const BINDS = 3;

/**
 * A document that says what the road is: rules that China will sign, or projects and how they are bid
 * for. It makes the plan clear, and whoever publishes it is held to it by all.
 */
export const blueprint: OrderKind = {
  id: 'blueprint',
  by: ['CN'],
  depth: 'standard',
  cooldown: 3,
  icon: 'map',
  claims: ['C34'],
  params: [choice('document', ['rules', 'list'], 'rules')],
  main: ['document'],
  binds: (params) =>
    text(params, 'document') === 'list'
      ? [
          {
            kind: 'pledge_not',
            order: { kind: 'finance', params: { bidding: 'own' } },
            rounds: BINDS,
          },
        ]
      : [{ kind: 'pledge_do', order: { kind: 'chapter', params: {} }, rounds: BINDS }],
  legal: ({ content, num }) =>
    (num[content.layout.at('clarity')] as number) >= 100 ? refuse('noChange') : null,
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, _power, params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `pacts.${name}`);
    // Names and places say more than rules.
    const more = text(params, 'document') === 'list' ? k('blueprintList') : 1;
    shift(ctx, cause, more * k('blueprintClarity'), 'clarity');
    shift(ctx, cause, k('blueprintConfidence'), 'biz_conf');
    back(ctx, cause, 5, 'OBOR');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => ['rules', 'list'].map((document) => ({ document })),
};
