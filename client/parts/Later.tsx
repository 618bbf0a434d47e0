import { useSignal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/messages.ts';

/**
 * A part of the page that comes over the wire when it is first shown.
 * @param load brings the part; a failed try is made again when it is shown again
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
): (props: P) => JSX.Element {
  let known: ComponentType<P> | null = null;
  return function Later(props: P) {
    const part = useSignal<{ readonly is: ComponentType<P> } | null>(known && { is: known });
    const failed = useSignal(false);
    useEffect(() => {
      if (known) return;
      load().then(
        (found) => {
          known = found;
          part.value = { is: found };
        },
        () => {
          failed.value = true;
        },
      );
    }, [part, failed]);
    const Part = part.value?.is;
    if (Part) return <Part {...props} />;
    return (
      <main class="waiting" id="main" tabIndex={-1}>
        <p role="status">{t(failed.value ? 'common:error.network' : 'game:loading')}</p>
      </main>
    );
  };
}
