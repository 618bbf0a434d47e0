import type { Params } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import type { Clause, NamedOrder, Proposal, ProposalVersion } from '../core/talk.ts';
import type { Mind } from './mind.ts';

/** Rounds in which a bot does not ask again for what was refused. */
const QUIET = 2;
/** Numbers that lie no further apart than this share of the larger one say nearly the same. */
const NEAR = 0.25;
/** Offers of nearly the same that are weighed; the next is refused unread. */
const PATIENCE = 2;

function alikeParams(a: Params, b: Params): boolean {
  return Object.entries(a).every(([id, x]) => {
    const y = b[id];
    if (y === undefined) return true;
    if (typeof x !== 'number' || typeof y !== 'number') return x === y;
    return Math.abs(x - y) <= NEAR * Math.max(Math.abs(x), Math.abs(y));
  });
}

/** Whether two orders are the same but for small numbers. */
export function alikeOrders(a: NamedOrder, b: NamedOrder): boolean {
  return a.kind === b.kind && alikeParams(a.params, b.params);
}

/** Whether a power stands already by a word like this one, as far as the seat knows. */
export function isBound({ view }: Mind, clause: Clause): boolean {
  return view.talks.agreements.some(
    (a) =>
      a.status === 'running' &&
      a.clauses.some((c) => !c.final && c.until >= clause.until && alikeClauses(c, clause)),
  );
}

/** Whether two points say nearly the same; for how long does not count. */
function alikeClauses(a: Clause, b: Clause): boolean {
  if (a.kind !== b.kind || a.by !== b.by || a.text !== b.text) return false;
  if (!alikeParams(a.params, b.params)) return false;
  if (!a.order || !b.order) return a.order === b.order;
  return alikeOrders(a.order, b.order);
}

/** Whether two offers say nearly the same, in whatever order their points stand. */
export function alikeOffers(a: readonly Clause[], b: readonly Clause[]): boolean {
  return (
    a.length === b.length &&
    a.every((one) => b.some((other) => alikeClauses(one, other))) &&
    b.every((one) => a.some((other) => alikeClauses(one, other)))
  );
}

/** Offers among the seat and all of some others that came to nothing. */
function failed({ view, seat }: Mind, others: readonly Power[]): readonly Proposal[] {
  return view.talks.proposals.filter(
    ({ parties, status, declined }) =>
      [seat, ...others].every((p) => parties.includes(p)) &&
      // A filing that was refused is taken back, and was refused all the same.
      (declined !== null || status === 'void'),
  );
}

/** Whether the seat asked others for nearly this in these rounds, or was asked, and nothing came of it. */
export function recentlyRefused(
  mind: Mind,
  others: readonly Power[],
  clauses: readonly Clause[],
): boolean {
  return failed(mind, others).some(
    ({ round, versions }) =>
      mind.view.round - round <= QUIET && versions.some((v) => alikeOffers(v.clauses, clauses)),
  );
}

/** Whether this version says for the third time, or more, what came to nothing before. */
export function saidTooOften(
  { view, seat }: Mind,
  proposal: Proposal,
  version: ProposalVersion,
): boolean {
  let before = 0;
  for (const p of view.talks.proposals) {
    if (!p.parties.includes(seat) || p.status === 'signed') continue;
    for (const v of p.versions) {
      if (v.by !== version.by || (p.id === proposal.id && v.number >= version.number)) continue;
      if (alikeOffers(v.clauses, version.clauses)) before += 1;
    }
  }
  return before >= PATIENCE;
}
