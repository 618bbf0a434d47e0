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
import { isHost, room, seat } from '../state/game.ts';

function nameOf(s: SeatInfo): string {
  if (s.player === 'empty') return t('lobby:free');
  if (s.player === 'bot') return t('lobby:bot');
  return s.power === seat.value ? `${s.name} · ${t('lobby:you')}` : s.name;
}

function Seat(props: { readonly seat: SeatInfo }) {
  const s = props.seat;
  const host = room.value?.host === s.power;
  const away = s.player === 'person' && !s.connected;
  return (
    <li data-empty={s.player === 'empty' ? '' : undefined}>
      <Badge power={s.power} size={26} />
      <div>
        <strong>{t(`common:power.${s.power}`)}</strong>
        <p>
          <Icon path={away ? unplug : s.player === 'bot' ? bot : user} size={14} /> {nameOf(s)}
          {host ? ` · ${t('lobby:host')}` : ''}
          {away ? ` · ${t('lobby:away')}` : ''}
        </p>
      </div>
      {!s.held && s.power !== seat.value && seat.value ? (
        <button
          type="button"
          class="button quiet small"
          aria-label={t('lobby:takeName', { power: t(`common:power.${s.power}`) })}
          onClick={() => void moveTo(s.power)}
        >
          {t('lobby:take')}
        </button>
      ) : null}
      {isHost.value && s.held && s.power !== seat.value ? (
        <button
          type="button"
          class="button quiet small"
          aria-label={t('lobby:removeName', {
            name: s.name,
            power: t(`common:power.${s.power}`),
          })}
          onClick={() => void askHost({ do: 'remove', power: s.power })}
        >
          {t('lobby:remove')}
        </button>
      ) : null}
    </li>
  );
}

/** Before the game: the code for the others, the seats, and the start. */
export function Lobby() {
  const link = useSignal('');
  const copied = useSignal(false);
  const r = room.value;
  const code = r?.code ?? '';
  useEffect(() => {
    if (!code) return;
    // The server knows the address that other devices can open; this page may only know localhost.
    link.value = new URL(joinAddress(code), location.href).href;
    void lookUp(code).then((found) => {
      if (found.ok && found.value.link) link.value = found.value.link;
    });
  }, [code, link]);
  if (!r) return null;
  const copyLink = async (): Promise<void> => {
    // Without https there is no clipboard; the link then stands there to be marked by hand.
    await navigator.clipboard?.writeText(link.value);
    copied.value = navigator.clipboard !== undefined;
  };
  return (
    <main class="lobby" id="main" tabIndex={-1}>
      <div class="lobby-code">
        <h2>{t('lobby:heading')}</h2>
        <p class="lead">{t(isHost.value ? 'lobby:lead' : 'lobby:leadGuest')}</p>
        <p class="big-code">
          <span class="hidden">{t('lobby:code')} </span>
          {code.slice(0, 3)} <i aria-hidden="true" /> {code.slice(3)}
        </p>
        <p class="lobby-link">
          <a href={link.value}>{link.value}</a>
          <button type="button" class="button quiet small" onClick={() => void copyLink()}>
            <Icon path={copy} /> {copied.value ? t('common:copied') : t('lobby:copy')}
          </button>
        </p>
        <img
          class="qr"
          src={qrAddress(code)}
          alt={t('lobby:qr', { link: link.value })}
          width="200"
          height="200"
        />
      </div>
      <section class="lobby-seats" aria-labelledby="seats">
        <h2 id="seats">{t('lobby:seats')}</h2>
        <ul>
          {r.seats.map((s) => (
            <Seat key={s.power} seat={s} />
          ))}
        </ul>
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
    </main>
  );
}
