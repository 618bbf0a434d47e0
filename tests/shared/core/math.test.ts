import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, exp, log, logMean, pow } from '../../../shared/core/math.ts';

const relative = (a: number, b: number): number => (a === b ? 0 : Math.abs(a - b) / Math.abs(b));

describe('exp, log, pow built from + − × ÷', () => {
  it('agrees with the engine to a few units in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(relative(exp(x), Math.exp(x))).toBeLessThan(3e-15);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(3e-15 * Math.max(1, Math.abs(log(x))));
      }),
    );
  });

  it('keeps its edges', () => {
    expect(exp(0)).toBe(1);
    expect(exp(-1000)).toBe(0);
    expect(exp(1000)).toBe(Number.POSITIVE_INFINITY);
    expect(Number.isNaN(exp(Number.NaN))).toBe(true);
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(Number.isNaN(log(-1))).toBe(true);
    expect(relative(log(5e-324), Math.log(5e-324))).toBeLessThan(1e-14);
    expect(pow(0, 2)).toBe(0);
    expect(pow(7, 0)).toBe(1);
    expect(relative(pow(2, 0.5), Math.SQRT2)).toBeLessThan(1e-15);
  });

  it('gives fixed bits, the same wherever it runs', () => {
    const bits = [0.1, 2, -3.7, 12.25, 1e-9].map((x) => exp(x));
    expect(bits).toEqual([
      1.1051709180756477, 7.38905609893065, 0.024723526470339388, 208981.28886971297, 1.000000001,
    ]);
  });
});

describe('logMean', () => {
  it('makes L(a,b)·ln(a/b) = a − b, near equality too', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        fc.double({ min: -0.01, max: 3, noNaN: true }),
        (a, d) => {
          const b = a * (1 + d);
          expect(Math.abs(logMean(a, b) * log(a / b) - (a - b))).toBeLessThan(
            1e-12 * Math.max(a, b),
          );
        },
      ),
    );
    expect(logMean(3, 3)).toBe(3);
    expect(logMean(0, 3)).toBe(0);
  });
});

describe('clamp', () => {
  it('never lets a broken number through', () => {
    expect(clamp(Number.NaN, 1, 2)).toBe(1);
    expect(clamp(Number.POSITIVE_INFINITY, 1, 2)).toBe(2);
    expect(clamp(1.5, 1, 2)).toBe(1.5);
  });
});
