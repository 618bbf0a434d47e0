import { type Motion, VOTERS, type Vote } from '../core/motion.ts';
import type { Power } from '../core/powers.ts';
import { type DraftedOrder, describeOrder, type LegalOrder } from '../game/index.ts';
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
  if (!VOTERS.includes(seat)) return [];
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

/** An order of the seat as it will be carried out: with the votes to be expected where it is a motion. */
export function asGiven(mind: Mind, { kind, params }: DraftedOrder): LegalOrder {
  const { seat, view } = mind;
  const order: LegalOrder = { power: seat, kind, params };
  if (!describeOrder(kind).motion?.(params)) return order;
  const votes: Partial<Record<Power, Vote>> = { [seat]: 'yes' };
  for (const voter of VOTERS) {
    if (voter === seat) continue;
    const worth = (vote: Vote): number =>
      gainOf(mind, voter, [{ ...order, votes: { [seat]: 'yes', [voter]: vote } }]);
    const before = view.report?.motions.find((m) => m.by === seat && m.order.kind === kind);
    const stubborn =
      before?.votes[voter] === 'no' &&
      Object.entries(before.order.params).every(([id, value]) => params[id] === value);
    votes[voter] = stubborn || worth('no') - worth('yes') > PATIENCE ? 'no' : 'yes';
  }
  return { ...order, votes };
}
