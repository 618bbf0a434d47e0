import { signal } from '@preact/signals';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORED = 'multivector.theme';

function stored(): Theme {
  const value = localStorage.getItem(STORED);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** The reader's choice of colours. */
export const theme = signal<Theme>(stored());

function show(value: Theme): void {
  if (value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

/** Keeps and shows the choice. */
export function chooseTheme(value: Theme): void {
  theme.value = value;
  if (value === 'system') localStorage.removeItem(STORED);
  else localStorage.setItem(STORED, value);
  show(value);
}

/** Shows the kept choice; every page calls it before anything is drawn. */
export function applyTheme(): void {
  show(theme.value);
  addEventListener('storage', (event) => {
    if (event.key !== STORED) return;
    theme.value = stored();
    show(theme.value);
  });
}

/** Whether dark colours are on now, whoever chose them. */
export function isDark(): boolean {
  if (theme.value !== 'system') return theme.value === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
