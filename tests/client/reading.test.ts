import { beforeAll, expect, test } from 'vitest';
import { named, t } from '../../client/i18n/messages.ts';
import { FIRST_NEWS, inOrder } from '../../client/panels/World.tsx';
import { view } from '../../client/state/game.ts';
import { moved } from '../../client/state/report.ts';
import { newsText } from '../../client/words/news.ts';
import { because, headline } from '../../client/words/report.ts';
import { chooseOrders } from '../../shared/bots/index.ts';
import { DEPTHS, type Depth, POWERS } from '../../shared/core/powers.ts';
import type { GameState } from '../../shared/core/state.ts';
import { advance, createGame, viewFor } from '../../shared/game/index.ts';
import { laid, lesson, look } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

/** Words that a player has to read in a round, at most: cue, news, headline and sentences of the report. */
const MOST: Readonly<Record<Depth, number>> = { intro: 90, standard: 180, expert: 350 };
/** Sentences under the report's headline. */
const SENTENCES = 3;

const count = (text: string): number => text.split(/\s+/).filter((w) => /\p{L}/u.test(w)).length;

/** A game of bots; states in which a round has just been reported. */
function reports(depth: Depth): GameState[] {
  const found: GameState[] = [];
  let state = createGame(lesson, { seed: 3, depth });
  while (state.phase !== 'debrief') {
    if (state.phase === 'deliberation') {
      for (const power of POWERS) {
        for (const order of chooseOrders(lesson, viewFor(lesson, state, power))) {
          state = laid(state, power, order.kind, order.params);
        }
      }
    }
    const resolves = state.phase === 'ink';
    state = advance(lesson, state);
    if (resolves) found.push(state);
  }
  return found;
}

test.each(DEPTHS)('a round at %s depth asks for no more reading than its limit', (depth) => {
  const counts: number[] = [];
  for (const state of reports(depth)) {
    for (const power of POWERS) {
      look(state, power);
      const half = lesson.halves[state.round];
      const cue = [
        named(`game:brief.round.${half}`, 'head'),
        named(`game:brief.round.${half}`, power),
        state.round === lesson.halves.length - 1 ? t('game:brief.lastRound') : '',
      ];
      const report = [
        headline(moved.value),
        ...moved.value.slice(0, SENTENCES).map((row) => because(row, depth !== 'intro')),
      ];
      const news = inOrder(view.value?.report?.news ?? [])
        .slice(0, depth === 'intro' ? FIRST_NEWS : undefined)
        .map(newsText);
      counts.push([...cue, ...report, ...news].reduce((sum, text) => sum + count(text), 0));
    }
  }
  counts.sort((a, b) => a - b);
  // Nine rounds in ten keep the limit, and none is far beyond it.
  expect(counts[Math.floor(0.9 * (counts.length - 1))]).toBeLessThanOrEqual(MOST[depth]);
  expect(counts.at(-1)).toBeLessThanOrEqual(1.2 * MOST[depth]);
});
