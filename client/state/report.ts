import { computed, signal } from '@preact/signals';
import type { Indicator } from '../../shared/core/content.ts';
import type { LedgerLine } from '../../shared/core/ledger.ts';
import type { Depth } from '../../shared/core/powers.ts';
import type { GivenOrder, IndicatorReport } from '../../shared/core/state.ts';
import { type CauseWords, causeWords } from '../words/causes.ts';
import { content, phase, view } from './game.ts';

/** Causes shown by name; what is smaller is summed up. */
const CAUSES: Readonly<Record<Depth, number>> = { intro: 3, standard: 6, expert: Infinity };

export interface CauseBar {
  readonly key: string;
  readonly words: CauseWords | null;
  readonly amount: number;
  /** How many small causes a summed bar stands for. */
  readonly count: number;
}

export interface ReportRow {
  readonly indicator: Indicator;
  readonly shared: boolean;
  readonly was: number;
  readonly is: number;
  readonly change: number;
  readonly bars: readonly CauseBar[];
}

/**
 * The largest causes by name and one bar for all others, so that the bars add up to the change.
 * @param shownCauses how many may stand by name
 */
export function barsOf(
  lines: readonly LedgerLine[],
  shownCauses: number,
  words: (cause: string) => CauseWords,
): readonly CauseBar[] {
  const sorted = [...lines].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const named = sorted.slice(0, shownCauses);
  const rest = sorted.slice(named.length);
  const bars: CauseBar[] = named.map(({ cause, amount }) => ({
    key: cause,
    words: words(cause),
    amount,
    count: 1,
  }));
  if (rest.length > 0) {
    const amount = rest.reduce((sum, line) => sum + line.amount, 0);
    bars.push({ key: 'rest', words: null, amount, count: rest.length });
  }
  return bars;
}

export const reportRows = computed<readonly ReportRow[]>(() => {
  const c = content.value;
  const v = view.value;
  if (!c || !v?.report) return [];
  const own = v.seat ? c.indicators[v.seat] : [];
  const { orders, indicators } = v.report;
  const row = (indicator: Indicator, shared: boolean, r: IndicatorReport): ReportRow => ({
    indicator,
    shared,
    was: r.was,
    is: r.is,
    change: r.is - r.was,
    bars: barsOf(r.lines, CAUSES[v.depth], (cause) => causeWords(cause, v.seat, orders)),
  });
  return indicators.flatMap((r, k) => {
    const shared = k >= own.length;
    const indicator = shared ? c.indicators.shared[k - own.length] : own[k];
    return indicator ? [row(indicator, shared, r)] : [];
  });
});

/** Rows by how much they moved in their own steps, the strongest first. */
export const moved = computed<readonly ReportRow[]>(() =>
  reportRows.value
    .filter((row) => !row.shared)
    .sort((a, b) => Math.abs(b.change) / b.indicator.step - Math.abs(a.change) / a.indicator.step),
);

export function ordersOf(power: string): readonly GivenOrder[] {
  return view.value?.report?.orders.filter((order) => order.power === power) ?? [];
}

/** The reader put the report aside to look at the map, in this round. */
const aside = signal(-1);
export const showsReport = computed(
  () =>
    phase.value === 'report' &&
    // The room tells the phase a moment before the view brings this round's report.
    view.value?.phase === 'report' &&
    view.value.report !== null &&
    aside.value !== view.value.report.round,
);

export function putReportAside(away: boolean): void {
  aside.value = away ? (view.value?.report?.round ?? -1) : -1;
}
