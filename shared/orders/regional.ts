import { coefficient, roundOf } from '../core/content.ts';
import { clamp } from '../core/math.ts';
import type { OrderKind, OrderScene } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { cutBarriers, shift } from './effects.ts';
import { deliver } from './mandate.ts';

/** Barriers, % of the price, below which the neighbours' markets are open. */
const LEAST = 1;
/** Part, beside what is usual, by which help for a region in trouble is noticed at most. */
const MOST_NOTICED = 1.5;

function barriers({ content, num }: OrderScene): number {
  const { layout } = content;
  let sum = 0;
  for (const sector of ['food', 'goods']) {
    sum += num[layout.at('ntb', 'KZ', 'CA', sector)] as number;
    sum += num[layout.at('ntb', 'CA', 'KZ', sector)] as number;
  }
  return sum / 4;
}

/** One programme for the five states of Central Asia: customs, water, border posts. */
export const regional: OrderKind = {
  id: 'regional',
  by: ['EU'],
  depth: 'standard',
  cooldown: 2,
  icon: 'globe',
  claims: ['C62', 'C64'],
  params: [],
  main: [],
  legal: (scene) => (barriers(scene) < LEAST ? refuse('noChange') : null),
  cost({ content, round }) {
    // Once the largest neighbour has opened up, nobody has to be talked into sitting together.
    const opens = content.events.find((e) => e.id === 'E11');
    return { pc: opens && round >= roundOf(content, opens.half) ? 1 : 2, money: 0.3 };
  },
  apply(ctx, _power, _params, cause) {
    const k = (name: string): number => coefficient(ctx.content, `europe.${name}`);
    cutBarriers(ctx, cause, k('region'), 'KZ', 'CA');
    // The strategy of 2007 was one for all five; neighbours who live in peace had not waited for it.
    const at = ctx.content.layout.at('stability');
    const worry = 100 - (ctx.num[at] as number);
    const usual = 100 - (ctx.content.start[at] as number);
    deliver(ctx, cause, clamp(worry / usual, 0, MOST_NOTICED));
    shift(ctx, cause, k('regionCalm'), 'stability');
    // Border posts that it pays for work by its book.
    shift(ctx, cause, k('standards'), 'eu_say');
  },
  touches: () => ({ links: [], nodes: ['saryagash'] }),
  candidates: () => [{}],
};
