import { parseArgs } from 'node:util';
import { byPower, POWERS } from '../../shared/core/powers.ts';
import { scoresOf } from '../../shared/game/index.ts';
import { contentOf } from '../content.ts';
import { playGame, type Skill } from './play.ts';

/**
 * Spread of every objective over reference games, and the unit that follows from it: two fifths of
 * the distance from the 5th to the 95th percentile is worth ten points. Units are written into the
 * scenario by hand, rounded, and then stand for a version of it.
 */
const { values } = parseArgs({
  options: {
    scenario: { type: 'string', default: 'lesson' },
    games: { type: 'string', default: '96' },
  },
});
const content = contentOf(values.scenario);
const spread = new Map(content.objectives.map((o) => [o.id, { x: [] as number[], history: 0 }]));
const SKILLS: readonly Skill[] = ['random', 'easy', 'idle'];
for (let g = 0; g < Number(values.games); g += 1) {
  // Every power plays with every skill against every skill of the others.
  const seats = byPower((p) => SKILLS[Math.floor(g / 3 ** POWERS.indexOf(p)) % 3] as Skill);
  const scores = scoresOf(content, playGame(content, 'intro', g + 1, seats, () => 0).state);
  for (const p of POWERS) {
    for (const o of scores[p].objectives) {
      const of = spread.get(o.id);
      of?.x.push(o.x);
      if (of) of.history = o.history;
    }
  }
}
const at = (list: readonly number[], share: number): number =>
  list[Math.min(list.length - 1, Math.floor(share * list.length))] as number;
process.stdout.write(
  'objective          P5      median         P95     history        unit   suggested\n',
);
for (const o of content.objectives) {
  const { x, history } = spread.get(o.id) ?? { x: [], history: 0 };
  x.sort((a, b) => a - b);
  const [low, mid, high] = [at(x, 0.05), at(x, 0.5), at(x, 0.95)];
  const cells = [low, mid, high, history, o.unit, 0.4 * (high - low)];
  process.stdout.write(
    `${o.id.padEnd(14)}${cells.map((c) => c.toFixed(3).padStart(12)).join('')}\n`,
  );
}
