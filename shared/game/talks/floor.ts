import type { GameState } from '../../core/state.ts';
import { withTalks } from './commands.ts';

/** Opens or closes free words for everybody; offers, signatures and warnings stay. */
export function withFreeWords(state: GameState, open: boolean): GameState {
  return state.talks.open === open ? state : withTalks(state, { open });
}
