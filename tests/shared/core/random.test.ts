import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, drawInt, drawWeighted } from '../../../shared/core/random.ts';

describe('counter-based random numbers', () => {
  it('depend on each of their four keys and on nothing else', () => {
    const base = draw(7, 2, 'harvest', 'KZ');
    expect(draw(7, 2, 'harvest', 'KZ')).toBe(base);
    expect(draw(8, 2, 'harvest', 'KZ')).not.toBe(base);
    expect(draw(7, 3, 'harvest', 'KZ')).not.toBe(base);
    expect(draw(7, 2, 'freight', 'KZ')).not.toBe(base);
    expect(draw(7, 2, 'harvest', 'RU')).not.toBe(base);
    expect(draw(7 + 4294967296, 2, 'harvest', 'KZ')).not.toBe(base);
  });

  it('fills [0, 1) evenly and without correlation of neighbours', () => {
    const n = 20000;
    const bins = new Array<number>(20).fill(0);
    let mean = 0;
    let product = 0;
    for (let i = 0; i < n; i += 1) {
      const a = draw(1, 0, 'test', i);
      const b = draw(1, 0, 'test', i + 1);
      expect(a >= 0 && a < 1).toBe(true);
      bins[Math.floor(a * 20)]! += 1;
      mean += a / n;
      product += ((a - 0.5) * (b - 0.5)) / n;
    }
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(product)).toBeLessThan(0.003);
    for (const count of bins) expect(Math.abs(count - n / 20)).toBeLessThan(160);
  });

  it('draws by weight and never a zero weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        expect(drawWeighted(seed, 0, 'event', 0, [0, 0.2, 0, 0.8])).toSatisfy(
          (k: number) => k === 1 || k === 3,
        );
        expect(drawInt(seed, 0, 'x', 0, 6)).toSatisfy((k: number) => k >= 0 && k < 6);
      }),
    );
    expect(drawWeighted(1, 0, 'event', 0, [0, 0])).toBe(-1);
  });
});
