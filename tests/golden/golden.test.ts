import { describe, expect, it } from 'vitest';
import { contentOf } from '../../server/content.ts';
import { goldenNames, goldenScript, goldenTranscript } from './files.ts';
import { playGolden } from './game.ts';

const content = contentOf('lesson');

describe('golden games', () => {
  it('are at least three', () => {
    expect(goldenNames().length).toBeGreaterThanOrEqual(3);
  });

  // A change of rules or content that is meant shows itself by `npm run golden`, and is
  // recorded by `npm run golden -- --write` in the same commit.
  for (const name of goldenNames()) {
    it(`${name} runs as recorded`, () => {
      expect(playGolden(content, goldenScript(name)).transcript).toBe(goldenTranscript(name));
    });
  }
});
