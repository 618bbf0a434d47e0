import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { setPolicy } from '../core/round.ts';
import { shift, shiftTrust, tieSecurity } from './effects.ts';
import { choice, text } from './form.ts';

/** Rounds that each lasts, its part of what ties, what neighbours and villages see of it, and what guards learn. */
const ACTS: Readonly<
  Record<
    string,
    {
      readonly rounds: number;
      readonly part: number;
      readonly seen: number;
      readonly taught: number;
    }
  >
> = {
  patrol: { rounds: 4, part: 1, seen: 1, taught: 0 },
  training: { rounds: 3, part: 0.6, seen: 0.2, taught: 1 },
};

/** Chinese patrols on the border, or training for Kazakh guards: a calmer west, and a watchful north. */
export const cnSecurity: OrderKind = {
  id: 'cn_security',
  by: ['CN'],
  depth: 'expert',
  cooldown: 3,
  icon: 'shield',
  claims: [],
  params: [choice('guard', Object.keys(ACTS), 'patrol')],
  main: ['guard'],
  partners: () => ['KZ'],
  legal: () => null,
  cost: () => ({ pc: 2, money: 0.1 }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const k = (name: string): number => coefficient(content, `pacts.${name}`);
    const act = ACTS[text(params, 'guard')] as (typeof ACTS)[string];
    const patrols = content.layout.at('patrols');
    setPolicy(ctx, patrols, Math.max(num[patrols] as number, act.rounds), cause);
    tieSecurity(ctx, cause, k('patrolShare') * act.part, 'CN');
    shift(ctx, cause, k('patrolRural') * act.seen, 'att', 'rural', 'CN');
    // Who was trained there comes home with friends.
    shift(ctx, cause, k('trainingCities') * act.taught, 'att', 'cities', 'CN');
    for (const power of ['KZ', 'CN'] as const) {
      shiftTrust(ctx, cause, k('patrolRussia') * act.seen, power, 'RU');
    }
    shiftTrust(ctx, cause, 2, 'KZ', 'CN');
  },
  touches: () => ({ links: [], nodes: ['khorgos'] }),
  candidates: () => Object.keys(ACTS).map((guard) => ({ guard })),
};
