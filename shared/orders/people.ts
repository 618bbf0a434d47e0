import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { move } from '../core/round.ts';
import { shift, strength } from './effects.ts';
import { choice, text } from './form.ts';

/** Share of those who do not know the road yet that hear of it, goodwill, and whom a programme reaches. */
const PROGRAMMES: Readonly<
  Record<string, { aware: number; goodwill: number; nearer: number; reach: readonly string[] }>
> = {
  students: { aware: 0.08, goodwill: 2.5, nearer: 0.03, reach: ['cities'] },
  bloggers: { aware: 0.14, goodwill: 1.7, nearer: 0.01, reach: ['cities', 'north', 'sme'] },
  youth: { aware: 0.1, goodwill: 2, nearer: 0.02, reach: ['cities', 'rural'] },
};
/** Below this no programme brings the neighbours nearer. */
const NEAREST = 0.5;

/** Trips, grants and exchanges that reach people outside the government. */
export const people: OrderKind = {
  id: 'people',
  by: ['CN'],
  depth: 'intro',
  cooldown: 1,
  icon: 'graduation-cap',
  claims: ['C37', 'C38'],
  params: [choice('group', ['students', 'bloggers', 'youth'], 'students')],
  main: ['group'],
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const { reach } = PROGRAMMES[text(params, 'group')] as (typeof PROGRAMMES)[string];
    const done = reach.every(
      (s) =>
        (num[layout.at('att', s, 'CN')] as number) >= 100 &&
        (num[layout.at('aware', s, 'OBOR')] as number) >= 1,
    );
    return done ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0.05 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const group = PROGRAMMES[text(params, 'group')] as (typeof PROGRAMMES)[string];
    const distance = layout.at('distance', 'CN');
    // Language and habits take part of the effect; each programme wears the distance down a little.
    const drag = strength(ctx, 'distanceDrag') * (ctx.num[distance] as number);
    const arrives = strength(ctx, 'outreach') * Math.max(0, 1 - drag);
    for (const segment of group.reach) {
      shift(ctx, cause, group.aware * arrives, 'aware', segment, 'OBOR');
      shift(ctx, cause, group.goodwill * arrives, 'att', segment, 'CN');
    }
    const left = (ctx.num[distance] as number) - NEAREST;
    if (left > 0) move(ctx, distance, -group.nearer * left, cause);
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => Object.keys(PROGRAMMES).map((group) => ({ group })),
};
