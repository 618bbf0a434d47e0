import { type Motive, WARNING_GIVEN, WORD_GIVEN } from '../core/state.ts';
import type { DraftedOrder } from '../game/index.ts';
import { companyOf } from './joint.ts';
import { alikeOrders } from './memory.ts';
import type { Mind } from './mind.ts';
import { isAnnounced } from './warnings.ts';
import { worthOf } from './worth.ts';

/** Why the bot gives an order: its word, its warning, or the objective that gains most. */
export function motiveOf(mind: Mind, order: DraftedOrder): Motive | null {
  const { content, seat, view, look, duties } = mind;
  if (duties.some(({ due }) => due.some((one) => alikeOrders(one, order)))) return WORD_GIVEN;
  if (isAnnounced(mind, order)) return WARNING_GIVEN;
  const beside = companyOf(mind, order)?.beside ?? [];
  const outcome = look.outcome([{ power: seat, ...order }, ...beside]);
  const { terms } = worthOf(content, seat, view.round, outcome);
  const [first] = [...terms].sort((a, b) => b.points - a.points);
  return first && first.points > 0 ? first.objective : null;
}
