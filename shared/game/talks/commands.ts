import type { Content } from '../../core/content.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { GameState, Giver } from '../../core/state.ts';
import type {
  Agreement,
  Clause,
  Proposal,
  Signature,
  TalkCommand,
  Talks,
} from '../../core/talk.ts';
import { checked, sceneOf, withDrafts } from '../drafting.ts';
import { offersAllowed } from './allowance.ts';
import { withDeemed } from './deeming.ts';
import { readClauses } from './judge.ts';
import { withLeave } from './leaving.ts';
import { nameOf } from './names.ts';
import { speak } from './speaking.ts';
import { sameClauses } from './wording.ts';

/** What a power may lay on the table in one round, and how often an offer may go back and forth. */
const OFFERS_A_ROUND = 8;
const VERSIONS = 8;

type Numbered = TalkCommand & { readonly id: string };

/** The state after a command of the talks, or why not. Nobody's drafts change but the signer's own. */
export function withTalk(
  content: Content,
  state: GameState,
  seat: Power,
  giver: Giver,
  command: Numbered,
): GameState | Refusal {
  switch (command.type) {
    case 'propose':
      return propose(content, state, seat, giver, command);
    case 'counter':
      return counter(content, state, seat, giver, command);
    case 'sign':
      return sign(content, state, seat, giver, command);
    case 'decline': {
      const p = openTo(state, seat, command.proposal);
      if ('code' in p) return p;
      const version = p.versions.length;
      if (command.version !== version) return refuse('staleVersion');
      const declined = { power: seat, version, reason: command.reason };
      return withProposal(state, { ...p, declined, status: 'declined' });
    }
    case 'retract': {
      const p = openTo(state, seat, command.proposal);
      if ('code' in p) return p;
      if (p.by !== seat) return refuse('notParty');
      if (p.draft !== null) return refuse('offerIsDraft');
      return withProposal(state, { ...p, status: 'retracted' });
    }
    case 'say':
    case 'signal':
      return speak(content, state, seat, command);
    case 'leave':
      return withLeave(content, state, seat, giver, command);
    case 'deem':
      return withDeemed(state, seat, command);
  }
}

export function withTalks(state: GameState, change: Partial<Talks>): GameState {
  return { ...state, talks: { ...state.talks, ...change } };
}

export function withProposal(state: GameState, changed: Proposal): GameState {
  const { proposals } = state.talks;
  const at = proposals.findIndex((p) => p.id === changed.id);
  return withTalks(state, { proposals: proposals.with(at, changed) });
}

/** An offer on the table of this round that this seat is party to. */
function openTo(state: GameState, seat: Power, id: string): Proposal | Refusal {
  const p = state.talks.proposals.find((one) => one.id === id);
  // Who is no party must not even learn that it exists.
  if (!p?.parties.includes(seat) || p.round !== state.round) return refuse('unknownProposal');
  return p.status === 'open' ? p : refuse('offerClosed');
}

function propose(
  content: Content,
  state: GameState,
  seat: Power,
  giver: Giver,
  command: Extract<Numbered, { type: 'propose' }>,
): GameState | Refusal {
  if (command.to.includes(seat)) return refuse('notParty');
  const parties = POWERS.filter((p) => p === seat || command.to.includes(p));
  const read = readClauses(sceneOf(content, state, seat), parties, command.clauses, {
    talks: state.talks,
    self: null,
  });
  if ('code' in read) return read;
  const own = state.talks.proposals.filter((p) => p.by === seat && p.draft === null);
  const most = offersAllowed(content, state, seat);
  if (own.filter((p) => p.status === 'open').length >= most)
    return refuse('tooManyOffers', { most });
  if (own.filter((p) => p.round === state.round).length >= OFFERS_A_ROUND) {
    return refuse('saidEnough');
  }
  const id = nameOf(seat, state.round, command.id);
  return laid(state, newProposal(id, state.round, seat, giver, parties, read.clauses, null));
}

export function newProposal(
  id: string,
  round: number,
  by: Power,
  giver: Giver,
  parties: readonly Power[],
  clauses: readonly Clause[],
  draft: string | null,
): Proposal {
  return {
    id,
    round,
    by,
    parties,
    versions: [{ number: 1, by, clauses }],
    signed: [{ power: by, version: 1, giver }],
    declined: null,
    status: 'open',
    draft,
  };
}

