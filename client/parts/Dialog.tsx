import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/messages.ts';
import { x } from '../icons/lucide.ts';
import { Icon } from './Icon.tsx';

/** A sheet over the page, closed by Esc, by its button, or by a press beside it. */
export function Dialog(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  onClose(): void;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby="dialog-title"
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === ref.current) ref.current?.close();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div class="dialog-sheet">
        <div class="dialog-head">
          <h2 id="dialog-title">{props.title}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={t('common:close')}
            onClick={() => ref.current?.close()}
          >
            <Icon path={x} size={20} />
          </button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
