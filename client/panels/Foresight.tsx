import { DIRECTIONS } from '../../shared/core/aims.ts';
import { t } from '../i18n/messages.ts';
import { foretold, ownAim } from '../state/aims.ts';
import { setAim, setForecast } from '../state/connection.ts';
import { phase, seat } from '../state/game.ts';
import { indicatorRows } from '../state/indicators.ts';
import { canEdit } from '../state/orders.ts';
import { indicatorName } from '../words/indicators.ts';

/** Before the report: what I want of this round, and what I expect. One tap each, none is a must. */
export function Foresight() {
  const one = foretold.value;
  if (seat.value === null || !one || !canEdit.value || phase.value === 'briefing') return null;
  const said = ownAim.value;
  const forecast = said?.forecast?.indicator === one.id ? said.forecast.direction : null;
  return (
    <section class="foresight" aria-labelledby="foresight">
      <h2 id="foresight">{t('game:foresight.heading')}</h2>
      <div class="foresight-row">
        <span id="foresight-what">{t('game:foresight.will', { name: indicatorName(one.id) })}</span>
        <fieldset class="segments" aria-labelledby="foresight-what">
          {DIRECTIONS.map((direction) => (
            <label key={direction}>
              <input
                type="radio"
                name="forecast"
                checked={forecast === direction}
                onChange={() => void setForecast(one.id, direction)}
              />
              <span>{t(`game:foresight.say.${direction}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <label class="foresight-row">
        <span>{t('game:foresight.aim')}</span>
        <select
          class="select"
          value={said?.aim ?? ''}
          onChange={(event) => void setAim(event.currentTarget.value || null)}
        >
          <option value="">{t('game:foresight.noAim')}</option>
          {indicatorRows.value
            .filter((row) => !row.shared)
            .map(({ indicator }) => (
              <option key={indicator.id} value={indicator.id}>
                {indicatorName(indicator.id)}
              </option>
            ))}
        </select>
      </label>
    </section>
  );
}
