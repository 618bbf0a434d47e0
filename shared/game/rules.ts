import type { Content } from '../core/content.ts';
import type { OrderCost, OrderKind, OrderScene, Params, ParamValue } from '../core/order.ts';
import { DEPTHS, type Depth, type Power } from '../core/powers.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { Proviso } from '../core/state.ts';
import type { NamedOrder } from '../core/talk.ts';
import { fits, initialParams, orderKind } from '../orders/index.ts';

/** An order that stands in a seat's drafts, as far as the rules about sums look at it. */
export interface DraftedOrder {
  readonly kind: string;
  readonly params: Params;
  /** It goes if an offer is signed; otherwise something else goes, or nothing. */
  readonly proviso?: Proviso;
}

/** All that a draft may come to: both branches of a conditional one. */
function branchesOf({ kind, params, proviso }: DraftedOrder): readonly NamedOrder[] {
  const order = { kind, params };
  return proviso?.otherwise ? [order, proviso.otherwise] : [order];
}

/** Cooldown key of an order: two orders with other keys do not wait for each other. */
export function useKey(kind: OrderKind, params: Params): string {
  const key = kind.cooldownKey?.(params);
  return key === undefined ? kind.id : `${kind.id}:${key}`;
}

/** Whether a kind may be given at a depth: depth hides kinds, it never changes them. */
export function openAt(kind: { readonly depth: Depth }, depth: Depth): boolean {
  return DEPTHS.indexOf(kind.depth) <= DEPTHS.indexOf(depth);
}

/** Capital that each order beyond the usual number costs on top, whoever gives it. */
export const EXTRA_PC = 2;

/** Share of its capital that an order loses which nobody signed. */
export const LOST_UNSIGNED = 0.5;

/** What a seat may look at when the rules judge its order. */
export interface SeatScene extends OrderScene {
  readonly depth: Depth;
  readonly power: Power;
  /** Own uses: cooldown key → round. */
  readonly used: Readonly<Record<string, number>>;
  /** Capital that votes against motions will take. */
  readonly pledged?: number;
}

/** The order kind and complete parameters, or why the words make no order. */
export function readOrder(
  content: Content,
  kindId: string,
  params: Params,
): { readonly kind: OrderKind; readonly params: Params } | Refusal {
  const kind = orderKind(kindId);
  if (!kind) return refuse('unknownOrder');
  const full: Record<string, ParamValue> = { ...initialParams(kind.params, content), ...params };
  for (const spec of kind.params) {
    const value = full[spec.id];
    if (!fits(spec, value, content)) return refuse('badParameter', { param: spec.id });
    // −0 is no number that JSON keeps: a saved game would come back another.
    if (typeof value === 'number') full[spec.id] = value + 0;
  }
  if (Object.keys(full).length !== kind.params.length)
    return refuse('badParameter', { param: '?' });
  return { kind, params: full };
}

/** Why one order may not be given now, other orders of the round apart; null when it may. */
export function judgeOrder(scene: SeatScene, kind: OrderKind, params: Params): Refusal | null {
  if (!kind.by.includes(scene.power)) return refuse('notYourOrder');
  if (!openAt(kind, scene.depth)) return refuse('unknownOrder');
  const last = scene.used[useKey(kind, params)];
  // Cooldown n: n − 1 whole rounds without the order lie between two uses.
  if (last !== undefined && scene.round - last < kind.cooldown) {
    return refuse('cooldown', { rounds: kind.cooldown - (scene.round - last) });
  }
  if (kind.reaction?.(params) && !kind.occasion?.(scene, scene.power)) return refuse('noOccasion');
  return kind.legal(scene, scene.power, params);
}

/** Drafts that take one of the round's slots, whichever branch goes: answers to an event do not. */
export function slotsTaken(drafts: readonly DraftedOrder[]): number {
  const takes = ({ kind, params }: NamedOrder): boolean => !orderKind(kind)?.reaction?.(params);
  return drafts.filter((d) => branchesOf(d).some(takes)).length;
}

/** Most orders of a round, those at a higher price included. */
export function mostOrders(content: Content, depth: Depth): number {
  const { orders, extra } = content.limits[depth];
  return orders + extra;
}

/** Capital that drafts cost because they are more than the usual number. */
export function extraCost(content: Content, depth: Depth, drafts: readonly DraftedOrder[]): number {
  return EXTRA_PC * Math.max(0, slotsTaken(drafts) - content.limits[depth].orders);
}

/** Why an order does not fit beside those drafted before it; null when it does. */
export function judgeSum(
  scene: SeatScene,
  before: readonly DraftedOrder[],
  kind: OrderKind,
  params: Params,
): Refusal | null {
  const { content, power, depth } = scene;
  if (before.some((d) => sameUse(d, kind, params))) return refuse('alreadyDrafted');
  const most = mostOrders(content, depth);
  if (!kind.reaction?.(params) && slotsTaken(before) >= most)
    return refuse('tooManyDrafts', { most });
  const spent = sumOf(scene, before);
  const cost = costBeside(scene, before, kind, params);
  const capital = (scene.num[content.layout.at('pc', power)] as number) - (scene.pledged ?? 0);
  if (spent.pc + cost.pc > capital + 1e-9) {
    return refuse('noCapital', { needed: cost.pc, left: Math.max(0, capital - spent.pc) });
  }
  const left = envelopeOf(scene) - spent.money;
  if (cost.money > left + 1e-9) {
    return refuse('noMoney', { needed: cost.money, left: Math.max(0, left) });
  }
  return null;
}

function sameUse(draft: DraftedOrder, kind: OrderKind, params: Params): boolean {
  return branchesOf(draft).some((one) => {
    const other = orderKind(one.kind);
    return other !== undefined && useKey(other, one.params) === useKey(kind, params);
  });
}

/** $bn that a power may spend on orders in a round: its envelope, and what others have sent it. */
export function envelopeOf({
  content,
  num,
  power,
}: OrderScene & { readonly power: Power }): number {
  return content.envelope[power] + (num[content.layout.at('purse', power)] as number);
}

/** What one more order costs beside those drafted before it. */
export function costBeside(
  scene: SeatScene,
  before: readonly DraftedOrder[],
  kind: OrderKind,
  params: Params,
): OrderCost {
  const { content, depth, power } = scene;
  const { pc, money } = kind.cost(scene, power, params);
  const after = [...before, { kind: kind.id, params }];
  const extra = extraCost(content, depth, after) - extraCost(content, depth, before);
  return { pc: pc + extra, money };
}

/** Capital and money that a seat's drafts take, the price of more orders than usual included. */
export function sumOf(scene: SeatScene, drafts: readonly DraftedOrder[]): OrderCost {
  const { pc, money } = costOf(scene, drafts);
  return { pc: pc + extraCost(scene.content, scene.depth, drafts), money };
}

/** Capital and money that drafted orders cost by themselves; of two branches, the dearer one in each. */
export function costOf(
  scene: OrderScene & { readonly power: Power },
  drafts: readonly DraftedOrder[],
): OrderCost {
  let pc = 0;
  let money = 0;
  for (const d of drafts) {
    const costs = branchesOf(d).map((one) =>
      orderKind(one.kind)?.cost(scene, scene.power, one.params),
    );
    pc += Math.max(...costs.map((cost) => cost?.pc ?? 0));
    money += Math.max(...costs.map((cost) => cost?.money ?? 0));
  }
  return { pc, money };
}
