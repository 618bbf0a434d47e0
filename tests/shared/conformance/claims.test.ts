import { describe, expect, it } from 'vitest';
import { failureOf, readClaims } from '../../../server/cli/conformance.ts';
import { contentOf } from '../../../server/content.ts';

const lesson = contentOf('lesson');
const claims = readClaims(new URL('../../conformance/', import.meta.url));

describe('claims of the source paper', () => {
  for (const c of claims.cases) {
    it(`${c.claim}: ${c.title}`, () => {
      expect(failureOf(lesson, c)).toBeNull();
    });
  }

  it('are all carried by a case where the lesson carries them', () => {
    const told = new Set(claims.cases.map((c) => c.claim));
    expect(claims.carried.filter((claim) => !told.has(claim))).toEqual([]);
  });
});
