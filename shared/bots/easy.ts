import type { Content } from '../core/content.ts';
import type { Params } from '../core/order.ts';
import type { View } from '../core/view.ts';
import { candidates, type DraftedOrder, judged, previewer, sceneOfView } from '../game/index.ts';
import { PERSONA_OF, PERSONAS, type Persona } from './personas.ts';

/** Orders that hurt somebody on purpose; a persona's edge weighs what they seem to bring. */
function isHard(kind: string, params: Params): boolean {
  return (
    params.access === 'slow' ||
    params.access === 'close' ||
    params.terms === 'squeeze' ||
    (kind === 'sanctions' && params.change === 'up')
  );
}

/**
 * Skill easy: values every legal order by its preview and takes the best, one after the other,
 * as long as it is worth its capital. Sees only the view of its seat; makes no random picks.
 * @returns orders in rank order, at most as many as the depth allows; empty outside drafting phases
 */
export function chooseOrders(
  content: Content,
  view: View,
  persona: Persona = PERSONAS[PERSONA_OF[view.seat ?? 'KZ']] as Persona,
): readonly DraftedOrder[] {
  if (view.phase !== 'briefing' && view.phase !== 'deliberation') return [];
  const scene = sceneOfView(content, view);
  const look = previewer(content, view);
  const chosen: DraftedOrder[] = [...view.drafts];
  let reached = chosen.length > 0 ? look.of(chosen).score : 0;
  for (;;) {
    let best: { order: DraftedOrder; worth: number; score: number } | null = null;
    for (const { kind, params } of candidates(scene)) {
      const offer = judged(scene, chosen, kind, params);
      if (offer.refusal) continue;
      const order = { kind, params: offer.params };
      const { score } = look.of([...chosen, order]);
      const gain = (score - reached) * (isHard(kind, params) ? persona.edge : 1);
      const worth = gain - persona.thrift * offer.cost.pc;
      if (!best || worth > best.worth) best = { order, worth, score };
    }
    if (!best || best.worth <= 0) break;
    chosen.push(best.order);
    reached = best.score;
  }
  return chosen.slice(view.drafts.length);
}
