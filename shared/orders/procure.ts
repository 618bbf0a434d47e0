import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { SEGMENTS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { type RoundContext, setPolicy } from '../core/round.ts';
import { shift, strength } from './effects.ts';
import { choice, text } from './form.ts';

/**
 * The law on contracts: how much of a work local firms must do at least, and whether all may bid for
 * it. It binds every loan and every building site from now on; `terms.ts` says what it adds to the price.
 */
export const procure: OrderKind = {
  id: 'procure',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 2,
  icon: 'stamp',
  claims: ['C24', 'C25', 'C26'],
  params: [choice('bidding', ['own', 'open'], 'open'), choice('local', ['30', '50', '70'], '50')],
  main: ['bidding', 'local'],
  legal({ content, num }, _power, params) {
    const local = num[content.layout.at('rule_local')] === Number(text(params, 'local'));
    const open =
      num[content.layout.at('rule_open')] === (text(params, 'bidding') === 'open' ? 1 : 0);
    return local && open ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const open = text(params, 'bidding') === 'open' ? 1 : 0;
    const was = ctx.num[layout.at('rule_open')] as number;
    setPolicy(ctx, layout.at('rule_local'), Number(text(params, 'local')), cause);
    setPolicy(ctx, layout.at('rule_open'), open, cause);
    if (open > was) calm(ctx, cause);
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () =>
    ['own', 'open'].flatMap((bidding) => ['30', '50', '70'].map((local) => ({ bidding, local }))),
};

/** Open bids take anger off each Chinese project that is under way, where there is any. */
function calm(ctx: RoundContext, cause: string): void {
  const { content, num } = ctx;
  const { layout } = content;
  const live = content.projects.filter(
    (p) =>
      p.powers.includes('CN') &&
      (num[layout.at('cn_paid', p.id)] as number) > 0 &&
      (num[layout.at('progress', p.id)] as number) < 1,
  ).length;
  const points = coefficient(content, 'rules.procureAnger') * live;
  for (const segment of SEGMENTS) {
    const minds = strength(ctx, `china.${segment}`);
    shift(ctx, cause, -points * minds, 'grievance', segment, 'china');
  }
}
