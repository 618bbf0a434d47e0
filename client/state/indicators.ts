import { computed } from '@preact/signals';
import type { Indicator } from '../../shared/core/content.ts';
import { content, view } from './game.ts';

export interface IndicatorRow {
  readonly indicator: Indicator;
  readonly shared: boolean;
  /** The word's values by resolved round, the base period first. */
  readonly series: readonly number[];
  readonly value: number;
  /** Against the round before; 0 before the first. */
  readonly change: number;
}

/** Those that stand in fixed columns and lead the strip: the indicators of the first depth. */
export function leading(list: readonly Indicator[]): readonly Indicator[] {
  return list.filter(({ depth }) => depth === 'intro');
}

/** Own indicators in their fixed order, then the shared ones. */
export const indicatorRows = computed<readonly IndicatorRow[]>(() => {
  const c = content.value;
  const v = view.value;
  if (!c || !v) return [];
  const own = v.seat ? c.indicators[v.seat] : [];
  const list = [
    ...own.map((indicator) => ({ indicator, shared: false })),
    ...c.indicators.shared.map((indicator) => ({ indicator, shared: true })),
  ];
  return list.map(({ indicator, shared }, k) => {
    const series = v.series.map((row) => row[k] ?? 0);
    const value = series.at(-1) ?? 0;
    return { indicator, shared, series, value, change: value - (series.at(-2) ?? value) };
  });
});

/** The own leading indicators. */
export const headline = computed<readonly Indicator[]>(() =>
  leading(indicatorRows.value.filter(({ shared }) => !shared).map(({ indicator }) => indicator)),
);

/** A driver from outside by resolved round, the base period first; empty for an unknown word. */
export function driverSeries(word: string): readonly number[] {
  const c = content.value;
  const v = view.value;
  if (!c || !v) return [];
  const at = c.layout.find(word);
  const k = c.driverAt.indexOf(at);
  if (k < 0) return [];
  const resolved = v.series.length - 1;
  return [c.start[at] ?? 0, ...c.drivers.slice(0, resolved).map((row) => row[k] ?? 0)];
}
