import type { Key } from '../i18n/keys.ts';
import { hasText, named, t } from '../i18n/messages.ts';
import type { CauseBar, ReportRow } from '../state/report.ts';
import { indicatorName, isStill, shownSize, valueWithUnit } from './indicators.ts';

function direction(row: ReportRow): 'Rise' | 'Fall' {
  return row.change > 0 ? 'Rise' : 'Fall';
}

/** One sentence over the report: what moved most, and what moved next. */
export function headline(rows: readonly ReportRow[]): string {
  const [first, second] = rows.filter((row) => !isStill(row.indicator, row.change));
  if (!first) return t('indicators:head.still');
  const start = named(`indicators:head.${direction(first).toLowerCase()}`, first.indicator.id);
  if (!second || !hasText(`indicators:head.then${direction(second)}.${second.indicator.id}`)) {
    return start;
  }
  return named(`indicators:head.then${direction(second)}`, second.indicator.id, { first: start });
}

/**
 * Why an indicator moved, in few words: its largest cause, and the largest known one against it.
 * @param both false for readers of a first game, who are told the one cause that carried it
 */
export function because(row: ReportRow, both = true): string {
  const name = indicatorName(row.indicator.id);
  const is = valueWithUnit(row.indicator, row.is);
  const bars = row.bars.filter((bar) => bar.words !== null);
  if (isStill(row.indicator, row.change) || bars.length === 0) {
    return t('game:report.because.same', { name, is });
  }
  const along = mainBar(bars, row.change);
  const against = bars.find(
    (bar) =>
      bar.key !== 'other' && bar.amount * row.change < 0 && !isStill(row.indicator, bar.amount),
  );
  const way = row.change > 0 ? 'up' : 'down';
  if (!along?.words) return t('game:report.because.same', { name, is });
  const params = {
    name,
    is,
    cause: along.words.text,
    amount: shownSize(row.indicator, along.amount),
  };
  if (!both || !against?.words) return t(`game:report.because.${way}` as Key, params);
  return t(`game:report.against.${way}` as Key, {
    ...params,
    other: against.words.text,
    otherAmount: shownSize(row.indicator, against.amount),
  });
}

/** What history had besides the model tells nobody anything: a named cause this large goes before it. */
const ENOUGH = 1 / 3;

/** The cause that carries a change: the largest in its direction, a named one rather than the record's rest. */
function mainBar(bars: readonly CauseBar[], change: number): CauseBar | undefined {
  const along = bars.filter((bar) => bar.amount * change > 0);
  const [first] = along;
  if (first?.key !== 'other') return first;
  const known = along.find((bar) => bar.key !== 'other' && bar.words !== null);
  return known && Math.abs(known.amount) >= ENOUGH * Math.abs(first.amount) ? known : first;
}

/** The largest cause of a change as a sentence of its own; null where nothing moved or nothing is known. */
export function whatCarried(row: ReportRow): string | null {
  if (isStill(row.indicator, row.change)) return null;
  const along = mainBar(row.bars, row.change);
  if (!along?.words) return null;
  const params = { cause: along.words.text, amount: shownSize(row.indicator, along.amount) };
  return t(row.change > 0 ? 'game:check.added' : 'game:check.took', params);
}

/** The cause that carried the change, for a closed row; without a change, the largest. */
export function mainCause(row: ReportRow): string {
  const first = mainBar(row.bars, row.change) ?? row.bars[0];
  if (!first) return t('game:report.noCause');
  return first.words?.text ?? t('game:report.else');
}
