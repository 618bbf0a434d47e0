import { clauseKind } from '../../clauses/index.ts';
import type { AgreedClause } from '../../core/talk.ts';

/**
 * A clause that binds no more: what was judged stays, what was not was never called upon. Free words
 * stay open for the votes of the debrief.
 */
export function closed(clause: AgreedClause): AgreedClause {
  if (clause.final) return clause;
  const open = clause.fate === 'pending' && !clauseKind(clause.kind)?.deemed;
  return { ...clause, final: true, fate: open ? 'dormant' : clause.fate };
}
