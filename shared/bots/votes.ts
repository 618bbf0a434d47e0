import type { Content } from '../core/content.ts';
import type { Vote } from '../core/motion.ts';
import type { View } from '../core/view.ts';
import { previewer } from '../game/index.ts';
import { PERSONA_OF, PERSONAS, type Persona } from './personas.ts';

export interface ChosenVote {
  readonly motion: string;
  readonly vote: Vote;
}

/** Points by which a motion must be worse than its failure before a bot speaks against it. */
const PATIENCE = 0.1;

/**
 * How a bot votes on the motions that lie open: it compares what it expects of its own score when the
 * motion is carried and when its own no stops it. A no costs capital, so small harm is borne.
 * @returns votes that it has not cast yet; empty for a seat without a vote
 */
export function chooseVotes(
  content: Content,
  view: View,
  persona: Persona = PERSONAS[PERSONA_OF[view.seat ?? 'KZ']] as Persona,
): readonly ChosenVote[] {
  const { seat } = view;
  if (seat !== 'KZ' && seat !== 'RU') return [];
  const open = view.motions.filter((m) => m.by !== seat && m.votes[seat] === undefined);
  if (open.length === 0) return [];
  const look = previewer(content, view);
  return open.map(({ id, by, order }) => {
    const worth = (vote: Vote): number =>
      look.of([], [{ power: by, ...order, votes: { [by]: 'yes', [seat]: vote } }]).score;
    const harm = worth('no') - worth('yes');
    return { motion: id, vote: harm > PATIENCE + persona.thrift ? 'no' : 'yes' };
  });
}
