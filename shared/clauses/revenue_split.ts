import type { ClauseKind, Hearing } from '../core/clause.ts';
import { coefficient } from '../core/content.ts';
import type { OrderScene } from '../core/order.ts';
import { CORRIDORS, type Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import type { Clause, NamedOrder } from '../core/talk.ts';
import { choice, number, slider, text } from '../orders/form.ts';
import { ceilings } from './toll_cap.ts';
import { chanceOf, isLast } from './words.ts';

/** The two that keep a purse of tolls. */
const SETTERS = ['KZ', 'RU'] as const;
/** Corridors on which each of them sets his own toll. */
const TOLLED: Readonly<Record<string, readonly string[]>> = {
  KZ: ['trunk', 'caspian', 'south', 'asia'],
  RU: ['trunk', 'siberian', 'road', 'ukraine'],
};
/** Roads that may be pooled together. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  trunk: ['trunk'],
  rails: ['trunk', 'siberian'],
  all: CORRIDORS.filter((id) => SETTERS.some((p) => TOLLED[p]?.includes(id))),
};
/** Percent of the purse that Kazakhstan is offered. */
const SHARES = [30, 40, 50];
/** $ a container by which somebody might undercut the pool on a road of his own. */
const UNDERCUT = 300;

function pooled(clause: Clause): readonly string[] {
  return GROUPS[text(clause.params, 'roads')] ?? [];
}

/** k TEU a half-year on the pooled roads. */
function cargo({ content }: Pick<OrderScene, 'content'>, clause: Clause, num: Float64Array) {
  let sum = 0;
  for (const id of pooled(clause)) sum += num[content.layout.at('boxes', id)] as number;
  return sum;
}

/** Whether an order leads cargo round the pool: it shuts a pooled road or makes another cheaper. */
function diverts(hearing: Hearing, clause: Clause, { kind, params }: NamedOrder): boolean {
  if (kind !== 'toll' && kind !== 'ru_transit') return false;
  const { content, prev } = hearing;
  const corridor = String(params.corridor);
  const status = ['open', 'slow', 'close'].indexOf(String(params.access ?? 'open'));
  const before = prev[content.layout.at('status', corridor)] as number;
  if (pooled(clause).includes(corridor)) return kind === 'ru_transit' && status > before;
  const toll = prev[content.layout.at('toll', clause.by, corridor)] as number;
  return Number(params.toll) < toll || (kind === 'ru_transit' && status < before);
}

/**
 * One purse for the tolls of the two that set them: what both take on the named roads is pooled and paid
 * out by agreed shares. Who leads cargo round the pool breaks it.
 */
export const revenueSplit: ClauseKind = {
  id: 'revenue_split',
  depth: 'standard',
  icon: 'merge',
  bound: SETTERS,
  ordered: false,
  params: [
    choice('roads', Object.keys(GROUPS), 'trunk'),
    slider('share', 'percent', 0, 100, 5, 40),
  ],
  legal: (_scene, _clause, parties) =>
    SETTERS.every((p) => parties.includes(p)) ? null : refuse('noPurse'),
  split(clause) {
    const kz = number(clause.params, 'share') / 100;
    const part: Readonly<Record<(typeof SETTERS)[number], number>> = { KZ: kz, RU: 1 - kz };
    return SETTERS.flatMap((from) => {
      const to = SETTERS.filter((p) => p !== from) as Power[];
      return pooled(clause)
        .filter((corridor) => TOLLED[from]?.includes(corridor))
        .map((corridor) => ({ from, to, corridor, share: 1 - part[from] }))
        .filter(({ share }) => share > 0);
    });
  },
  // One purse pays when both bring their tolls down with it: each alone would rather wait for the other.
  suggests(scene, parties, until) {
    if (!SETTERS.every((p) => parties.includes(p))) return [];
    const theirs = ceilings(scene, 'RU', until, 0);
    return ceilings(scene, 'KZ', until, 0).flatMap((kz, i) =>
      theirs.slice(i, i + 1).flatMap((ru) =>
        SHARES.map((share) => {
          const params = { roads: 'trunk', share };
          const purse = SETTERS.map((by) => ({ kind: 'revenue_split', by, params, until }));
          return [kz, ru, ...purse];
        }),
      ),
    );
  },
  // The rules pay it out by themselves.
  fulfils: () => [],
  breaks(scene, clause) {
    const { content, num } = scene;
    const { layout } = content;
    const { by } = clause;
    const own = TOLLED[by] ?? [];
    const toll = (corridor: string): number => num[layout.at('toll', by, corridor)] as number;
    const cheaper = own
      .filter((id) => !pooled(clause).includes(id))
      .map((corridor) => ({ corridor, toll: Math.max(0, toll(corridor) - UNDERCUT) }));
    if (by === 'KZ') return cheaper.map((params) => ({ kind: 'toll', params }));
    const shut = own
      .filter((id) => pooled(clause).includes(id))
      .map((corridor) => ({ corridor, toll: toll(corridor), access: 'slow' }));
    const open = cheaper.map((params) => ({ ...params, access: 'open' }));
    return [...open, ...shut].map((params) => ({ kind: 'ru_transit', params }));
  },
  broke: diverts,
  judge(hearing, clause) {
    const { by } = clause;
    const part = 1 - coefficient(hearing.content, 'clauses.reroute');
    const now = cargo(hearing, clause, hearing.num);
    const before = cargo(hearing, clause, hearing.prev);
    const final = isLast(hearing, clause);
    const chance = chanceOf(hearing, by, revenueSplit.breaks(hearing, clause));
    const led = hearing.orders.some((o) => o.power === by && diverts(hearing, clause, o));
    if (led && now < part * cargo(hearing, clause, hearing.without(by))) {
      return { fate: 'breached', final: true, chance };
    }
    if (now === 0 && before === 0) return { fate: 'dormant', final, chance };
    // Cargo that stays away by itself, or by somebody else's deed, is nobody's breach.
    return { fate: now < part * before ? 'excused' : 'kept', final, chance };
  },
};
