import type { Power } from '../../shared/core/powers.ts';
import type { EndView, ObjectiveScore } from '../../shared/core/view.ts';
import { figure } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';
import type { Departure } from '../state/turns.ts';
import { indicatorName, valueWithUnit } from './indicators.ts';

/** Points around 50 that count as "much as in history". */
const ABOUT_SAME = 2;

/** One sentence over the end: how a power did against its own history, never against the others. */
export function endHeadline(power: Power | null, end: EndView): string {
  if (!power) return t('end:headlineWatch');
  const { score } = end.scores[power];
  const params = { power: t(`common:powerAtStart.${power}`) };
  if (Math.abs(score - 50) < ABOUT_SAME) return t('end:headline.same', params);
  return t(score > 50 ? 'end:headline.better' : 'end:headline.worse', params);
}

/** The objectives that gave and took most against history, by weighted points; null when level. */
export function extremes(objectives: readonly ObjectiveScore[]): {
  readonly best: ObjectiveScore | null;
  readonly worst: ObjectiveScore | null;
} {
  const worth = (o: ObjectiveScore): number => (o.score - 50) * o.weight;
  const sorted = [...objectives].sort((a, b) => worth(b) - worth(a));
  const best = sorted[0];
  const worst = sorted.at(-1);
  return {
    best: best && worth(best) > 0 ? best : null,
    worst: worst && worth(worst) < 0 ? worst : null,
  };
}

/** What moved for and against, as far as anything did. */
export function endLead(power: Power | null, end: EndView): string {
  if (!power) return t('end:leadWatch');
  const { best, worst } = extremes(end.scores[power].objectives);
  const gain = best ? named('game:objective', best.id) : '';
  const loss = worst ? named('game:objective', worst.id) : '';
  if (best && worst) return t('end:lead', { gain, loss });
  if (best) return t('end:leadGain', { gain });
  return worst ? t('end:leadLoss', { loss }) : t('end:leadWatch');
}

/**
 * The value of an objective's formula, with as many decimals as its unit of ten points needs.
 * @param unit change of the formula's value that is worth ten points
 */
export function objectiveValue(x: number, unit: number): string {
  return figure(x, unit < 1 ? 2 : 1);
}

/** What moved at a turn, as a headline. */
export function turnTitle({ indicator, move }: Departure): string {
  return named(`indicators:head.${move > 0 ? 'rise' : 'fall'}`, indicator.id);
}

/** How far that was from history. */
export function turnText({ indicator, play, history }: Departure): string {
  return t('end:turn.text', {
    name: indicatorName(indicator.id),
    play: valueWithUnit(indicator, play),
    history: valueWithUnit(indicator, history),
  });
}

/** A question for the talk after the game: nobody is asked for a right answer. */
export function turnQuestion({ round, indicator, move }: Departure): string {
  const better = move * indicator.good > 0;
  const key = (['a', 'b', 'c'] as const)[round % 3] ?? 'a';
  return t(better ? `end:turn.better.${key}` : `end:turn.worse.${key}`);
}
