import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { choice, number, slider, text } from './form.ts';

/** What Kazakhstan takes for a container on its part of a corridor. Stands until changed. */
export const toll: OrderKind = {
  id: 'toll',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 1,
  icon: 'route',
  claims: ['C20'],
  params: [
    choice('corridor', ['trunk', 'caspian', 'south', 'asia'], 'trunk', 'corridor'),
    slider('toll', 'perFeu', 0, 3000, 100, 1100),
  ],
  main: ['toll'],
  cooldownKey: (params) => text(params, 'corridor'),
  legal({ content, num }, power, params) {
    const now = num[content.layout.at('toll', power, text(params, 'corridor'))] as number;
    return now === number(params, 'toll') ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0 }),
  apply(ctx, power, params, cause) {
    const at = ctx.content.layout.at('toll', power, text(params, 'corridor'));
    setPolicy(ctx, at, number(params, 'toll'), cause);
  },
  touches(content, params) {
    return { links: corridorLinks(content, text(params, 'corridor'), 'KZ'), nodes: [] };
  },
  candidates: () => [400, 700, 900, 1300, 1700].map((t) => ({ corridor: 'trunk', toll: t })),
};

/** Links of a corridor's paths that lie in one country, for the map. */
export function corridorLinks(
  content: Parameters<OrderKind['touches']>[0],
  corridor: string,
  country: string,
): readonly string[] {
  const own = new Set(content.network.links.filter((l) => l.owner === country).map((l) => l.id));
  const found = new Set<string>();
  for (const p of content.network.paths) {
    if (p.corridor === corridor) for (const l of p.links) if (own.has(l)) found.add(l);
  }
  return [...found].sort();
}
