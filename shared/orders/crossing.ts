import { pow } from '../core/math.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { contentChoice, text } from './form.ts';

/** Days taken off a crossing's free delay by the first widening; each further one gives half. */
const DAYS = 0.7;
/** Share of capacity that the first widening adds; each further one gives half. */
const TRAINS = 0.4;

/** More tracks, cranes and clerks at a border station of Kazakhstan. */
export const crossing: OrderKind = {
  id: 'crossing',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 1,
  icon: 'waypoints',
  claims: ['C04', 'C20'],
  params: [
    contentChoice(
      'node',
      'place',
      (content) => content.network.nodes.filter((n) => n.widenBy?.includes('KZ')).map((n) => n.id),
      'khorgos',
    ),
  ],
  main: ['node'],
  cooldownKey: (params) => text(params, 'node'),
  legal({ content, num }, _power, params) {
    const times = num[content.layout.at('widened', text(params, 'node'))] as number;
    return times >= 3 ? refuse('crossingFull') : null;
  },
  cost: () => ({ pc: 1, money: 0.25 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const node = text(params, 'node');
    const times = ctx.num[layout.at('widened', node)] as number;
    const part = pow(0.5, times);
    setPolicy(ctx, layout.at('widened', node), times + 1, cause);
    const capacity = layout.at('capacity', node);
    setPolicy(ctx, capacity, (ctx.num[capacity] as number) * (1 + TRAINS * part), cause);
    const relief = layout.at('relief', node);
    setPolicy(ctx, relief, (ctx.num[relief] as number) + DAYS * part, cause);
  },
  touches: (_content, params) => ({ links: [], nodes: [text(params, 'node')] }),
  candidates: ({ content }) =>
    content.network.nodes.filter((n) => n.widenBy?.includes('KZ')).map((n) => ({ node: n.id })),
};
