import { expect, it } from 'vitest';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { objectiveValues } from '../../../shared/systems/scoring/index.ts';
import { lesson, variant } from '../economy/variant.ts';

const content = variant({});
const flank = lesson.objectives.findIndex(({ id }) => id === 'ru_flank');
const drills = (num: Float64Array, power: string): number =>
  num[content.layout.at('drills', power)] as number;
const drill = (partner: string) => [
  { power: 'KZ' as const, kind: 'exercise', params: { partner } },
];

it("counts guests for the half-year of their exercise, against Russia's quiet flank", () => {
  const alone = resolveNumbers(content, content.start, 0, []).num;
  const during = resolveNumbers(content, content.start, 0, drill('CN')).num;
  const after = resolveNumbers(content, during, 1, []).num;
  expect([drills(alone, 'CN'), drills(during, 'CN'), drills(after, 'CN')]).toEqual([0, 1, 0]);
  const value = (num: Float64Array): number => objectiveValues(content, num)[flank] as number;
  expect(value(during)).toBeLessThan(value(alone) - 4.5);
  expect(value(resolveNumbers(content, content.start, 0, drill('RU')).num)).toBeGreaterThan(
    value(alone) - 4.5,
  );
});
