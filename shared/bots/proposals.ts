import { pow } from '../core/math.ts';
import { POWERS, type Power } from '../core/powers.ts';
import { type Clause, VOTE } from '../core/talk.ts';
import { type DraftedOrder, type LegalOrder, offersAllowed, readyOffers } from '../game/index.ts';
import { seemsTo, weigh } from './bargain.ts';
import { keepChance } from './belief.ts';
import { partnersOf } from './consent.ts';
import { wordsForWords } from './market.ts';
import { alikeOffers, recentlyRefused } from './memory.ts';
import { gainOf, type Mind } from './mind.ts';
import { optionsOf } from './plan.ts';

export interface Offered {
  readonly to: readonly Power[];
  readonly clauses: readonly Clause[];
}

/** Offers of its own that a bot makes in one round at most, so that nobody is flooded. */
const A_ROUND = 2;
/** Points that an offer must seem to bring each of the others. */
const THEIRS = 0.05;
/** Belief in a word below which the other is asked to go first. */
const DOUBTED = 0.6;

/**
 * The offer from which all gain most, to one other power or to several; null when there is none, or
 * enough lies open. Several are asked once a round.
 */
export function proposalOf(mind: Mind): Offered | null {
  const { view, seat, content, persona } = mind;
  const own = view.talks.proposals.filter((p) => p.by === seat && p.draft === null);
  const most = offersAllowed(content, view, seat);
  if (own.filter((p) => p.status === 'open').length >= most) return null;
  const now = own.filter((p) => p.round === view.round);
  if (now.length >= A_ROUND) return null;
  let best: { offer: Offered; worth: number } | null = null;
  for (const to of partnerSets(mind)) {
    if (to.length > 1 && now.some((p) => p.parties.length > 2)) continue;
    for (const clauses of termsFor(mind, to)) {
      if (recentlyRefused(mind, to, clauses) || stands(mind, to, clauses)) continue;
      const { careful, blocked } = weigh(mind, clauses);
      if (blocked || careful < persona.reserve) continue;
      const theirs = to.map((power) => seemsTo(mind, power, clauses));
      if (Math.min(...theirs) < THEIRS) continue;
      const worth = meanOf([careful, ...theirs]);
      if (!best || worth > best.worth) best = { offer: { to, clauses }, worth };
    }
  }
  return best?.offer ?? null;
}

/** Geometric mean of positive gains: what all share equally is more than what one has alone. */
function meanOf(gains: readonly number[]): number {
  return pow(
    gains.reduce((a, b) => a * b, 1),
    1 / gains.length,
  );
}

/** One other, two or all three, those apart who are done with the round: they are left alone. */
function partnerSets({ view, seat }: Mind): readonly (readonly Power[])[] {
  const others = POWERS.filter((p) => p !== seat && !view.ready.includes(p));
  const sets: (readonly Power[])[] = [];
  for (let mask = 1; mask < 1 << others.length; mask += 1) {
    sets.push(others.filter((_, i) => (mask >> i) % 2 === 1));
  }
  return sets.sort((a, b) => a.length - b.length);
}

function termsFor(mind: Mind, to: readonly Power[]): readonly (readonly Clause[])[] {
  const { content, view } = mind;
  const ready = readyOffers(content, view, to).map(({ clauses }) => clauses);
  const [other, ...more] = to;
  if (other === undefined || more.length > 0) return ready;
  const all = [...ready, ...sweetened(mind, other), ...wordsForWords(mind, other)];
  return keepChance(mind, other) < DOUBTED
    ? all.map((clauses) => guarded(mind, other, clauses))
    : all;
}

/** The same offer, but what the seat gives hangs on what the other gives; money waits for it in escrow. */
function guarded(
  { seat, view }: Mind,
  other: Power,
  clauses: readonly Clause[],
): readonly Clause[] {
  const deed = clauses.find((c) => c.by === other && c.kind === 'pledge_do')?.order;
  if (!deed || deed.kind === VOTE) return clauses;
  const when = { on: 'order' as const, power: other, order: deed };
  return clauses.map((c) => {
    if (c.by !== seat || c.kind === 'consent') return c;
    if (c.kind === 'transfer') return { ...c, params: { ...c.params, escrow: 'held' }, when };
    return view.depth === 'expert' ? { ...c, when } : c;
  });
}

/** Whether they have nearly this on the table or in force. */
function stands({ view, seat }: Mind, to: readonly Power[], clauses: readonly Clause[]): boolean {
  const between = (parties: readonly Power[]): boolean =>
    [seat, ...to].every((p) => parties.includes(p));
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
