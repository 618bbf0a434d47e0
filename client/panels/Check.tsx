import { t } from '../i18n/messages.ts';
import { check as tick, x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { ownRecord, reportCheck } from '../state/aims.ts';
import { reportRows } from '../state/report.ts';
import { aimSentence, forecastSentence } from '../words/aims.ts';

function Line(props: { readonly good: boolean; readonly text: string }) {
  return (
    <li>
      <span class={props.good ? 'gain' : 'even'}>
        <Icon path={props.good ? tick : x} size={18} />
      </span>
      <p>{props.text}</p>
    </li>
  );
}

/** What this seat meant and expected, beside what came. */
export function Check() {
  const found = reportCheck.value;
  if (!found) return null;
  const foretold = forecastSentence(found, reportRows.value);
  const aim = aimSentence(found);
  const { right, all } = ownRecord.value;
  return (
    <section class="report-check" aria-labelledby="report-check">
      <h2 id="report-check">{t('game:check.heading')}</h2>
      <ul>
        {foretold ? (
          <Line good={found.forecast?.said === found.forecast?.was} text={foretold} />
        ) : null}
        {aim ? <Line good={found.aim?.met ?? false} text={aim} /> : null}
      </ul>
      {all > 1 ? <p class="note">{t('game:check.record', { right, all })}</p> : null}
    </section>
  );
}
