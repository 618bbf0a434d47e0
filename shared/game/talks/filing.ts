import { clauseKind, matches } from '../../clauses/index.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Draft, GameState, Giver } from '../../core/state.ts';
import type { Clause, NamedOrder } from '../../core/talk.ts';
import { orderKind } from '../../orders/index.ts';
import { isContingent } from './active.ts';
import { laid, newProposal, nextVersion, withProposal } from './commands.ts';
import { nameOf } from './names.ts';

/** Whether a contingent clause binds in this round, by its agreement and its place in it. */
export type Binds = (agreement: string, place: number) => boolean;

/**
 * Powers whose signature an order of this seat still lacks.
 * @param binds absent: as long as orders are sealed, nobody counts on what hangs on a condition
 */
export function unsigned(
  state: GameState,
  seat: Power,
  order: NamedOrder,
  binds: Binds = () => false,
): readonly Power[] {
  const partners = orderKind(order.kind)?.partners?.(order.params) ?? [];
  return partners.filter(
    (partner) => partner !== seat && !consented(state, seat, partner, order, binds),
  );
}

/**
 * Whether a partner has put his name to this very order: by consent signed this round, or because a
 * running agreement between the two provides for it.
 */
function consented(
  state: GameState,
  seat: Power,
  partner: Power,
  order: NamedOrder,
  binds: Binds,
): boolean {
  return state.talks.agreements.some((a) => {
    if (a.status !== 'running' || !a.parties.includes(partner) || !a.parties.includes(seat)) {
      return false;
    }
    return a.clauses.some((c, place) => {
      if (c.final || c.until < state.round) return false;
      if (isContingent(c) && !binds(a.id, place)) return false;
      if (c.kind === 'consent') {
        return (
          a.signedRound === state.round &&
          c.by === partner &&
          c.order !== undefined &&
          matches(order, c.order)
        );
      }
      return c.by === seat && provides(c, order);
    });
  });
}

/** Whether a clause binds its obligor to just this order. */
function provides(clause: Clause, order: NamedOrder): boolean {
  if (clause.kind === 'pledge_do') {
    return clause.order !== undefined && matches(clause.order, order);
  }
  return clauseKind(clause.kind)?.provides?.(clause, order) ?? false;
}

/** A draft that needs a partner opens an offer to him with the same command. */
export function filed(state: GameState, seat: Power, giver: Giver, draft: Draft): GameState {
  const partners = unsigned(state, seat, draft);
  if (partners.length === 0) return state;
  const parties = POWERS.filter((p) => p === seat || partners.includes(p));
  const id = nameOf(seat, state.round, draft.id);
  const terms = termsOf(state, partners, draft);
  return laid(state, newProposal(id, state.round, seat, giver, parties, terms, draft.id));
}

function termsOf(
  state: GameState,
  partners: readonly Power[],
  { kind, params }: NamedOrder,
): readonly Clause[] {
  return partners.map((by) => ({
    kind: 'consent',
    by,
    params: {},
    order: { kind, params },
    until: state.round,
  }));
}

/** New terms on the desk are a new version of the offer. */
export function refiled(
  state: GameState,
  seat: Power,
  giver: Giver,
  draft: Draft,
): GameState | Refusal {
  const p = offerOf(state, seat, draft.id);
  if (!p) return filed(state, seat, giver, draft);
  if (p.status === 'signed') return refuse('alreadySigned');
  const partners = p.parties.filter((power) => power !== seat);
  const next = nextVersion(p, seat, giver, termsOf(state, partners, draft));
  return 'code' in next ? next : laid(state, next);
}

/** With the draft goes its offer. What both have signed stays on record; nothing comes of it. */
export function unfiled(state: GameState, seat: Power, draft: string): GameState {
  const p = offerOf(state, seat, draft);
  if (!p || p.status === 'signed') return state;
  return withProposal(state, { ...p, status: 'retracted' });
}

function offerOf(state: GameState, seat: Power, draft: string) {
  const id = nameOf(seat, state.round, draft);
  return state.talks.proposals.find((p) => p.id === id && p.draft === draft);
}
