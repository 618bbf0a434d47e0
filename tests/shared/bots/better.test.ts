import { describe, expect, it } from 'vitest';
import { playGame, type Skill } from '../../../server/cli/play.ts';
import { contentOf } from '../../../server/content.ts';
import { byPower, POWERS, type Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { scoresOf } from '../../../shared/game/index.ts';

const content = contentOf('lesson');
const SEED = 3;
/** Points by which skill must show, as every power. */
const LEAST = 3;

/** Scores of one game in which a power plays otherwise than the three that play as they can. */
function gameWith(power: Power, skill: Skill): GameState {
  const skills = byPower((p): Skill => (p === power ? skill : 'easy'));
  const { state, refusals } = playGame(content, 'intro', SEED, skills, () => 0);
  // Lots are cast without asking the partner; skill asks.
  if (skill === 'easy') expect(refusals).toEqual({});
  return state;
}

const scoreOf = (state: GameState, power: Power): number => scoresOf(content, state)[power].score;

describe('an easy bot', () => {
  const easy = gameWith('KZ', 'easy');

  it.each(
    POWERS.flatMap((power) => (['random', 'idle'] as const).map((skill) => ({ power, skill }))),
  )('plays $power better than one that is $skill, under the same seed', ({ power, skill }) => {
    expect(scoreOf(easy, power)).toBeGreaterThan(scoreOf(gameWith(power, skill), power) + LEAST);
  });

  it('makes agreements with several others and keeps most of its words', () => {
    const { agreements } = easy.talks;
    const words = agreements.flatMap(({ clauses }) => clauses.filter((c) => c.kind !== 'consent'));
    const kept = words.filter(({ fate }) => fate === 'kept').length;
    expect(kept).toBeGreaterThan(3);
    expect(kept).toBeGreaterThan(0.7 * words.length);
    expect(new Set(agreements.map(({ parties }) => parties.join())).size).toBeGreaterThan(1);
  });
});
