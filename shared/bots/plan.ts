import {
  candidates,
  type DraftedOrder,
  judged,
  type LegalOrder,
  LOST_UNSIGNED,
} from '../game/index.ts';
import { announcedFor } from './belief.ts';
import { chanceOfSigning } from './consent.ts';
import { bindingCost, breachCost } from './honour.ts';
import { companyOf } from './joint.ts';
import { gainOf, type Mind } from './mind.ts';
import { secretWorth } from './secrets.ts';
import { asGiven } from './votes.ts';
import { isAnnounced, isHard } from './warnings.ts';

/** An order that the seat may give now, weighed by itself. */
export interface Option {
  readonly order: DraftedOrder;
  readonly pc: number;
  /** Chance that it comes into force: below 1 where a partner must sign. */
  readonly chance: number;
  /** What its chance, its cost and the seat's words leave of its expected gain. */
  readonly net: number;
}

/** Orders side by side, and what they bring together. */
export interface Plan {
  readonly orders: readonly DraftedOrder[];
  readonly value: number;
}

/** Options beside an order that stands which are looked at together with it. */
const BESIDE = 6;
/** Points that it is worth to a bot not to have bluffed. */
export const WARNED = 0.3;

const known = new WeakMap<Mind, readonly Option[]>();

/** Every legal order with every setting worth trying, best first. */
export function optionsOf(mind: Mind): readonly Option[] {
  let options = known.get(mind);
  if (!options) {
    const { scene } = mind;
    options = candidates(scene)
      .flatMap(({ kind, params }): Option[] => {
        const offer = judged(scene, [], kind, params);
        return offer.refusal ? [] : [optionOf(mind, { kind, params: offer.params }, offer.cost.pc)];
      })
      .sort((a, b) => b.net - a.net || (nameOf(a.order) < nameOf(b.order) ? -1 : 1));
    known.set(mind, options);
  }
  return options;
}

function optionOf(mind: Mind, order: DraftedOrder, pc: number): Option {
  const chance = chanceOfSigning(mind, order) * (companyOf(mind, order)?.chance ?? 1);
  const gain = chance > 0 ? gainOf(mind, mind.seat, inCompany(mind, order)) : 0;
  return { order, pc, chance, net: netOf(mind, order, pc, chance, gain) };
}

/** An order of the seat as it is expected to come into force, with those of others that it needs. */
function inCompany(mind: Mind, order: DraftedOrder): readonly LegalOrder[] {
  return [asGiven(mind, order), ...(companyOf(mind, order)?.beside ?? [])];
}

function netOf(mind: Mind, order: DraftedOrder, pc: number, chance: number, gain: number): number {
  const { thrift, edge } = mind.persona;
  const felt = gain > 0 && isHard(order.kind, order.params) ? edge * gain : gain;
  const spent = thrift * pc * (chance + LOST_UNSIGNED * (1 - chance));
  const word = (isAnnounced(mind, order) ? WARNED : 0) + announcedFor(mind, order);
  const own = felt + secretWorth(mind, order) - bindingCost(mind, order);
  return chance * own + word - spent - breachCost(mind, order);
}

function nameOf(order: DraftedOrder): string {
  return JSON.stringify([order.kind, order.params]);
}

/**
 * Takes the best order, then the best beside it, as long as it is worth its capital.
 * @param fixed orders that stand whatever they are worth
 * @returns null when the fixed orders may not be given together
 */
export function planOf(mind: Mind, fixed: readonly DraftedOrder[] = []): Plan | null {
  const { seat, scene } = mind;
  const start = firmValue(mind, fixed);
  if (start === null) return null;
  const chosen: DraftedOrder[] = [...fixed];
  let value = start;
  const gain = (orders: readonly DraftedOrder[]): number =>
    orders.length === 0
      ? 0
      : gainOf(
          mind,
          seat,
          orders.flatMap((o) => inCompany(mind, o)),
        );
  let reached = gain(chosen);
  for (;;) {
    const fitting = optionsOf(mind).filter(({ order }) => {
      return judged(scene, chosen, order.kind, order.params).refusal === null;
    });
    let best: { order: DraftedOrder; net: number; gain: number } | null = null;
    for (const { order, pc, chance } of chosen.length > 0 ? fitting.slice(0, BESIDE) : fitting) {
      const together = gain([...chosen, order]);
      const net = netOf(mind, order, pc, chance, together - reached);
      if (!best || net > best.net) best = { order, net, gain: together };
    }
    if (!best || best.net <= 0) break;
    chosen.push(best.order);
    value += best.net;
    reached = best.gain;
  }
  return { orders: chosen, value };
}

/** What orders that stand bring, each by itself; null when they may not be given together. */
function firmValue(mind: Mind, fixed: readonly DraftedOrder[]): number | null {
  let value = 0;
  const before: DraftedOrder[] = [];
  for (const order of fixed) {
    const offer = judged(mind.scene, before, order.kind, order.params);
    if (offer.refusal) return null;
    value += optionOf(mind, { kind: order.kind, params: offer.params }, offer.cost.pc).net;
    before.push(order);
  }
  return value;
}

/**
 * Quick estimate of the best that can be had beside orders that stand: every order counts as it does
 * alone. What a word costs is the difference between two of these.
 * @param left orders that are not to be given
 */
export function reachOf(
  mind: Mind,
  fixed: readonly DraftedOrder[],
  left: (order: DraftedOrder) => boolean = () => false,
): number | null {
  const start = firmValue(mind, fixed);
  if (start === null) return null;
  let value = start;
  const chosen: DraftedOrder[] = [...fixed];
  for (const { order, net } of optionsOf(mind)) {
    if (net <= 0) break;
    if (left(order) || judged(mind.scene, chosen, order.kind, order.params).refusal) continue;
    chosen.push(order);
    value += net;
  }
  return value;
}
