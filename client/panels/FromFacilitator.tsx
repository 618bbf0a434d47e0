import { signal } from '@preact/signals';
import type { Notice } from '../../shared/protocol/hall.ts';
import { t } from '../i18n/messages.ts';
import { x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { notices, room } from '../state/game.ts';

const SEEN = 'multivector.heard.';
/** Minutes after which what was said is no news to one who comes back. */
const FRESH_MS = 10 * 60_000;

const putAside = signal<{ readonly code: string; readonly upTo: number } | null>(null);

function heardUpTo(code: string): number {
  if (putAside.value?.code === code) return putAside.value.upTo;
  try {
    return Number(localStorage.getItem(SEEN + code) ?? 0);
  } catch {
    return 0;
  }
}

function hear(code: string, upTo: number): void {
  putAside.value = { code, upTo };
  try {
    localStorage.setItem(SEEN + code, String(upTo));
  } catch {
    // Forbidden: it is remembered until the page is closed.
  }
}

function textOf(notice: Notice): string {
  if (notice.kind === 'rewound') return t('game:hall.rewound', { round: notice.round + 1 });
  if (notice.kind === 'extended') return t('game:hall.extended', { seconds: notice.seconds });
  return notice.text;
}

/** What the facilitator says, until it is put aside. */
export function FromFacilitator() {
  const code = room.value?.code ?? '';
  const last = notices.value.at(-1);
  const upTo = heardUpTo(code);
  const fresh = notices.value.filter(({ id, at }) => id > upTo && at > (last?.at ?? 0) - FRESH_MS);
  if (fresh.length === 0 || !last) return null;
  return (
    <div class="from-facilitator" role="status">
      <div>
        {fresh.slice(-3).map((notice) => (
          <p key={notice.id}>
            {notice.kind === 'said' || notice.kind === 'answered' ? (
              <b>{t(`game:hall.${notice.kind}`)}: </b>
            ) : null}
            {textOf(notice)}
          </p>
        ))}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={t('game:hall.close')}
        onClick={() => hear(code, last.id)}
      >
        <Icon path={x} size={18} />
      </button>
    </div>
  );
}
