import { DEPTHS, type Depth } from '../../core/powers.ts';

/** Whether something of a depth is open in a game: depth hides kinds, it never changes them. */
export function openAtDepth(depth: Depth, game: Depth): boolean {
  return DEPTHS.indexOf(depth) <= DEPTHS.indexOf(game);
}
