import { computed } from '@preact/signals';
import type { Aim } from '../../shared/core/aims.ts';
import type { Indicator } from '../../shared/core/content.ts';
import { type AimCheck, checkOf } from '../../shared/game/index.ts';
import { content, round, seat, view } from './game.ts';

/** What this seat has said about the round being played. */
export const ownAim = computed<Aim | null>(
  () =>
    view.value?.aims.find((aim) => aim.round === round.value && aim.power === seat.value) ?? null,
);

/** The indicator that is predicted: the seat's first, the same in every round. */
export const foretold = computed<Indicator | null>(() => {
  const own = seat.value;
  return own ? (content.value?.indicators[own][0] ?? null) : null;
});

/** What was said about the reported round, held against what it brought; null when nothing was said. */
export const reportCheck = computed<AimCheck | null>(() => {
  const c = content.value;
  const v = view.value;
  const report = v?.report;
  if (!c || !v || !report) return null;
  const aim = v.aims.find((one) => one.round === report.round && one.power === v.seat);
  if (!aim) return null;
  const changes = Object.fromEntries(report.indicators.map((r) => [r.id, r.is - r.was]));
  const check = checkOf(c, aim, changes);
  return check.aim || check.forecast ? check : null;
});

/** Predictions of a power that came true, and all it made, over resolved rounds. */
export interface Record {
  readonly right: number;
  readonly all: number;
}

/** Counts a power's predictions by the series of its own indicators, shape [round + 1][indicator]. */
export function recordOf(
  aims: readonly Aim[],
  indicators: readonly Indicator[],
  series: readonly (readonly number[])[],
): Record {
  const c = content.value;
  if (!c) return { right: 0, all: 0 };
  const checks = aims.flatMap((aim) => {
    const after = series[aim.round + 1];
    const before = series[aim.round];
    if (!after || !before) return [];
    const changes = Object.fromEntries(
      indicators.map(({ id }, k) => [id, (after[k] ?? 0) - (before[k] ?? 0)]),
    );
    const { forecast } = checkOf(c, aim, changes);
    return forecast ? [forecast.said === forecast.was] : [];
  });
  return { right: checks.filter(Boolean).length, all: checks.length };
}

/** This seat's predictions so far. */
export const ownRecord = computed<Record>(() => {
  const v = view.value;
  const own = v?.seat ? (content.value?.indicators[v.seat] ?? []) : [];
  return v
    ? recordOf(
        v.aims.filter((aim) => aim.power === v.seat),
        own,
        v.series,
      )
    : { right: 0, all: 0 };
});
