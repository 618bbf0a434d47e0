import type { Params } from '../core/order.ts';
import { POWERS, type Power } from '../core/powers.ts';
import type { NamedOrder } from '../core/talk.ts';
import type { DraftedOrder, LegalOrder } from '../game/index.ts';
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

/** Orders of a power that hurt the seat: open motions, and what it gave last and may give again. */
export function provocationsOf(mind: Mind, power: Power): readonly NamedOrder[] {
  const { view, seat } = mind;
  const motions = view.motions
    .filter((m) => m.by === power)
    .map(({ order }) => ({ order, votes: { [power]: 'yes' as const } }));
  const last = (view.report?.orders ?? [])
    .filter((o) => o.power === power)
    .map(({ kind, params }) => ({ order: { kind, params } }));
  return [...motions, ...last]
    .filter((one) => gainOf(mind, seat, [asDone(power, one)]) <= -HURTS)
    .map(({ order }) => subject(order));
}

function asDone(
  power: Power,
  { order, votes }: { readonly order: NamedOrder; readonly votes?: LegalOrder['votes'] },
): LegalOrder {
  return { power, ...order, ...(votes ? { votes } : {}) };
}

/** An order as one warns of it: whatever the figures, the same way of going about it. */
function subject({ kind, params }: NamedOrder): NamedOrder {
  return {
    kind,
    params: Object.fromEntries(Object.entries(params).filter(([, x]) => typeof x === 'string')),
  };
}

/**
 * Whether the seat has said that it would give this order, and is held to it now: what it hung on has
 * come, or the cause for a warning without a condition has not gone.
 */
export function isAnnounced(mind: Mind, order: DraftedOrder): boolean {
  const { view, seat } = mind;
  return view.talks.signals.some((s) => {
    if (s.by !== seat || s.fate !== 'open' || s.round >= view.round) return false;
    if (s.order.kind !== order.kind) return false;
    if (!Object.entries(s.order.params).every(([id, value]) => order.params[id] === value)) {
      return false;
    }
    if (s.when) return s.met !== undefined;
    const powers = s.to === 'all' ? POWERS.filter((p) => p !== seat) : s.to;
    return s.until >= view.round && powers.some((p) => provocationsOf(mind, p).length > 0);
  });
}
