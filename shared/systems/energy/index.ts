import type { Content } from '../../core/content.ts';
import { move, type RoundContext, type System } from '../../core/round.ts';
import { explainEnergy } from './attribution.ts';
import { type CompiledEnergy, compiledEnergy } from './compile.ts';
import { energyOutcomes } from './outcomes.ts';
import { routeOil } from './routing.ts';
import { mineNetbacks, openFields, runContracts } from './terms.ts';

export { repairs } from './terms.ts';

/**
 * Step 7 for fuel and metals: each line's netback (world price less tariff) draws oil within its
 * capacity and the access that its owner gives, beside what contracts and quotas bind; metals go
 * where they pay at the mine. Value at the border = price × volume.
 */
export const energyRouting: System = {
  id: 'energy',
  run(ctx) {
    const c = compiledEnergy(ctx.content);
    if (!ctx.held) openCapacity(ctx, c);
    openFields(ctx, c);
    runContracts(ctx, c);
    mineNetbacks(ctx);
    settleEnergy(ctx.content, ctx.num);
    if (ctx.ledger) explainEnergy(ctx, c, ctx.ledger);
  },
};

/** Routes the oil of a numeric state and writes flows, netback, values and shares into it. */
export function settleEnergy(content: Content, num: Float64Array): void {
  const c = compiledEnergy(content);
  const steered = routeOil(c, num, c.flow);
  for (let l = 0; l < c.lines; l += 1) num[c.at.flow + l] = c.flow[l] as number;
  energyOutcomes(c, num, c.flow, steered, c.out);
  for (let i = 0; i < c.entries.length; i += 1) {
    num[c.entries[i] as number] = c.out[i] as number;
  }
}

/** Pumps and pipes that came into use in this half-year. */
function openCapacity(ctx: RoundContext, c: CompiledEnergy): void {
  for (const step of c.steps) {
    if (step.round !== ctx.round) continue;
    move(ctx, step.entry, step.mt - (ctx.num[step.entry] as number), 'mech:pipeline_capacity');
  }
}
