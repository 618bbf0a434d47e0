import { t } from '../i18n/messages.ts';
import { x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { hint, noHints, passHint } from '../state/guide.ts';

/** One hint at a time in the first round; each can be passed, all can be turned off. */
export function Guide() {
  const now = hint.value;
  if (!now) return null;
  return (
    <aside class="hint" aria-label={t('game:hint.label')}>
      <span class="hint-at">{t('game:hint.at', { at: now.at, of: now.of })}</span>
      <p>{t(`game:hint.${now.id}`)}</p>
      <button type="button" class="button quiet small" onClick={() => passHint(now.id)}>
        {t('game:hint.next')}
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('game:hint.off')}
        title={t('game:hint.off')}
        onClick={noHints}
      >
        <Icon path={x} size={18} />
      </button>
    </aside>
  );
}
