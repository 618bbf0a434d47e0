import { type Depth, POWERS, type Power } from '../../shared/core/powers.ts';
import { scoresOf } from '../../shared/game/index.ts';
import { contentOf } from '../content.ts';
import { playGame, type Skill } from './play.ts';

/** One reference game, as a piece of work for a thread. */
export interface Reference {
  readonly scenario: string;
  readonly depth: Depth;
  readonly seed: number;
  readonly seats: Readonly<Record<Power, Skill>>;
}

/** Value of each objective in play and in history's run. */
export type Values = Readonly<Record<string, { readonly x: number; readonly history: number }>>;

export function work({ scenario, depth, seed, seats }: Reference): Values {
  const content = contentOf(scenario);
  const scores = scoresOf(content, playGame(content, depth, seed, seats, () => 0).state);
  return Object.fromEntries(
    POWERS.flatMap((p) => scores[p].objectives.map(({ id, x, history }) => [id, { x, history }])),
  );
}
