import { useSignal } from '@preact/signals';
import type { HallSeat, HallWorld } from '../../../shared/protocol/hall.ts';
import { t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';
import { chosen, namesOf, timeLeft } from '../../state/hall.ts';
import { clockText } from '../../words/clock.ts';
import { SeatMenu } from './SeatMenu.tsx';

function toggle(number: number): void {
  const others = chosen.value.filter((n) => n !== number);
  chosen.value = others.length < chosen.value.length ? others : [...others, number];
}

/** What a facilitator should see of a seat at one glance, in words. */
function marksOf(seat: HallSeat): readonly string[] {
  const held = seat.members.length > 0;
  return [
    seat.help ? t('hall:seat.help') : '',
    held && !seat.members.some(({ connected }) => connected) ? t('hall:seat.away') : '',
    seat.blocking ? t('hall:seat.blocking') : '',
    held && seat.ready ? t('hall:seat.ready') : '',
    held && !seat.ready && !seat.blocking && seat.silent ? t('hall:seat.silent') : '',
    held && seat.idle > 1 ? t('hall:seat.idle', { count: seat.idle }) : '',
    seat.handed ? t('hall:seat.handed') : '',
    seat.leave ? t('hall:seat.leave') : '',
    seat.extra > 0 ? t('hall:seat.extra', { count: seat.extra }) : '',
  ].filter((mark) => mark !== '');
}

function Seat(props: {
  readonly seat: HallSeat;
  readonly world: HallWorld;
  readonly worlds: readonly HallWorld[];
}) {
  const { seat, world } = props;
  const open = useSignal(false);
  const held = seat.members.length > 0;
  const free = t(seat.player === 'bot' ? 'hall:seat.bot' : 'hall:seat.empty');
  const state = seat.help ? 'help' : seat.blocking ? 'blocking' : seat.ready ? 'ready' : undefined;
  return (
    <li class="console-seat" data-state={state}>
      <button type="button" aria-haspopup="dialog" onClick={() => (open.value = true)}>
        <Badge power={seat.power} />
        <span>
          <span class="hidden">
            {t('hall:seat.menu', { power: t(`common:power.${seat.power}`), n: world.number })}
          </span>
          <b>{held ? namesOf(seat) : free}</b>
          <small>{marksOf(seat).join(' · ')}</small>
        </span>
      </button>
      {open.value ? (
        <SeatMenu
          seat={seat}
          world={world}
          worlds={props.worlds}
          onClose={() => (open.value = false)}
        />
      ) : null}
    </li>
  );
}

/** One world: where it stands, its clock, its four seats. */
export function World(props: { readonly world: HallWorld; readonly worlds: readonly HallWorld[] }) {
  const { world } = props;
  const left = timeLeft(world);
  const over = world.phase === 'lobby' || world.phase === 'debrief';
  return (
    <li class="console-world" data-chosen={chosen.value.includes(world.number) ? '' : undefined}>
      <header>
        <label>
          <input
            type="checkbox"
            checked={chosen.value.includes(world.number)}
            aria-label={t('hall:world.select', { n: world.number })}
            onChange={() => toggle(world.number)}
          />
          <h2>{t('hall:world.heading', { n: world.number })}</h2>
        </label>
        <p>
          {over
            ? ''
            : `${t('hall:world.where', { round: world.round + 1, rounds: world.rounds })} · `}
          {t(`game:phase.${world.phase}`)}
          {world.cards > 0 ? ` · ${t('hall:card.cards', { count: world.cards })}` : ''}
        </p>
        {world.paused || left === null ? (
          <span class="console-still">
            {world.paused
              ? t('hall:world.paused')
              : world.waiting && !over
                ? t('hall:world.waiting')
                : ''}
          </span>
        ) : (
          <b class="console-clock">{clockText(Math.ceil(left / 1000))}</b>
        )}
      </header>
      <ul>
        {world.seats.map((seat) => (
          <Seat key={seat.power} seat={seat} world={world} worlds={props.worlds} />
        ))}
      </ul>
    </li>
  );
}
