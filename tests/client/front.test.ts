import { expect, test } from 'vitest';
import { SCENARIOS, USUAL } from '../../client/pages/front/GameChoice.tsx';
import { scenarioIds } from '../../server/content.ts';

test('the front page offers every scenario that the server has, the lesson at its first depth unasked', () => {
  expect([...SCENARIOS].sort()).toEqual(scenarioIds());
  expect(USUAL).toEqual({ scenario: 'lesson', depth: 'intro' });
});
