import { useSignal } from '@preact/signals';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { EndView } from '../../shared/core/view.ts';
import { t } from '../i18n/messages.ts';
import { printer } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { seat } from '../state/game.ts';
import { endHeadline, endLead } from '../words/end.ts';
import { EndAims, EndScores } from './EndAims.tsx';
import { EndCharts } from './EndCharts.tsx';
import { EndTimeline } from './EndTimeline.tsx';
import { PlayAgain } from './PlayAgain.tsx';

/** The powers as a row of choices: whose figures are shown. */
function Whose(props: { readonly value: Power; onChoose(power: Power): void }) {
  return (
    <fieldset class="segments whose no-print">
      <legend class="hidden">{t('end:choose')}</legend>
      {POWERS.map((power) => (
        <label key={power}>
          <input
            type="radio"
            name="whose"
            checked={props.value === power}
            onChange={() => props.onChoose(power)}
          />
          <span>{t(`common:power.${power}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The end of a game: what became of it, why, and how that stands beside history. */
export function End(props: { readonly end: EndView }) {
  const { end } = props;
  const shown = useSignal<Power>(seat.value ?? 'KZ');
  return (
    <main class="end" id="main" tabIndex={-1}>
      <header class="end-head">
        <div>
          <p class="caption">{t('end:label')}</p>
          <h2 class="report-head">{endHeadline(seat.value, end)}</h2>
          <p class="end-lead">{endLead(seat.value, end)}</p>
        </div>
        <div class="end-ways no-print">
          <PlayAgain />
          <button type="button" class="button quiet" onClick={() => print()}>
            <Icon path={printer} /> {t('end:print')}
          </button>
          <a class="button quiet" href="/">
            {t('end:front')}
          </a>
        </div>
      </header>
      <EndTimeline />
      <div class="end-whose">
        <Whose
          value={shown.value}
          onChoose={(power) => {
            shown.value = power;
          }}
        />
      </div>
      <EndCharts end={end} power={shown.value} />
      <EndAims end={end} power={shown.value} />
      <EndScores end={end} />
    </main>
  );
}
