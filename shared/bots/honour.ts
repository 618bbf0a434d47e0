import { candidates, type DraftedOrder, describeOrder } from '../game/index.ts';
import { alikeOrders } from './memory.ts';
import { gainOf, type Mind } from './mind.ts';

/** Part of its honour that a bot still feels when no round is left in which to pay for a breach. */
const AT_THE_END = 0.4;

/** Points that breaking a word would cost the bot, by what the others lose of it. */
export function wordCost(mind: Mind, harm: number): number {
  const { content, view, persona } = mind;
  const last = view.round >= content.halves.length - 1;
  return persona.honour * (last ? AT_THE_END : 1) * (1 + Math.max(0, harm) / 2);
}

/** The same for an order that breaks words; 0 for one that breaks none. */
export function breachCost(mind: Mind, order: DraftedOrder): number {
  let cost = 0;
  for (const duty of mind.duties) {
    if (!duty.breaks(order)) continue;
    const given = [{ power: mind.seat, ...order }];
    const harm = Math.max(...duty.owed.map((power) => -gainOf(mind, power, given)));
    cost += wordCost(mind, harm);
  }
  return cost;
}

/** Chance that an order which is forsworn would have been given in a round. */
const FORGONE = 0.4;

/** Points of what may not be done any more, by words that an order makes binding towards everybody. */
export function bindingCost(mind: Mind, { kind, params }: DraftedOrder): number {
  const { content, seat, scene, view } = mind;
  const words = describeOrder(kind).binds?.(params) ?? [];
  const left = content.halves.length - 1 - view.round;
  let cost = 0;
  for (const { kind: way, order, rounds } of words) {
    if (way !== 'pledge_not') continue;
    const forsworn = candidates(scene).filter((one) => alikeOrders(order, one));
    const best = Math.max(
      0,
      ...forsworn.map((one) => gainOf(mind, seat, [{ power: seat, ...one }])),
    );
    cost += FORGONE * Math.min(left, rounds) * best;
  }
  return cost;
}
