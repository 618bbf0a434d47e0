import { useSignal } from '@preact/signals';
import { t } from '../../i18n/messages.ts';

const PARTS = ['actors', 'process', 'outcomes', 'other'] as const;
type Pages = Record<(typeof PARTS)[number], string>;
const EMPTY: Pages = { actors: '', process: '', outcomes: '', other: '' };
const PREFIX = 'multivector.notes.';

function read(code: string): Pages {
  try {
    return { ...EMPTY, ...JSON.parse(localStorage.getItem(PREFIX + code) ?? '{}') };
  } catch {
    return EMPTY;
  }
}

/** The facilitator's own notes in four parts; they never leave the device. */
export function Notes(props: { readonly code: string }) {
  const notes = useSignal<Pages>(read(props.code));
  const write = (part: keyof Pages, text: string): void => {
    notes.value = { ...notes.value, [part]: text };
    try {
      localStorage.setItem(PREFIX + props.code, JSON.stringify(notes.value));
    } catch {
      // Full or forbidden: they live as long as the page.
    }
  };
  return (
    <div class="console-form console-notes">
      {PARTS.map((part) => (
        <label key={part}>
          <span class="label">{t(`hall:notes.${part}`)}</span>
          <textarea
            class="field"
            rows={3}
            value={notes.value[part]}
            onInput={(event) => write(part, event.currentTarget.value)}
          />
        </label>
      ))}
      <p class="row">
        <span class="note">{t('hall:notes.kept')}</span>
        <button type="button" class="text-button" onClick={() => print()}>
          {t('hall:notes.print')}
        </button>
      </p>
    </div>
  );
}
