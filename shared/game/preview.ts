import type { BoundClause } from '../core/clause.ts';
import type { Content, Indicator } from '../core/content.ts';
import { indicatorsAt, indicatorValue } from '../core/indicators.ts';
import type { OrderCost, Params } from '../core/order.ts';
import type { Depth, Power } from '../core/powers.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Proviso } from '../core/state.ts';
import type { View } from '../core/view.ts';
import { initialParams, ordersOf } from '../orders/index.ts';
import { objectiveValues } from '../systems/scoring/index.ts';
import { believedState } from './believed.ts';
import { lookAhead } from './lookahead.ts';
import { votesCost } from './motions.ts';
import { branchOf, readProviso } from './provisos.ts';
import type { LegalOrder } from './resolve.ts';
import {
  costBeside,
  type DraftedOrder,
  judgeOrder,
  judgeSum,
  openAt,
  readOrder,
  type SeatScene,
} from './rules.ts';
import { Standing } from './talks/active.ts';
import { boundIn } from './talks/standing.ts';

/** An order kind that a seat may look at, with what it would cost now and why it may not be given. */
export interface Offer {
  readonly kind: string;
  readonly params: Params;
  readonly cost: OrderCost;
  readonly refusal: Refusal | null;
}

/** Expected effect of orders on one indicator, the others' standing orders unchanged. */
export interface Effect {
  readonly id: string;
  /** Change of the word against giving no order, after this round and after the horizon. */
  readonly soon: number;
  readonly later: number;
  /** −2..2 arrows in the direction of the figure, 0 = none. */
  readonly arrows: number;
  /** The change turns its sign on the way. */
  readonly uncertain: boolean;
}

export interface Preview {
  readonly effects: readonly Effect[];
  /** Expected gain of the seat's own score, in points. */
  readonly score: number;
}

/** Rounds that a preview looks ahead, this one included: most building works are in use by then. */
export const HORIZON = 3;

/** The scene in which the rules judge what this view's seat may do. @throws Error for a spectator */
export function sceneOfView(content: Content, view: View): SeatScene {
  return {
    content,
    num: believedState(content, view),
    round: view.round,
    depth: view.depth,
    power: seatOf(view),
    used: view.used,
    pledged: votesCost(view.motions, seatOf(view)),
  };
}

function seatOf(view: View): Power {
  if (view.seat === null) throw new Error('a spectator gives no orders');
  return view.seat;
}

/** All order kinds of the view's seat that its depth shows, with initial parameters. */
export function offers(content: Content, view: View): readonly Offer[] {
  const scene = sceneOfView(content, view);
  return ordersOf(scene.power)
    .filter((kind) => openAt(kind, view.depth))
    .map((kind) => {
      const params = initialParams(kind.params, content);
      return { kind: kind.id, ...judged(scene, view.drafts, kind.id, params) };
    });
}

/**
 * Cost and legality of one order beside the drafts that stand; of a conditional one the dearer branch
 * counts, and both must be lawful.
 */
export function judge(
  content: Content,
  view: View,
  kind: string,
  params: Params,
  proviso?: Proviso,
): Offer {
  const scene = sceneOfView(content, view);
  const plain = { kind, ...judged(scene, view.drafts, kind, params) };
  if (!proviso || plain.refusal) return plain;
  const hung = readProviso({ ...scene, talks: view.talks }, view.drafts, plain, proviso);
  if ('code' in hung) return { ...plain, refusal: hung };
  const other =
    hung.otherwise && judged(scene, view.drafts, hung.otherwise.kind, hung.otherwise.params);
  const pc = Math.max(plain.cost.pc, other?.cost.pc ?? 0);
  const money = Math.max(plain.cost.money, other?.cost.money ?? 0);
  return { ...plain, cost: { pc, money } };
}

/** The same for many orders of one view, without believing the state anew each time. */
export function judged(
  scene: SeatScene,
  drafts: readonly DraftedOrder[],
  kindId: string,
  given: Params,
): Omit<Offer, 'kind'> {
  const order = readOrder(scene.content, kindId, given);
  if ('code' in order) return { params: given, cost: { pc: 0, money: 0 }, refusal: order };
  const { kind, params } = order;
  return {
    params,
    cost: costBeside(scene, drafts, kind, params),
    refusal: judgeOrder(scene, kind, params) ?? judgeSum(scene, drafts, kind, params),
  };
}

