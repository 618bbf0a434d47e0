import { byPower, type Depth, type Power } from '../../shared/core/powers.ts';
import { contentOf } from '../content.ts';
import { drawnPolicy, playScripted, settingsOf } from './scripted.ts';

/** One profile of policies under every seed of the cross, as a piece of work for a thread. */
export interface Profile {
  readonly scenario: string;
  readonly depth: Depth;
  /** Key of each power's policy. */
  readonly keys: Readonly<Record<Power, number>>;
  readonly seeds: readonly number[];
}

/** Scores by seed. */
export function work({
  scenario,
  depth,
  keys,
  seeds,
}: Profile): readonly Readonly<Record<Power, number>>[] {
  const content = contentOf(scenario);
  const policies = byPower((p) => drawnPolicy(settingsOf(content, depth, p), p, keys[p]));
  return seeds.map((seed) => playScripted(content, depth, policies, seed));
}
