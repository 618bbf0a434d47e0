import { effect } from '@preact/signals';
import { type ComponentChild, type ComponentChildren, render } from 'preact';
import { useErrorBoundary } from 'preact/hooks';
import type { Key } from '../i18n/keys.ts';
import { type Files, startMessages, t } from '../i18n/messages.ts';
import { applyTheme } from './theme.ts';

/** What a part of the page cannot survive ends in one sentence with the way out, not in a blank page. */
function Guard(props: { readonly children: ComponentChildren }) {
  const [error] = useErrorBoundary();
  if (!error) return props.children;
  return (
    <main class="broken" id="main">
      <p role="alert">{t('common:error.page')}</p>
      <button type="button" class="button filled" onClick={() => location.reload()}>
        {t('common:error.again')}
      </button>
    </main>
  );
}

/** Keeps the window's title in the page's language. */
export function titled(key: Key): void {
  effect(() => {
    document.title = t(key);
  });
}

/** Brings a page to life: colours, texts, then its content into the body's root. */
export async function startPage(files: Files, content: () => ComponentChild): Promise<void> {
  applyTheme();
  await startMessages(files);
  const root = document.getElementById('root');
  if (root) render(<Guard>{content()}</Guard>, root);
}