/** Every setting worth trying in a scene, legal or not: what bots and the dealt hand choose from. */
export function candidates(scene: SeatScene): readonly DraftedOrder[] {
  return ordersOf(scene.power)
    .filter((kind) => openAt(kind, scene.depth))
    .flatMap((kind) =>
      kind.candidates(scene, scene.power).map((params) => ({ kind: kind.id, params })),
    );
}

/** A believed course of the next rounds. */
export interface Course {
  /** Numeric state after each round, shape [HORIZON]. */
  readonly states: readonly Float64Array[];
}

/**
 * @param bound clauses that may bind in the first of these rounds, each until its time is over; contingent
 *   ones in those rounds in which their condition is true on this course
 */
export function course(
  content: Content,
  believed: Float64Array,
  round: number,
  orders: readonly LegalOrder[],
  bound: readonly BoundClause[] = [],
): Course {
  const states: Float64Array[] = [];
  const standing = new Standing(content, bound, round);
  let num = believed;
  for (let i = 0; i < HORIZON; i += 1) {
    num = lookAhead(content, num, round, i, orders, standing);
    states.push(num);
  }
  return { states };
}

/** Looks ahead from one view; keeps what its previews share. */
export interface Previewer {
  /**
   * Of a conditional order the branch counts that would go as things are signed now.
   * @param beside announced orders of others, as in a motion that lies open, that are weighed with them
   */
  of(orders: readonly DraftedOrder[], beside?: readonly LegalOrder[]): Preview;
}

/**
 * Prepares previews for a view. Drivers stand still, nobody else orders anything new, nothing is drawn.
 * @throws Error for a spectator
 */
export function previewer(content: Content, view: View): Previewer {
  const seat = seatOf(view);
  const believed = believedState(content, view);
  const bound = boundIn(view.talks.agreements, view.round);
  const still = course(content, believed, view.round, [], bound);
  return {
    of(orders, beside = []) {
      const own = orders.flatMap((o): LegalOrder[] => {
        const order = branchOf(view.talks, o);
        return order ? [{ power: seat, ...order }] : [];
      });
      const moved = course(content, believed, view.round, [...own, ...beside], bound);
      return {
        effects: effectsOn(content, view.depth, seat, still, moved),
        score: scoreGain(content, seat, still, moved),
      };
    },
  };
}

/** Expected effects of orders on the seat's own and the shared indicators. */
export function preview(content: Content, view: View, orders: readonly DraftedOrder[]): Preview {
  return previewer(content, view).of(orders);
}

/** Below this share of an indicator's step a change earns no arrow; above the second, two. */
const ONE_ARROW = 0.25;
const TWO_ARROWS = 2;

/** Effects on the own and the shared indicators that the depth shows to a power. */
export function effectsOn(
  content: Content,
  depth: Depth,
  power: Power,
  still: Course,
  moved: Course,
): readonly Effect[] {
  const open = indicatorsAt(content, depth);
  const watched = [...open[power], ...open.shared];
  return watched.map((i) => effectOn(content, i, still, moved));
}

function effectOn(content: Content, indicator: Indicator, still: Course, moved: Course): Effect {
  const read = ({ states }: Course, i: number): number =>
    indicatorValue(content.layout, states[i] as Float64Array, indicator.word);
  const change = (i: number): number => read(moved, i) - read(still, i);
  const soon = change(0);
  const later = change(HORIZON - 1);
  const one = ONE_ARROW * indicator.step;
  const main = Math.abs(later) >= Math.abs(soon) ? later : soon;
  const size = Math.abs(main) / indicator.step;
  const arrows = size < ONE_ARROW ? 0 : size < TWO_ARROWS ? 1 : 2;
  return {
    id: indicator.id,
    soon,
    later,
    arrows: main < 0 ? -arrows : arrows,
    uncertain: soon * later < 0 && Math.abs(soon) >= one && Math.abs(later) >= one,
  };
}

/** Points of a power's score, each objective counted by its mean change over the horizon. */
export function scoreGain(content: Content, seat: Power, still: Course, moved: Course): number {
  let gain = 0;
  for (let i = 0; i < HORIZON; i += 1) {
    const a = objectiveValues(content, still.states[i] as Float64Array);
    const b = objectiveValues(content, moved.states[i] as Float64Array);
    content.objectives.forEach((o, k) => {
      if (o.power !== seat) return;
      gain += (o.weight / 100) * (10 / o.unit) * ((b[k] as number) - (a[k] as number));
    });
  }
  return gain / HORIZON;
}
