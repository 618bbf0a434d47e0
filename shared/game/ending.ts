import type { GameState } from '../core/state.ts';
import type { AgreedClause, Agreement } from '../core/talk.ts';
import { noDrafts } from './create.ts';

/**
 * Ends a game before its last round: what was resolved is scored, what lies on the desks is not
 * carried out, and what was signed since the last report never came into force.
 * @throws Error before the first round is resolved: there is nothing to look back at
 */
export function endNow(state: GameState): GameState {
  const played = state.path.length;
  if (played === 0) throw new Error('no round has been resolved');
  const { talks } = state;
  return {
    ...state,
    round: played,
    phase: 'debrief',
    ready: [],
    accepted: [],
    drafts: noDrafts(),
    motions: [],
    talks: {
      ...talks,
      proposals: talks.proposals.map((p) => (p.status === 'open' ? { ...p, status: 'void' } : p)),
      agreements: talks.agreements.map((a) => (a.signedRound < played ? a : unused(a))),
    },
  };
}

function unused(agreement: Agreement): Agreement {
  const clauses = agreement.clauses.map(
    (clause): AgreedClause => ({ ...clause, fate: 'dormant', final: true }),
  );
  return { ...agreement, clauses, status: 'ended' };
}
