import type { Power } from '../../shared/core/powers.ts';
import type { EndView, ObjectiveScore } from '../../shared/core/view.ts';
import { figure } from '../i18n/format.ts';
import { named, t } from '../i18n/messages.ts';

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
