import { useSignal } from '@preact/signals';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import type { DealPreview } from '../../../shared/game/index.ts';
import { figure } from '../../i18n/format.ts';
import { t } from '../../i18n/messages.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Triangle } from '../../parts/Triangle.tsx';
import { partiesOf } from '../../state/compose.ts';
import { dealOf, pointsOf } from '../../state/deals.ts';
import { content, seat } from '../../state/game.ts';
import { leading } from '../../state/indicators.ts';
import { clauseName } from '../../words/clauses.ts';
import { EffectStrip } from '../EffectColumns.tsx';

/** Points of score that are more than a rounding of the estimate. */
const LEAST = 0.05;

function wayOf(score: number): 'better' | 'worse' | 'even' {
  return score > LEAST ? 'better' : score < -LEAST ? 'worse' : 'even';
}

/** An offer on the whole, beside its single effects. */
function Whole(props: { readonly score: number }) {
  const way = wayOf(props.score);
  return (
    <small class={way === 'even' ? 'even' : way === 'better' ? 'gain' : 'loss'}>
      {way === 'even' ? null : (
        <Triangle up={way === 'better'} judgement={way === 'better' ? 'gain' : 'loss'} />
      )}{' '}
      {t(`talks:effect.${way}`)}
    </small>
  );
}

/** What the whole would bring one party, by its leading indicators. */
function Strip(props: { readonly power: Power; readonly deal: DealPreview | null }) {
  const { power, deal } = props;
  const c = content.value;
  if (!c) return null;
  const own = power === seat.value;
  const one = own ? deal?.own : deal?.partners[power];
  const label = own
    ? t('talks:effect.own')
    : t('talks:effect.partner', { power: t(`common:powerInside.${power}`) });
  return (
    <>
      <p>
        <Badge power={power} size={16} />
        <span>
          {label}
          {one ? <Whole score={one.score} /> : null}
        </span>
      </p>
      <EffectStrip
        label={label}
        indicators={leading(c.indicators[power])}
        effects={one?.effects ?? null}
      />
    </>
  );
}

/** A gain in points of score: triangle, figure, word. */
function Gain(props: { readonly score: number }) {
  const { score } = props;
  const way = wayOf(score);
  if (way === 'even') {
    return (
      <td class="even">
        · <span class="hidden">{t('talks:effect.none')}</span>
      </td>
    );
  }
  const judgement = way === 'better' ? 'gain' : 'loss';
  return (
    <td class={judgement}>
      <Triangle up={way === 'better'} judgement={judgement} />{' '}
      <span class="hidden">{t(`common:${way}`)} </span>
      {figure(Math.abs(score), 1)}
    </td>
  );
}

/** What each point would bring each party by itself: a row a point. */
function ByPoint(props: { readonly clauses: readonly Clause[]; readonly to: readonly Power[] }) {
  const { clauses, to } = props;
  const gains = pointsOf(clauses);
  const parties = partiesOf(to);
  return (
    <table class="by-point" aria-busy={gains === null}>
      <caption class="note">{t('talks:effect.pointsNote')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('talks:effect.point')}</th>
          {parties.map((power) => (
            <th key={power} scope="col">
              <Badge power={power} size={16} label />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {clauses.map((clause, i) => (
          <tr key={i}>
            <th scope="row">
              {i + 1}. {clauseName(clause.kind)}
            </th>
            {parties.map((power) => {
              const score = gains?.[i]?.[power];
              return score === undefined ? (
                <td key={power}>…</td>
              ) : (
                <Gain key={power} score={score} />
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the conditions of an offer were taken in the look ahead; nothing where it has none. */
function Conditions(props: { readonly deal: DealPreview | null }) {
  const found = props.deal?.conditions ?? [];
  const lines = found.flatMap((truth, i) =>
    truth === null ? [] : [{ n: i + 1, text: t(`talks:effect.condition.${truth}`, { n: i + 1 }) }],
  );
  if (lines.length === 0) return null;
  return (
    <ul class="deal-conditions note">
      {lines.map(({ n, text }) => (
        <li key={n}>{text}</li>
      ))}
    </ul>
  );
}

/** What stands behind a line until it is opened; what it takes to compute is not asked for before. */
function Later(props: { readonly title: string; body(): preact.JSX.Element }) {
  const open = useSignal(false);
  return (
    <details
      class="deal-more"
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{props.title}</summary>
      {open.value ? props.body() : null}
    </details>
  );
}

/**
 * What an offer would bring, were it signed and kept: to this seat, by public estimate to the others, and,
 * behind a line, of each of its points.
 */
export function DealEffects(props: {
  readonly clauses: readonly Clause[];
  readonly to: readonly Power[];
}) {
  const { clauses, to } = props;
  const own = seat.value;
  if (!own) return null;
  const deal = dealOf(to, clauses);
  const [first, ...more] = to;
  const shown = more.length === 0 && first ? [own, first] : [own];
  return (
    <>
      <div class="deal-effects" aria-busy={deal === null}>
        {shown.map((power) => (
          <Strip key={power} power={power} deal={deal} />
        ))}
      </div>
      <Conditions deal={deal} />
      {more.length > 0 ? (
        <>
          <ul class="deal-wholes" aria-label={t('talks:effect.others')}>
            {to.map((power) => {
              const one = deal?.partners[power];
              return (
                <li key={power}>
                  <Badge power={power} size={16} label /> {one ? <Whole score={one.score} /> : '…'}
                </li>
              );
            })}
          </ul>
          <Later
            title={t('talks:effect.each')}
            body={() => (
              <div class="deal-effects">
                {to.map((power) => (
                  <Strip key={power} power={power} deal={deal} />
                ))}
              </div>
            )}
          />
        </>
      ) : null}
      {clauses.length > 1 || more.length > 0 ? (
        <Later
          title={t('talks:effect.points')}
          body={() => <ByPoint clauses={clauses} to={to} />}
        />
      ) : null}
    </>
  );
}
