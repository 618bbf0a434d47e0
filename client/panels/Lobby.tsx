import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SeatInfo } from '../../shared/protocol/messages.ts';
import { t } from '../i18n/messages.ts';
import { bot, copy, unplug, user } from '../icons/lucide.ts';
import { lookUp, qrAddress } from '../net/index.ts';
import { joinAddress } from '../parts/address.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Problem } from '../parts/Problem.tsx';
import { askHost, moveTo, refused } from '../state/connection.ts';
import { isHost, phase, room, seat } from '../state/game.ts';
import { Briefing } from './Briefing.tsx';

function nameOf(s: SeatInfo): string {
  if (!s.held) return t(s.player === 'empty' ? 'lobby:free' : 'lobby:bot');
  return s.power === seat.value ? [s.name, t('lobby:you')].filter(Boolean).join(' · ') : s.name;
}

/** What may be done with a seat by the one who looks at it. */
function SeatActions(props: { readonly seat: SeatInfo }) {
  const s = props.seat;
  const power = t(`common:power.${s.power}`);
  const waits = phase.value === 'lobby';
  if (s.power === seat.value) return null;
  return (
    <div class="seat-actions">
      {waits && !s.held && seat.value ? (
        <button
          type="button"
          class="button quiet small"
          aria-label={t('lobby:takeName', { power })}
          onClick={() => void moveTo(s.power)}
        >
          {t('lobby:take')}
        </button>
      ) : null}
      {isHost.value && waits && !s.held ? (
        <button
          type="button"
          class="button quiet small"
          aria-label={t(s.player === 'bot' ? 'lobby:emptyName' : 'lobby:fillName', { power })}
          onClick={() =>
            void askHost({ do: s.player === 'bot' ? 'empty' : 'fill', power: s.power })
          }
        >
          {t(s.player === 'bot' ? 'lobby:empty' : 'lobby:fill')}
        </button>
      ) : null}
      {isHost.value && s.held ? (
        <button
          type="button"
          class="button quiet small"
          aria-label={t('lobby:removeName', { name: s.name, power })}
          onClick={() => void askHost({ do: 'remove', power: s.power })}
        >
          {t('lobby:remove')}
        </button>
      ) : null}
    </div>
  );
}

function Seat(props: { readonly seat: SeatInfo }) {
  const s = props.seat;
  const host = room.value?.host === s.power;
  const away = s.held && !s.connected;
  const icon = away ? unplug : s.held ? user : s.player === 'bot' ? bot : null;
  return (
    <li data-empty={s.player === 'empty' ? '' : undefined}>
      <Badge power={s.power} size={26} />
      <div class="seat-who">
        <strong>{t(`common:power.${s.power}`)}</strong>
        <p>
          {icon ? <Icon path={icon} size={14} /> : null} {nameOf(s)}
          {host ? ` · ${t('lobby:host')}` : ''}
          {away ? ` · ${t('lobby:away')}` : ''}
        </p>
      </div>
      <SeatActions seat={s} />
    </li>
  );
}

/** The four seats of a game, who sits there and what may be done about it. */
export function SeatList() {
  return (
    <ul class="seats">
      {(room.value?.seats ?? []).map((s) => (
        <Seat key={s.power} seat={s} />
      ))}
    </ul>
  );
}

/**
 * What others need to come in: the code to read out, the link to send, the picture to scan.
 * @param props.small where a dialog shows it beside other things
 */
export function Invitation(props: { readonly small?: boolean }) {
  const link = useSignal('');
  const copied = useSignal(false);
  const code = room.value?.code ?? '';
  useEffect(() => {
    if (!code) return;
    // The server knows the address that other devices can open; this page may only know localhost.
    link.value = new URL(joinAddress(code), location.href).href;
    void lookUp(code).then((found) => {
      if (found.ok && found.value.link) link.value = found.value.link;
    });
  }, [code, link]);
  const copyLink = async (): Promise<void> => {
    // Without https there is no clipboard; the link then stands there to be marked by hand.
    await navigator.clipboard?.writeText(link.value);
    copied.value = navigator.clipboard !== undefined;
  };
  return (
    <div class={props.small ? 'invitation small' : 'invitation'}>
      <p class="big-code">
        <span class="hidden">
          {t('lobby:code')} {code}
        </span>
        <span aria-hidden="true">{code.slice(0, 3)}</span>
        <i aria-hidden="true" />
        <span aria-hidden="true">{code.slice(3)}</span>
      </p>
      <img
        class="qr"
        src={qrAddress(code)}
        alt={t('lobby:qr', { link: link.value })}
        width="200"
        height="200"
      />
      <p class="lobby-link">
        <a href={link.value}>{link.value}</a>
        <button type="button" class="button quiet small" onClick={() => void copyLink()}>
          <Icon path={copy} /> {copied.value ? t('common:copied') : t('lobby:copy')}
        </button>
      </p>
    </div>
  );
}

/** Before the game: the code for the others, the seats, the start, and who one will be. */
export function Lobby() {
  return (
    <main class="lobby" id="main" tabIndex={-1}>
      <div class="lobby-code">
        <h2>{t('lobby:heading')}</h2>
        <p class="lobby-lead">{t(isHost.value ? 'lobby:lead' : 'lobby:leadGuest')}</p>
        <Invitation />
      </div>
      <section class="lobby-seats" aria-labelledby="seats">
        <h2 id="seats">{t('lobby:seats')}</h2>
        <SeatList />
        <Problem text={refused.value} />
        {isHost.value ? (
          <p class="lobby-start">
            <button
              type="button"
              class="button filled large"
              onClick={() => void askHost({ do: 'start' })}
            >
              {t('lobby:start')}
            </button>
            <span>{t('lobby:startHint')}</span>
          </p>
        ) : null}
      </section>
      <section class="lobby-role" aria-label={t('game:desk.tabs.briefing')}>
        <Briefing />
      </section>
    </main>
  );
}
