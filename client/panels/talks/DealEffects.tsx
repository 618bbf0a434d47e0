import type { Power } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';
import { dealOf } from '../../state/deals.ts';
import { content, seat } from '../../state/game.ts';
import { EffectStrip } from '../EffectColumns.tsx';

/** What an offer would bring, were it signed and kept: to this seat, and by public estimate to the partner. */
export function DealEffects(props: {
  readonly clauses: readonly Clause[];
  readonly partner: Power;
}) {
  const { clauses, partner } = props;
  const own = seat.value;
  const c = content.value;
  if (!own || !c) return null;
  const deal = dealOf(clauses);
  const theirs = deal && (deal.partners[partner]?.effects ?? null);
  const name = t(`common:power.${partner}`);
  return (
    <div class="deal-effects" aria-busy={deal === null}>
      <p>
        <Badge power={own} size={16} /> {t('talks:effect.own')}
      </p>
      <EffectStrip
        label={t('talks:effect.own')}
        indicators={c.indicators[own]}
        effects={deal?.own.effects ?? null}
      />
      <p>
        <Badge power={partner} size={16} /> {t('talks:effect.partner', { power: name })}
      </p>
      <EffectStrip
        label={t('talks:effect.partner', { power: name })}
        indicators={c.indicators[partner]}
        effects={theirs}
      />
    </div>
  );
}
