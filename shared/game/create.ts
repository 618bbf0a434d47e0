import type { Content } from '../core/content.ts';
import { byPower, type Depth, type Power } from '../core/powers.ts';
import { type Draft, type GameState, RULES_VERSION, STATE_VERSION } from '../core/state.ts';
import { NO_TALKS } from '../core/talk.ts';
import { watchedValues } from '../systems/scoring/secrets.ts';
import { indicatorValues } from './baseline.ts';
import { dealSecrets } from './secrets.ts';

export interface NewGame {
  /** Whole number below 2^53; stays on the server until the debrief. */
  readonly seed: number;
  readonly depth: Depth;
}

/** A game in its lobby: the base period is over, nothing is ordered. */
export function createGame(content: Content, { seed, depth }: NewGame): GameState {
  return {
    v: STATE_VERSION,
    rules: RULES_VERSION,
    scenario: content.id,
    content: content.version,
    depth,
    seed,
    round: 0,
    phase: 'lobby',
    num: content.start.slice(),
    drafts: noDrafts(),
    ready: [],
    used: {},
    accepted: [],
    path: [],
    series: [indicatorValues(content, content.start)],
    watch: [watchedValues(content, content.start)],
    secrets: dealSecrets(content, seed, depth),
    report: null,
    past: [],
    aims: [],
    cards: [],
    motions: [],
    talks: NO_TALKS,
  };
}

export function noDrafts(): Readonly<Record<Power, readonly Draft[]>> {
  return byPower(() => []);
}
