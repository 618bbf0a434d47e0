import type { Clause, ProposalVersion } from '../../shared/core/talk.ts';

/** A point of two versions side by side: the same, changed, new, or dropped. */
export interface PointPair {
  readonly old: Clause | null;
  readonly now: Clause | null;
  readonly as: 'same' | 'changed' | 'new' | 'dropped';
}

/** How much alike two points are: by the same power of the same kind, about the same order or road. */
function likeness(a: Clause, b: Clause): number {
  if (a.kind !== b.kind || a.by !== b.by) return 0;
  if (JSON.stringify(a) === JSON.stringify(b)) return 3;
  return a.order?.kind === b.order?.kind ? 2 : 1;
}

/**
 * Points of an earlier version against those of a later one: each is paired with the one most like it,
 * in the order of the later version; what was dropped comes last.
 */
export function pointPairs(old: ProposalVersion, now: ProposalVersion): readonly PointPair[] {
  const free = new Set(old.clauses);
  const found = new Map<Clause, Clause>();
  for (const least of [3, 2, 1]) {
    for (const clause of now.clauses) {
      if (found.has(clause)) continue;
      const match = [...free].find((one) => likeness(one, clause) >= least);
      if (!match) continue;
      found.set(clause, match);
      free.delete(match);
    }
  }
  return [
    ...now.clauses.map((clause): PointPair => {
      const match = found.get(clause) ?? null;
      if (!match) return { old: null, now: clause, as: 'new' };
      return { old: match, now: clause, as: likeness(match, clause) === 3 ? 'same' : 'changed' };
    }),
    ...[...free].map((clause): PointPair => ({ old: clause, now: null, as: 'dropped' })),
  ];
}
