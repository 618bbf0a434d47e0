import type { Params } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import type { DraftedOrder } from '../game/index.ts';
import { gainOf, type Mind } from './mind.ts';

/** Points of harm at which a bot speaks up. */
const HURTS = 0.2;

/** Orders that hurt somebody on purpose; a persona's edge weighs what they seem to bring. */
export function isHard(kind: string, params: Params): boolean {
  return (
    params.access === 'slow' ||
    params.access === 'close' ||
    params.terms === 'squeeze' ||
    (kind === 'sanctions' && params.change === 'up')
  );
}

/** Whether an open motion of a power, or an order that it gave last and may give again, hurts the seat. */
export function provokes({ view, ...mind }: Mind, power: Power): boolean {
  const motions = view.motions
    .filter((m) => m.by === power)
    .map((m) => ({ power, ...m.order, votes: { [power]: 'yes' as const } }));
  const last = (view.report?.orders ?? []).filter((o) => o.power === power);
  return [...motions, ...last.map(({ kind, params }) => ({ power, kind, params }))].some(
    (order) => gainOf({ view, ...mind }, mind.seat, [order]) <= -HURTS,
  );
}

/** Whether the seat has warned that it would give this order, and the cause for it has not gone. */
export function isWarned(mind: Mind, order: DraftedOrder): boolean {
  const { view, seat } = mind;
  return view.talks.signals.some(
    (s) =>
      s.by === seat &&
      s.kind === 'warn' &&
      s.fate === 'open' &&
      s.round < view.round &&
      s.until >= view.round &&
      s.order.kind === order.kind &&
      Object.entries(s.order.params).every(([id, value]) => order.params[id] === value) &&
      s.to !== 'all' &&
      s.to.some((power) => provokes(mind, power)),
  );
}
