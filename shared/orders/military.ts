import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { frighten, shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

interface Act {
  readonly share: number;
  readonly fear: number;
  readonly tension: number;
  readonly home: number;
  readonly presence: number;
}

/** Printed effects at full strength. */
const ACTS: Readonly<Record<string, Act>> = {
  exercise: { share: 3, fear: 4, tension: 3, home: 3, presence: 1 },
  presence: { share: 4, fear: 7, tension: 5, home: 4, presence: 8 },
  standdown: { share: -2, fear: -4, tension: -5, home: -3, presence: -6 },
};

/** Segments whose fear makes the state look for other friends. */
const PUBLIC = ['cities', 'rural', 'north'] as const;

/** Russian forces in Kazakhstan and at its side: they bind, and they frighten. */
export const military: OrderKind = {
  id: 'military',
  by: ['RU'],
  depth: 'intro',
  cooldown: 1,
  icon: 'swords',
  claims: ['C10', 'C55', 'C65'],
  params: [choice('act', ['exercise', 'presence', 'standdown'], 'exercise')],
  main: ['act'],
  legal({ content, num }, _power, params) {
    const presence = num[content.layout.at('presence', 'RU')] as number;
    const act = text(params, 'act');
    if (act === 'standdown' && presence <= 0) return refuse('noChange');
    if (act === 'presence' && presence >= 100) return refuse('noChange');
    return null;
  },
  cost: () => ({ pc: 2, money: 0.15 }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const act = ACTS[text(params, 'act')] as Act;
    const presence = layout.at('presence', 'RU');
    setPolicy(ctx, presence, (num[presence] as number) + act.presence, cause);
    // A frightened neighbour hedges: the same drill then binds less, and in the end drives away.
    let fear = 0;
    for (const s of PUBLIC) fear += (num[layout.at('fear', s)] as number) / PUBLIC.length;
    const usual = coefficient(content, 'union.hedgeFrom');
    const none = coefficient(content, 'union.hedgeNone');
    const binds = act.share > 0 ? Math.min(1, (none - fear) / (none - usual)) : 1;
    shift(ctx, cause, act.share * binds, 'security_share', 'RU');
    frighten(ctx, cause, act.fear);
    shift(ctx, cause, act.tension, 'confrontation');
    shift(ctx, cause, act.home, 'home', 'RU');
    shiftTrust(ctx, cause, act.tension > 0 ? -1 : 2, 'RU', 'EU');
  },
  touches: () => ({ links: [], nodes: ['orenburg'] }),
  candidates: () => Object.keys(ACTS).map((act) => ({ act })),
};
