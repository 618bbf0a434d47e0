import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shiftTrust, tieSecurity } from './effects.ts';
import { choice, text } from './form.ts';

const PARTNERS = ['RU', 'CN', 'EU'] as const;

/** A joint exercise that Kazakhstan invites a partner to. It binds one and makes the others wonder. */
export const exercise: OrderKind = {
  id: 'exercise',
  by: ['KZ'],
  depth: 'expert',
  cooldown: 2,
  icon: 'tent',
  claims: ['C65'],
  params: [choice('partner', PARTNERS, 'RU', 'power')],
  main: ['partner'],
  partners: (params) => [text(params, 'partner') as Power],
  legal({ content, num }, _power, params) {
    const share = num[content.layout.at('security_share', text(params, 'partner'))] as number;
    return share >= 100 ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0.05 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const k = (name: string): number => coefficient(ctx.content, `rules.${name}`);
    const partner = text(params, 'partner');
    const others = PARTNERS.filter((p) => p !== partner);
    const count = layout.at('drills', partner);
    setPolicy(ctx, count, (ctx.num[count] as number) + 1, cause);
    tieSecurity(ctx, cause, k('drillShare'), partner);
    for (const p of others) shiftTrust(ctx, cause, k('drillOthers'), 'KZ', p);
    shiftTrust(ctx, cause, k('drillTrust'), 'KZ', partner);
  },
  touches: () => ({ links: [], nodes: ['almaty'] }),
  candidates: () => PARTNERS.map((partner) => ({ partner })),
};
