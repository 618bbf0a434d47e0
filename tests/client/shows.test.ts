import { beforeAll, beforeEach, expect, test } from 'vitest';
import { room } from '../../client/state/game.ts';
import { putReportAside, showsReport } from '../../client/state/report.ts';
import { gameAt, look, playedGame } from './support/table.ts';
import { speakEnglish } from './support/words.ts';

beforeAll(speakEnglish);
beforeEach(() => putReportAside(false));

test('the report shows in its phase alone', () => {
  look(gameAt('deliberation'), 'KZ');
  expect(showsReport.value).toBe(false);
  look(gameAt('report'), 'KZ');
  expect(showsReport.value).toBe(true);
});

test('the report before never shows while the new one is on its way', () => {
  const [first] = playedGame(2);
  look({ ...first!, phase: 'ink', round: 1 }, 'KZ');
  expect(room.value).not.toBeNull();
  room.value = { ...room.value!, phase: 'report' };
  expect(showsReport.value).toBe(false);
});

test('a report put aside comes back on demand, and by itself in the next round', () => {
  const [first, second] = playedGame(2);
  look(first!, 'KZ');
  putReportAside(true);
  expect(showsReport.value).toBe(false);
  look(second!, 'KZ');
  expect(showsReport.value).toBe(true);
});
