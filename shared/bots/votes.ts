import { type Motion, VOTERS, type Vote } from '../core/motion.ts';
import type { Power } from '../core/powers.ts';
import type { Clause } from '../core/talk.ts';
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
    .filter((m) => m.by !== seat && mayVote(mind, m))
    .map((motion) => ({ motion, vote: voteOn(mind, motion) }))
    .filter(({ motion, vote }) => {
      const cast = motion.votes[seat];
      // What it has cast it casts anew for the sake of a word that it gave since.
      return cast === undefined || (cast !== vote && vote === promisedOn(mind, motion));
    })
    .map(({ motion, vote }) => ({ motion: motion.id, vote }));
}

/** Who has put the treaty off keeps its vote on the customs tariff alone. */
function mayVote({ content, scene, seat }: Mind, { order }: Motion): boolean {
  const outside = scene.num[content.layout.at('treaty')] === 1 && seat === 'KZ';
  return !outside || (describeOrder(order.kind).motion?.(order.params)?.tariff ?? 0) !== 0;
}

/** The vote on a motion that the seat has given its word on. */
function promisedOn({ duties }: Mind, { order }: Motion): Vote | undefined {
  return duties.find((d) => d.vote?.motion === order.kind)?.vote?.vote;
}

/** How a member of the union is expected to vote on a motion of another, were nothing promised. */
export function expectedVote(mind: Mind, voter: Power, { by, order }: Motion): Vote {
  const worth = (vote: Vote): number =>
    gainOf(mind, voter, [{ power: by, ...order, votes: { [by]: 'yes', [voter]: vote } }]);
  const harm = worth('no') - worth('yes');
  return harm > PATIENCE + (voter === mind.seat ? mind.persona.thrift : 0) ? 'no' : 'yes';
}

/**
 * Points that a promised vote brings a power: the difference to the vote that is expected anyhow; 0
 * where no motion of its kind lies open.
 */
export function voteWorth(mind: Mind, power: Power, { by, order: named }: Clause): number {
  const { motion: kind, vote } = named?.params ?? {};
  const motion = mind.view.motions.find((m) => m.order.kind === kind && m.by !== by);
  if (!motion) return 0;
  const expected = expectedVote(mind, by, motion);
  if (expected === vote) return 0;
  const given = (cast: Vote): number =>
    gainOf(mind, power, [
      { power: motion.by, ...motion.order, votes: { [motion.by]: 'yes', [by]: cast } },
    ]);
  return given(vote as Vote) - given(expected);
}

function voteOn(mind: Mind, motion: Motion): Vote {
  const { seat } = mind;
  const { by, order } = motion;
  const worth = (vote: Vote): number =>
    gainOf(mind, seat, [{ power: by, ...order, votes: { [by]: 'yes', [seat]: vote } }]);
  const vote = expectedVote(mind, seat, motion);
  const promised = promisedOn(mind, motion);
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
