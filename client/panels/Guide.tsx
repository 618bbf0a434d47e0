import type { Power } from '../../shared/core/powers.ts';
import { t } from '../i18n/messages.ts';
import { x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { seat } from '../state/game.ts';
import { hint, noHints, passHint } from '../state/guide.ts';
import { talkOpen } from '../state/talks.ts';
import { openTalks } from './Talks.tsx';

/** The power with whom each has most to talk about at first. */
const FIRST: Readonly<Record<Power, Power>> = { KZ: 'CN', RU: 'KZ', CN: 'KZ', EU: 'KZ' };

function toTalks(): void {
  openTalks(FIRST[seat.value ?? 'KZ']);
}

/** One hint at a time in the first round; each can be passed, all can be turned off. */
export function Guide() {
  const now = hint.value;
  // Over the talks only the hint that leads there stays.
  if (!now || (talkOpen.value !== null && now.id !== 'offer')) return null;
  return (
    <aside class="hint" aria-label={t('game:hint.label')}>
      <span class="hint-at">{t('game:hint.at', { at: now.at, of: now.of })}</span>
      <p>{t(`game:hint.${now.id}`)}</p>
      {now.id === 'offer' && talkOpen.value === null ? (
        <button type="button" class="button small" onClick={toTalks}>
          {t('game:hint.toTalks')}
        </button>
      ) : null}
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
