import { useSignal } from '@preact/signals';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import type { ReadyOffer, Slider } from '../../../shared/game/index.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { chevronDown, chevronUp } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { channelWith } from '../../state/channels.ts';
import { refusalOf, settingOf, withSetting, write } from '../../state/compose.ts';
import { proposeOffer } from '../../state/connection.ts';
import { readyFor } from '../../state/deals.ts';
import { content, round, seat } from '../../state/game.ts';
import { newest, proposalsWith } from '../../state/talks.ts';
import { clauseText, offerTitle, settingName, settingText } from '../../words/clauses.ts';
import { figureIn } from '../../words/orders.ts';
import { ParamControl } from '../ParamControl.tsx';
import { DealEffects } from './DealEffects.tsx';

/** Settings that a ready offer has. */
const SLIDERS = 2;

/** The points of an offer by who gives them. */
function Gives(props: { readonly clauses: readonly Clause[] }) {
  return (
    <ul class="gives">
      {props.clauses.map((clause, i) => (
        <li key={i}>
          <Badge power={clause.by} />
          <p class="clause-text">{clauseText(clause)}</p>
        </li>
      ))}
    </ul>
  );
}

/** Settings of an offer that change something; where one is idle, time takes its place. */
function slidersOf({ sliders }: ReadyOffer, clauses: readonly Clause[]): readonly Slider[] {
  const live = sliders.filter(({ clause, where, spec }) => {
    const order = clauses[clause]?.order;
    return where !== 'order' || !order || figureIn(order.kind, order.params, spec.id) !== 'idle';
  });
  const last = (content.value?.halves.length ?? 1) - 1;
  const times = clauses.map(
    ({ until }, clause): Slider => ({
      clause,
      where: 'until',
      spec: {
        id: 'until',
        type: 'number',
        min: round.value,
        max: last,
        step: 1,
        initial: until,
        unit: 'half',
      },
    }),
  );
  return [...live, ...(last > round.value ? times : [])].slice(0, SLIDERS);
}

/** One ready offer, opened: its points, two settings, what it would bring, and the way out. */
function Opened(props: {
  readonly to: readonly Power[];
  readonly offer: ReadyOffer;
  readonly clauses: readonly Clause[];
  onSet(clauses: readonly Clause[]): void;
}) {
  const { to, offer, clauses, onSet } = props;
  const refusal = refusalOf(to, clauses);
  return (
    <div class="ready-open">
      <Gives clauses={clauses} />
      <div class="settings">
        {slidersOf(offer, clauses).map((slider) => {
          const label = settingName(slider.where, slider.spec);
          return (
            <div class="setting" key={`${slider.clause} ${slider.where} ${slider.spec.id}`}>
              <span aria-hidden="true">{label}</span>
              <ParamControl
                id={`${offer.id}-${slider.clause}-${slider.where}`}
                label={label}
                spec={slider.spec}
                value={settingOf(clauses, slider)}
                disabled={false}
                says={(value) => settingText(slider.spec, value)}
                onSet={(value) => onSet(withSetting(clauses, slider, value))}
              />
            </div>
          );
        })}
      </div>
      <DealEffects clauses={clauses} to={to} />
      <Problem text={refusal && refusalText(refusal)} />
      <p class="row">
        <button
          type="button"
          class="button filled"
          disabled={refusal !== null}
          onClick={() => void proposeOffer(to, clauses)}
        >
          {t('talks:send')}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => write({ to, clauses, counters: null })}
        >
          {t('talks:changeTerms')}
        </button>
      </p>
    </div>
  );
}

function titleOf({ clauses }: ReadyOffer): string {
  return offerTitle(clauses);
}

/** Up to three offers made ready, one of them opened; each can be set with two sliders. */
export function ReadyOffers(props: { readonly to: readonly Power[] }) {
  const { to } = props;
  const found = readyFor(to);
  // What was refused just so comes last: there may be a better one.
  const refused = proposalsWith(channelWith(to))
    .filter((p) => p.status === 'declined' && p.by === seat.value)
    .map((p) => offerTitle(newest(p)?.clauses ?? []));
  const offers = found?.toSorted(
    (a, b) => Number(refused.includes(titleOf(a))) - Number(refused.includes(titleOf(b))),
  );
  const opened = useSignal<string | null>(null);
  const set = useSignal<Readonly<Record<string, readonly Clause[]>>>({});
  if (!offers) {
    return (
      <p class="empty" role="status">
        {t('talks:ready.looking')}
      </p>
    );
  }
  if (offers.length === 0) return <p class="empty">{t('talks:ready.none')}</p>;
  const open = opened.value ?? offers[0]?.id;
  return (
    <ul class="ready-offers">
      {offers.map((offer) => {
        const clauses = set.value[offer.id] ?? offer.clauses;
        const isOpen = offer.id === open;
        return (
          <li key={offer.id} data-open={isOpen ? '' : undefined}>
            <button
              type="button"
              class="ready-head"
              aria-expanded={isOpen}
              onClick={() => {
                opened.value = isOpen ? '' : offer.id;
              }}
            >
              <strong>{offerTitle(clauses)}</strong>
              <Icon path={isOpen ? chevronUp : chevronDown} size={18} />
            </button>
            {isOpen ? (
              <Opened
                to={to}
                offer={offer}
                clauses={clauses}
                onSet={(next) => {
                  set.value = { ...set.value, [offer.id]: next };
                }}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
