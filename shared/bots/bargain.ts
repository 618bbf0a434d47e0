import { coefficient } from '../core/content.ts';
import type { Power } from '../core/powers.ts';
import { type Clause, type NamedOrder, VOTE } from '../core/talk.ts';
import {
  costOf,
  type DraftedOrder,
  describeOrder,
  dutyOf,
  type LegalOrder,
  movesByItself,
} from '../game/index.ts';
import { bindChance, keepChance } from './belief.ts';
import { isBound } from './memory.ts';
import { gainOf, type Mind } from './mind.ts';
import { optionsOf, reachOf } from './plan.ts';
import { voteWorth } from './votes.ts';

/** What an offer is to the bot that weighs it, in points of its own score. */
export interface Weighed {
  /** Were every word kept. */
  readonly full: number;
  /** Words of others counted by the chance that they are kept. */
  readonly trusted: number;
  /** And what it gives counted against the chance that it gives in vain. */
  readonly careful: number;
  /** The seat could not keep its own part now: no capital, no slot, not legal; or does not know what it says. */
  readonly blocked: boolean;
}

/** Share of a deed's worth that counts when its giver would do it anyhow. */
const ANYHOW = 0.4;
/** Chance that somebody does what would serve him when nobody stops him; otherwise this. */
const TEMPTED = 0.5;
const UNTEMPTED = 0.1;
/** Part of a standing word's price that each further round adds. */
const LONGER = 0.5;

/** Weighs points that lie before the seat for its signature. */
export function weigh(mind: Mind, clauses: readonly Clause[]): Weighed {
  const { seat, persona } = mind;
  const { knot, loose } = parted(mind, clauses);
  let full = 0;
  let trusted = 0;
  let kept = 1;
  let give = 0;
  // What the seat gives only where others have gone first is never given in vain.
  let ahead = 0;
  let blocked = false;
  for (const clause of loose) {
    if (clause.kind === 'consent') {
      // An order that both sign comes into force with the round: nobody is asked for his word.
      const worth = gainOf(mind, seat, [], [clause]) - ownCost(mind, clause);
      full += worth;
      trusted += worth;
    } else if (clause.by === seat) {
      const price = ownPrice(mind, clause);
      if (price === null) blocked = true;
      else {
        const part = bindChance(mind, clause, clauses) * price;
        give += part;
        if (clause.when?.on !== 'order') ahead += part;
      }
    } else {
      const gain = bindChance(mind, clause, clauses) * gainTo(mind, seat, clause);
      const chance = keepChance(mind, clause.by);
      full += gain;
      trusted += gain > 0 ? chance * gain : gain;
      kept = Math.min(kept, chance);
    }
  }
  if (knot.length > 0) {
    const own = knot.filter((c) => c.by === seat);
    const chance = Math.min(
      1,
      ...knot.filter((c) => c.by !== seat).map((c) => keepChance(mind, c.by)),
    );
    const all = gainOf(mind, seat, [], knot);
    const alone = own.length > 0 ? gainOf(mind, seat, [], own) : 0;
    const price = own.map((clause) => ownPrice(mind, clause, false));
    if (price.includes(null)) blocked = true;
    const paid = price.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    full += all;
    trusted += chance * all + (1 - chance) * Math.min(all, alone);
    kept = Math.min(kept, chance);
    give += paid;
    ahead += paid;
  }
  full -= give;
  trusted -= give;
  const careful = trusted - persona.caution * (1 - kept) * Math.max(0, ahead);
  return { full, trusted, careful, blocked };
}

/** Points that an offer seems to bring another of its parties. */
export function seemsTo(mind: Mind, power: Power, clauses: readonly Clause[]): number {
  const { knot, loose } = parted(mind, clauses);
  let sum = 0;
  for (const clause of loose) {
    const binds = bindChance(mind, clause, clauses);
    if (clause.kind === 'consent') sum += gainOf(mind, power, [], [clause]);
    else if (clause.by === power) sum -= binds * otherPrice(mind, clause);
    else sum += binds * gainTo(mind, power, clause);
  }
  if (knot.length === 0) return sum;
  const deeds = knot.filter((c) => c.by === power && deedsOf(mind, c).length > 0).length;
  return sum + gainOf(mind, power, [], knot) - deeds * capitalWorth(mind);
}

/**
 * Points that are worth something together that they are not worth one by one: an act of several, tolls
 * that come down with a purse for both. All others count by themselves.
 */
function parted(
  mind: Mind,
  clauses: readonly Clause[],
): { readonly knot: readonly Clause[]; readonly loose: readonly Clause[] } {
  const isTied = (clause: Clause): boolean => {
    if (clause.when || isBound(mind, clause)) return false;
    return (
      movesByItself(clause.kind) ||
      deedsOf(mind, clause).some(({ kind, params }) => describeOrder(kind).joint?.(params))
    );
  };
  const knot = clauses.filter(isTied);
  if (knot.length < 2) return { knot: [], loose: clauses };
  return { knot, loose: clauses.filter((c) => !knot.includes(c)) };
}

/** Orders that a clause asks of its obligor; none of a consent, whose order is another's. */
function deedsOf({ scene }: Mind, clause: Clause): readonly NamedOrder[] {
  if (clause.kind === 'consent' || clause.order?.kind === VOTE) return [];
  return dutyOf(scene, clause, []).due;
}

