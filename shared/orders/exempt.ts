import { coefficient, roundOf } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/**
 * Kazakhstan takes less from goods of others than the union does: cheaper shelves, and a hole in the
 * common wall through which goods reach Russia. Stands until taken back.
 */
export const exempt: OrderKind = {
  id: 'exempt',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 2,
  icon: 'badge-percent',
  claims: ['C12', 'C53'],
  params: [choice('sector', ['goods', 'food'], 'goods'), choice('exemption', ['on', 'off'], 'on')],
  main: ['sector', 'exemption'],
  cooldownKey: (params) => text(params, 'sector'),
  legal({ content, num, round }, _power, params) {
    const opens = content.events.find((e) => e.id === 'E07');
    if (opens && round < roundOf(content, opens.half)) return refuse('stepLocked');
    const stands = (num[content.layout.at('exempt', text(params, 'sector'))] as number) > 0;
    return stands === (text(params, 'exemption') === 'on') ? refuse('noChange') : null;
  },
  cost: ({ content }, _power, params) => ({
    pc: 2,
    money: text(params, 'exemption') === 'on' ? coefficient(content, 'rules.exemptCost') : 0,
  }),
  apply(ctx, _power, params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `rules.${name}`);
    const on = text(params, 'exemption') === 'on';
    setPolicy(
      ctx,
      ctx.content.layout.at('exempt', text(params, 'sector')),
      on ? k('exempted') : 0,
      cause,
    );
    shiftTrust(ctx, cause, on ? k('exemptTrust') : k('exemptBack'), 'KZ', 'RU');
  },
  touches: () => ({ links: [], nodes: ['petropavl'] }),
  candidates: () =>
    ['goods', 'food'].flatMap((sector) =>
      ['on', 'off'].map((exemption) => ({ sector, exemption })),
    ),
};
