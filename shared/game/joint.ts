import { isEnough, type JointFiling } from '../core/joint.ts';
import type { Params } from '../core/order.ts';
import { byPower, POWERS, type Power } from '../core/powers.ts';
import type { GameState } from '../core/state.ts';
import type { NamedOrder } from '../core/talk.ts';
import { orderKind } from '../orders/index.ts';
import type { LegalOrder } from './resolve.ts';
import { useKey } from './rules.ts';

/** What tells one act of several from another; null for an order of one power. */
export function jointKey(order: NamedOrder): string | null {
  const kind = orderKind(order.kind);
  return kind?.joint?.(order.params) ? useKey(kind, order.params) : null;
}

type Laid = Readonly<Record<Power, readonly { readonly kind: string; readonly params: Params }[]>>;

/** Acts of several that lie on the table with these drafts, in the order of the powers. */
export function jointFilings(drafts: Laid): readonly JointFiling[] {
  const found = new Map<string, JointFiling>();
  for (const power of POWERS) {
    for (const { kind, params } of drafts[power]) {
      const terms = orderKind(kind)?.joint?.(params);
      const key = jointKey({ kind, params });
      if (!terms || key === null) continue;
      const before = found.get(key);
      const by = [...(before?.by ?? []), power];
      found.set(key, before ? { ...before, by } : { order: { kind, params }, by, terms });
    }
  }
  return [...found.values()];
}

/** Keys of acts that too few have laid down. */
export function loneKeys(drafts: Laid): ReadonlySet<string> {
  return new Set(
    jointFilings(drafts)
      .filter(({ terms, by }) => !isEnough(terms, by))
      .map(({ order }) => jointKey(order) as string),
  );
}

/**
 * The same order by all others whom an act of several takes: it is shown and dealt as it would be were
 * they in it, for alone it comes to nothing.
 */
export function companions(
  seat: Power | null,
  { kind, params }: NamedOrder,
): readonly LegalOrder[] {
  const powers = orderKind(kind)?.joint?.(params)?.powers ?? [];
  return powers.filter((power) => power !== seat).map((power) => ({ power, kind, params }));
}

/** Whether an order of this power would have found enough others, had it been laid down. */
export function wouldJoin(drafts: GameState['drafts'], power: Power, order: NamedOrder): boolean {
  if (jointKey(order) === null) return true;
  const others = byPower((p) => (p === power ? [order] : drafts[p]));
  return !loneKeys(others).has(jointKey(order) as string);
}
