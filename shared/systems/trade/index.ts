import type { Content } from '../../core/content.ts';
import type { RoundContext, System } from '../../core/round.ts';
import { armington, followRouble } from './armington.ts';
import { tradeOf } from './compile.ts';
import { explainTrade } from './explain.ts';
import { priceTakers, totals } from './totals.ts';

export { explanationOf, type TradeExplanation } from './explain.ts';
export { importPrices } from './totals.ts';

/** Writes totals, indices and shares that follow from the trade matrix of a numeric state. */
export function settleTrade(content: Content, num: Float64Array): void {
  totals(content, tradeOf(content), num);
}

/**
 * Step 6: food and goods by Armington demand over six regions, energy and metals as world price times
 * volume (Kazakh energy exports are written by the energy system), and what follows from the matrix.
 */
export const trade: System = {
  id: 'trade',
  run(ctx: RoundContext) {
    const t = tradeOf(ctx.content);
    followRouble(t, ctx.num, ctx.prev);
    armington(t, ctx.num, ctx.prev);
    priceTakers(t, ctx.num);
    totals(ctx.content, t, ctx.num);
    if (ctx.ledger) explainTrade(ctx, t, ctx.ledger);
  },
};
