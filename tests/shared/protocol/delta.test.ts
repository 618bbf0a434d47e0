import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, type Delta, diff, type Json } from '../../../shared/protocol/delta.ts';

/** As it arrives at the other side: JSON knows no −0. */
const sent = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const json = fc.jsonValue().map((value) => sent(value) as Json);
const numbers = fc.array(
  fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
);

describe('the difference of two views', () => {
  it('brings any value to any other', () => {
    fc.assert(
      fc.property(json, json, (from, to) => {
        const delta = diff(from, to);
        expect(apply(from, sent(delta))).toEqual(to);
      }),
    );
  });

  it('is nothing exactly for equal values', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(diff(value, sent(value))).toBeNull();
      }),
    );
  });

  it('brings lists of numbers to others of any length', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const from = sent(a) as Json;
        const to = sent(b) as Json;
        expect(apply(from, sent(diff(from, to)))).toEqual(to);
      }),
    );
  });

  it('sends of a long list only what changed', () => {
    const from = Array.from({ length: 1000 }, (_, i) => i);
    const to = from.with(10, -1).with(11, -2).with(999, -3);
    expect(diff(from, to)).toEqual([2, 1000, [10, 0, 987], [-1, -2, -3]]);
  });

  it('leaves both values as they were', () => {
    const from: Json = { a: [1, 2, { b: 3 }], c: 'x' };
    const to: Json = { a: [1, 5, { b: 4 }, 6], d: null };
    const kept = [sent(from), sent(to)];
    apply(from, diff(from, to));
    expect([from, to]).toEqual(kept);
  });

  it('carries keys that objects of the language treat apart', () => {
    const to = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as Json;
    const result = apply({}, sent(diff({}, to)));
    expect(JSON.stringify(result)).toBe(JSON.stringify(to));
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  it('refuses a delta that belongs to something else', () => {
    expect(() => apply(5, [1, {}, []])).toThrow();
    expect(() => apply({}, [2, 1, [0], [1]])).toThrow();
    expect(() => apply([1], [2, 3, [], []])).toThrow();
    expect(() => apply([1], [9] as unknown as Delta)).toThrow();
  });
});
