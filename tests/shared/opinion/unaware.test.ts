import { expect, it } from 'vitest';
import { play, read, variant } from '../economy/variant.ts';

/** Public view of China after two rounds, with anger about it or as usual, at a knowledge of its road. */
function view(anger: number | null, aware: number): number {
  const content = variant({});
  const words: Record<string, number> = {};
  for (const segment of content.layout.dims.segment) {
    words[`aware(${segment},OBOR)`] = aware;
    if (anger !== null) words[`grievance(${segment},china)`] = anger;
  }
  const { states } = play(content, 1, [], words);
  const state = states.at(-1) as Float64Array;
  return ['cities', 'rural', 'north'].reduce((sum, s) => sum + read(state, `att(${s},CN)`) / 3, 0);
}

it('a public that knows nothing of the road does not change its view of China at all', () => {
  expect(view(60, 0)).toBeCloseTo(view(null, 0), 12);
  expect(view(60, 0.5)).toBeLessThan(view(null, 0.5) - 0.5);
});
