import type { Power } from '../../shared/core/powers.ts';
import type { SeatInfo } from '../../shared/protocol/messages.ts';
import { figure, list, money } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { bot, check, hourglass, unplug, user } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { phase, room, seat, view } from '../state/game.ts';
import { known } from '../state/known.ts';
import { orderTitle } from '../words/orders.ts';

function who(s: SeatInfo): string {
  if (s.held && s.player === 'bot') return `${s.name} · ${t('game:talks.bot')}`;
  if (s.player === 'bot') return t('game:talks.bot');
  if (s.player === 'empty') return t('game:talks.free');
  // Who plays alone has no need of a name.
  if (s.power === seat.value) return [s.name, t('game:talks.you')].filter(Boolean).join(' · ');
  return s.name;
}

function Doing(props: { readonly seat: SeatInfo }) {
  const { player, connected, ready } = props.seat;
  if (player === 'empty') return null;
  if (player === 'person' && !connected) {
    return (
      <span class="doing even">
        <Icon path={unplug} size={14} /> {t('game:talks.away')}
      </span>
    );
  }
  // A bot decides in a moment; only what people do is worth waiting for.
  if (player === 'bot' && !ready) return null;
  if (phase.value === 'lobby' || phase.value === 'debrief') return null;
  return ready ? (
    <span class="doing gain">
      <Icon path={check} size={14} /> {t('game:talks.ready')}
    </span>
  ) : (
    <span class="doing even">
      <Icon path={hourglass} size={14} /> {t('game:talks.thinking')}
    </span>
  );
}

/** What is known of a power that not everybody may read. */
function Told(props: { readonly power: Power }) {
  const one = props.power === 'KZ' || props.power === 'RU' ? known.value[props.power] : undefined;
  if (!one) return null;
  const { id, value, about } = one;
  const amount =
    value === null ? '' : id === 'reserves' ? money(value, about ? 0 : 1) : figure(value);
  const way = value === null ? 'untold' : about ? 'about' : 'exact';
  return <p class="powers-did">{t(`game:talks.known.${id}.${way}`, { amount })}</p>;
}

/** The powers at the table: who sits there, how far he is, what he did last. */
export function Powers() {
  const report = view.value?.report;
  return (
    <section class="powers-panel" id="powers" aria-labelledby="powers-heading">
      <header>
        <h2 id="powers-heading">{t('game:talks.heading')}</h2>
      </header>
      <ul>
        {(room.value?.seats ?? []).map((s) => {
          const did = report?.orders.filter((o) => o.power === s.power) ?? [];
          return (
            <li key={s.power}>
              <Badge power={s.power} />
              <div>
                <p class="powers-line">
                  <strong>{t(`common:power.${s.power}`)}</strong>
                  <Doing seat={s} />
                </p>
                <p class="powers-who">
                  <Icon path={s.player === 'bot' ? bot : user} size={14} /> {who(s)}
                </p>
                {report ? (
                  <p class="powers-did">
                    {did.length > 0
                      ? list(did.map((o) => orderTitle(o.kind, o.params)))
                      : t('game:talks.didNothing')}
                  </p>
                ) : null}
                <Told power={s.power} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
