import { type Content, coefficient, roundOf } from '../../core/content.ts';
import type { CountedMotion, Vote } from '../../core/motion.ts';
import type { MotionTerms } from '../../core/order.ts';
import type { Power } from '../../core/powers.ts';

/** Members that nobody plays, and the half-year from which they vote. */
const MEMBERS = [
  { id: 'BY', from: '' },
  { id: 'AM', from: '2015H1' },
  { id: 'KG', from: '2015H2' },
] as const;

/** Whether a country that nobody plays has joined the union by a round. */
export function hasJoined(content: Content, id: string, round: number): boolean {
  return MEMBERS.some((m) => m.id === id && roundOf(content, m.from) <= round);
}

/** Payment from which a motion's money is felt in a member's budget, $bn. */
const FELT_PAYMENT = 0.1;

/**
 * How the unplayed members vote on a motion, by the printed rule: yes from a lean of 40 on.
 * @param num state before the round
 */
export function memberVotes(
  content: Content,
  num: Float64Array,
  round: number,
  terms: MotionTerms,
): CountedMotion['members'] {
  const { layout } = content;
  const k = (name: string): number => coefficient(content, `union.${name}`);
  const { tariff, political, payment, enlarges } = terms;
  const moved =
    (tariff > 0 ? k('leanRise') * tariff : -k('leanCut') * tariff) +
    (political ? k('leanPolitical') : 0) +
    (enlarges ? coefficient(content, 'pacts.leanEnlarge') : 0) +
    k('leanDispute') * (num[layout.at('disputes')] as number) +
    ((num[layout.at('squeezed')] as number) > 0 ? k('leanSqueeze') : 0) +
    (payment >= FELT_PAYMENT - 1e-9 ? k('leanPayment') : 0);
  return MEMBERS.filter(({ from }) => roundOf(content, from) <= round).map(({ id }) => {
    const lean = Math.max(0, Math.min(100, k(`lean.${id}`) + moved));
    return { id, lean, yes: lean >= k('leanYes') };
  });
}

/** Consensus: nobody who voted said no. An uncast vote abstains and does not block. */
export function carries(
  members: CountedMotion['members'],
  votes: Readonly<Partial<Record<Power, Vote>>>,
): boolean {
  return members.every(({ yes }) => yes) && Object.values(votes).every((vote) => vote !== 'no');
}
