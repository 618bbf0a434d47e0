import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAME_LENGTH, readName } from '../../../shared/protocol/names.ts';

const reason = (typed: string): string => {
  const read = readName(typed);
  return read.ok ? `ok:${read.name}` : read.refusal.code;
};

describe('a pseudonym', () => {
  it.each([
    ['Aigerim', 'ok:Aigerim'],
    ['  Әсел   Қ.  ', 'ok:Әсел Қ.'],
    ["O'Neill-2_b", "ok:O'Neill-2_b"],
    ['王小明', 'ok:王小明'],
    ['नमस्ते', 'ok:नमस्ते'],
    ['', 'nameEmpty'],
    ['   ', 'nameEmpty'],
    ['--', 'nameMarks'],
    ['<b>x</b>', 'nameMarks'],
    ['a&amp;b', 'nameMarks'],
    ['a\u0000b', 'nameMarks'],
    ['a\nb', 'nameMarks'],
    ['a\u202Eb', 'nameMarks'],
    ['a\u200Bb', 'nameMarks'],
    [`Z${'\u0335'.repeat(12)}`, 'nameMarks'],
    ['x'.repeat(24), `ok:${'x'.repeat(24)}`],
    ['x'.repeat(25), 'nameLong'],
    ['x'.repeat(100_000), 'nameLong'],
  ])('%j → %s', (typed, expected) => {
    expect(reason(typed)).toBe(expected);
  });

  it('is short, trimmed and free of markup, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const read = readName(typed);
        if (!read.ok) return;
        expect([...read.name].length).toBeLessThanOrEqual(NAME_LENGTH);
        expect(read.name).toBe(read.name.trim());
        expect(read.name).not.toMatch(/[<>&"\p{C}]/u);
        expect(readName(read.name)).toEqual(read);
      }),
    );
  });
});
