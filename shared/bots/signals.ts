import { POWERS, type Power } from '../core/powers.ts';
import type { DeedCondition, NamedOrder } from '../core/talk.ts';
import { keepChance } from './belief.ts';
import { alikeOrders } from './memory.ts';
import { gainOf, type Mind } from './mind.ts';
import { optionsOf, WARNED } from './plan.ts';
import { provocationsOf } from './warnings.ts';

/** What a bot puts on record: a deed of its own, for a deed of another. */
export interface Announced {
  readonly kind: 'warn' | 'promise';
  readonly to: readonly Power[];
  readonly order: NamedOrder;
  readonly until: number;
  readonly when: DeedCondition;
}

/** Points that an answer must cost the one who is warned, or bring the one who is promised something. */
const BITES = 0.2;
/** Part of what a bluff costs the bot which leaves room for what else may change until then. */
const SURE = 0.3;
/** Rounds within which the other must do it. */
const SOON = 1;

/**
 * A warning to a power that hurts the seat: if it does so again, an order that hurts it in turn, that is
 * legal and that the bot would truly give: it is worth as much to it as what lies on its desk. Or a
 * promise to a power that did not trust its word: if it goes first, the deed that was offered.
 */
export function announcementOf(mind: Mind): Announced | null {
  const { view, seat, content } = mind;
  if (view.round + SOON >= content.halves.length) return null;
  if (view.talks.signals.some((s) => s.by === seat && s.round === view.round)) return null;
  return warningOf(mind) ?? promiseOf(mind);
}

function warningOf(mind: Mind): Announced | null {
  const { view, seat } = mind;
  // Once the other has done it, it will be dearer to the bot, for its word: then it belongs on the desk.
  const least = leastOnDesk(mind) - WARNED * SURE;
  for (const to of POWERS) {
    if (to === seat || announced(mind, to)) continue;
    const [deed] = provocationsOf(mind, to);
    if (!deed) continue;
    const answer = optionsOf(mind).find(
      ({ order, net, chance }) =>
        chance === 1 &&
        net >= least &&
        !view.drafts.some((d) => d.kind === order.kind) &&
        gainOf(mind, to, [{ power: seat, ...order }]) <= -BITES,
    );
    if (answer) {
      const when: DeedCondition = { on: 'order', power: to, order: deed };
      return { kind: 'warn', to: [to], order: answer.order, until: view.round + SOON, when };
    }
  }
  return null;
}

/** Who refused a deed for a deed because nobody's word is enough is told that he may go first. */
function promiseOf(mind: Mind): Announced | null {
  const { view, seat } = mind;
  for (const { by, round, status, declined, versions } of view.talks.proposals) {
    if (by !== seat || round !== view.round || status !== 'declined' || !declined) continue;
    const { power: to, reason } = declined;
    if (to === seat) continue;
    if (reason !== 'noTrust' && reason !== 'tooRisky') continue;
    const clauses = versions.at(-1)?.clauses ?? [];
    const pledged = (p: Power): NamedOrder | undefined =>
      clauses.find((c) => c.kind === 'pledge_do' && c.by === p && c.order)?.order;
    const [asked, given] = [pledged(to), pledged(seat)];
    if (!asked || !given || announced(mind, to)) continue;
    const option = optionsOf(mind).find(({ order }) => alikeOrders(given, order));
    const pays = gainOf(mind, seat, [{ power: to, ...asked }]) * keepChance(mind, to);
    if (!option || option.chance < 1 || option.net + pays < 0) continue;
    const when: DeedCondition = { on: 'order', power: to, order: asked };
    return { kind: 'promise', to: [to], order: given, until: view.round + SOON, when };
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

function announced({ view, seat }: Mind, to: Power): boolean {
  return view.talks.signals.some(
    (s) => s.by === seat && s.to !== 'all' && s.to.includes(to) && s.fate === 'open',
  );
}
