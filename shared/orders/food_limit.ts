import { coefficient } from '../core/content.ts';
import type { OrderKind, OrderScene } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** Whether the partner bans Kazakh food now: then a limit is an answer, and a right. */
function provoked({ content, num }: Pick<OrderScene, 'content' | 'num'>, partner: string): boolean {
  return partner === 'RU' && num[content.layout.at('food_ban', 'KZ')] === 1;
}

/** Kazakhstan keeps a partner's food out, in the name of health or as an answer, or lets it in again. */
export const foodLimit: OrderKind = {
  id: 'food_limit',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 2,
  icon: 'milk-off',
  claims: ['C14', 'C52'],
  params: [
    choice('partner', ['RU', 'CN', 'EU'], 'RU', 'power'),
    choice('limit', ['on', 'off'], 'on'),
  ],
  main: ['limit', 'partner'],
  cooldownKey: (params) => text(params, 'partner'),
  legal({ content, num }, _power, params) {
    const now = num[content.layout.at('food_limit', text(params, 'partner'))];
    return now === (text(params, 'limit') === 'on' ? 1 : 0) ? refuse('noChange') : null;
  },
  cost: (scene, _power, params) => ({
    pc: text(params, 'limit') === 'on' && provoked(scene, text(params, 'partner')) ? 0 : 1,
    money: 0,
  }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const k = (name: string): number => coefficient(content, `rules.${name}`);
    const partner = text(params, 'partner');
    const on = text(params, 'limit') === 'on' ? 1 : 0;
    const at = layout.at('food_limit', partner);
    if (num[at] === on) return;
    const sign = on === 1 ? 1 : -1;
    setPolicy(ctx, at, on, cause);
    const barrier = layout.at('ntb', 'KZ', partner, 'food');
    setPolicy(ctx, barrier, (num[barrier] as number) + sign * k('limitBarrier'), cause);
    const answered = provoked(ctx, partner);
    const offence = answered ? k('answerTrust') : k('limitTrust');
    shiftTrust(ctx, cause, on ? offence : k('liftTrust'), 'KZ', partner);
    // A quarrel among members is one of the union.
    if (partner === 'RU') shift(ctx, cause, sign, 'disputes');
  },
  touches: (_content, params) => ({
    links: [],
    nodes: { RU: ['petropavl'], CN: ['khorgos'], EU: ['brest'] }[text(params, 'partner')] ?? [],
  }),
  candidates: () =>
    ['RU', 'CN', 'EU'].flatMap((partner) => ['on', 'off'].map((limit) => ({ partner, limit }))),
};
