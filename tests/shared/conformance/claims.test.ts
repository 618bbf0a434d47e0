import { describe, expect, it } from 'vitest';
import { failureOf, readClaims } from '../../../server/cli/conformance.ts';
import { contentOf } from '../../../server/content.ts';
import { ORDERS } from '../../../shared/orders/index.ts';

const lesson = contentOf('lesson');
const claims = readClaims(new URL('../../conformance/', import.meta.url));

describe('claims of the source paper', () => {
  for (const c of claims.cases) {
    it(`${c.claim}: ${c.title}`, () => {
      expect(failureOf(lesson, c)).toBeNull();
    });
  }

  it('have a case each where the lesson carries them', () => {
    const told = new Set(claims.cases.map((c) => c.claim));
    expect(claims.carried.filter((claim) => !told.has(claim))).toEqual([]);
    expect(new Set(claims.carried).size).toBe(claims.carried.length);
  });

  it('stand on the list when an order names them', () => {
    const named = ORDERS.flatMap((kind) => kind.claims);
    expect(named.filter((claim) => !claims.carried.includes(claim))).toEqual([]);
  });

  it('fail without what carries them', () => {
    const barter = claims.cases.find(({ carriers }) => carriers.includes('union.greyDepth'));
    if (!barter) throw new Error('no C12');
    const idle = { ...lesson, coefficients: { ...lesson.coefficients, 'union.greyDepth': 0 } };
    expect(failureOf(idle, barter)).toMatch(/has the effect/);
    const other = { ...barter, carriers: ['union.greyBan'] };
    expect(failureOf(lesson, other)).toMatch(/keeps/);
  });
});
