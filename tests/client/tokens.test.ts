import { expect, test } from 'vitest';
import tokens from '../../assets/look/tokens.json' with { type: 'json' };
import { tokenCss } from '../../client/styles/token-css.ts';

type Theme = 'light' | 'dark';
type Name = keyof (typeof tokens.color)['light'];

/** Relative luminance, WCAG 2. */
function luminance(hex: string): number {
  const channel = (at: number): number => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(theme: Theme, a: Name, b: Name): number {
  const [x, y] = [a, b].map((name) => luminance(tokens.color[theme][name].value)) as [
    number,
    number,
  ];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const THEMES: readonly Theme[] = ['light', 'dark'];
const GROUNDS: readonly Name[] = ['paper', 'page', 'sunk', 'selected'];
const TEXTS: readonly Name[] = ['ink', 'ink-2', 'ink-3', 'gain', 'loss', 'warning', 'focus'];
const ACCENTS: readonly Name[] = ['power-kz', 'power-ru', 'power-cn', 'power-eu'];

test('the stylesheet of tokens is what the tokens say (run with -u after a change)', async () => {
  await expect(tokenCss(tokens)).toMatchFileSnapshot('../../client/styles/tokens.css');
});

test('text reaches 4.5 to 1 on every ground of both themes', () => {
  for (const theme of THEMES) {
    for (const ground of GROUNDS) {
      for (const text of TEXTS) {
        expect(contrast(theme, text, ground), `${theme} ${text} on ${ground}`).toBeGreaterThan(4.5);
      }
    }
  }
});

test('letters on accents reach 4.5 to 1, and graphics 3 to 1', () => {
  for (const theme of THEMES) {
    for (const accent of ACCENTS) {
      expect(contrast(theme, 'on-accent', accent), `${theme} ${accent}`).toBeGreaterThan(4.49);
      for (const ground of ['paper', 'page', 'land', 'land-own'] as const) {
        expect(contrast(theme, accent, ground), `${theme} ${accent} ${ground}`).toBeGreaterThan(3);
      }
    }
    for (const ground of ['paper', 'page', 'sunk'] as const) {
      expect(contrast(theme, 'rule-strong', ground), `${theme} rule`).toBeGreaterThan(3);
    }
  }
});
