import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { room } from '../state/game.ts';

const PREFIX = 'multivector.word.';
const LONGEST = 24;

function kept(code: string): string {
  try {
    return localStorage.getItem(PREFIX + code) ?? '';
  } catch {
    return '';
  }
}

/** Before any figure: how it felt. The word stays on this device and goes to print. */
export function EndFeelings() {
  const code = room.value?.code ?? '';
  const word = useSignal(kept(code));
  return (
    <div class="feelings">
      <p class="caption">{t('end:feelings.again')}</p>
      <h2 class="report-head">{t('end:feelings.heading')}</h2>
      <p class="end-lead">{t('end:feelings.text')}</p>
      <label class="feelings-word">
        <span>{t('end:feelings.word')}</span>
        <b class="print-only">{word.value}</b>
        <input
          class="field no-print"
          value={word.value}
          maxLength={LONGEST}
          autocomplete="off"
          aria-describedby="feelings-note"
          onInput={(event) => {
            word.value = event.currentTarget.value;
            try {
              localStorage.setItem(PREFIX + code, word.value);
            } catch {
              // Forbidden: it stands on the page until that is closed.
            }
          }}
        />
      </label>
      <p class="note no-print" id="feelings-note">
        {t('end:feelings.note')}
      </p>
    </div>
  );
}
