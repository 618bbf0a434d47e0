import { clauseKind } from '../../clauses/index.ts';
import type { Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { GameState } from '../../core/state.ts';
import type { AgreedClause, Clause, ClauseFate } from '../../core/talk.ts';

/** A power's vote on a clause in free words; a later one takes the place of an earlier. */
export function withDeemed(
  state: GameState,
  seat: Power,
  command: { readonly agreement: string; readonly clause: number; readonly kept: boolean },
): GameState | Refusal {
  const { talks } = state;
  const at = talks.agreements.findIndex((a) => a.id === command.agreement);
  const agreement = talks.agreements[at];
  const clause = agreement?.clauses[command.clause];
  if (!agreement || !clause) return refuse('unknownAgreement');
  if (!isDeemed(clause)) return refuse('notDeemed');
  const others = (clause.deemed ?? []).filter((d) => d.power !== seat);
  const voted = { ...clause, deemed: [...others, { power: seat, kept: command.kept }] };
  const changed = { ...agreement, clauses: agreement.clauses.with(command.clause, voted) };
  return { ...state, talks: { ...talks, agreements: talks.agreements.with(at, changed) } };
}

/** Whether the table votes in the debrief on what came of a clause: free words that came into force. */
export function isDeemed(clause: Clause & { readonly fate: ClauseFate }): boolean {
  return clauseKind(clause.kind)?.deemed === true && clause.fate === 'pending';
}

/**
 * What came of a clause as the debrief shows it: of free words what most of the votes say. Where they are
 * even, those of the parties decide; where these are even too, it stays open.
 * @param parties of its agreement
 */
export function fateOf(clause: AgreedClause, parties: readonly Power[]): ClauseFate {
  if (!isDeemed(clause)) return clause.fate;
  const votes = clause.deemed ?? [];
  const lead = (list: typeof votes): number =>
    list.reduce((sum, { kept }) => sum + (kept ? 1 : -1), 0);
  const sum = lead(votes) || lead(votes.filter(({ power }) => parties.includes(power)));
  return sum > 0 ? 'kept' : sum < 0 ? 'breached' : clause.fate;
}
