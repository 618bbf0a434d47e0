import { clauseKind } from '../../clauses/index.ts';
import { cardsIn } from '../../core/card.ts';
import type { BoundClause, CastVote, DoneOrder, Hearing } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import { type Motion, VOTERS } from '../../core/motion.ts';
import type { Power } from '../../core/powers.ts';
import type { RoundContext } from '../../core/round.ts';
import type { GameState } from '../../core/state.ts';
import type { NamedOrder } from '../../core/talk.ts';
import { orderKind } from '../../orders/index.ts';
import { sceneOf } from '../drafting.ts';
import { wouldJoin } from '../joint.ts';
import { type Course, course, scoreGain } from '../preview.ts';
import { type LegalOrder, resolveNumbers } from '../resolve.ts';
import { judgeOrder, judgeSum, readOrder, useKey } from '../rules.ts';
import { asFound } from './active.ts';
import { paymentsOf } from './payments.ts';

/** A hearing with the questions that only the consequences of a verdict ask. */
export interface Court extends Hearing {
  /** Clauses that bind in this round. */
  readonly bound: readonly BoundClause[];
  /** Points of score that a party has lost because a clause was not kept; never below 0. */
  forgone(victim: Power, clause: BoundClause): number;
  /** Points of own score that a power would have had more, had it voted the other way on such motions. */
  otherVote(power: Power, motion: string): number;
}

/**
 * What the rules look at when they judge the words of a round. Reads the true state before the round;
 * everything that is computed is computed once and only when somebody asks.
 */
export function courtOf(
  content: Content,
  before: GameState,
  ctx: RoundContext,
  orders: readonly LegalOrder[],
  motions: readonly Motion[],
  bound: readonly BoundClause[],
  unsigned: readonly DoneOrder[] = [],
): Court {
  const { num, round, seed } = before;
  const done = orders.map(({ power, kind, params }): DoneOrder => ({ power, kind, params }));
  const scene = { content, num, round };
  const withouts = new Map<Power, Float64Array>();
  const worths = new Map<string, number>();
  let quiet: Course | null = null;
  let real: Course | null = null;
  const found = asFound(bound);
  const payments = paymentsOf(content, num, round, orders, bound);
  const look = (list: readonly LegalOrder[]): Course => course(content, num, round, list, found);

  return {
    bound,
    content,
    num: ctx.num,
    prev: ctx.prev,
    round,
    orders: done,
    unsigned,
    votes: votesOn(motions),
    payment: (clause) => payments.get(clause) ?? null,
    without(power) {
      let state = withouts.get(power);
      if (!state) {
        const rest = orders.filter((o) => o.power !== power);
        state = resolveNumbers(content, num, round, rest, {
          seed,
          bound,
          cards: cardsIn(before.cards, round),
        }).num;
        withouts.set(power, state);
      }
      return state;
    },
    possible(power, order) {
      const read = readOrder(content, order.kind, order.params);
      if ('code' in read) return false;
      const seat = sceneOf(content, before, power);
      return (
        wouldJoin(before.drafts, power, { kind: order.kind, params: read.params }) &&
        judgeOrder(seat, read.kind, read.params) === null &&
        judgeSum(seat, [], read.kind, read.params) === null
      );
    },
    worth(power, order) {
      const key = JSON.stringify([power, order]);
      let points = worths.get(key);
      if (points === undefined) {
        quiet ??= look([]);
        points = scoreGain(content, power, quiet, look([{ power, ...order }]));
        worths.set(key, points);
      }
      return points;
    },
    forgone(victim, clause) {
      const kind = clauseKind(clause.kind);
      if (!kind) return 0;
      real ??= look(orders);
      const broken = kind.breaks(scene, clause).map(useOf);
      const due = kind.fulfils(scene, clause);
      const kept = orders.filter((o) => o.power !== clause.by || !broken.includes(useOf(o)));
      const paid = due
        .filter((o) => !kept.some((k) => k.power === clause.by && useOf(k) === useOf(o)))
        .map((o): LegalOrder => ({ power: clause.by, ...o }));
      const missed = kind.value?.(this, clause) ?? 0;
      return missed + Math.max(0, scoreGain(content, victim, real, look([...kept, ...paid])));
    },
    otherVote(power, motion) {
      real ??= look(orders);
      const turned = orders.map((o): LegalOrder => {
        if (o.kind !== motion || !o.votes) return o;
        return { ...o, votes: { ...o.votes, [power]: o.votes[power] === 'no' ? 'yes' : 'no' } };
      });
      return scoreGain(content, power, real, look(turned));
    },
  };
}

/** What an order does, whatever its terms: the rules let it be given once a round. */
function useOf({ kind, params }: NamedOrder): string {
  const known = orderKind(kind);
  return known ? useKey(known, params) : kind;
}

function votesOn(motions: readonly Motion[]): readonly CastVote[] {
  return motions.flatMap(({ order, votes }) =>
    VOTERS.map((power): CastVote => ({ power, ...order, vote: votes[power] ?? 'abstain' })),
  );
}
