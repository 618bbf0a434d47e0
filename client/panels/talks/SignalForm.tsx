import { useSignal } from '@preact/signals';
import type { Power } from '../../../shared/core/powers.ts';
import type { DeedCondition, NamedOrder } from '../../../shared/core/talk.ts';
import { offers } from '../../../shared/game/index.ts';
import { t } from '../../i18n/messages.ts';
import { Problem } from '../../parts/Problem.tsx';
import { Term } from '../../parts/Term.tsx';
import { audienceOf, type Channel, othersIn } from '../../state/channels.ts';
import { orderToName } from '../../state/compose.ts';
import { giveSignal, refusedWords } from '../../state/connection.ts';
import { content, round, view } from '../../state/game.ts';
import { ordersOpenTo } from '../../state/orders.ts';
import { canOffer } from '../../state/talks.ts';
import { OrderForm } from './OrderForm.tsx';
import { UntilChoice } from './UntilChoice.tsx';

const KINDS = ['warn', 'promise'] as const;

/** Own orders that may be announced. */
function ownOrders(): readonly NamedOrder[] {
  const [c, v] = [content.value, view.value];
  return c && v?.seat ? offers(c, v).map(({ kind }) => orderToName(kind, false)) : [];
}

/** What a word may hang on: a deed of one of those whom it is told, or nothing. */
function DeedForm(props: {
  readonly powers: readonly Power[];
  readonly value: DeedCondition | null;
  onSet(value: DeedCondition | null): void;
}) {
  const { powers, value, onSet } = props;
  const deedsOf = (power: Power): readonly NamedOrder[] =>
    ordersOpenTo(power).map((kind) => ({ kind, params: {} }));
  return (
    <>
      <label class="setting">
        <span>{t('talks:signal.if')}</span>
        <select
          class="select"
          value={value?.power ?? ''}
          onChange={(event) => {
            const power = powers.find((one) => one === event.currentTarget.value);
            const [order] = power ? deedsOf(power) : [];
            onSet(power && order ? { on: 'order', power, order } : null);
          }}
        >
          <option value="">{t('talks:signal.anyhow')}</option>
          {powers.map((power) => (
            <option key={power} value={power}>
              {t('talks:signal.ifPower', { power: t(`common:power.${power}`) })}
            </option>
          ))}
        </select>
      </label>
      {value ? (
        <OrderForm
          id="signal-deed"
          orders={deedsOf(value.power)}
          value={value.order}
          open
          onSet={(order) => onSet({ ...value, order })}
        />
      ) : null}
    </>
  );
}

function giveLabel(channel: Channel): string {
  const [first, second] = othersIn(channel);
  if (channel === 'all' || !first) return t('talks:signal.giveAll');
  return second
    ? t('talks:signal.giveBoth')
    : t('talks:signal.give', { power: t(`common:powerInside.${first}`) });
}

/** Says on record what this seat will do: a warning or a promise, to one or to all. */
export function SignalForm(props: { readonly channel: Channel }) {
  const { channel } = props;
  const kind = useSignal<(typeof KINDS)[number]>('promise');
  const order = useSignal<NamedOrder | null>(null);
  const until = useSignal<number | null>(null);
  const when = useSignal<DeedCondition | null>(null);
  const orders = ownOrders();
  const named = order.value ?? orders[0];
  if (!named) return null;
  const by = Math.max(until.value ?? round.value, round.value);
  const give = async (): Promise<void> => {
    if (!(await giveSignal(audienceOf(channel), kind.value, named, by, when.value))) return;
    order.value = null;
    when.value = null;
  };
  return (
    <details class="signal-form">
      <summary>{t('talks:signal.open')}</summary>
      <p class="note">
        <Term id="word.signal">{t('talks:signal.what')}</Term>
      </p>
      <div class="settings">
        <div class="setting">
          <span aria-hidden="true">{t('talks:signal.way')}</span>
          <fieldset class="segments">
            <legend class="hidden">{t('talks:signal.way')}</legend>
            {KINDS.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="signal-kind"
                  checked={kind.value === one}
                  onChange={() => {
                    kind.value = one;
                  }}
                />
                <span>{t(`talks:signal.${one}`)}</span>
              </label>
            ))}
          </fieldset>
        </div>
        <DeedForm
          powers={othersIn(channel)}
          value={when.value}
          onSet={(next) => {
            when.value = next;
          }}
        />
        <OrderForm
          id="signal"
          orders={orders}
          value={named}
          onSet={(next) => {
            order.value = next;
          }}
        />
        <UntilChoice
          value={by}
          onSet={(next) => {
            until.value = next;
          }}
        />
      </div>
      <button
        type="button"
        class="button quiet"
        disabled={!canOffer.value}
        onClick={() => void give()}
      >
        {giveLabel(channel)}
      </button>
      <Problem text={refusedWords('signal')} />
    </details>
  );
}
