import type { Content } from '../core/content.ts';
import { WAYS } from '../core/layout.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { choice, number, slider, text } from './form.ts';

const EXIT: Readonly<Record<string, string>> = { russia: 'RU', china: 'CN', caspian: 'AZ' };

function linesOn(content: Content, way: string): readonly string[] {
  return content.network.lines.filter((l) => l.exit === EXIT[way]).flatMap((l) => l.links);
}

/** Part of the oil that the state sends a way, whatever it pays there. Stands until changed. */
export const oilRoute: OrderKind = {
  id: 'oil_route',
  by: ['KZ'],
  depth: 'expert',
  cooldown: 2,
  icon: 'shuffle',
  claims: ['C06', 'C49'],
  params: [choice('way', WAYS, 'caspian'), slider('quota', 'percent', 0, 60, 5, 15)],
  main: ['way', 'quota'],
  cooldownKey: (params) => text(params, 'way'),
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const asked = number(params, 'quota');
    const of = (way: string): number => num[layout.at('oil_quota', way)] as number;
    if (of(text(params, 'way')) === asked) return refuse('noChange');
    const others = WAYS.filter((way) => way !== text(params, 'way'));
    const left = 100 - others.reduce((sum, way) => sum + of(way), 0);
    return asked > left ? refuse('moreThanAll', { left }) : null;
  },
  cost: () => ({ pc: 1, money: 0.1 }),
  apply(ctx, _power, params, cause) {
    const at = ctx.content.layout.at('oil_quota', text(params, 'way'));
    setPolicy(ctx, at, number(params, 'quota'), cause);
  },
  touches: (content, params) => ({ links: linesOn(content, text(params, 'way')), nodes: [] }),
  candidates: () => [
    { way: 'caspian', quota: 15 },
    { way: 'caspian', quota: 0 },
    { way: 'china', quota: 20 },
    { way: 'china', quota: 0 },
    { way: 'russia', quota: 60 },
  ],
};
