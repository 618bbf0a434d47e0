import type { Motion, Vote } from '../core/motion.ts';
import { wordCost } from './honour.ts';
import { gainOf, type Mind } from './mind.ts';

interface ChosenVote {
  readonly motion: string;
  readonly vote: Vote;
}

/** Points by which a motion must be worse than its failure before a bot speaks against it. */
const PATIENCE = 0.1;

/**
 * How a bot votes on the motions that lie open: it compares what it expects of its own score when the
 * motion is carried and when its own no stops it. A no costs capital, so small harm is borne. A vote
 * that it has promised it casts, unless that would cost it more than a broken word.
 * @returns votes that it has not cast yet; empty for a seat without a vote
 */
export function votesOf(mind: Mind): readonly ChosenVote[] {
  const { seat, view } = mind;
  if (seat !== 'KZ' && seat !== 'RU') return [];
  return view.motions
    .filter((m) => m.by !== seat && m.votes[seat] === undefined)
    .map((motion) => ({ motion: motion.id, vote: voteOn(mind, motion) }));
}

function voteOn(mind: Mind, { by, order }: Motion): Vote {
  const { seat, persona } = mind;
  const worth = (vote: Vote): number =>
    gainOf(mind, seat, [{ power: by, ...order, votes: { [by]: 'yes', [seat]: vote } }]);
  const harm = worth('no') - worth('yes');
  const vote = harm > PATIENCE + persona.thrift ? 'no' : 'yes';
  const promised = mind.duties.find((d) => d.vote?.motion === order.kind)?.vote?.vote;
  if (promised === undefined || promised === vote) return vote;
  return worth(vote) - worth(promised) > wordCost(mind, 0) ? vote : promised;
}
