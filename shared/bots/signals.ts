import { POWERS, type Power } from '../core/powers.ts';
import type { NamedOrder } from '../core/talk.ts';
import { gainOf, type Mind } from './mind.ts';
import { optionsOf } from './plan.ts';
import { isHard } from './warnings.ts';

export interface Warning {
  readonly to: Power;
  readonly order: NamedOrder;
  readonly until: number;
}

/** Points of harm at which a bot speaks up, and which its answer must do in turn. */
const HURTS = 0.3;
const BITES = 0.2;
/** Points that an answer may cost the bot itself: more it would not truly pay. */
const BEARABLE = -0.15;
/** Rounds in which it gives the order that it warns of. */
const SOON = 1;

/**
 * A warning to a power whose open motion hurts the seat: an order that hurts that power in turn, that
 * is legal and that the bot would truly give.
 */
export function warningOf(mind: Mind): Warning | null {
  const { view, seat, content } = mind;
  if (view.talks.signals.some((s) => s.by === seat && s.round === view.round)) return null;
  const until = Math.min(content.halves.length - 1, view.round + SOON);
  for (const to of POWERS) {
    if (to === seat || !provokes(mind, to) || warned(mind, to)) continue;
    const answer = optionsOf(mind).find(
      ({ order, net }) =>
        isHard(order.kind, order.params) &&
        net >= BEARABLE &&
        gainOf(mind, to, [{ power: seat, ...order }]) <= -BITES,
    );
    if (answer) return { to, order: answer.order, until };
  }
  return null;
}

/** Whether a motion of this power lies open that would cost the seat points. */
function provokes(mind: Mind, power: Power): boolean {
  return mind.view.motions.some(
    (m) =>
      m.by === power &&
      gainOf(mind, mind.seat, [{ power, ...m.order, votes: { [power]: 'yes' } }]) <= -HURTS,
  );
}

function warned({ view, seat }: Mind, to: Power): boolean {
  return view.talks.signals.some((s) => s.by === seat && s.to === to && s.fate === 'open');
}