/** What a word of one power brings another, were it kept. */
function gainTo(mind: Mind, to: Power, clause: Clause): number {
  // Nobody pays twice for a word.
  if (isBound(mind, clause)) return 0;
  const order = dealt(clause);
  if (clause.kind === 'pledge_not' && order) {
    const harm = Math.max(0, -gainOf(mind, to, [order]));
    return (wants(mind, order) ? TEMPTED : UNTEMPTED) * longer(mind, clause) * harm;
  }
  if (clause.order?.kind === VOTE) return voteWorth(mind, to, clause);
  if (clause.kind === 'pledge_do' && !order) return 0;
  const gain = gainOf(mind, to, [], [clause]);
  return gain > 0 && otherPrice(mind, clause) < 0 ? ANYHOW * gain : gain;
}

/** Whether a power seems to gain by an order of its own. */
function wants(mind: Mind, order: LegalOrder): boolean {
  return gainOf(mind, order.power, [order]) > capitalWorth(mind);
}

/** What a word of another seems to cost him; below 0 when it serves him. */
function otherPrice(mind: Mind, clause: Clause): number {
  const order = dealt(clause);
  if (clause.kind === 'pledge_not') {
    const lost = order ? TEMPTED * Math.max(0, gainOf(mind, clause.by, [order])) : 0;
    return longer(mind, clause) * lost;
  }
  if (clause.order?.kind === VOTE) return -voteWorth(mind, clause.by, clause);
  if (clause.kind === 'pledge_do' && !order) return 0;
  return capitalWorth(mind) - gainOf(mind, clause.by, [], [clause]);
}

/** The order that a pledge names; none where it is a vote. */
function dealt({ by, order }: Clause): LegalOrder | null {
  return order && order.kind !== VOTE ? { power: by, ...order } : null;
}

/** Capital that an order of the seat's own takes which another signs. */
function ownCost({ seat, scene, persona }: Mind, { by, order }: Clause): number {
  if (by === seat || !order || !describeOrder(order.kind).by.includes(seat)) return 0;
  return persona.thrift * costOf(scene, [order]).pc;
}

const prices = new WeakMap<Mind, Map<string, number | null>>();

/**
 * What the seat gives up by a word of its own; null when it could not keep it now.
 * @param net whether what the word itself brings the seat is taken off
 */
function ownPrice(mind: Mind, clause: Clause, net = true): number | null {
  let known = prices.get(mind);
  if (!known) {
    known = new Map();
    prices.set(mind, known);
  }
  const { when: _, ...plain } = clause;
  const key = JSON.stringify([plain, net]);
  let price = known.get(key);
  if (price === undefined) {
    price = priced(mind, clause, net);
    known.set(key, price);
  }
  return price;
}

function priced(mind: Mind, clause: Clause, net: boolean): number | null {
  const { seat, view, persona } = mind;
  // It cannot read: what is left to people's judgement it does not sign.
  if (clause.text !== undefined) return null;
  const firm = firmOrders(mind);
  const free = reachOf(mind, firm);
  if (free === null) return null;
  if (clause.order?.kind === VOTE) return -voteWorth(mind, seat, clause);
  if (clause.kind === 'pledge_do' && !dealt(clause)) return 0;
  const duty = dutyOf(mind.scene, clause, []);
  if (duty.due.length > 0) {
    const bound = reachOf(mind, joined(firm, duty.due));
    // What is not possible now may be later, where there is time.
    if (bound === null) return clause.until > view.round ? 0 : null;
    if (net) return free - bound;
    // What else could have been done, and the capital of the deed.
    return duty.due.reduce((sum, due) => {
      const option = optionsOf(mind).find(({ order }) => sameOrder(order, due));
      return option ? sum + option.net + persona.thrift * option.pc : sum;
    }, free - bound);
  }
  const bound = reachOf(mind, firm, duty.breaks);
  const lost = bound === null ? 0 : free - bound;
  return longer(mind, clause) * lost - (net ? gainOf(mind, seat, [], [clause]) : 0);
}

/** Points that a unit of political capital is worth to another. */
function capitalWorth({ content }: Mind): number {
  return coefficient(content, 'talks.capitalWorth');
}

/** A word that stands for rounds is worth more, and costs more, than for one. */
function longer({ view }: Mind, { until }: Clause): number {
  return 1 + LONGER * (until - view.round);
}

function joined(
  firm: readonly DraftedOrder[],
  due: readonly DraftedOrder[],
): readonly DraftedOrder[] {
  return [...firm, ...due.filter((d) => !firm.some((f) => sameOrder(f, d)))];
}

function sameOrder(a: DraftedOrder, b: DraftedOrder): boolean {
  return JSON.stringify([a.kind, a.params]) === JSON.stringify([b.kind, b.params]);
}

/** Orders that the seat is bound to already: signed filings, and words that fall due. */
export function firmOrders(mind: Mind): readonly DraftedOrder[] {
  const { view, duties } = mind;
  const signed = view.drafts.filter((d) =>
    view.talks.proposals.some(
      (p) => p.draft === d.id && p.round === view.round && p.status === 'signed',
    ),
  );
  const persons = view.drafts.filter((d) => d.giver === 'person' && !signed.includes(d));
  const due = duties.filter((d) => d.last && d.due.length > 0).map((d) => d.due[0] as DraftedOrder);
  return joined([...persons, ...signed], due);
}
