import { type ComponentChild, render } from 'preact';
import { type Files, startMessages } from '../i18n/messages.ts';
import { applyTheme } from './theme.ts';

/** Brings a page to life: colours, texts, then its content into the body's root. */
export async function startPage(files: Files, content: () => ComponentChild): Promise<void> {
  applyTheme();
  await startMessages(files);
  const root = document.getElementById('root');
  if (root) render(content(), root);
}
