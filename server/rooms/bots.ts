import { chooseOrders } from '../../shared/bots/index.ts';
import type { Content } from '../../shared/core/content.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { Command, GameState } from '../../shared/core/state.ts';
import { viewFor } from '../../shared/game/index.ts';

/**
 * What a bot does in a seat now: its orders, unless a person left some there, then readiness. It
 * sees what the seat sees.
 * @param tag begins the ids of its commands
 */
export function botCommands(
  content: Content,
  state: GameState,
  power: Power,
  tag: string,
): readonly Command[] {
  const { round } = state;
  const mayDraft = state.phase === 'deliberation' && state.drafts[power].length === 0;
  const orders = mayDraft ? chooseOrders(content, viewFor(content, state, power)) : [];
  return [
    ...orders.map(
      ({ kind, params }, i): Command => ({
        id: `${tag}-${i + 1}`,
        round,
        type: 'draft',
        order: { kind, params },
      }),
    ),
    { id: `${tag}-ready`, round, type: 'ready', ready: true },
  ];
}