/** A new offer, or a new version: those who must read it are not done with the round. */
export function laid(state: GameState, p: Proposal): GameState {
  const { proposals } = state.talks;
  const next = proposals.some((one) => one.id === p.id)
    ? withProposal(state, p)
    : withTalks(state, { proposals: [...proposals, p] });
  return { ...next, ready: next.ready.filter((power) => !p.parties.includes(power)) };
}

/** The next version of an offer, signed by its author alone. */
export function nextVersion(
  p: Proposal,
  by: Power,
  giver: Giver,
  clauses: readonly Clause[],
): Proposal | Refusal {
  if (p.versions.length >= VERSIONS) return refuse('tooManyVersions');
  const number = p.versions.length + 1;
  return {
    ...p,
    versions: [...p.versions, { number, by, clauses }],
    signed: [{ power: by, version: number, giver }],
    declined: null,
    status: 'open',
  };
}

function counter(
  content: Content,
  state: GameState,
  seat: Power,
  giver: Giver,
  command: Extract<Numbered, { type: 'counter' }>,
): GameState | Refusal {
  const p = openTo(state, seat, command.proposal);
  if ('code' in p) return p;
  // The terms of his own filing the filer changes on the desk, where they are judged.
  if (p.draft !== null && p.by === seat) return refuse('offerIsDraft');
  const read = readClauses(sceneOf(content, state, seat), p.parties, command.clauses, {
    talks: state.talks,
    self: p.id,
  });
  if ('code' in read) return read;
  const latest = p.versions.at(-1)?.clauses ?? [];
  if (sameClauses(latest, read.clauses)) return refuse('noChange');
  if (p.draft !== null && !sameShape(latest, read.clauses)) return refuse('termsOnly');
  const next = nextVersion(p, seat, giver, read.clauses);
  return 'code' in next ? next : laid(state, next);
}

/** A filing stays the same order between the same powers, whatever its terms. */
function sameShape(a: readonly Clause[], b: readonly Clause[]): boolean {
  return (
    a.length === b.length &&
    a.every((clause, i) => {
      const other = b[i];
      return (
        clause.kind === other?.kind &&
        clause.by === other.by &&
        clause.order?.kind === other.order?.kind
      );
    })
  );
}

function sign(
  content: Content,
  state: GameState,
  seat: Power,
  giver: Giver,
  command: Extract<Numbered, { type: 'sign' }>,
): GameState | Refusal {
  const p = openTo(state, seat, command.proposal);
  if ('code' in p) return p;
  const version = p.versions.at(-1);
  if (!version || command.version !== version.number) return refuse('staleVersion');
  if (p.signed.some((s) => s.power === seat)) return refuse('alreadySigned');
  const taken = p.draft !== null && p.by === seat ? takeTerms(content, state, p, giver) : state;
  if ('code' in taken) return taken;
  const signature: Signature = { power: seat, version: version.number, giver };
  const signed = [...p.signed, signature];
  const all = p.parties.every((power) => signed.some((s) => s.power === power));
  const next = withProposal(taken, { ...p, signed, status: all ? 'signed' : 'open' });
  if (!all) return next;
  return withTalks(next, { agreements: [...next.talks.agreements, agreed(p, signed)] });
}

/** The filer signs what his partner wrote: his draft takes those terms, if the rules let it. */
function takeTerms(
  content: Content,
  state: GameState,
  p: Proposal,
  giver: Giver,
): GameState | Refusal {
  const drafts = state.drafts[p.by];
  const at = drafts.findIndex((d) => d.id === p.draft);
  const old = drafts[at];
  const order = p.versions.at(-1)?.clauses[0]?.order;
  if (!old || !order) return refuse('unknownDraft');
  const others = drafts.filter((d) => d !== old);
  const draft = checked(content, state, p.by, others, old.kind, order.params);
  if ('code' in draft) return draft;
  return withDrafts(state, p.by, drafts.with(at, { id: old.id, giver, ...draft }));
}

function agreed(p: Proposal, signed: readonly Signature[]): Agreement {
  const version = p.versions.at(-1);
  return {
    id: p.id,
    signedRound: p.round,
    version: version?.number ?? 1,
    by: p.by,
    parties: p.parties,
    signed,
    clauses: (version?.clauses ?? []).map((clause) => ({
      ...clause,
      fate: 'pending',
      judged: -1,
      final: false,
      chance: 'none',
    })),
    status: 'running',
  };
}
