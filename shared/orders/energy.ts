import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { raiseBypass, shift, shiftTrust } from './effects.ts';
import { choice, contentChoice, text } from './form.ts';

/** What a squeeze leaves of a line's throughput, in the reading of the rules: oil −5 to −12 %. */
const SQUEEZED = 0.85;
/** Russian fuel for Kazakhstan under a discount, % of the usual price. */
const DISCOUNT = -15;

function lines(content: Parameters<OrderKind['touches']>[0]): readonly string[] {
  return content.network.lines.filter((l) => l.power === 'RU').map((l) => l.id);
}

/** Russia's terms for Kazakh oil in its pipes and for the fuel it sells. */
export const energy: OrderKind = {
  id: 'energy',
  by: ['RU'],
  depth: 'intro',
  cooldown: 2,
  icon: 'fuel',
  claims: ['C49'],
  params: [
    choice('terms', ['discount', 'neutral', 'squeeze'], 'discount'),
    contentChoice('line', 'line', (content) => ['all', ...lines(content)], 'all'),
  ],
  main: ['terms'],
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const price = num[layout.at('energy_price', 'RU')] as number;
    const chosen = text(params, 'line');
    const named = chosen === 'all' ? lines(content) : [chosen];
    const open = named.every((l) => (num[layout.at('oil_access', l)] as number) >= 1);
    const squeezed = named.every((l) => (num[layout.at('oil_access', l)] as number) < 1);
    const terms = text(params, 'terms');
    if (terms === 'discount' && price < 0 && open) return refuse('noChange');
    if (terms === 'neutral' && price === 0 && open) return refuse('noChange');
    if (terms === 'squeeze' && squeezed) return refuse('noChange');
    return null;
  },
  cost(_scene, _power, params) {
    return { pc: 2, money: text(params, 'terms') === 'discount' ? 0.3 : 0 };
  },
  apply(ctx, _power, params, cause) {
    const { content } = ctx;
    const { layout } = content;
    const terms = text(params, 'terms');
    const chosen = text(params, 'line');
    for (const line of chosen === 'all' ? lines(content) : [chosen]) {
      setPolicy(ctx, layout.at('oil_access', line), terms === 'squeeze' ? SQUEEZED : 1, cause);
    }
    const price = layout.at('energy_price', 'RU');
    setPolicy(ctx, price, terms === 'discount' ? DISCOUNT : 0, cause);
    if (terms === 'discount') {
      shiftTrust(ctx, cause, 4, 'KZ', 'RU');
      shift(ctx, cause, 2, 'union_cohesion');
    }
    if (terms === 'squeeze') {
      shiftTrust(ctx, cause, -12, 'KZ', 'RU');
      shift(ctx, cause, -5, 'union_cohesion');
      shift(ctx, cause, 3, 'confrontation');
      raiseBypass(ctx, cause);
    }
  },
  touches(content, params) {
    const chosen = text(params, 'line');
    return {
      links: content.network.lines
        .filter((l) => l.power === 'RU' && (chosen === 'all' || l.id === chosen))
        .flatMap((l) => l.links),
      nodes: [],
    };
  },
  candidates: () => ['discount', 'neutral', 'squeeze'].map((terms) => ({ terms, line: 'all' })),
};
