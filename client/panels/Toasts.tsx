import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/messages.ts';
import { x } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { phase } from '../state/game.ts';
import { type Happening, happenings } from '../state/happenings.ts';
import { showsReport } from '../state/report.ts';
import { talkOpen } from '../state/talks.ts';
import { happeningText } from '../words/happenings.ts';
import { openTalks } from './Talks.tsx';

const STAYS_MS = 6000;
const MOST = 2;

/** One piece of news from the talks; it stays while it is looked at. */
function Toast(props: { readonly happening: Happening; onGone(): void }) {
  const { happening, onGone } = props;
  const held = useSignal(false);
  useEffect(() => {
    if (held.value) return undefined;
    const timer = setTimeout(onGone, STAYS_MS);
    return () => clearTimeout(timer);
  }, [held.value]);
  const hold = (on: boolean) => (): void => {
    held.value = on;
  };
  return (
    <li
      class="toast"
      onPointerEnter={hold(true)}
      onPointerLeave={hold(false)}
      onFocusCapture={hold(true)}
      onBlurCapture={hold(false)}
    >
      <Badge power={happening.by} />
      <p>
        <strong>{happeningText(happening)}</strong>{' '}
        <button
          type="button"
          class="text-button"
          onClick={() => {
            openTalks(happening.channel);
            onGone();
          }}
        >
          {t('talks:look')}
        </button>
      </p>
      <button type="button" class="icon-button" aria-label={t('common:close')} onClick={onGone}>
        <Icon path={x} size={16} />
      </button>
    </li>
  );
}

/** What others do in the talks while the person looks elsewhere, for some seconds each. */
export function Toasts() {
  const shown = useSignal<readonly Happening[]>([]);
  useEffect(() => {
    let known: ReadonlySet<string> | null = null;
    return effect(() => {
      const all = happenings.value;
      const before = known;
      known = new Set(all.map(({ id }) => id));
      // What lay there when the page came is no news.
      const fresh = before ? all.filter(({ id }) => !before.has(id)) : [];
      const elsewhere = fresh.filter((one) => one.channel !== talkOpen.peek());
      if (elsewhere.length === 0) return;
      // One power speaks with one voice: its latest news stands for what it did before.
      const heard = [...shown.peek(), ...elsewhere];
      const latest = heard.filter((one, i) => !heard.slice(i + 1).some(({ by }) => by === one.by));
      shown.value = latest.slice(-MOST);
    });
  }, [shown]);
  // Offers end with their round: what was not seen by then is told by report and debrief.
  const over = showsReport.value || phase.value === 'debrief';
  useEffect(() => {
    if (over) shown.value = [];
  }, [over, shown]);
  if (over) return null;
  const seen = shown.value.filter((one) => one.channel !== talkOpen.value);
  if (seen.length === 0) return null;
  return (
    <aside class="toasts" aria-label={t('talks:toasts')}>
      <ul>
        {seen.map((happening) => (
          <Toast
            key={happening.id}
            happening={happening}
            onGone={() => {
              shown.value = shown.value.filter(({ id }) => id !== happening.id);
            }}
          />
        ))}
      </ul>
    </aside>
  );
}
