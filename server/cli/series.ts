import { byPower, type Depth, type Power } from '../../shared/core/powers.ts';
import { scoresOf } from '../../shared/game/index.ts';
import { contentOf } from '../content.ts';
import { playGame, type Skill } from './play.ts';
import { addTalks, noTalks, type TalkFigures } from './talked.ts';

/** One game of a series, as a piece of work for a thread. */
export interface SeriesGame {
  readonly scenario: string;
  readonly depth: Depth;
  readonly seed: number;
  readonly seats: Readonly<Record<Power, Skill>>;
}

/** What one game left. */
export interface SeriesFigures {
  readonly score: Readonly<Record<Power, number>>;
  readonly orders: Readonly<Record<string, number>>;
  readonly refusals: Readonly<Record<string, number>>;
  readonly talks: TalkFigures;
  readonly nonFinite: number;
  readonly resolveMs: number;
}

export function work({ scenario, depth, seed, seats }: SeriesGame): SeriesFigures {
  const content = contentOf(scenario);
  const { state, orders, refusals, nonFinite, resolveMs } = playGame(
    content,
    depth,
    seed,
    seats,
    () => performance.now(),
  );
  const scores = scoresOf(content, state);
  const talks = noTalks();
  addTalks(talks, state.talks);
  return {
    score: byPower((p) => scores[p].score),
    orders,
    refusals,
    talks,
    nonFinite,
    resolveMs,
  };
}
