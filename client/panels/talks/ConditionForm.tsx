import { useMemo } from 'preact/hooks';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause, Condition, DeedCondition } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { partiesOf } from '../../state/compose.ts';
import {
  dealsFor,
  deedsFor,
  type Frame,
  firstCondition,
  type Gauge,
  gaugesFor,
  type IndicatorCondition,
  roleOf,
  sortsFor,
  valueSpec,
} from '../../state/conditions.ts';
import { offerTitle, ownerName } from '../../words/clauses.ts';
import { indicatorName, valueWithUnit } from '../../words/indicators.ts';
import { ParamControl } from '../ParamControl.tsx';
import { OrderForm } from './OrderForm.tsx';

interface Part<C> {
  readonly id: string;
  readonly frame: Frame;
  readonly clause: Clause;
  readonly when: C;
  onSet(when: Condition): void;
}

const WAYS = ['least', 'most'] as const;

function nameOf({ owner, indicator }: Gauge): string {
  return `${owner} ${indicator.id}`;
}

/** An indicator, and the value that it is to reach or not to pass. */
function IndicatorPart(props: Part<IndicatorCondition>) {
  const { id, frame, clause, when, onSet } = props;
  const { by, kind } = clause;
  const parties = frame.to.join();
  const gauges = useMemo(() => gaugesFor(frame, clause), [by, kind, parties, frame.self]);
  const now = gauges.find((g) => g.owner === when.owner && g.indicator.id === when.indicator);
  const owners = [...new Set(gauges.map(({ owner }) => owner))];
  const spec = now && valueSpec(now);
  return (
    <>
      <label class="setting">
        <span>{t('clauses:when.indicator')}</span>
        <select
          class="select"
          value={now ? nameOf(now) : ''}
          onChange={(event) => {
            const next = gauges.find((g) => nameOf(g) === event.currentTarget.value);
            if (!next) return;
            const value = valueSpec(next).initial;
            onSet({ ...when, owner: next.owner, indicator: next.indicator.id, value });
          }}
        >
          {owners.map((owner) => (
            <optgroup key={owner} label={ownerName(owner)}>
              {gauges
                .filter((g) => g.owner === owner)
                .map((g) => (
                  <option key={nameOf(g)} value={nameOf(g)}>
                    {indicatorName(g.indicator.id)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      <div class="setting">
        <span aria-hidden="true">{t('clauses:when.way')}</span>
        <fieldset class="segments">
          <legend class="hidden">{t('clauses:when.way')}</legend>
          {WAYS.map((way) => (
            <label key={way}>
              <input
                type="radio"
                name={`${id}-way`}
                checked={when.is === way}
                onChange={() => onSet({ ...when, is: way })}
              />
              <span>{t(`clauses:when.${way}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {now && spec ? (
        <div class="setting">
          <span aria-hidden="true">{t('clauses:when.value')}</span>
          <ParamControl
            id={`${id}-value`}
            label={t('clauses:when.value')}
            spec={spec}
            value={when.value}
            disabled={false}
            says={(value) => valueWithUnit(now.indicator, Number(value))}
            onSet={(value) => onSet({ ...when, value: Number(value) })}
          />
        </div>
      ) : null}
    </>
  );
}

function AgreementPart(props: Part<Extract<Condition, { on: 'agreement' }>>) {
  const { frame, clause, when, onSet } = props;
  return (
    <label class="setting">
      <span>{t('clauses:when.which')}</span>
      <select
        class="select"
        value={when.agreement}
        onChange={(event) => onSet({ ...when, agreement: event.currentTarget.value })}
      >
        {dealsFor(frame, clause).map((deal) => (
          <option key={deal.id} value={deal.id}>
            {`${offerTitle(deal.clauses)} (${deal.parties.join(', ')})`}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A power, and the order that it is to give. */
function OrderPart(props: Part<DeedCondition>) {
  const { id, frame, clause, when, onSet } = props;
  const { power } = when;
  const { by, kind } = clause;
  const parties = frame.to.join();
  const orders = useMemo(
    () => deedsFor(frame, clause, power),
    [by, kind, parties, frame.self, power],
  );
  return (
    <>
      <label class="setting">
        <span>{t('clauses:when.whose')}</span>
        <select
          class="select"
          value={power}
          onChange={(event) => {
            const next = event.currentTarget.value as Power;
            const [order] = deedsFor(frame, clause, next);
            if (order) onSet({ ...when, power: next, order });
          }}
        >
          {partiesOf(frame.to).map((one) => (
            <option key={one} value={one}>
              {t(`common:power.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <OrderForm
        id={`${id}-deed`}
        orders={orders}
        value={when.order}
        open
        onSet={(order) => onSet({ ...when, order })}
      />
    </>
  );
}

/** What a clause hangs on, or what frees the money that it lays in escrow; nothing where it knows no condition. */
export function ConditionForm(props: {
  readonly id: string;
  readonly frame: Frame;
  readonly clause: Clause;
  onSet(clause: Clause): void;
}) {
  const { frame, clause, onSet } = props;
  const id = `${props.id}-when`;
  const role = roleOf(clause);
  const { by, kind } = clause;
  const parties = frame.to.join();
  const sorts = useMemo(
    () => (role ? sortsFor(frame, clause) : []),
    [role, by, kind, parties, frame.self],
  );
  if (!role || sorts.length === 0) return null;
  const { when, ...free } = clause;
  const set = (next: Condition): void => onSet({ ...clause, when: next });
  const part = { id, frame, clause, onSet: set };
  return (
    <fieldset class="condition" data-set={when ? '' : undefined}>
      <legend class="hidden">{t(`clauses:when.${role}`)}</legend>
      <label class="setting">
        <span>{t(`clauses:when.${role}`)}</span>
        <select
          class="select"
          value={when?.on ?? ''}
          onChange={(event) => {
            const on = sorts.find((one) => one === event.currentTarget.value);
            const next = on ? firstCondition(frame, clause, on) : null;
            onSet(next ? { ...clause, when: next } : free);
          }}
        >
          {role === 'binds' ? <option value="">{t('clauses:when.always')}</option> : null}
          {sorts.map((on) => (
            <option key={on} value={on}>
              {t(`clauses:when.on.${on}`)}
            </option>
          ))}
        </select>
      </label>
      {when?.on === 'indicator' ? <IndicatorPart {...part} when={when} /> : null}
      {when?.on === 'agreement' ? <AgreementPart {...part} when={when} /> : null}
      {when?.on === 'order' ? <OrderPart {...part} when={when} /> : null}
    </fieldset>
  );
}
