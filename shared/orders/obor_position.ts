import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

interface Stand {
  /** Value of the policy word. */
  readonly at: 1 | 2 | 3;
  /** Points of unity, beside what every act outside the mandate costs. */
  readonly unity: number;
  /** Points of trust with China. */
  readonly china: number;
}

const STANDS: Readonly<Record<string, Stand>> = {
  engage: { at: 3, unity: -2.4, china: 6 },
  conditional: { at: 2, unity: 0, china: 2 },
  sceptical: { at: 1, unity: 2.6, china: -5 },
};

/**
 * Where Europe stands on China's road. It stands for at least four rounds; what it wins of a say in
 * the plan depends on how open the plan still is.
 */
export const oborPosition: OrderKind = {
  id: 'obor_position',
  by: ['EU'],
  depth: 'standard',
  cooldown: 4,
  icon: 'megaphone',
  claims: ['C63'],
  params: [choice('position', ['engage', 'conditional', 'sceptical'], 'conditional')],
  main: ['position'],
  legal({ content, num }, _power, params) {
    const { at } = STANDS[text(params, 'position')] as Stand;
    return num[content.layout.at('obor_position')] === at ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, _power, params, cause) {
    const stand = STANDS[text(params, 'position')] as Stand;
    setPolicy(ctx, ctx.content.layout.at('obor_position'), stand.at, cause);
    shift(ctx, cause, stand.unity, 'eu_cohesion');
    shiftTrust(ctx, cause, stand.china, 'EU', 'CN');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => Object.keys(STANDS).map((position) => ({ position })),
};
