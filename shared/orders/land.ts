import { clamp } from '../core/math.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { provoke, shift, shiftTrust, strength } from './effects.ts';
import { choice, text } from './form.ts';

const CODE: Readonly<Record<string, number>> = { suspend: 0, open: 1, moratorium: 2 };
/** Rounds in which a moratorium cannot be lifted. */
const LOCK = 4;
/** Anger about land below which closing it relieves nobody, and how far above it relieves in full. */
const QUIET = 8;
const HOT = 14;
/** Trust of China that each answer wins or costs. */
const TRUST: Readonly<Record<string, number>> = { open: 5, suspend: -2, moratorium: -4 };
const PRICE: Readonly<Record<string, number>> = { open: 3, suspend: 1, moratorium: 1 };

/** Who may hold Kazakh farmland: open it to foreign tenants, take that back, or close it for years. */
export const land: OrderKind = {
  id: 'land',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 2,
  icon: 'sprout',
  claims: ['C40', 'C41'],
  params: [choice('code', ['open', 'suspend', 'moratorium'], 'open')],
  main: ['code'],
  // Taking a law back must not wait for the law to grow old.
  cooldownKey: (params) => (text(params, 'code') === 'open' ? 'open' : 'shut'),
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const now = num[layout.at('land_code')] as number;
    const wanted = CODE[text(params, 'code')] as number;
    if (wanted === now) return refuse('noChange');
    const age = num[layout.at('land_age')] as number;
    if (now === CODE.moratorium && age < LOCK) return refuse('landLocked', { rounds: LOCK - age });
    return null;
  },
  cost: (_scene, _power, params) => ({ pc: PRICE[text(params, 'code')] as number, money: 0 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const code = text(params, 'code');
    setPolicy(ctx, layout.at('land_code'), CODE[code] as number, cause);
    setPolicy(ctx, layout.at('land_age'), 0, cause);
    shiftTrust(ctx, cause, TRUST[code] as number, 'KZ', 'CN');
    if (code === 'open') {
      provoke(ctx, cause, strength(ctx, 'landAnger'), 'land');
      return;
    }
    // What was announced and has not angered anybody yet is off the table.
    shift(ctx, cause, -(ctx.num[layout.at('announced', 'land')] as number), 'announced', 'land');
    const relief = strength(ctx, 'landRelief') * (code === 'moratorium' ? 1 : 0.5);
    for (const segment of ['cities', 'rural'] as const) {
      // Nobody is relieved of a worry that he did not have.
      const worry = ((ctx.num[layout.at('grievance', segment, 'land')] as number) - QUIET) / HOT;
      shift(ctx, cause, -relief * clamp(worry, 0, 1), 'grievance', segment, 'land');
    }
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => ['open', 'suspend', 'moratorium'].map((code) => ({ code })),
};
