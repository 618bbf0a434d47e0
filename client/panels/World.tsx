import { useSignal } from '@preact/signals';
import { figure } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { LineChart } from '../parts/LineChart.tsx';
import { yearLabels } from '../parts/years.ts';
import { content, view } from '../state/game.ts';
import { driverSeries, indicatorRows } from '../state/indicators.ts';
import { indicatorName, indicatorUnit, valueWithUnit } from '../words/indicators.ts';
import { newsText } from '../words/news.ts';

/** Drivers that everybody reads in the papers. */
const DRIVERS = ['brent', 'sea_freight'] as const;

/** What stands in the table of figures, with its decimals. */
const FIGURES = [
  { word: 'brent', decimals: 0 },
  { word: 'usdkzt', decimals: 0 },
  { word: 'rubkzt', decimals: 2 },
  { word: 'usdrub', decimals: 1 },
  { word: 'sea_freight', decimals: 0 },
] as const;

interface Trend {
  readonly id: string;
  readonly name: string;
  readonly values: readonly number[];
  readonly decimals: number;
  /** Its last move as a sentence. */
  readonly head: string;
}

/** The last move of a series as a sentence. */
function headOf(name: string, values: readonly number[], say: (value: number) => string): string {
  const last = values.at(-1) ?? 0;
  const before = values.at(-2) ?? last;
  const value = say(last);
  if (value === say(before)) return t('game:world.stays', { name, value });
  return t(last > before ? 'game:world.rose' : 'game:world.fell', { name, value });
}

function trends(): readonly Trend[] {
  const own = indicatorRows.value.map(({ indicator, series }) => ({
    id: indicator.id,
    name: `${indicatorName(indicator.id)}, ${indicatorUnit(indicator)}`,
    values: series.map((v) => v * indicator.scale),
    decimals: indicator.decimals,
    head: headOf(indicatorName(indicator.id), series, (v) => valueWithUnit(indicator, v)),
  }));
  const outside = DRIVERS.map((word) => {
    const values = driverSeries(word);
    return {
      id: word,
      name: t(`game:driver.${word}`),
      values,
      decimals: 0,
      head: headOf(t(`game:driverShort.${word}`), values, (v) =>
        t(`game:driverValue.${word}`, { value: figure(v) }),
      ),
    };
  }).filter((trend) => trend.values.length > 0);
  return [...outside, ...own];
}

function Chart(props: { readonly trend: Trend }) {
  const { trend } = props;
  const said = trend.values.map((v) => figure(v, trend.decimals)).join(', ');
  return (
    <figure class="trend">
      <figcaption>{trend.head}</figcaption>
      <LineChart
        lines={[{ values: trend.values }]}
        labels={yearLabels(content.value?.halves ?? [])}
        says={t('game:world.chart', { name: trend.name, values: said })}
      />
    </figure>
  );
}

/** Public figures of the world: now, and at the start of the scenario. */
function Figures() {
  const c = content.value;
  const num = view.value?.num;
  if (!c || !num) return null;
  return (
    <table class="figures">
      <caption class="hidden">{t('game:world.figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('game:world.figures')}</th>
          <th scope="col" class="number">
            {t('game:world.start')}
          </th>
          <th scope="col" class="number">
            {t('game:world.now')}
          </th>
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(({ word, decimals }) => {
          const at = c.layout.find(word);
          return (
            <tr key={word}>
              <th scope="row">{t(`game:world.figure.${word}`)}</th>
              <td class="number even">{figure(c.start[at] ?? 0, decimals)}</td>
              <td class="number now">{figure(num[at] ?? 0, decimals)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Before the first report: the state of the world; later, that there is nothing new. */
function Opening() {
  const c = content.value;
  if (!c || view.value?.report) return <p class="empty">{t('game:world.newsEmpty')}</p>;
  const at = (word: string): number => c.start[c.layout.find(word)] ?? 0;
  return (
    <p class="opening">
      {t('game:world.opening', { oil: figure(at('brent')), boxes: figure(at('boxes(KZ)')) })}
    </p>
  );
}

/** News, with the numbers that their pins bear on the map. */
export function NewsList() {
  const news = view.value?.report?.news ?? [];
  if (news.length === 0) return <Opening />;
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
      {shown && shown.values.length > 1 ? <Chart trend={shown} /> : null}
      <h3 class="world-sub">{t('game:world.news')}</h3>
      <NewsList />
      <Figures />
    </section>
  );
}
