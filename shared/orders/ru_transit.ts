import { roundOf } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { raiseBypass, shift } from './effects.ts';
import { choice, number, slider, text } from './form.ts';
import { corridorLinks } from './toll.ts';

const ACCESS: Readonly<Record<string, number>> = { open: 0, slow: 1, close: 2 };

/** Toll and access on Russia's part of a corridor. Stands until changed; a squeeze feeds every bypass. */
export const ruTransit: OrderKind = {
  id: 'ru_transit',
  by: ['RU'],
  depth: 'intro',
  cooldown: 1,
  icon: 'route',
  claims: ['C49'],
  params: [
    choice('corridor', ['trunk', 'siberian', 'road', 'ukraine'], 'trunk', 'corridor'),
    slider('toll', 'perFeu', 0, 3000, 100, 1200),
    choice('access', ['open', 'slow', 'close'], 'open'),
  ],
  main: ['toll', 'access'],
  occasion(scene) {
    const { content, num, round } = scene;
    const split = content.events.find((e) => e.id === 'E09');
    const open = num[content.layout.at('status', 'ukraine')] === 0;
    return split && open && roundOf(content, split.half) === round ? 'E09' : null;
  },
  // Slowing the road to Ukraine is the answer to the split of trade, and to nothing else.
  reaction: (params) => text(params, 'corridor') === 'ukraine' && text(params, 'access') === 'slow',
  cooldownKey: (params) => text(params, 'corridor'),
  legal({ content, num }, power, params) {
    const corridor = text(params, 'corridor');
    const sameToll = num[content.layout.at('toll', power, corridor)] === number(params, 'toll');
    const status = num[content.layout.at('status', corridor)];
    return sameToll && status === ACCESS[text(params, 'access')] ? refuse('noChange') : null;
  },
  cost(scene, power, params) {
    if (this.reaction?.(params) && this.occasion?.(scene, power)) return { pc: 0, money: 0 };
    return { pc: [1, 2, 4][ACCESS[text(params, 'access')] as number] as number, money: 0 };
  },
  apply(ctx, power, params, cause) {
    const { layout } = ctx.content;
    const corridor = text(params, 'corridor');
    setPolicy(ctx, layout.at('toll', power, corridor), number(params, 'toll'), cause);
    const at = layout.at('status', corridor);
    const before = ctx.num[at] as number;
    const after = ACCESS[text(params, 'access')] as number;
    setPolicy(ctx, at, after, cause);
    if (after > before) {
      raiseBypass(ctx, cause);
      shift(ctx, cause, after === 2 ? -5 : -2, 'union_cohesion');
    }
  },
  touches(content, params) {
    return { links: corridorLinks(content, text(params, 'corridor'), 'RU'), nodes: [] };
  },
  candidates(scene, power) {
    const { content, num } = scene;
    const corridor = 'trunk';
    const now = num[content.layout.at('toll', power, corridor)] as number;
    return [
      ...[600, 900, 1200, 1500, 1900].map((t) => ({ corridor, toll: t, access: 'open' })),
      { corridor, toll: now, access: 'slow' },
      { corridor, toll: now, access: 'close' },
      ...(this.occasion?.(scene, power) ? [{ corridor: 'ukraine', toll: 0, access: 'slow' }] : []),
    ];
  },
};
