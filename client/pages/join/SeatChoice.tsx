import type { Power } from '../../../shared/core/powers.ts';
import type { GameInfo } from '../../../shared/protocol/messages.ts';
import { t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';

type Seat = GameInfo['seats'][number];

function who(seat: Seat): string {
  if (seat.held) return t('join:taken', { name: seat.name });
  return t(seat.player === 'bot' ? 'join:bot' : 'join:free');
}

/** The four seats; one that a person holds cannot be chosen. */
export function SeatChoice(props: {
  readonly seats: readonly Seat[];
  readonly value: Power | null;
  onChoose(power: Power): void;
}) {
  return (
    <fieldset class="powers">
      <legend class="label">{t('join:seat')}</legend>
      {props.seats.map((seat) => (
        <label key={seat.power} class="choice" data-taken={seat.held ? '' : undefined}>
          <input
            type="radio"
            name="seat"
            value={seat.power}
            disabled={seat.held}
            checked={props.value === seat.power}
            onChange={() => props.onChoose(seat.power)}
          />
          <span>
            <Badge power={seat.power} />
            {t(`common:power.${seat.power}`)}
            <small>{who(seat)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
