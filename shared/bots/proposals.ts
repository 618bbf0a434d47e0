import { POWERS, type Power } from '../core/powers.ts';
import type { Clause } from '../core/talk.ts';
import { type DraftedOrder, type LegalOrder, offersAllowed, readyOffers } from '../game/index.ts';
import { seemsTo, weigh } from './bargain.ts';
import { partnersOf } from './consent.ts';
import { wordsForWords } from './market.ts';
import { alikeOffers, recentlyRefused } from './memory.ts';
import { gainOf, type Mind } from './mind.ts';
import { optionsOf } from './plan.ts';

export interface Offered {
  readonly to: Power;
  readonly clauses: readonly Clause[];
}

/** Offers of its own that a bot makes in one round at most, so that nobody is flooded. */
const A_ROUND = 2;
/** Points that an offer must seem to bring the other. */
const THEIRS = 0.05;

/** The offer to another power from which both gain most; null when there is none, or enough lies open. */
export function proposalOf(mind: Mind): Offered | null {
  const { view, seat, content, persona } = mind;
  const own = view.talks.proposals.filter((p) => p.by === seat && p.draft === null);
  const most = offersAllowed(content, view, seat);
  if (own.filter((p) => p.status === 'open').length >= most) return null;
  if (own.filter((p) => p.round === view.round).length >= A_ROUND) return null;
  let best: { offer: Offered; joint: number } | null = null;
  for (const to of POWERS) {
    // Who is done with the round is left alone.
    if (to === seat || view.ready.includes(to)) continue;
    const ready = readyOffers(content, view, to).map(({ clauses }) => clauses);
    for (const clauses of [...ready, ...sweetened(mind, to), ...wordsForWords(mind, to)]) {
      if (recentlyRefused(mind, to, clauses) || stands(mind, to, clauses)) continue;
      const { careful, blocked } = weigh(mind, clauses);
      if (blocked || careful < persona.reserve) continue;
      const theirs = seemsTo(mind, to, clauses);
      if (theirs < THEIRS) continue;
      const joint = careful * theirs;
      if (!best || joint > best.joint) best = { offer: { to, clauses }, joint };
    }
  }
  return best?.offer ?? null;
}

/** Whether the two have nearly this on the table or in force. */
function stands({ view, seat }: Mind, to: Power, clauses: readonly Clause[]): boolean {
  const between = (parties: readonly Power[]): boolean =>
    parties.includes(seat) && parties.includes(to);
  return (
    view.talks.agreements.some(
      (a) =>
        between(a.parties) &&
        (a.status === 'running' || a.signedRound === view.round) &&
        alikeOffers(a.clauses, clauses),
    ) ||
    view.talks.proposals.some(
      (p) =>
        between(p.parties) &&
        p.round === view.round &&
        p.status === 'open' &&
        p.versions.some((v) => alikeOffers(v.clauses, clauses)),
    )
  );
}

/** Least that an order must bring the seat before it pays for another's signature. */
const WANTED = 0.3;

/** Orders that another would not sign as they are, each with something of the seat's that he likes. */
function sweetened(mind: Mind, to: Power): readonly (readonly Clause[])[] {
  const { seat, view } = mind;
  const until = view.round;
  const given = (order: DraftedOrder): readonly LegalOrder[] => [{ power: seat, ...order }];
  const options = optionsOf(mind);
  const wanted = options
    .map(({ order }) => order)
    .filter((order) => {
      const partners = partnersOf(mind, order);
      return partners.length === 1 && partners[0] === to && gainOf(mind, to, given(order)) < THEIRS;
    })
    .filter((order) => gainOf(mind, seat, given(order)) > WANTED);
  return wanted.flatMap((order) =>
    options
      .filter(({ order: gift }) => gift.kind !== order.kind && partnersOf(mind, gift).length === 0)
      .filter(({ order: gift }) => gainOf(mind, to, given(gift)) > THEIRS)
      .map(({ order: gift }): readonly Clause[] => [
        { kind: 'consent', by: to, params: {}, order, until },
        { kind: 'pledge_do', by: seat, params: {}, order: gift, until },
      ]),
  );
}
