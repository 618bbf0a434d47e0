import type { Content } from '../core/content.ts';
import { type CountedMotion, type Motion, type MotionCommand, VOTERS } from '../core/motion.ts';
import type { MotionTerms } from '../core/order.ts';
import { POWERS, type Power } from '../core/powers.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { Draft, GameState } from '../core/state.ts';
import { orderKind } from '../orders/index.ts';
import { carries, memberVotes } from '../systems/institutions/members.ts';

/** What a vote against costs in capital; booked when motions are counted. */
const NO_COSTS = 1;

/** Id of the motion that a draft carries: two powers may use the same id for a draft. */
function motionId(power: Power, draft: Pick<Draft, 'id'>): string {
  return `${power}-${draft.id}`;
}

/**
 * Motions that lie before the union with these drafts. One that was changed is another motion: votes on
 * it are taken anew; its filer says yes.
 */
export function motionsOf(
  drafts: GameState['drafts'],
  round: number,
  before: readonly Motion[],
): readonly Motion[] {
  return POWERS.flatMap((by) =>
    drafts[by].flatMap((draft): Motion[] => {
      if (!orderKind(draft.kind)?.motion?.(draft.params)) return [];
      const id = motionId(by, draft);
      const old = before.find((m) => m.id === id);
      const same = old && JSON.stringify(old.order.params) === JSON.stringify(draft.params);
      if (same) return [old];
      const order = { kind: draft.kind, params: draft.params };
      return [{ id, round, by, order, votes: { [by]: 'yes' } }];
    }),
  );
}

/** What the members look at in a motion. */
function termsOf({ order }: Pick<Motion, 'order'>): MotionTerms {
  const terms = orderKind(order.kind)?.motion?.(order.params);
  return terms ?? { tariff: 0, political: false, payment: 0 };
}

/** Why a vote is not taken; null when it is. */
function judgeVote(
  content: Content,
  state: Pick<GameState, 'motions' | 'num'>,
  seat: Power,
  command: MotionCommand,
  left: number,
): Refusal | null {
  const motion = state.motions.find((m) => m.id === command.motion);
  if (!motion) return refuse('unknownMotion');
  if (!VOTERS.includes(seat) || motion.by === seat) return refuse('noVote');
  // Who has put the treaty off keeps its vote on the customs tariff alone.
  const outside = state.num[content.layout.at('treaty')] === 1;
  if (outside && seat === 'KZ' && termsOf(motion).tariff === 0) return refuse('noVote');
  if (command.vote === 'no' && motion.votes[seat] !== 'no' && left < NO_COSTS - 1e-9) {
    return refuse('noCapital', { needed: NO_COSTS, left: Math.max(0, left) });
  }
  return null;
}

/** Lays a vote down, or changes it. @param left capital of the seat that no draft or vote has taken */
export function castVote(
  content: Content,
  state: GameState,
  seat: Power,
  command: MotionCommand,
  left: number,
): GameState | Refusal {
  const refusal = judgeVote(content, state, seat, command, left);
  if (refusal) return refusal;
  return {
    ...state,
    motions: state.motions.map((m) =>
      m.id === command.motion ? { ...m, votes: { ...m.votes, [seat]: command.vote } } : m,
    ),
  };
}

/** Capital that a power's votes against will take. */
export function votesCost(motions: readonly Motion[], power: Power): number {
  return NO_COSTS * motions.filter((m) => m.votes[power] === 'no').length;
}

/** Motions as a seat may see them: open, with its own vote alone. */
export function motionsFor(motions: readonly Motion[], seat: Power | null): readonly Motion[] {
  return motions.map((m) => {
    const own = seat === null ? undefined : m.votes[seat];
    return { ...m, votes: seat !== null && own !== undefined ? { [seat]: own } : {} };
  });
}

/** Counts a motion for the report, by the state before the round. */
export function counted(content: Content, num: Float64Array, motion: Motion): CountedMotion {
  const members = memberVotes(content, num, motion.round, termsOf(motion));
  return { ...motion, members, carried: carries(members, motion.votes) };
}

/** The motion that a power's draft carries. */
export function motionOf(
  motions: readonly Motion[],
  power: Power,
  draft: Pick<Draft, 'id'>,
): Motion | undefined {
  return motions.find((m) => m.id === motionId(power, draft));
}
