import { POWERS, type Power } from '../core/powers.ts';
import type { Clause } from '../core/talk.ts';
import { readyOffers } from '../game/index.ts';
import { seemsTo, weigh } from './bargain.ts';
import { alikeOffers, recentlyRefused } from './memory.ts';
import type { Mind } from './mind.ts';

export interface Offered {
  readonly to: Power;
  readonly clauses: readonly Clause[];
}

/** Offers of its own that a bot makes in one round at most, so that nobody is flooded. */
const A_ROUND = 3;
/** Points that an offer must seem to bring the other. */
const THEIRS = 0.05;

/** The offer to another power from which both gain most; null when there is none, or enough lies open. */
export function proposalOf(mind: Mind): Offered | null {
  const { view, seat, content, persona } = mind;
  const own = view.talks.proposals.filter((p) => p.by === seat && p.draft === null);
  const most = content.limits[view.depth].proposals;
  if (own.filter((p) => p.status === 'open').length >= most) return null;
  if (own.filter((p) => p.round === view.round).length >= A_ROUND) return null;
  let best: { offer: Offered; joint: number } | null = null;
  for (const to of POWERS) {
    if (to === seat) continue;
    for (const { clauses } of readyOffers(content, view, to)) {
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
