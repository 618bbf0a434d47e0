/** Shape of `assets/look/tokens.json` as far as stylesheets use it. */
interface Tokens {
  readonly color: Readonly<
    Record<'light' | 'dark', Readonly<Record<string, { readonly value: string }>>>
  >;
  readonly font: Readonly<Record<'serif' | 'sans', string>>;
  readonly space: Readonly<Record<string, number>>;
  readonly radius: Readonly<Record<string, number>>;
  readonly motion: Readonly<Record<string, number | string>>;
}

/** Root size of the sheet that the tokens' pixel values were drawn on. */
const ROOT_PX = 16;

/**
 * The custom properties that all stylesheets stand on. Lengths become rem, so that everything grows
 * with the reader's text size. Dark follows the system unless the reader chose; print is light.
 */
export function tokenCss(tokens: Tokens): string {
  const colors = (theme: 'light' | 'dark', indent: string): string =>
    Object.entries(tokens.color[theme])
      .map(([name, { value }]) => `${indent}--${name}: ${value.toLowerCase()};\n`)
      .join('');
  const rem = (px: number): string => (px === 0 ? '0' : `${px / ROOT_PX}rem`);
  const lengths = (prefix: string, values: Readonly<Record<string, number>>): string =>
    Object.entries(values)
      .map(([name, px]) => `  --${prefix}-${name}: ${rem(px)};\n`)
      .join('');
  const motion = Object.entries(tokens.motion)
    .map(([name, value]) => {
      const text = typeof value === 'number' ? `${value}ms` : value;
      return `  --motion-${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}: ${text};\n`;
    })
    .join('');
  return `/* Written from assets/look/tokens.json by tests/client/tokens.test.ts; change the tokens instead. */
:root {
  color-scheme: light;
${colors('light', '  ')}  --serif: ${tokens.font.serif};
  --sans: ${tokens.font.sans};
${lengths('space', tokens.space)}${lengths('radius', tokens.radius)}${motion}}

@media screen and (prefers-color-scheme: dark) {
  :root:not([data-theme='light']) {
    color-scheme: dark;
${colors('dark', '    ')}  }
}

@media screen {
  :root[data-theme='dark'] {
    color-scheme: dark;
${colors('dark', '    ')}  }
}
`;
}
