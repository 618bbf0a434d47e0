import { useSignal } from '@preact/signals';
import type { Phase } from '../../shared/core/state.ts';
import { halfYear } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { circleHelp, keyRound, pause, play, users } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon, Mark } from '../parts/Icon.tsx';
import { ThemeSwitch } from '../parts/ThemeSwitch.tsx';
import { clockText, phaseShare, SOON, secondsLeft } from '../state/clock.ts';
import { askHost, setReady } from '../state/connection.ts';
import { half, isHost, isReady, phase, room, round, rounds, seat } from '../state/game.ts';
import { upNext } from '../state/next.ts';
import { HelpDialog } from './HelpDialog.tsx';
import { KeyDialog } from './KeyDialog.tsx';
import { TableDialog } from './TableDialog.tsx';

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

function HostPause() {
  if (!isHost.value || room.value?.mode === 'solo' || phase.value === 'lobby') return null;
  const paused = room.value?.paused ?? false;
  const label = t(paused ? 'game:menu.resume' : 'game:menu.pause');
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      onClick={() => void askHost({ do: paused ? 'resume' : 'pause' })}
    >
      <Icon path={paused ? play : pause} size={20} />
    </button>
  );
}

/** Who I am, where we are in time, and the one thing to do now. */
export function TopBar() {
  const help = useSignal(false);
  const key = useSignal(false);
  const table = useSignal(false);
  const own = seat.value;
  const name = own ? t(`common:power.${own}`) : t('game:spectator');
  const when = {
    round: Math.min(round.value + 1, rounds.value),
    rounds: rounds.value,
  };
  const over = phase.value === 'debrief' || phase.value === 'lobby';
  return (
    <header class="top">
      <a class="skip" href="#desk">
        {t('common:skip.desk')}
      </a>
      <a class="skip" href="#world">
        {t('common:skip.world')}
      </a>
      <div class="top-who">
        <a href="/" class="top-home" aria-label={t('common:back')} title={t('common:back')}>
          {own ? <Badge power={own} size={24} /> : <Mark size={28} />}
        </a>
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
      <div class="top-tools">
        <HostPause />
        {room.value?.mode === 'friends' && phase.value !== 'lobby' ? (
          <button
            type="button"
            class="icon-button"
            aria-label={t('game:menu.table')}
            title={t('game:menu.table')}
            onClick={() => {
              table.value = true;
            }}
          >
            <Icon path={users} size={20} />
          </button>
        ) : null}
        <button
          type="button"
          class="icon-button"
          aria-label={t('game:menu.help')}
          title={t('game:menu.help')}
          onClick={() => {
            help.value = true;
          }}
        >
          <Icon path={circleHelp} size={20} />
        </button>
        {own ? (
          <button
            type="button"
            class="icon-button"
            aria-label={t('game:menu.key')}
            title={t('game:menu.key')}
            onClick={() => {
              key.value = true;
            }}
          >
            <Icon path={keyRound} size={20} />
          </button>
        ) : null}
        <ThemeSwitch />
      </div>
      <ReadyButton />
      {help.value ? <HelpDialog onClose={() => (help.value = false)} /> : null}
      {table.value ? <TableDialog onClose={() => (table.value = false)} /> : null}
      {key.value ? <KeyDialog onClose={() => (key.value = false)} /> : null}
    </header>
  );
}
