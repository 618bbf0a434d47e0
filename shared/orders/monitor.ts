import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift, shiftTrust } from './effects.ts';

/** Observers who count what is stationed in the region and say so in public. */
export const monitor: OrderKind = {
  id: 'monitor',
  by: ['EU'],
  depth: 'expert',
  cooldown: 1,
  icon: 'eye',
  claims: ['C65'],
  params: [],
  main: [],
  legal({ content, num }) {
    const left = num[content.layout.at('presence_shown')] as number;
    return left >= coefficient(content, 'europe.monitorRounds') ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0.03 }),
  apply(ctx, _power, _params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `europe.${name}`);
    setPolicy(ctx, ctx.content.layout.at('presence_shown'), k('monitorRounds'), cause);
    shift(ctx, cause, k('monitorCalm'), 'stability');
    shiftTrust(ctx, cause, -3, 'RU', 'EU');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => [{}],
};
