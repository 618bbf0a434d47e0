import { standing } from '../core/layout.ts';
import { pow } from '../core/math.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { openNorms, shiftTrust } from './effects.ts';
import { choice, number, slider, text } from './form.ts';

/** Stations and ports that each European programme widens. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  brest: ['brest', 'malaszewicze'],
  caspian: ['baku', 'alat'],
  aktau: ['aktau'],
};
/** Days of handling and share of capacity that 0.5 $bn buys the first time; half of it the next. */
const DAYS = 0.5;
const TRAINS = 0.35;

/** European grants and loans for a bottleneck on the way west, by open tender. */
export const euCorridor: OrderKind = {
  id: 'eu_corridor',
  by: ['EU'],
  depth: 'intro',
  cooldown: 1,
  icon: 'waypoints',
  claims: ['C23', 'C61'],
  params: [
    choice('place', ['brest', 'caspian', 'aktau'], 'brest'),
    slider('amount', 'bn', 0.2, 0.8, 0.1, 0.5),
  ],
  main: ['place'],
  cooldownKey: (params) => text(params, 'place'),
  legal({ content, num }, _power, params) {
    const [first] = standing(content.layout, PLACES[text(params, 'place')] ?? []);
    if (first === undefined) return refuse('badParameter', { param: 'place' });
    return (num[content.layout.at('widened', first)] as number) >= 3
      ? refuse('crossingFull')
      : null;
  },
  cost: (_scene, _power, params) => ({ pc: 1, money: number(params, 'amount') }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const size = number(params, 'amount') / 0.5;
    for (const node of standing(layout, PLACES[text(params, 'place')] ?? [])) {
      const widened = layout.at('widened', node);
      const part = size * pow(0.5, ctx.num[widened] as number);
      setPolicy(ctx, widened, Math.min(3, (ctx.num[widened] as number) + 1), cause);
      const capacity = layout.at('capacity', node);
      setPolicy(ctx, capacity, (ctx.num[capacity] as number) * (1 + TRAINS * part), cause);
      const relief = layout.at('relief', node);
      setPolicy(ctx, relief, (ctx.num[relief] as number) + DAYS * part, cause);
    }
    openNorms(ctx, cause, 2);
    shiftTrust(ctx, cause, 1, 'EU', 'KZ');
  },
  touches: (_content, params) => ({
    links: [],
    nodes: PLACES[text(params, 'place')] ?? [],
  }),
  candidates: () =>
    ['brest', 'caspian', 'aktau'].flatMap((place) =>
      [0.3, 0.5, 0.8].map((amount) => ({ place, amount })),
    ),
};
