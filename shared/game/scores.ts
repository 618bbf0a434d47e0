import type { Content } from '../core/content.ts';
import { allIndicators, indicatorsAt } from '../core/indicators.ts';
import { byPower, type Power } from '../core/powers.ts';
import type { GameState } from '../core/state.ts';
import type { EndView, ObjectiveScore, PowerScore } from '../core/view.ts';
import { objectiveScore, pathAndEnd } from '../systems/scoring/index.ts';
import { type Baseline, baselineOf, endValues } from './baseline.ts';
import { secretResults } from './secrets.ts';
import { boundIn } from './talks/standing.ts';

/**
 * Scores of all powers after the rounds played so far: valid at any round, 50 = as in history.
 * @throws Error before the first round is resolved: there is nothing to score
 */
export function scoresOf(content: Content, state: GameState): Readonly<Record<Power, PowerScore>> {
  const played = state.path.length;
  if (played === 0) throw new Error('no round has been resolved');
  const running = boundIn(state.talks.agreements, played);
  const end = endValues(content, state.num, played - 1, running);
  return scoresAgainst(content, state.path, end, baselineOf(content, state.seed, state.cards));
}

/**
 * Scores of a course against history's.
 * @param path objectives by resolved round, shape [rounds][objectives], at least one round
 * @param end the end as shadow rounds value it, shape [objectives]
 */
export function scoresAgainst(
  content: Content,
  path: readonly (readonly number[])[],
  end: readonly number[],
  baseline: Baseline,
): Readonly<Record<Power, PowerScore>> {
  const played = path.length;
  const objectives = content.objectives.map((o, k): ObjectiveScore & { power: Power } => {
    const x = pathAndEnd(
      path.map((row) => row[k] as number),
      end[k] as number,
    );
    const history = pathAndEnd(
      baseline.path.slice(0, played).map((row) => row[k] as number),
      baseline.end[played - 1]?.[k] as number,
    );
    const score = objectiveScore(x, history, o.unit);
    return { power: o.power, id: o.id, weight: o.weight, score, x, history };
  });
  return byPower((power) => {
    const own = objectives.filter((o) => o.power === power);
    const score = own.reduce((sum, o) => sum + (o.score * o.weight) / 100, 0);
    return { score, objectives: own.map(({ power: _, ...o }) => o) };
  });
}

/** Scores and indicators beside history's, for the debrief. */
export function endOf(content: Content, state: GameState): EndView {
  const baseline = baselineOf(content, state.seed, state.cards);
  const list = allIndicators(content);
  const open = indicatorsAt(content, state.depth);
  const beside = (owner: Power | 'shared'): EndView['indicators']['shared'] =>
    list.flatMap((entry, k) => {
      if (!open[owner].includes(entry.indicator)) return [];
      const played = state.series.length;
      return [
        {
          id: entry.indicator.id,
          play: state.series.map((row) => row[k] as number),
          history: baseline.series.slice(0, played).map((row) => row[k] as number),
        },
      ];
    });
  return {
    scores: scoresOf(content, state),
    secrets: secretResults(content, state),
    past: state.past,
    indicators: { ...byPower(beside), shared: beside('shared') },
  };
}
