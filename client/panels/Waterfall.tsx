import { figure } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { ticks } from '../parts/LineChart.tsx';
import { view } from '../state/game.ts';
import type { CauseBar, ReportRow } from '../state/report.ts';
import { judgement, shown, shownChange } from '../words/indicators.ts';

interface Step {
  readonly bar: CauseBar;
  readonly from: number;
  readonly to: number;
}

/** The way from what was to what is, one cause after another. */
function stepsOf(row: ReportRow): readonly Step[] {
  let at = row.was;
  return row.bars.map((bar) => {
    const step = { bar, from: at, to: at + bar.amount };
    at = step.to;
    return step;
  });
}

/**
 * An indicator's causes as bars that lead from the old value to the new one.
 * @param props.startName and endName name the two half-years
 */
export function Waterfall(props: {
  readonly row: ReportRow;
  readonly startName: string;
  readonly endName: string;
}) {
  const { row } = props;
  const { indicator } = row;
  // Where all causes stand by name, the small ones need a figure too.
  const finer = view.value?.depth === 'expert' ? 1 : 0;
  const exact = { ...indicator, decimals: indicator.decimals + finer };
  const steps = stepsOf(row);
  const edges = [row.was, row.is, ...steps.map((step) => step.to)];
  const reach = Math.max(...edges) - Math.min(...edges) || indicator.step;
  const low = Math.min(...edges) - reach * 0.12;
  const high = Math.max(...edges) + reach * 0.12;
  const at = (value: number): string => `${(((value - low) / (high - low)) * 100).toFixed(2)}%`;
  const wide = (a: number, b: number): string =>
    `${((Math.abs(a - b) / (high - low)) * 100).toFixed(2)}%`;
  const scale = indicator.scale;
  const marks = ticks(low * scale, high * scale, 4);
  const places = Math.max(indicator.decimals, (marks[1] ?? 1) - (marks[0] ?? 0) < 0.1 ? 2 : 0);
  const end = (name: string, value: number, key: string) => (
    <li key={key} class="fall-end">
      <span class="fall-name">{name}</span>
      <span class="fall-track">
        <i class="fall-mark" style={{ left: at(value) }} />
        {key === 'was' && steps.length > 0 ? (
          <i class="fall-link" style={{ left: at(value) }} />
        ) : null}
      </span>
      <b class="fall-figure">{shown(indicator, value)}</b>
      <span class="fall-kind" />
    </li>
  );
  return (
    <div class="fall">
      <div class="fall-axis" aria-hidden="true">
        {marks.map((mark) => (
          <span key={mark} style={{ left: at(mark / scale) }}>
            {figure(mark, places)}
          </span>
        ))}
      </div>
      <ol>
        {end(props.startName, row.was, 'was')}
        {steps.map(({ bar, from, to }, i) => {
          const mood = bar.words && bar.words.group !== 'other' ? judgementOf(row, bar) : 'even';
          return (
            <li key={bar.key} class={bar.words?.own ? 'own' : undefined}>
              <span class="fall-name">{bar.words?.text ?? t('game:report.else')}</span>
              <span class="fall-track">
                <i
                  class={`fall-bar ${mood}`}
                  style={{ left: at(Math.min(from, to)), width: wide(from, to) }}
                />
                {i < steps.length ? <i class="fall-link" style={{ left: at(to) }} /> : null}
              </span>
              <b class={`fall-figure ${mood}`}>{shownChange(exact, bar.amount)}</b>
              <span class="fall-kind">
                {bar.words
                  ? t(`game:report.kind.${bar.words.group}`)
                  : t('game:report.small', { count: bar.count })}
              </span>
            </li>
          );
        })}
        {end(props.endName, row.is, 'is')}
      </ol>
      <div class="fall-grid" aria-hidden="true">
        {marks.map((mark) => (
          <i key={mark} style={{ left: at(mark / scale) }} />
        ))}
      </div>
    </div>
  );
}

/** A bar keeps its colour even when its figure rounds to zero. */
function judgementOf(row: ReportRow, bar: CauseBar): 'gain' | 'loss' | 'even' {
  const plain = judgement(row.indicator, bar.amount);
  if (plain !== 'even') return plain;
  return bar.amount * row.indicator.good > 0 ? 'gain' : bar.amount === 0 ? 'even' : 'loss';
}

/** The causes of a closed row: what was for worse to the left, for better to the right, the net as a mark. */
export function NetBars(props: { readonly row: ReportRow }) {
  const { row } = props;
  const good = row.indicator.good;
  const better = row.bars.filter((bar) => bar.amount * good > 0);
  const worse = row.bars.filter((bar) => bar.amount * good < 0);
  const sum = (bars: readonly CauseBar[]): number =>
    bars.reduce((total, bar) => total + Math.abs(bar.amount), 0);
  const reach = Math.max(sum(better), sum(worse));
  if (reach === 0) return <span class="net" aria-hidden="true" />;
  const half = (bar: CauseBar): string => `${(Math.abs(bar.amount) / reach) * 47}%`;
  const net = 50 + ((row.change * good) / reach) * 47;
  return (
    <span class="net" aria-hidden="true">
      <span class="net-side loss">
        {worse.map((bar) => (
          <i key={bar.key} style={{ width: `calc(${half(bar)} * 2)` }} />
        ))}
      </span>
      <span class="net-side gain">
        {better.map((bar) => (
          <i key={bar.key} style={{ width: `calc(${half(bar)} * 2)` }} />
        ))}
      </span>
      <b style={{ left: `${net}%` }} />
    </span>
  );
}
