import type { Params } from '../core/order.ts';
import type { DraftedOrder } from '../game/index.ts';
import type { Mind } from './mind.ts';

/** Orders that hurt somebody on purpose; a persona's edge weighs what they seem to bring. */
export function isHard(kind: string, params: Params): boolean {
  return (
    params.access === 'slow' ||
    params.access === 'close' ||
    params.terms === 'squeeze' ||
    (kind === 'sanctions' && params.change === 'up')
  );
}

/** Whether the seat has warned that it would give this order and has not done so yet. */
export function isWarned({ view, seat }: Mind, order: DraftedOrder): boolean {
  return view.talks.signals.some(
    (s) =>
      s.by === seat &&
      s.kind === 'warn' &&
      s.fate === 'open' &&
      s.until >= view.round &&
      s.order.kind === order.kind &&
      Object.entries(s.order.params).every(([id, value]) => order.params[id] === value),
  );
}
