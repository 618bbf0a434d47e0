import { describe, expect, it } from 'vitest';
import { compileLayout } from '../../../shared/core/layout.ts';
import { compileFormula } from '../../../shared/systems/scoring/formula.ts';

const layout = compileLayout({ node: ['dostyk'], link: ['a--b'], line: ['cpc'], project: ['p'] });
const num = new Float64Array(layout.size);
num[layout.at('cpi')] = 8;
num[layout.at('fund')] = 70;
num.set([1, 2, 3], layout.at('debt'));
num[layout.at('delay', 'dostyk')] = 4;

const value = (text: string): number => compileFormula(text, layout)(num);

describe('objective formulas', () => {
  it('reads words, blocks and functions', () => {
    expect(value('fund - sum(debt)')).toBe(64);
    expect(value('mean(debt) * 2 + 1')).toBe(5);
    expect(value('100 - 2 * abs(cpi - 6)')).toBe(96);
    expect(value('-delay(dostyk) / 2')).toBe(-2);
    expect(value('max(cpi, fund) - min(cpi, fund)')).toBe(62);
    expect(value('mean(debt(CN), cpi)')).toBe(4.5);
  });

  it('says what it does not know', () => {
    expect(() => value('fnud + 1')).toThrow('fnud');
    expect(() => value('debt + 1')).toThrow('debt');
    expect(() => value('sqrt(fund)')).toThrow('sqrt');
    expect(() => value('fund % 2')).toThrow('%');
    expect(() => value('delay(mars)')).toThrow('mars');
  });
});
