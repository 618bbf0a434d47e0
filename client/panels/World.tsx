import { useSignal } from '@preact/signals';
import { figure } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import { LineChart } from '../parts/LineChart.tsx';
import { content, view } from '../state/game.ts';
import { driverSeries, indicatorRows } from '../state/indicators.ts';
import { indicatorName, indicatorUnit } from '../words/indicators.ts';
import { newsText } from '../words/news.ts';

/** Drivers that everybody reads in the papers. */
const DRIVERS = ['brent', 'sea_freight'] as const;

/** Years on the axis, each at its first half. */
function yearLabels(count: number): readonly string[] {
  const halves = content.value?.halves ?? [];
  const first = Number(halves[0]?.slice(0, 4) ?? 0);
  const startsSecond = halves[0]?.endsWith('H2') ?? false;
  // The base period lies one half-year before the first round.
  return Array.from({ length: count }, (_, i) => {
    const halfIndex = i + (startsSecond ? 0 : 1);
    return halfIndex % 2 === 0 ? String(first + halfIndex / 2) : '';
  });
}

interface Trend {
  readonly id: string;
  readonly name: string;
  readonly values: readonly number[];
  readonly decimals: number;
}

function trends(): readonly Trend[] {
  const own = indicatorRows.value.map(({ indicator, series }) => ({
    id: indicator.id,
    name: `${indicatorName(indicator.id)}, ${indicatorUnit(indicator)}`,
    values: series.map((v) => v * indicator.scale),
    decimals: indicator.decimals,
  }));
  const outside = DRIVERS.map((word) => ({
    id: word,
    name: named('game:driver', word),
    values: driverSeries(word),
    decimals: 0,
  })).filter((trend) => trend.values.length > 0);
  return [...outside, ...own];
}

function Chart(props: { readonly trend: Trend }) {
  const { trend } = props;
  const n = (content.value?.halves.length ?? 6) + 1;
  const said = trend.values.map((v) => figure(v, trend.decimals)).join(', ');
  return (
    <figure class="trend">
      <figcaption>{trend.name}</figcaption>
      <LineChart
        lines={[{ values: trend.values }]}
        labels={yearLabels(n)}
        says={t('game:world.chart', { name: trend.name, values: said })}
      />
    </figure>
  );
}

/** News, with the numbers that their pins bear on the map. */
export function NewsList() {
  const news = view.value?.report?.news ?? [];
  if (news.length === 0) return <p class="empty">{t('game:world.newsEmpty')}</p>;
  let pin = 0;
  return (
    <ul class="news">
      {news.map((one) => {
        if (one.node) pin += 1;
        return (
          <li key={`${one.key} ${JSON.stringify(one.params ?? {})}`}>
            {one.node ? <b class="pin">{pin}</b> : <b class="pin plain" aria-hidden="true" />}
            <span>{newsText(one)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What happens around the four powers: news, and figures over time. */
export function World() {
  const all = trends();
  const first = all[0];
  const picked = useSignal<string | null>(null);
  const shown = all.find((trend) => trend.id === picked.value) ?? first;
  return (
    <section class="world" id="world" tabIndex={-1} aria-labelledby="world-heading">
      <header>
        <h2 id="world-heading">{t('game:world.heading')}</h2>
        <label>
          <span class="hidden">{t('game:world.trends')}</span>
          <select
            class="select plain"
            value={shown?.id ?? ''}
            onChange={(event) => {
              picked.value = event.currentTarget.value;
            }}
          >
            {all.map((trend) => (
              <option key={trend.id} value={trend.id}>
                {trend.name}
              </option>
            ))}
          </select>
        </label>
      </header>
      {shown ? <Chart trend={shown} /> : null}
      <h3 class="world-sub">{t('game:world.news')}</h3>
      <NewsList />
    </section>
  );
}
