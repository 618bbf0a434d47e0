import { VOTERS } from '../core/motion.ts';
import type { Power } from '../core/powers.ts';
import { type Clause, VOTE } from '../core/talk.ts';
import { candidates, type DraftedOrder, judged } from '../game/index.ts';
import { seemsTo, weigh } from './bargain.ts';
import { partnersOf } from './consent.ts';
import { gainOf, type Mind } from './mind.ts';
import { optionsOf } from './plan.ts';
import { expectedVote } from './votes.ts';

/** Points below which an order is nobody's concern. */
const FELT = 0.25;
/** Points that an order must bring its giver before it tempts him. */
const WANTED = 0.1;
/** Words of each side that are tried against each other. */
const TRIED = 3;
/** Rounds for which an order is forsworn. */
const STANDS = 2;

/**
 * Offers to another power of words for words: what he may do that helps or hurts the seat, for what
 * the seat may do or leave. Weighing them is for the caller.
 */
export function wordsForWords(mind: Mind, to: Power): readonly (readonly Clause[])[] {
  const { seat } = mind;
  const his = [...votesOn(mind, to, seat), ...wordsOn(mind, to, seat, hisOrders(mind, to))];
  const own = [...votesOn(mind, seat, to), ...wordsOn(mind, seat, to, ownOrders(mind))];
  const asks = best(his, (c) => weigh(mind, [c]).careful);
  const gives = best(own, (c) => {
    const { careful, blocked } = weigh(mind, [c]);
    return blocked ? Number.NEGATIVE_INFINITY : Math.min(0, careful) + seemsTo(mind, to, [c]);
  });
  return asks.flatMap((ask) => gives.map((give) => [ask, give]));
}

function ownOrders(mind: Mind): readonly DraftedOrder[] {
  return optionsOf(mind)
    .map(({ order }) => order)
    .filter((order) => partnersOf(mind, order).length === 0);
}

/** What another may order now, as far as the seat can tell: small, middling and large of each kind. */
function hisOrders({ scene }: Mind, power: Power): readonly DraftedOrder[] {
  const his = { ...scene, power, used: {}, pledged: 0 };
  const byKind = new Map<string, DraftedOrder[]>();
  for (const { kind, params } of candidates(his)) {
    const offer = judged(his, [], kind, params);
    if (offer.refusal) continue;
    const list = byKind.get(kind) ?? [];
    list.push({ kind, params: offer.params });
    byKind.set(kind, list);
  }
  return [...byKind.values()].flatMap((list) => {
    const middle = Math.floor(list.length / 2);
    return list.filter((_, i) => i === 0 || i === middle || i === list.length - 1);
  });
}

/** A word on every order that somebody else feels: to give what helps, to leave what hurts. */
function wordsOn(
  mind: Mind,
  by: Power,
  felt: Power,
  orders: readonly DraftedOrder[],
): readonly Clause[] {
  const { view, content } = mind;
  const later = Math.min(content.halves.length - 1, view.round + STANDS);
  return orders.flatMap((order): Clause[] => {
    const given = [{ power: by, ...order }];
    const gain = gainOf(mind, felt, given);
    if (Math.abs(gain) < FELT) return [];
    // To leave what he would not do anyhow is no word to pay for.
    if (gain < 0 && gainOf(mind, by, given) < WANTED) return [];
    return gain > 0
      ? [{ kind: 'pledge_do', by, params: {}, order, until: view.round }]
      : [{ kind: 'pledge_not', by, params: {}, order, until: later }];
  });
}

/** The yes of a member of the union to motions of another that it would vote down. */
function votesOn(mind: Mind, by: Power, mover: Power): readonly Clause[] {
  const { view } = mind;
  if (!VOTERS.includes(by)) return [];
  return view.motions
    .filter((m) => m.by === mover && m.by !== by && expectedVote(mind, by, m) === 'no')
    .map(({ order }) => ({
      kind: 'pledge_do',
      by,
      params: {},
      order: { kind: VOTE, params: { motion: order.kind, vote: 'yes' } },
      until: view.round,
    }));
}

/** The first of each kind of order by what they are worth. */
function best(words: readonly Clause[], worth: (clause: Clause) => number): readonly Clause[] {
  const ranked = words
    .map((clause) => ({ clause, worth: worth(clause) }))
    .sort((a, b) => b.worth - a.worth);
  const chosen: Clause[] = [];
  for (const { clause } of ranked) {
    if (chosen.some((c) => c.order?.kind === clause.order?.kind && c.order?.kind !== VOTE))
      continue;
    chosen.push(clause);
    if (chosen.length === TRIED) break;
  }
  return chosen;
}
