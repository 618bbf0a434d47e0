import { clamp } from '../core/math.ts';
import type { Power } from '../core/powers.ts';
import type { Clause, Signal } from '../core/talk.ts';
import { conditionNow } from '../game/index.ts';
import { trustIn } from './consent.ts';
import { alikeOrders } from './memory.ts';
import { gainOf, type Mind } from './mind.ts';

/** What the first broken word leaves of the belief in the next, and what each further one does. */
const ONCE_BROKEN = 0.6;
const BROKEN_AGAIN = 0.8;
/** What an announcement that was not followed by the deed leaves of it. */
const BLUFFED = 0.85;
/** Words and bluffs beyond which it makes no difference. */
const COUNTED = 4;

/**
 * Belief in a word, 0.05..0.97: trust between the two, what is remembered of him, what he broke before,
 * and how often he only talked.
 */
export function keepChance(mind: Mind, by: Power): number {
  const { content, scene, view } = mind;
  const tagged = (scene.num[content.layout.at('reputation', by)] as number) > 0;
  const broken = view.talks.agreements
    .flatMap(({ clauses }) => clauses)
    .filter((c) => c.by === by && c.fate === 'breached').length;
  let belief = 0.35 + 0.6 * (trustIn(mind, by) / 100);
  if (tagged || broken > 0) belief *= ONCE_BROKEN;
  for (let n = 1; n < Math.min(broken, COUNTED); n += 1) belief *= BROKEN_AGAIN;
  for (let n = 0; n < Math.min(bluffsOf(mind, by), COUNTED); n += 1) belief *= BLUFFED;
  return clamp(belief, 0.05, 0.97);
}

/** Warnings and promises of a power, as far as the seat heard them, that came to nothing. */
function bluffsOf({ view }: Mind, by: Power): number {
  return view.talks.signals.filter((s) => s.by === by && s.fate === 'bluffed').length;
}

/** Belief in an announcement: one part in two, more or less by what came of the earlier ones. */
export function followChance(mind: Mind, by: Power): number {
  const kept = mind.view.talks.signals.filter((s) => s.by === by && s.fate === 'kept').length;
  return (1 + kept) / (2 + kept + 2 * bluffsOf(mind, by));
}

/**
 * Points that an order of the seat costs or brings by what others have announced for it: a warning that
 * bites, a promise that pays, as far as they are believed.
 */
export function announcedFor(
  mind: Mind,
  order: { readonly kind: string; readonly params: Signal['order']['params'] },
): number {
  const { seat, view } = mind;
  let points = 0;
  for (const signal of view.talks.signals) {
    const { when, by } = signal;
    const addressed = signal.to === 'all' || signal.to.includes(seat);
    if (signal.fate !== 'open' || by === seat || !addressed || signal.met !== undefined) continue;
    if (when?.power !== seat || signal.until < view.round || !alikeOrders(when.order, order))
      continue;
    const felt = gainOf(mind, seat, [{ power: by, ...signal.order }]);
    const meant = signal.kind === 'warn' ? Math.min(0, felt) : Math.max(0, felt);
    points += followChance(mind, by) * meant;
  }
  return points;
}

/** Chance that a deed is done which nobody has promised. */
const UNASKED = 0.3;
/** Chance that an offer still on the table is signed. */
const SIGNED = 0.5;

/**
 * Chance that a clause binds at all: 1 where it hangs on nothing.
 * @param beside the offer that it stands in: a deed that is promised there comes as often as the word is kept
 */
export function bindChance(mind: Mind, clause: Clause, beside: readonly Clause[]): number {
  const { content, view, seat } = mind;
  const { when } = clause;
  if (!when) return 1;
  // As an indicator moves, the look ahead follows it.
  if (when.on === 'indicator') return 1;
  if (when.on === 'order') {
    const { power, order } = when;
    const promised = beside.some(
      (c) => c.kind === 'pledge_do' && c.by === power && c.order && alikeOrders(order, c.order),
    );
    if (promised) return power === seat ? 1 : keepChance(mind, power);
  }
  const truth = conditionNow(content, view, when);
  if (truth !== 'unknown') return truth === 'true' ? 1 : 0;
  return when.on === 'agreement' ? SIGNED : UNASKED;
}
