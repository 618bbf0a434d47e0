import type { Content, Indicator } from '../core/content.ts';
import { indicatorsAt } from '../core/indicators.ts';
import type { Params } from '../core/order.ts';
import type { View } from '../core/view.ts';
import { orderKind, ordersOf } from '../orders/index.ts';
import { companions } from './joint.ts';
import { candidates, judged, type Preview, previewer, sceneOfView } from './preview.ts';
import { type DraftedOrder, openAt, type SeatScene } from './rules.ts';

/** A happening that this seat may answer now, and the settings that answer it. */
export interface Occasion {
  readonly kind: string;
  /** Id of the event, as in `E15`. */
  readonly event: string;
  readonly answers: readonly Params[];
}

/** Every occasion that stands for the scene's seat. Answers take no slot and lie outside the hand. */
export function occasions(scene: SeatScene): readonly Occasion[] {
  return ordersOf(scene.power)
    .filter((kind) => openAt(kind, scene.depth))
    .flatMap((kind) => {
      const event = kind.occasion?.(scene, scene.power) ?? null;
      if (event === null) return [];
      const answers = kind.candidates(scene, scene.power).filter((p) => kind.reaction?.(p));
      return answers.length > 0 ? [{ kind: kind.id, event, answers }] : [];
    });
}

/** A setting of a kind as the dealer weighed it. */
interface Weighed extends DraftedOrder {
  readonly preview: Preview;
}

/** Deals a hand in small steps, so that a page can do it while nobody waits. */
export interface Dealer {
  /** Weighs one more setting; false when all are weighed. */
  step(): boolean;
  /** The hand: one setting a kind, in the order of the rules. Meaningful when all are weighed. */
  hand(): readonly DraftedOrder[];
}

/**
 * The dealt hand: the kinds that are expected to move the own score most either way, one that tempts
 * though it is expected to cost points, and one that answers what went worst in the last report.
 * Deterministic; sees the seat's view alone and leaves its drafts out of account.
 * @throws Error for a spectator
 */
export function dealer(content: Content, view: View): Dealer {
  const scene = sceneOfView(content, view);
  const look = previewer(content, view);
  const open = candidates(scene).flatMap(({ kind, params }) => {
    if (orderKind(kind)?.reaction?.(params)) return [];
    const offer = judged(scene, [], kind, params);
    return offer.refusal ? [] : [{ kind, params: offer.params }];
  });
  const weighed: Weighed[] = [];
  return {
    step() {
      const next = open[weighed.length];
      if (!next) return false;
      weighed.push({ ...next, preview: look.of([next], companions(view.seat, next)) });
      return true;
    },
    hand: () => deal(content, view, weighed),
  };
}

/** The same at once. */
export function dealHand(content: Content, view: View): readonly DraftedOrder[] {
  const one = dealer(content, view);
  while (one.step());
  return one.hand();
}

/** Best by a measure, the earlier one on a tie; undefined when none measures above the floor. */
function best<T>(
  list: readonly T[],
  measure: (one: T) => number,
  floor = -Infinity,
): T | undefined {
  let found: T | undefined;
  let most = floor;
  for (const one of list) {
    const value = measure(one);
    if (value > most) {
      most = value;
      found = one;
    }
  }
  return found;
}

/** The indicators that the seat watches as its own. */
function ownOf(content: Content, view: View): readonly Indicator[] {
  return view.seat ? indicatorsAt(content, view.depth)[view.seat] : [];
}

/** What an order seems to bring at first sight: good arrows on the own indicators, soon. */
function temptation(content: Content, view: View, order: Weighed): number {
  const own = ownOf(content, view);
  return own.reduce((sum, indicator) => {
    const effect = order.preview.effects.find((e) => e.id === indicator.id);
    return sum + Math.max(0, ((effect?.soon ?? 0) * indicator.good) / indicator.step);
  }, 0);
}

/** The own indicator that went worst in the last report, in its steps; undefined when none did. */
function sorest(content: Content, view: View) {
  const own = ownOf(content, view);
  const reports = view.report?.indicators ?? [];
  return best(
    own,
    (indicator) => {
      const row = reports.find((r) => r.id === indicator.id);
      return row ? (-(row.is - row.was) * indicator.good) / indicator.step : 0;
    },
    0,
  );
}

function deal(content: Content, view: View, all: readonly Weighed[]): readonly DraftedOrder[] {
  const size = content.limits[view.depth].hand;
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const of = (kind: string): readonly Weighed[] => all.filter((one) => one.kind === kind);
  const reach = (kind: string): number =>
    Math.max(...of(kind).map(({ preview }) => Math.abs(preview.score)));
  const chosen = new Map<string, Weighed>();
  const take = (one: Weighed | undefined): void => {
    if (one && chosen.size < size && !chosen.has(one.kind)) chosen.set(one.kind, one);
  };
  const sore = sorest(content, view);
  if (sore) {
    const help = ({ preview }: Weighed): number => {
      const effect = preview.effects.find((e) => e.id === sore.id);
      return effect ? effect.arrows * sore.good + preview.score / 100 : 0;
    };
    take(best(all, help, 0.5));
  }
  take(
    best(
      all.filter(({ kind, preview }) => preview.score < 0 && !chosen.has(kind)),
      (one) => temptation(content, view, one),
      0,
    ),
  );
  const byReach = [...kinds].sort(
    (a, b) => reach(b) - reach(a) || kinds.indexOf(a) - kinds.indexOf(b),
  );
  for (const kind of byReach) take(best(of(kind), ({ preview }) => preview.score));
  return kinds.flatMap((kind) => {
    const one = chosen.get(kind);
    return one ? [{ kind, params: one.params }] : [];
  });
}
