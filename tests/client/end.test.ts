import { beforeAll, describe, expect, test } from 'vitest';
import { yearLabels } from '../../client/parts/years.ts';
import { endHeadline, endLead, extremes } from '../../client/words/end.ts';
import { POWERS } from '../../shared/core/powers.ts';
import type { EndView, ObjectiveScore } from '../../shared/core/view.ts';
import { viewFor } from '../../shared/game/index.ts';
import { lesson, playedGame } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);

const aim = (id: string, score: number, weight = 20): ObjectiveScore => ({
  id,
  score,
  weight,
  x: 0,
  history: 0,
});

describe('the end in words', () => {
  test('weighs an aim before it calls it the strongest', () => {
    const { best, worst } = extremes([aim('a', 70, 10), aim('b', 60, 30), aim('c', 40)]);
    expect([best?.id, worst?.id]).toEqual(['b', 'c']);
  });

  test('finds no loser where all went better than in history', () => {
    expect(extremes([aim('a', 70), aim('b', 51)]).worst).toBeNull();
    expect(extremes([aim('a', 50)])).toEqual({ best: null, worst: null });
  });

  test('compares each power with its own history, in one sentence', () => {
    const state = playedGame(5).at(-1)!;
    const end = viewFor(lesson, state, 'KZ').end as EndView;
    for (const power of POWERS) {
      const { score } = end.scores[power];
      const word = score >= 52 ? 'better' : score <= 48 ? 'worse' : 'much as';
      expect(endHeadline(power, end)).toContain(word);
      expect(endLead(power, end)).not.toMatch(/[{}]|“”/);
    }
  });
});

test('every half-year keeps its orders and counted motions to the end', () => {
  const states = playedGame(5);
  const end = viewFor(lesson, states.at(-1)!, 'KZ').end as EndView;
  const reports = states.flatMap(({ phase, report }) =>
    phase === 'report' && report ? report : [],
  );
  expect(end.past).toHaveLength(lesson.halves.length);
  reports.forEach(({ round, orders, motions }) => {
    expect(end.past[round]).toEqual({ orders, motions });
  });
});

describe('years on an axis', () => {
  test('stand at their first halves', () => {
    expect(yearLabels(['2013H2', '2014H1', '2014H2'])).toEqual(['2013', '', '2014', '']);
    expect(yearLabels(['2014H1', '2014H2', '2015H1'])).toEqual(['', '2014', '', '2015']);
  });
});
