import type { DraftedOrder } from '../game/index.ts';
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
