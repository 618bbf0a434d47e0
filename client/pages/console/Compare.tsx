import { POWERS } from '../../../shared/core/powers.ts';
import type { HallState } from '../../../shared/protocol/hall.ts';
import { t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';

/** Scores of all worlds side by side. */
export function Compare(props: { readonly state: HallState }) {
  const { worlds } = props.state;
  if (!worlds.some(({ scores }) => scores !== null)) {
    return <p class="empty">{t('hall:compare.none')}</p>;
  }
  return (
    <>
      <div class="console-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('hall:compare.power')}</th>
              {worlds.map(({ number }) => (
                <th key={number} scope="col" class="number">
                  {t('hall:world.heading', { n: number })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {POWERS.map((power) => (
              <tr key={power}>
                <th scope="row">
                  <span class="console-power">
                    <Badge power={power} /> {t(`common:power.${power}`)}
                  </span>
                </th>
                {worlds.map(({ number, scores }) => (
                  <td key={number} class="number">
                    {scores ? Math.round(scores[power]) : '–'}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">{t('hall:compare.history')}</p>
    </>
  );
}
