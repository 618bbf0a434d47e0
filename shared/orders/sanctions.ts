import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift } from './effects.ts';
import { choice, text } from './form.ts';

const CHANGE: Readonly<Record<string, number>> = { down: -1, hold: 0, up: 1 };
/** The level of Western sanctions on Russia: one step up or down, or rolled over. */
export const sanctions: OrderKind = {
  id: 'sanctions',
  by: ['EU'],
  depth: 'intro',
  cooldown: 1,
  icon: 'gavel',
  claims: ['C10', 'C44'],
  params: [choice('change', ['down', 'hold', 'up'], 'hold')],
  main: ['change'],
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const level = num[layout.at('sanction_level')] as number;
    const change = CHANGE[text(params, 'change')] as number;
    if (level + change < 0 || level + change > 3) return refuse('levelLimit', { level });
    if (change === 0 && level === 0) return refuse('noChange');
    if (change > 0 && (num[layout.at('eu_cohesion')] as number) < 55) {
      return refuse('cohesionTooLow', { needed: 55 });
    }
    return null;
  },
  cost: (_scene, _power, params) => ({ pc: text(params, 'change') === 'hold' ? 1 : 3, money: 0 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const at = layout.at('sanction_level');
    const change = CHANGE[text(params, 'change')] as number;
    // From here on the confrontation is open. Whether easing was answered shows at the round's end.
    const open = coefficient(ctx.content, 'diplomacy.euTense');
    const tense = (ctx.num[layout.at('confrontation')] as number) >= open;
    setPolicy(ctx, at, (ctx.num[at] as number) + change, cause);
    const eased = coefficient(ctx.content, 'institutions.easedCalm');
    if (change !== 0) shift(ctx, cause, change > 0 ? 3 : -eased, 'confrontation');
    // A word is kept when measures last as long as their reason.
    if (change >= 0 && tense) shift(ctx, cause, 4, 'credibility');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => ['down', 'hold', 'up'].map((change) => ({ change })),
};
