import type { Content, Indicator } from '../../shared/core/content.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { EndView } from '../../shared/core/view.ts';

/** Where a game left the way of history: one indicator's move away from it, or back, in one round. */
export interface Departure {
  readonly round: number;
  readonly owner: Power | 'shared';
  readonly indicator: Indicator;
  /** Change of the distance to history in this round. */
  readonly move: number;
  readonly play: number;
  readonly history: number;
}

/** Moves below so many steps turn nothing. */
const LEAST_STEPS = 0.75;

/** The strongest departure of each round that had one, in time order; one indicator turns once. */
export function departures(content: Content, end: EndView): readonly Departure[] {
  const found: Departure[] = [];
  const taken = new Set<string>();
  const rounds = (end.indicators.shared[0]?.play.length ?? 1) - 1;
  const all = [...POWERS, 'shared' as const].flatMap((owner) =>
    content.indicators[owner].map((indicator, k) => ({
      owner,
      indicator,
      line: end.indicators[owner][k],
    })),
  );
  for (let round = 0; round < rounds; round += 1) {
    let best: Departure | null = null;
    for (const { owner, indicator, line } of all) {
      if (!line || taken.has(indicator.word)) continue;
      const away = (i: number): number => (line.play[i] ?? 0) - (line.history[i] ?? 0);
      const move = away(round + 1) - away(round);
      const size = Math.abs(move) / indicator.step;
      if (size < LEAST_STEPS || size <= Math.abs(best?.move ?? 0) / (best?.indicator.step ?? 1)) {
        continue;
      }
      best = {
        round,
        owner,
        indicator,
        move,
        play: line.play[round + 1] ?? 0,
        history: line.history[round + 1] ?? 0,
      };
    }
    if (!best) continue;
    taken.add(best.indicator.word);
    found.push(best);
  }
  return found;
}
