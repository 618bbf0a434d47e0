import type { Phase } from '../../shared/core/state.ts';
import { halfYear } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { Badge } from '../parts/Badge.tsx';
import { Mark } from '../parts/Icon.tsx';
import { phaseShare, SOON, secondsLeft } from '../state/clock.ts';
import { setReady } from '../state/connection.ts';
import { half, isReady, phase, round, rounds, seat, view } from '../state/game.ts';
import { upNext } from '../state/next.ts';
import { putReportAside, showsReport } from '../state/report.ts';
import { talkOpen } from '../state/talks.ts';
import { clockText } from '../words/clock.ts';
import { TopTools } from './TopTools.tsx';

const PHASES: readonly Phase[] = ['briefing', 'deliberation', 'ink', 'report'];

function Clock() {
  const seconds = secondsLeft.value;
  if (seconds === null) return null;
  return (
    <p class="clock" data-soon={seconds <= SOON && phase.value !== 'report' ? '' : undefined}>
      <span class="hidden">{t('game:clock.left')} </span>
      {clockText(seconds)}
    </p>
  );
}

function PhaseBars() {
  const at = PHASES.indexOf(phase.value);
  return (
    <ol class="phases">
      {PHASES.map((p, i) => {
        const share = i < at ? 1 : i > at ? 0 : (phaseShare.value ?? 0.5);
        return (
          <li key={p} aria-current={i === at ? 'step' : undefined}>
            <span>{t(`game:phase.${p}`)}</span>
            <i style={{ '--share': `${share * 100}%` }} />
          </li>
        );
      })}
    </ol>
  );
}

/** The button that says: I am done with this phase. */
export function ReadyButton() {
  if (seat.value === null || phase.value === 'lobby' || phase.value === 'debrief') return null;
  const done = isReady.value;
  const label = done
    ? t('game:ready.undo')
    : t(phase.value === 'briefing' || phase.value === 'report' ? 'game:ready.go' : 'game:ready.do');
  return (
    <button
      type="button"
      class={done ? 'button ready' : 'button filled ready'}
      aria-pressed={done}
      title={t('game:ready.hint')}
      onClick={() => void setReady(!done)}
    >
      {label}
    </button>
  );
}

/** Past the bar at once: to the parts of the table, or to whatever stands in its place. */
function SkipLinks() {
  const table =
    phase.value !== 'lobby' &&
    phase.value !== 'debrief' &&
    !showsReport.value &&
    talkOpen.value === null;
  if (!table || !view.value) {
    return (
      <a class="skip" href="#main">
        {t('common:skip.main')}
      </a>
    );
  }
  return (
    <>
      <a class="skip" href="#desk">
        {t('common:skip.desk')}
      </a>
      <a class="skip" href="#places">
        {t('common:skip.places')}
      </a>
      <a class="skip" href="#talks">
        {t('common:skip.talks')}
      </a>
      <a class="skip" href="#world">
        {t('common:skip.world')}
      </a>
    </>
  );
}

/** The way back to a report that was put aside for the map. */
function BackToReport() {
  if (phase.value !== 'report' || showsReport.value || !view.value?.report) return null;
  return (
    <button
      type="button"
      class="button quiet"
      aria-label={t('game:report.toReport')}
      onClick={() => putReportAside(false)}
    >
      <span class="wide">{t('game:report.toReport')}</span>
      <span class="narrow" aria-hidden="true">
        {t('game:report.toReportShort')}
      </span>
    </button>
  );
}

/** Who I am, where we are in time, and the one thing to do now. */
export function TopBar() {
  const own = seat.value;
  const name = own ? t(`common:power.${own}`) : t('game:spectator');
  const when = {
    round: Math.min(round.value + 1, rounds.value),
    rounds: rounds.value,
  };
  const over = phase.value === 'debrief' || phase.value === 'lobby';
  return (
    <header class="top">
      <SkipLinks />
      <div class="top-who">
        {own ? <Badge power={own} size={24} /> : <Mark size={28} />}
        <div>
          <h1>{name}</h1>
          <p class="top-when wide">
            {over
              ? t(`game:phase.${phase.value}`)
              : t('game:roundWhen', { ...when, half: halfYear(half.value) })}
          </p>
          <p class="top-when narrow">
            {over
              ? t(`game:phase.${phase.value}`)
              : t('game:roundPhase', { ...when, phase: t(`game:phase.${phase.value}`) })}
          </p>
        </div>
      </div>
      <Clock />
      {over ? null : <PhaseBars />}
      <div class="next">
        <span>{t('game:next.label')}</span>
        <strong>{upNext.value}</strong>
      </div>
      <TopTools />
      <BackToReport />
      <ReadyButton />
    </header>
  );
}
