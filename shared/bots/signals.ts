import { POWERS, type Power } from '../core/powers.ts';
import type { NamedOrder } from '../core/talk.ts';
import { gainOf, type Mind } from './mind.ts';
import { optionsOf, WARNED } from './plan.ts';
import { provokes } from './warnings.ts';

export interface Warning {
  readonly to: Power;
  readonly order: NamedOrder;
  readonly until: number;
}

/** Points that an answer must cost the one who is warned. */
const BITES = 0.2;
/** Part of that which leaves room for what else may change until then. */
const SURE = 0.3;
/** Rounds in which the order is given that was warned of. */
const SOON = 1;

/**
 * A warning to a power that hurts the seat: of an order that hurts it in turn, that is legal and that
 * the bot would truly give: it is worth as much to it as what lies on its desk.
 */
export function warningOf(mind: Mind): Warning | null {
  const { view, seat, content } = mind;
  const until = view.round + SOON;
  if (until >= content.halves.length) return null;
  if (view.talks.signals.some((s) => s.by === seat && s.round === view.round)) return null;
  // Next round it will be a little dearer to the bot, for its word: then it belongs on the desk.
  const least = leastOnDesk(mind) - WARNED * SURE;
  for (const to of POWERS) {
    if (to === seat || warned(mind, to) || !provokes(mind, to)) continue;
    const answer = optionsOf(mind).find(
      ({ order, net, chance }) =>
        chance === 1 &&
        net >= least &&
        !view.drafts.some((d) => d.kind === order.kind) &&
        gainOf(mind, to, [{ power: seat, ...order }]) <= -BITES,
    );
    if (answer) return { to, order: answer.order, until };
  }
  return null;
}

/** What the weakest of its drafts is worth to the bot. */
function leastOnDesk(mind: Mind): number {
  const nets = mind.view.drafts.map(
    (d) => optionsOf(mind).find(({ order }) => order.kind === d.kind)?.net ?? 0,
  );
  return nets.length > 0 ? Math.min(...nets) : 0;
}

function warned({ view, seat }: Mind, to: Power): boolean {
  return view.talks.signals.some(
    (s) => s.by === seat && s.to !== 'all' && s.to.includes(to) && s.fate === 'open',
  );
}
