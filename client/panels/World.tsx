import { useSignal } from '@preact/signals';
import { indicatorValue } from '../../shared/core/indicators.ts';
import { DEPTHS } from '../../shared/core/powers.ts';
import type { News } from '../../shared/core/round.ts';
import { figure } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { LineChart } from '../parts/LineChart.tsx';
import { yearLabels } from '../parts/years.ts';
import { content, view } from '../state/game.ts';
import { driverSeries, indicatorRows } from '../state/indicators.ts';
import { newsOfBreach } from '../words/breach.ts';
import { indicatorName, indicatorUnit, valueWithUnit } from '../words/indicators.ts';
import { newsText } from '../words/news.ts';
import { ToAgreements } from './Talks.tsx';

/** Drivers that everybody reads in the papers. */
const DRIVERS = ['brent', 'sea_freight'] as const;

/** What stands in the table of figures, with its decimals and the depth from which it is told. */
const FIGURES = [
  { word: 'brent', name: 'brent', decimals: 0, depth: 'intro' },
  { word: 'usdkzt', name: 'usdkzt', decimals: 0, depth: 'intro' },
  { word: 'rubkzt', name: 'rubkzt', decimals: 2, depth: 'intro' },
  { word: 'usdrub', name: 'usdrub', decimals: 1, depth: 'intro' },
  { word: 'sea_freight', name: 'sea_freight', decimals: 0, depth: 'intro' },
  { word: 'sanction_level', name: 'sanctions', decimals: 0, depth: 'standard' },
  { word: 'cet_rate(goods)', name: 'tariff', decimals: 1, depth: 'standard' },
  { word: 'disputes', name: 'disputes', decimals: 0, depth: 'standard' },
  { word: 'grey(CN)', name: 'grey', decimals: 0, depth: 'expert' },
  { word: 'clarity', name: 'clarity', decimals: 0, depth: 'expert' },
  { word: 'mean(chapter)', name: 'chapters', decimals: 0, depth: 'expert' },
] as const;

function figuresNow(): readonly (typeof FIGURES)[number][] {
  const reach = DEPTHS.indexOf(view.value?.depth ?? 'intro');
  return FIGURES.filter(({ depth }) => DEPTHS.indexOf(depth) <= reach);
}

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
  const v = view.value;
  if (!c || !v) return null;
  const now = Float64Array.from(v.num, (value) => value ?? 0);
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
        {figuresNow().map(({ word, name, decimals }) => (
          <tr key={word}>
            <th scope="row">{t(`game:world.figure.${name}`)}</th>
            <td class="number even">{figure(indicatorValue(c.layout, c.start, word), decimals)}</td>
            <td class="number now">{figure(indicatorValue(c.layout, now, word), decimals)}</td>
          </tr>
        ))}
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

/** News that a first game tells at once; the others are a tap away. */
export const FIRST_NEWS = 2;

/** A broken word before all else: nobody at the table may miss it. The others keep their order. */
export function inOrder(news: readonly News[]): readonly News[] {
  const broken = (one: News): boolean => one.key === 'talks.broken';
  return [...news.filter(broken), ...news.filter((one) => !broken(one))];
}

/** One piece of news; of a broken word also what broke it and what that cost. */
function NewsItem(props: { readonly news: News }) {
  const more = newsOfBreach(props.news);
  return (
    <span>
      {newsText(props.news)}
      {more ? <small class="news-more"> {more}</small> : null}
    </span>
  );
}

/** News, with the numbers that their pins bear on the map. */
export function NewsList() {
  const all = useSignal(false);
  const news = inOrder(view.value?.report?.news ?? []);
  if (news.length === 0) return <Opening />;
  const limited = view.value?.depth === 'intro' && !all.value;
  const shown = limited ? news.slice(0, FIRST_NEWS) : news;
  const left = news.length - shown.length;
  let pin = 0;
  return (
    <ul class="news">
      {shown.map((one) => {
        if (one.node) pin += 1;
        return (
          <li key={`${one.key} ${JSON.stringify(one.params ?? {})}`}>
            {one.node ? <b class="pin">{pin}</b> : <b class="pin plain" aria-hidden="true" />}
            <NewsItem news={one} />
          </li>
        );
      })}
      {left > 0 ? (
        <li>
          <b class="pin plain" aria-hidden="true" />
          <button
            type="button"
            class="text-button"
            onClick={() => {
              all.value = true;
            }}
          >
            {t('game:world.moreNews', { count: left })}
          </button>
        </li>
      ) : null}
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
      <ToAgreements />
      <Figures />
    </section>
  );
}
