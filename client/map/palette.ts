const NAMES = [
  'paper',
  'page',
  'land',
  'land-own',
  'sea',
  'sea-line',
  'coast',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-strong',
  'power-kz',
  'power-ru',
  'power-cn',
  'power-eu',
  'flow',
  'flow-other',
  'energy',
  'loss',
  'warning',
  'queue',
  'focus',
  'on-accent',
  'sea-ink',
  'serif-stack',
  'sans-stack',
] as const;
type Name = (typeof NAMES)[number];

/** The look's colours and faces as they stand on the page now. */
export type Palette = Readonly<Record<Name, string>> & { readonly dark: boolean };

export function paletteOf(element: Element, dark: boolean): Palette {
  const style = getComputedStyle(element);
  const entries = NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  return { ...(Object.fromEntries(entries) as Record<Name, string>), dark };
}

/** A power's accent. */
export function accent(palette: Palette, power: string): string {
  return palette[`power-${power.toLowerCase()}` as Name] ?? palette['ink-2'];
}
