import type { ClauseKind } from '../core/clause.ts';
import { POWERS } from '../core/powers.ts';
import { isLast } from './words.ts';

/** Anything that can be said in a sentence. No rule judges it: the table votes on it in the debrief. */
export const free: ClauseKind = {
  id: 'free',
  depth: 'intro',
  icon: 'quote',
  bound: POWERS,
  ordered: false,
  deemed: true,
  params: [],
  legal: () => null,
  fulfils: () => [],
  breaks: () => [],
  judge: (hearing, clause) => ({
    fate: 'pending',
    final: isLast(hearing, clause),
    chance: 'none',
  }),
};
