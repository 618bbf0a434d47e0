import { describe, expect, it } from 'vitest';
import { compileLayout } from '../../../shared/core/layout.ts';

const layout = compileLayout({
  node: ['dostyk', 'brest'],
  link: ['a--b'],
  line: ['cpc'],
  project: ['port'],
});

describe('the layout of the numeric state', () => {
  it('gives every entry one place and one label', () => {
    expect(new Set(layout.label).size).toBe(layout.size);
    layout.label.forEach((label, i) => {
      expect(layout.find(label)).toBe(i);
    });
  });

  it('keeps blocks contiguous, last dimension fastest', () => {
    expect(layout.at('trust', 'KZ', 'RU')).toBe(layout.at('trust') + 1);
    expect(layout.at('trust', 'RU')).toBe(layout.at('trust') + 4);
    expect(layout.span('trust')).toBe(16);
    expect(layout.span('trust', 1)).toBe(4);
    expect(layout.label[layout.at('delay', 'brest')]).toBe('delay(brest)');
  });

  it('names what is unknown', () => {
    expect(() => layout.at('nonsense')).toThrow('nonsense');
    expect(() => layout.at('delay', 'atlantis')).toThrow('atlantis');
    expect(() => layout.find('delay(atlantis)')).toThrow('delay(atlantis)');
  });

  it('gives every range some room', () => {
    for (let i = 0; i < layout.size; i += 1) {
      expect(layout.min[i]).toBeLessThan(layout.max[i] as number);
    }
  });
});
