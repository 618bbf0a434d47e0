import type { ClauseFate, Talks } from '../../shared/core/talk.ts';

/** What came of the talks of a series of games. */
export interface TalkFigures {
  /** Offers laid on the table, filings of orders that need two among them. */
  offers: number;
  counters: number;
  /** Offers by how they ended. */
  declined: Record<string, number>;
  warnings: { kept: number; bluffed: number; void: number };
  agreements: { signed: number } & Record<Exclude<ClauseFate, 'pending'>, number>;
  /** Signed clauses by kind. */
  clauses: Record<string, number>;
  /** Agreements by who made them, as in `CN+KZ`; filings apart. */
  pairs: Record<string, number>;
}

export function noTalks(): TalkFigures {
  return {
    offers: 0,
    counters: 0,
    declined: {},
    warnings: { kept: 0, bluffed: 0, void: 0 },
    agreements: { signed: 0, kept: 0, excused: 0, breached: 0, dormant: 0 },
    clauses: {},
    pairs: {},
  };
}

/** Adds one game. Fates are those of clauses; a consent is no word to be kept and has none. */
export function addTalks(figures: TalkFigures, { proposals, agreements, signals }: Talks): void {
  const { agreements: fates, warnings } = figures;
  figures.offers += proposals.length;
  for (const p of proposals) {
    figures.counters += p.versions.filter((v) => v.by !== p.by).length;
    if (p.status === 'declined' && p.declined) count(figures.declined, p.declined.reason);
  }
  for (const { fate } of signals) if (fate !== 'open') warnings[fate] += 1;
  for (const { parties, clauses } of agreements) {
    fates.signed += 1;
    const words = clauses.filter(({ kind }) => kind !== 'consent');
    if (words.length > 0) count(figures.pairs, [...parties].sort().join('+'));
    for (const { kind } of clauses) count(figures.clauses, kind);
    for (const { fate } of words) if (fate !== 'pending') fates[fate] += 1;
  }
}

/** Adds the figures of one game, or of many, to others. */
export function mergeTalks(into: TalkFigures, other: TalkFigures): void {
  into.offers += other.offers;
  into.counters += other.counters;
  merge(into.declined, other.declined);
  merge(into.warnings, other.warnings);
  merge(into.agreements, other.agreements);
  merge(into.clauses, other.clauses);
  merge(into.pairs, other.pairs);
}

function merge<K extends string>(
  into: Record<K, number>,
  other: Readonly<Record<K, number>>,
): void {
  for (const key of Object.keys(other) as K[]) into[key] = (into[key] ?? 0) + other[key];
}

function count(into: Record<string, number>, key: string): void {
  into[key] = (into[key] ?? 0) + 1;
}
