import type { Content } from '../../core/content.ts';
import type { CountedMotion } from '../../core/motion.ts';
import type { Depth, Power } from '../../core/powers.ts';

/** What an allowance looks at: the state of a game, or the view of a seat. */
interface Lately {
  readonly depth: Depth;
  readonly round: number;
  readonly report: { readonly round: number; readonly motions: readonly CountedMotion[] } | null;
}

/**
 * Offers that a power may have on the table at once. Whose motion was voted down in the round before has
 * a demand free to put in its place: one offer more.
 */
export function offersAllowed(
  content: Content,
  { depth, round, report }: Lately,
  power: Power,
): number {
  const most = content.limits[depth].proposals;
  if (report?.round !== round - 1) return most;
  const denied = report.motions.some(
    ({ by, votes, carried }) =>
      by === power &&
      !carried &&
      Object.entries(votes).some(([other, vote]) => other !== power && vote === 'no'),
  );
  return denied ? most + 1 : most;
}
