import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { circleHelp, keyRound, languages, megaphone, pause, play, users } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { ThemeSwitch } from '../parts/ThemeSwitch.tsx';
import { askHost } from '../state/connection.ts';
import { isHost, phase, room, seat } from '../state/game.ts';
import { CallDialog } from './CallDialog.tsx';
import { HelpDialog } from './HelpDialog.tsx';
import { KeyDialog } from './KeyDialog.tsx';
import { LanguageDialog } from './LanguageDialog.tsx';
import { TableDialog } from './TableDialog.tsx';

type Open = 'call' | 'help' | 'key' | 'table' | 'language' | null;

function Tool(props: { readonly icon: string; readonly label: string; onPress(): void }) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
    >
      <Icon path={props.icon} size={20} />
    </button>
  );
}

function HostPause() {
  if (!isHost.value || room.value?.mode === 'solo') return null;
  if (phase.value === 'lobby' || phase.value === 'debrief') return null;
  const paused = room.value?.paused ?? false;
  return (
    <Tool
      icon={paused ? play : pause}
      label={t(paused ? 'game:menu.resume' : 'game:menu.pause')}
      onPress={() => void askHost({ do: paused ? 'resume' : 'pause' })}
    />
  );
}

/** What is needed now and then; on a phone all but help lies behind help. */
export function TopTools() {
  const open = useSignal<Open>(null);
  const show = (what: Open): void => {
    open.value = what;
  };
  const close = (): void => show(null);
  const tools = (
    <>
      {room.value?.session && seat.value ? (
        <Tool icon={megaphone} label={t('game:hall.help')} onPress={() => show('call')} />
      ) : null}
      {room.value?.mode === 'friends' && phase.value !== 'lobby' ? (
        <Tool icon={users} label={t('game:menu.table')} onPress={() => show('table')} />
      ) : null}
      {seat.value ? (
        <Tool icon={keyRound} label={t('game:menu.key')} onPress={() => show('key')} />
      ) : null}
      <Tool icon={languages} label={t('common:language')} onPress={() => show('language')} />
      <ThemeSwitch />
    </>
  );
  return (
    <div class="top-tools">
      <HostPause />
      <Tool icon={circleHelp} label={t('game:menu.help')} onPress={() => show('help')} />
      <div class="top-more">{tools}</div>
      {open.value === 'help' ? (
        <HelpDialog onClose={close}>
          <p class="help-more">{tools}</p>
        </HelpDialog>
      ) : null}
      {open.value === 'call' ? <CallDialog onClose={close} /> : null}
      {open.value === 'table' ? <TableDialog onClose={close} /> : null}
      {open.value === 'key' ? <KeyDialog onClose={close} /> : null}
      {open.value === 'language' ? <LanguageDialog onClose={close} /> : null}
    </div>
  );
}
