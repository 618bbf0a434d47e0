import { useSignal } from '@preact/signals';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { EndView } from '../../shared/core/view.ts';
import { t } from '../i18n/messages.ts';
import { printer } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { usePrintedWhole } from '../parts/print.ts';
import { rounds, seat } from '../state/game.ts';
import { endHeadline, endLead } from '../words/end.ts';
import { EndAims, EndScores } from './EndAims.tsx';
import { EndCharts } from './EndCharts.tsx';
import { EndFeelings } from './EndFeelings.tsx';
import { EndForecasts } from './EndForecasts.tsx';
import { EndPromises } from './EndPromises.tsx';
import { EndSecrets } from './EndSecrets.tsx';
import { EndTimeline } from './EndTimeline.tsx';
import { PlayAgain } from './PlayAgain.tsx';

/** The parts of a debrief in their order: why before how many, points last. */
const PARTS = ['turns', 'said', 'charts', 'promises', 'points'] as const;

/** The powers as a row of choices: whose figures are shown. */
function Whose(props: {
  readonly name: string;
  readonly value: Power;
  onChoose(power: Power): void;
}) {
  return (
    <fieldset class="segments whose no-print">
      <legend class="hidden">{t('end:choose')}</legend>
      {POWERS.map((power) => (
        <label key={power}>
          <input
            type="radio"
            name={props.name}
            checked={props.value === power}
            onChange={() => props.onChoose(power)}
          />
          <span>{t(`common:power.${power}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Parts() {
  return (
    <nav class="end-parts no-print" aria-label={t('end:part.label')}>
      <ol>
        {PARTS.map((part, i) => (
          <li key={part}>
            <a href={`#end-${part}`}>
              {i + 1} {t(`end:part.${part}`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The debrief: how it felt, what turned, what was meant, how it went beside history, what was promised, points. */
export function End(props: { readonly end: EndView }) {
  const { end } = props;
  usePrintedWhole();
  const shown = useSignal<Power>(seat.value ?? 'KZ');
  const whose = (name: string) => (
    <Whose
      name={name}
      value={shown.value}
      onChoose={(power) => {
        shown.value = power;
      }}
    />
  );
  return (
    <main class="end" id="main" tabIndex={-1}>
      <header class="end-head">
        <EndFeelings />
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
      <Parts />
      <EndTimeline end={end} />
      <EndForecasts end={end} />
      <div class="end-whose" id="end-charts">
        {whose('whose-lines')}
      </div>
      <EndCharts end={end} power={shown.value} />
      <EndPromises />
      <section class="end-section end-points" id="end-points" aria-labelledby="end-points-head">
        <h2 id="end-points-head" class="report-head">
          {endHeadline(seat.value, end)}
        </h2>
        <p class="end-lead">{endLead(seat.value, end)}</p>
        {end.past.length < rounds.value ? (
          <p class="note">{t('end:early', { played: end.past.length, rounds: rounds.value })}</p>
        ) : null}
      </section>
      <div class="end-whose">{whose('whose-aims')}</div>
      <EndAims end={end} power={shown.value} />
      <EndScores end={end} />
      <EndSecrets end={end} />
    </main>
  );
}
