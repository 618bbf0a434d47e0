import { contentOf } from '../content.ts';
import { t } from '../i18n/messages.ts';
import { pause, triangleAlert, unplug } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { connect, retry } from '../state/connection.ts';
import { phase, room, status } from '../state/game.ts';

function Line(props: {
  readonly icon: string;
  readonly text: string;
  readonly action?: { readonly label: string; do(): void };
}) {
  return (
    <div class="notice" role="status">
      <Icon path={props.icon} size={18} />
      <p>{props.text}</p>
      {props.action ? (
        <button type="button" class="text-button" onClick={props.action.do}>
          {props.action.label}
        </button>
      ) : null}
    </div>
  );
}

/** One line under the top bar about the connection or the clock; nothing when all is well. */
export function Notices() {
  const code = room.value?.code ?? '';
  switch (status.value) {
    case 'offline':
      return (
        <Line
          icon={unplug}
          text={t('game:conn.offline')}
          action={{ label: t('game:conn.retry'), do: retry }}
        />
      );
    case 'second':
      return (
        <Line
          icon={triangleAlert}
          text={t('game:conn.second')}
          action={{ label: t('game:conn.secondBack'), do: () => connect(code, contentOf) }}
        />
      );
    case 'removed':
      return <Line icon={triangleAlert} text={t('game:conn.removed')} />;
    case 'deleted':
      return <Line icon={triangleAlert} text={t('game:conn.gone')} />;
    default:
  }
  if (room.value?.paused) return <Line icon={pause} text={t('game:conn.paused')} />;
  if (room.value?.waiting && phase.value !== 'lobby' && phase.value !== 'debrief') {
    return <Line icon={pause} text={t('game:conn.waiting')} />;
  }
  return null;
}
