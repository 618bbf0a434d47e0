import type { Aim } from '../../shared/core/aims.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { EndView } from '../../shared/core/view.ts';
import { checkOf } from '../../shared/game/index.ts';
import { halfYearShort } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { check as tick, x } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { recordOf } from '../state/aims.ts';
import { content, view } from '../state/game.ts';
import { indicatorName } from '../words/indicators.ts';

/** Series of a power's own indicators in the shape of a view: [round + 1][indicator]. */
function seriesOf(end: EndView, power: Power): readonly (readonly number[])[] {
  const lines = end.indicators[power];
  const rows = lines[0]?.play.length ?? 0;
  return Array.from({ length: rows }, (_, i) => lines.map(({ play }) => play[i] ?? 0));
}

function Outcome(props: { readonly good: boolean; readonly text: string }) {
  return (
    <p>
      <span class={props.good ? 'gain' : 'even'}>
        <Icon path={props.good ? tick : x} size={16} />
      </span>{' '}
      {props.text}
      <span class="hidden">{t(props.good ? 'end:said.true' : 'end:said.false')}</span>
    </p>
  );
}

function Said(props: { readonly aim: Aim; readonly series: readonly (readonly number[])[] }) {
  const c = content.value;
  const { aim, series } = props;
  const after = series[aim.round + 1];
  const before = series[aim.round];
  if (!c || !after || !before) return null;
  const changes = Object.fromEntries(
    c.indicators[aim.power].map(({ id }, k) => [id, (after[k] ?? 0) - (before[k] ?? 0)]),
  );
  const found = checkOf(c, aim, changes);
  if (!found.aim && !found.forecast) return null;
  return (
    <li>
      <small>{halfYearShort(c.halves[aim.round] ?? '')}</small>
      {found.forecast ? (
        <Outcome
          good={found.forecast.said === found.forecast.was}
          text={t(`end:said.${found.forecast.said}`, {
            name: indicatorName(found.forecast.indicator.id),
          })}
        />
      ) : null}
      {found.aim ? (
        <Outcome
          good={found.aim.met}
          text={t('end:said.aim', { name: indicatorName(found.aim.indicator.id) })}
        />
      ) : null}
    </li>
  );
}

/** Aims and predictions of all powers that made any, against what came. */
export function EndForecasts(props: { readonly end: EndView }) {
  const c = content.value;
  // What was meant for a half-year that was not played is nobody's to judge.
  const aims = (view.value?.aims ?? []).filter(({ round }) => round < props.end.past.length);
  const spoke = POWERS.filter((power) =>
    aims.some((aim) => aim.power === power && (aim.aim !== null || aim.forecast !== null)),
  );
  if (!c) return null;
  return (
    <section class="end-section" id="end-said" aria-labelledby="end-said-head">
      <h2 id="end-said-head">{t('end:said.heading')}</h2>
      {spoke.length === 0 ? <p class="note">{t('end:said.none')}</p> : null}
      <div class="end-said">
        {spoke.map((power) => {
          const own = aims.filter((aim) => aim.power === power);
          const series = seriesOf(props.end, power);
          const { right, all } = recordOf(own, c.indicators[power], series);
          return (
            <div key={power}>
              <h3>
                <Badge power={power} /> {t(`common:power.${power}`)}
              </h3>
              {all > 0 ? <p class="note">{t('end:said.record', { right, all })}</p> : null}
              <ol>
                {[...own]
                  .sort((a, b) => a.round - b.round)
                  .map((aim) => (
                    <Said key={aim.round} aim={aim} series={series} />
                  ))}
              </ol>
            </div>
          );
        })}
      </div>
    </section>
  );
}
