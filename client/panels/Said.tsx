import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/messages.ts';
import { SOON, secondsLeft } from '../state/clock.ts';
import { phase, round, rounds, status } from '../state/game.ts';
import { happenings } from '../state/happenings.ts';
import { happeningText } from '../words/happenings.ts';

const said = signal('');

/** Speaks what changes by itself: phases, the clock's last seconds, the connection, what others do in the talks. */
export function Said() {
  useEffect(() => {
    let last = '';
    let warned = '';
    const phases = effect(() => {
      const now = phase.value;
      const at = { round: Math.min(round.value + 1, rounds.value), rounds: rounds.value };
      const stamp = `${now} ${at.round}`;
      if (rounds.value === 0 || stamp === last) return;
      last = stamp;
      said.value = t(`game:phaseSaid.${now}`, at);
    });
    const clock = effect(() => {
      const left = secondsLeft.value;
      if (left === null || left > SOON || left <= 0 || warned === last) return;
      if (phase.value === 'report' || phase.value === 'briefing') return;
      warned = last;
      said.value = t('game:clock.soon');
    });
    let wasOff = false;
    const link = effect(() => {
      if (status.value === 'offline') wasOff = true;
      else if (status.value === 'connected' && wasOff) {
        wasOff = false;
        said.value = t('game:conn.again');
      }
    });
    let heard: ReadonlySet<string> | null = null;
    const offers = effect(() => {
      const all = happenings.value;
      const before = heard;
      heard = new Set(all.map(({ id }) => id));
      // What lay there when the page came is no news.
      const fresh = before && all.filter(({ id }) => !before.has(id)).at(-1);
      if (fresh) said.value = happeningText(fresh);
    });
    return () => {
      offers();
      phases();
      clock();
      link();
    };
  }, []);
  return (
    <p class="hidden" role="status" aria-live="polite">
      {said.value}
    </p>
  );
}
