import type { Content } from '../core/content.ts';
import { POWERS } from '../core/powers.ts';
import type { View } from '../core/view.ts';
import { candidates, judged, readyOffers } from '../game/index.ts';
import { gainOf, mindOf } from './mind.ts';
import { personaOf } from './personas.ts';

/**
 * Looks at everything that a bot will weigh, in small steps, so that others may be served between
 * them: what was looked at is remembered, and the decision afterwards is quick. Decides nothing.
 */
export function* ponder(content: Content, view: View): Generator<void> {
  if (view.seat === null || view.phase !== 'deliberation') return;
  const mind = mindOf(content, view, personaOf(view.seat));
  for (const { kind, params } of candidates(mind.scene)) {
    const offer = judged(mind.scene, [], kind, params);
    if (offer.refusal) continue;
    gainOf(mind, mind.seat, [{ power: mind.seat, kind, params: offer.params }]);
    yield;
  }
  for (const partner of POWERS) {
    if (partner === mind.seat) continue;
    readyOffers(content, view, partner);
    yield;
  }
}
