import type { Content } from '../core/content.ts';
import { drawInt } from '../core/random.ts';
import type { View } from '../core/view.ts';
import { candidates, type DraftedOrder, judged, sceneOfView } from '../game/index.ts';

/**
 * Legal orders drawn at random by keyed draws: every kind that may be given is as likely as any
 * other, so is each of its settings, and so is giving one order less. For comparison only: what
 * reference games and skilled bots are measured against.
 * @param key seed of the player, so that the same policy can be met again on another game
 */
export function randomOrders(content: Content, view: View, key: number): readonly DraftedOrder[] {
  if (view.phase !== 'briefing' && view.phase !== 'deliberation') return [];
  const scene = sceneOfView(content, view);
  const chosen: DraftedOrder[] = [...view.drafts];
  const id = view.seat ?? '';
  for (let n = chosen.length; ; n += 1) {
    const legal = candidates(scene).flatMap(({ kind, params }) => {
      const offer = judged(scene, chosen, kind, params);
      return offer.refusal ? [] : [{ kind, params: offer.params }];
    });
    const kinds = [...new Set(legal.map((o) => o.kind))].sort();
    const pick = drawInt(key, view.round, `random:kind:${n}`, id, kinds.length + 1);
    const kind = kinds[pick];
    if (kind === undefined) break;
    const settings = legal.filter((o) => o.kind === kind);
    chosen.push(
      settings[
        drawInt(key, view.round, `random:setting:${n}`, id, settings.length)
      ] as DraftedOrder,
    );
  }
  return chosen.slice(view.drafts.length);
}
