import type { Indicator } from '../../shared/core/content.ts';
import type { Params } from '../../shared/core/order.ts';
import type { Effect } from '../../shared/game/index.ts';
import { t } from '../i18n/messages.ts';
import { iconNamed } from '../icons/named.ts';
import { Icon } from '../parts/Icon.tsx';
import { Triangle } from '../parts/Triangle.tsx';
import { headline, indicatorRows } from '../state/indicators.ts';
import { effectsOf } from '../state/previews.ts';
import { indicatorName, indicatorShort } from '../words/indicators.ts';

function wordsOf(effect: Effect, good: number): string {
  if (effect.uncertain) return t('game:desk.effectUnknown');
  if (effect.arrows === 0) return t('game:desk.effectNone');
  const judgement = t(effect.arrows * good > 0 ? 'common:better' : 'common:worse');
  const much = Math.abs(effect.arrows) > 1;
  if (effect.arrows > 0) {
    return t(much ? 'game:desk.effectUp2' : 'game:desk.effectUp', { judgement });
  }
  return t(much ? 'game:desk.effectDown2' : 'game:desk.effectDown', { judgement });
}

function Sign(props: { readonly effect: Effect; readonly indicator: Indicator }) {
  const { effect, indicator } = props;
  if (effect.uncertain) return <b class="effect-unknown">?</b>;
  if (effect.arrows === 0) return <b class="effect-none">·</b>;
  const judgement = effect.arrows * indicator.good > 0 ? 'gain' : 'loss';
  return (
    <span class="effect-arrows">
      {Array.from({ length: Math.abs(effect.arrows) }, (_, i) => (
        <Triangle key={i} up={effect.arrows > 0} judgement={judgement} />
      ))}
    </span>
  );
}

/**
 * Expected effects on a power's indicators, always in the same columns.
 * @param props.effects null while they are being computed
 */
export function EffectStrip(props: {
  readonly label: string;
  readonly indicators: readonly Indicator[];
  readonly effects: readonly Effect[] | null;
}) {
  return (
    <ul class="effects" aria-label={props.label} title={t('game:desk.previewNote')}>
      {props.indicators.map((indicator) => {
        const effect = props.effects?.find((e) => e.id === indicator.id);
        return (
          <li key={indicator.id}>
            <span aria-hidden="true" title={indicatorName(indicator.id)}>
              <Icon path={iconNamed(indicator.icon)} />
              <em>{indicatorShort(indicator.id)}</em>
            </span>
            <span aria-hidden="true">
              {effect ? <Sign effect={effect} indicator={indicator} /> : <b>&nbsp;</b>}
            </span>
            <span class="hidden">
              {effect
                ? t('game:desk.effect', {
                    name: indicatorName(indicator.id),
                    words: wordsOf(effect, indicator.good),
                  })
                : ''}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Deeper indicators named under the columns, at most. */
const NAMED = 3;

/** The strongest effects on other own indicators than those of the columns. */
function Others(props: { readonly effects: readonly Effect[] }) {
  const size = (effect: Effect, { step }: Indicator): number =>
    Math.max(Math.abs(effect.soon), Math.abs(effect.later)) / step;
  const moved = indicatorRows.value
    .flatMap(({ indicator, shared }) => {
      const effect = props.effects.find((e) => e.id === indicator.id);
      const told = !shared && indicator.depth !== 'intro';
      return told && effect && effect.arrows !== 0 ? [{ indicator, effect }] : [];
    })
    .sort((a, b) => size(b.effect, b.indicator) - size(a.effect, a.indicator))
    .slice(0, NAMED);
  if (moved.length === 0) return null;
  return (
    <ul class="effects-more" aria-label={t('game:desk.effectsMore')}>
      {moved.map(({ indicator, effect }) => (
        <li key={indicator.id} title={indicatorName(indicator.id)}>
          {indicatorShort(indicator.id)} <Sign effect={effect} indicator={indicator} />
          <span class="hidden">{wordsOf(effect, indicator.good)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What an order is expected to do to the headline indicators, and, in a deeper game, what else it moves. */
export function EffectColumns(props: { readonly kind: string; readonly params: Params }) {
  const effects = effectsOf(props.kind, props.params);
  return (
    <>
      <EffectStrip label={t('game:desk.effects')} indicators={headline.value} effects={effects} />
      {effects ? <Others effects={effects} /> : null}
    </>
  );
}
