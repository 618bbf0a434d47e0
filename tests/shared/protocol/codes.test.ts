import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_ALPHABET,
  codeFrom,
  isGameCode,
  isReturnCode,
  normaliseCode,
} from '../../../shared/protocol/codes.ts';

describe('a code', () => {
  it('has no sign that looks like another', () => {
    expect(CODE_ALPHABET).not.toMatch(/[01OIL]/);
    expect(new Set(CODE_ALPHABET).size).toBe(31);
  });

  it('is drawn evenly and of the wanted length', () => {
    const all = Array.from({ length: 248 }, (_, i) => i);
    const drawn = codeFrom(all, 248) as string;
    for (const sign of CODE_ALPHABET) expect(drawn.split(sign).length - 1).toBe(8);
    expect(codeFrom([250, 251, 255], 1)).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), (bytes) => {
        const code = codeFrom(bytes, 6);
        expect(code === null || isGameCode(code)).toBe(true);
      }),
    );
  });

  it('is understood as people type it', () => {
    expect(normaliseCode(' abc-2 3d ')).toBe('ABC23D');
    expect(isGameCode('ABC23D')).toBe(true);
    expect(isGameCode('ABC230')).toBe(false);
    expect(isGameCode('ABC23')).toBe(false);
    expect(isReturnCode('ABC23DEF')).toBe(true);
  });
});
