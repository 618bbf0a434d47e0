import { describe, expect, it } from 'vitest';
import { playGame, type Skill } from '../../../server/cli/play.ts';
import { contentOf } from '../../../server/content.ts';
import { byPower, POWERS, type Power } from '../../../shared/core/powers.ts';
import { scoresOf } from '../../../shared/game/index.ts';

const content = contentOf('lesson');
const SEED = 1;
/** Points by which skill must show, as every power. */
const LEAST = 3;

/** Scores of one game in which a power plays otherwise than the three that play as they can. */
function scoresWith(power: Power, skill: Skill) {
  const skills = byPower((p): Skill => (p === power ? skill : 'easy'));
  const { state, refusals } = playGame(content, 'intro', SEED, skills, () => 0);
  // Lots are cast without asking the partner; skill asks.
  if (skill === 'easy') expect(refusals).toEqual({});
  return scoresOf(content, state);
}

describe('an easy bot', () => {
  const easy = scoresWith('KZ', 'easy');

  it.each(
    POWERS.flatMap((power) => (['random', 'idle'] as const).map((skill) => ({ power, skill }))),
  )('plays $power better than one that is $skill, under the same seed', ({ power, skill }) => {
    expect(easy[power].score).toBeGreaterThan(scoresWith(power, skill)[power].score + LEAST);
  });
});
