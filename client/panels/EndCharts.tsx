import type { Indicator } from '../../shared/core/content.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { EndView } from '../../shared/core/view.ts';
import { figure } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { LineChart } from '../parts/LineChart.tsx';
import { yearLabels } from '../parts/years.ts';
import { content, seat } from '../state/game.ts';
import { indicatorName, indicatorUnit, judgement, shown } from '../words/indicators.ts';

interface Lines {
  readonly play: readonly number[];
  readonly history: readonly number[];
}

function Chart(props: { readonly indicator: Indicator; readonly lines: Lines }) {
  const { indicator, lines } = props;
  const name = indicatorName(indicator.id);
  const scaled = (values: readonly number[]) => values.map((v) => v * indicator.scale);
  const said = (values: readonly number[]): string =>
    scaled(values)
      .map((v) => figure(v, indicator.decimals))
      .join(', ');
  const last = lines.play.at(-1) ?? 0;
  const past = lines.history.at(-1) ?? 0;
  return (
    <figure class="end-chart">
      <figcaption>
        <strong>{name}</strong> <small>{indicatorUnit(indicator)}</small>
        <span class="end-figures">
          <b class={judgement(indicator, last - past)}>{shown(indicator, last)}</b>{' '}
          <small>{t('end:against', { value: shown(indicator, past) })}</small>
        </span>
      </figcaption>
      <LineChart
        lines={[{ values: scaled(lines.history), dashed: true }, { values: scaled(lines.play) }]}
        labels={yearLabels(content.value?.halves ?? [])}
        says={t('end:chartSaid', {
          name,
          play: said(lines.play),
          history: said(lines.history),
        })}
        width={312}
        height={132}
      />
    </figure>
  );
}

/** A power's and the shared indicators by half-year, in play and with history's orders. */
export function EndCharts(props: { readonly end: EndView; readonly power: Power }) {
  const { end, power } = props;
  const c = content.value;
  if (!c) return null;
  const rows = [...c.indicators[power], ...c.indicators.shared].map((indicator, k) => ({
    indicator,
    lines: [...end.indicators[power], ...end.indicators.shared][k],
  }));
  return (
    <section class="end-section" aria-labelledby="end-charts-head">
      <h2 id="end-charts-head">
        {power === seat.value
          ? t('end:charts')
          : t('end:chartsOf', { power: t(`common:power.${power}`) })}
      </h2>
      <p class="end-key">
        <span>
          <i class="key-now" /> {t('end:game')}
        </span>
        <span>
          <i class="key-past" /> {t('end:history')}
        </span>
        <span>{t('end:chartsText')}</span>
      </p>
      <div class="end-charts">
        {rows.map(({ indicator, lines }) =>
          lines ? <Chart key={indicator.id} indicator={indicator} lines={lines} /> : null,
        )}
      </div>
    </section>
  );
}
