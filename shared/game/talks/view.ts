import type { Content } from '../../core/content.ts';
import type { Power } from '../../core/powers.ts';
import type { GameState } from '../../core/state.ts';
import { membersOf, type Signal, type Statement, type TalksView } from '../../core/talk.ts';
import { readerOf, toldAgreement } from '../disclosure.ts';

/**
 * What a seat may read of the talks: its own channels, what was said to all, and agreements of others
 * from the report of the round in which they were signed. Everything once the game is over.
 */
export function talksFor(content: Content, state: GameState, seat: Power | null): TalksView {
  const { talks, phase } = state;
  if (phase === 'debrief') return talks;
  const resolved = state.path.length;
  const reader = readerOf(content, state, seat);
  const party = (parties: readonly Power[]): boolean => seat !== null && parties.includes(seat);
  const heard = (one: Statement | Signal): boolean => {
    const members = membersOf(one);
    return members === null || (seat !== null && members.includes(seat));
  };
  return {
    open: talks.open,
    proposals: talks.proposals.filter((p) => party(p.parties)),
    agreements: talks.agreements
      .filter((a) => a.signedRound < resolved || party(a.parties))
      .map((a) => toldAgreement(a, reader)),
    statements: talks.statements.filter(heard),
    signals: talks.signals.filter(heard),
  };
}
