import type { Content } from '../core/content.ts';
import type { View } from '../core/view.ts';
import { type DraftedOrder, judged } from '../game/index.ts';
import { wordCost } from './honour.ts';
import { gainOf, type Mind, mindOf } from './mind.ts';
import { type Persona, personaOf } from './personas.ts';
import { type Plan, planOf } from './plan.ts';

/** Part of a breach's cost that a delay is felt as, where the word is not yet due. */
const LATE = 0.5;
/** The same where it is not known whether the word binds in this round. */
const PERHAPS = 0.5;

/**
 * Skill easy: values every legal order by what it believes of its outcome and takes the best, one
 * after the other, as long as it is worth its capital. What it has given its word on stands first,
 * unless breaking it pays. Sees only the view of its seat; makes no random picks.
 * @returns orders in rank order, at most as many as the depth allows; empty outside drafting phases
 */
export function chooseOrders(
  content: Content,
  view: View,
  persona: Persona = personaOf(view.seat ?? 'KZ'),
): readonly DraftedOrder[] {
  if (view.phase !== 'briefing' && view.phase !== 'deliberation') return [];
  return ordersBeside(mindOf(content, view, persona), view.drafts).slice(view.drafts.length);
}

/** The best orders to be had beside those that stand, these first. */
export function ordersBeside(mind: Mind, fixed: readonly DraftedOrder[]): readonly DraftedOrder[] {
  const free = planOf(mind, fixed);
  if (!free) return fixed;
  const owed = owedBeside(mind, fixed);
  if (owed.length === 0) return free.orders;
  const faithful = planOf(mind, [...fixed, ...owed]);
  if (!faithful) return free.orders;
  return faithful.value >= free.value - debtOf(mind, free) ? faithful.orders : free.orders;
}

/** Orders that words of the seat ask for, as far as they may be given beside those that stand. */
function owedBeside(mind: Mind, fixed: readonly DraftedOrder[]): readonly DraftedOrder[] {
  const all = [...fixed];
  for (const { due } of mind.duties) {
    if (due.length === 0 || all.some((o) => due.some((d) => same(d, o)))) continue;
    const open = due.find((o) => judged(mind.scene, all, o.kind, o.params).refusal === null);
    if (open) all.push({ kind: open.kind, params: open.params });
  }
  return all.slice(fixed.length);
}

/** Points that a plan costs by the words that it leaves undone. */
function debtOf(mind: Mind, plan: Plan): number {
  let debt = 0;
  for (const duty of mind.duties) {
    const { due, owed, last, condition } = duty;
    const [deed] = due;
    if (!deed || plan.orders.some((o) => due.some((d) => same(d, o)))) continue;
    if (judged(mind.scene, [], deed.kind, deed.params).refusal) continue;
    const given = [{ power: mind.seat, ...deed }];
    const harm = Math.max(...owed.map((power) => gainOf(mind, power, given)));
    debt += wordCost(mind, harm) * (last ? 1 : LATE) * (condition === 'unknown' ? PERHAPS : 1);
  }
  return debt;
}

function same(a: DraftedOrder, b: DraftedOrder): boolean {
  return (
    a.kind === b.kind && Object.entries(a.params).every(([id, value]) => b.params[id] === value)
  );
}
