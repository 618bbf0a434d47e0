import type { BoundClause } from '../../core/clause.ts';
import type { Agreement } from '../../core/talk.ts';

/**
 * Clauses that are not settled yet, of agreements that run: those that may bind in a round. Those signed
 * in this very round come into force with it; of contingent ones `active.ts` says which do.
 */
export function boundIn(agreements: readonly Agreement[], round: number): readonly BoundClause[] {
  return agreements
    .filter((a) => a.status === 'running')
    .flatMap((a) =>
      a.clauses.flatMap((c, place): BoundClause[] => {
        if (c.final || c.until < round) return [];
        const fresh = a.signedRound === round;
        const last = a.notice ? { last: a.notice.last } : {};
        return [{ ...c, parties: a.parties, fresh, agreement: a.id, place, ...last }];
      }),
    );
}
