import type { BoundClause } from '../../core/clause.ts';
import type { Agreement } from '../../core/talk.ts';

/**
 * Clauses that bind in a round, of agreements that run. Those signed in this very round come into
 * force with it.
 */
export function boundIn(agreements: readonly Agreement[], round: number): readonly BoundClause[] {
  return agreements
    .filter((a) => a.status === 'running')
    .flatMap((a) =>
      a.clauses
        .filter((c) => !c.final && c.until >= round)
        .map((c): BoundClause => ({ ...c, parties: a.parties, fresh: a.signedRound === round })),
    );
}
