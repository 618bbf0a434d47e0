import { POWERS, type Power } from '../../../shared/core/powers.ts';
import { t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';
import { listed, partner } from '../../state/agreements.ts';
import { talks } from '../../state/talks.ts';
import { AgreementRow } from './AgreementRow.tsx';

/** Whose agreements are shown: everybody's, or those with one power. */
function Whose() {
  const choices: readonly (Power | null)[] = [null, ...POWERS];
  return (
    <fieldset class="segments agreements-whose">
      <legend class="hidden">{t('talks:list.whose')}</legend>
      {choices.map((power) => (
        <label key={power ?? 'all'}>
          <input
            type="radio"
            name="agreements-whose"
            checked={partner.value === power}
            onChange={() => {
              partner.value = power;
            }}
          />
          <span>{power ? <Badge power={power} label /> : t('talks:list.everybody')}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Every agreement that this seat may know of, with the state of each obligation. */
export function Agreements() {
  const shown = listed.value;
  const inForce = shown.filter(({ status }) => status === 'running');
  const past = shown.filter(({ status }) => status !== 'running');
  if (talks.value.agreements.length === 0) return <p class="empty">{t('talks:list.none')}</p>;
  return (
    <div class="agreements-list">
      <Whose />
      <section aria-labelledby="agreements-running">
        <h3 id="agreements-running">{t('talks:list.running')}</h3>
        {inForce.length > 0 ? (
          <ul>
            {inForce.map((agreement) => (
              <AgreementRow key={agreement.id} agreement={agreement} />
            ))}
          </ul>
        ) : (
          <p class="empty">{t('talks:list.noneRunning')}</p>
        )}
      </section>
      {past.length > 0 ? (
        <section aria-labelledby="agreements-past">
          <h3 id="agreements-past">{t('talks:list.past')}</h3>
          <ul>
            {past.map((agreement) => (
              <AgreementRow key={agreement.id} agreement={agreement} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
