import type { Power } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Triangle } from '../../parts/Triangle.tsx';
import { dealOf } from '../../state/deals.ts';
import { content, seat } from '../../state/game.ts';
import { leading } from '../../state/indicators.ts';
import { EffectStrip } from '../EffectColumns.tsx';

/** Points of score that are more than a rounding of the estimate. */
const LEAST = 0.05;

/** An offer on the whole, beside its single effects. */
function Whole(props: { readonly score: number }) {
  const { score } = props;
  const way = score > LEAST ? 'better' : score < -LEAST ? 'worse' : 'even';
  return (
    <small class={way === 'even' ? 'even' : way === 'better' ? 'gain' : 'loss'}>
      {way === 'even' ? null : (
        <Triangle up={way === 'better'} judgement={way === 'better' ? 'gain' : 'loss'} />
      )}{' '}
      {t(`talks:effect.${way}`)}
    </small>
  );
}

/** What an offer would bring, were it signed and kept: to this seat, and by public estimate to the partner. */
export function DealEffects(props: {
  readonly clauses: readonly Clause[];
  readonly partner: Power;
}) {
  const { clauses, partner } = props;
  const own = seat.value;
  const c = content.value;
  if (!own || !c) return null;
  const deal = dealOf(partner, clauses);
  const theirs = deal?.partners[partner];
  const name = t(`common:powerInside.${partner}`);
  return (
    <div class="deal-effects" aria-busy={deal === null}>
      <p>
        <Badge power={own} size={16} />
        <span>
          {t('talks:effect.own')}
          {deal ? <Whole score={deal.own.score} /> : null}
        </span>
      </p>
      <EffectStrip
        label={t('talks:effect.own')}
        indicators={leading(c.indicators[own])}
        effects={deal?.own.effects ?? null}
      />
      <p>
        <Badge power={partner} size={16} />
        <span>
          {t('talks:effect.partner', { power: name })}
          {theirs ? <Whole score={theirs.score} /> : null}
        </span>
      </p>
      <EffectStrip
        label={t('talks:effect.partner', { power: name })}
        indicators={leading(c.indicators[partner])}
        effects={theirs?.effects ?? null}
      />
    </div>
  );
}
