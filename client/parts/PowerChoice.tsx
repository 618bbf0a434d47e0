import { POWERS, type Power } from '../../shared/core/powers.ts';
import { t } from '../i18n/messages.ts';
import { Badge } from './Badge.tsx';

/** The four powers as cards of which one is chosen. */
export function PowerChoice(props: {
  readonly name: string;
  readonly legend: string;
  readonly value: Power;
  onChoose(power: Power): void;
}) {
  return (
    <fieldset class="powers">
      <legend class="hidden">{props.legend}</legend>
      {POWERS.map((power) => (
        <label key={power} class="choice">
          <input
            type="radio"
            name={props.name}
            value={power}
            checked={props.value === power}
            onChange={() => props.onChoose(power)}
          />
          <span>
            <Badge power={power} />
            {t(`common:power.${power}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
