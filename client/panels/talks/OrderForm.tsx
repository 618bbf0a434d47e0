import type { ParamSpec, ParamValue } from '../../../shared/core/order.ts';
import { type NamedOrder, VOTE } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { namingSpecs } from '../../state/compose.ts';
import { content } from '../../state/game.ts';
import { namedOrder } from '../../words/clauses.ts';
import { figureIn, kindName, onControl, paramName } from '../../words/orders.ts';
import { ParamControl } from '../ParamControl.tsx';

const VOTES = ['yes', 'no'] as const;

/** A choice that may also be left open. */
function OpenChoice(props: {
  readonly spec: ParamSpec & { readonly type: 'choice' };
  readonly value: ParamValue | undefined;
  onSet(value: ParamValue | undefined): void;
}) {
  const { spec, value, onSet } = props;
  const c = content.value;
  if (!c) return null;
  return (
    <select
      class="select"
      aria-label={paramName(spec)}
      value={String(value ?? '')}
      onChange={(event) => onSet(event.currentTarget.value || undefined)}
    >
      <option value="">{t('talks:compose.any')}</option>
      {spec.options(c).map((option) => (
        <option key={option} value={option}>
          {onControl(spec, option)}
        </option>
      ))}
    </select>
  );
}

function withParam(order: NamedOrder, id: string, value: ParamValue | undefined): NamedOrder {
  const { [id]: _, ...others } = order.params;
  return { ...order, params: value === undefined ? others : { ...others, [id]: value } };
}

/** The name of an order among others to choose from. */
function choiceName(order: NamedOrder): string {
  return order.kind === VOTE ? namedOrder(order) : kindName(order.kind);
}

function sameChoice(a: NamedOrder, b: NamedOrder): boolean {
  return a.kind === b.kind && (a.kind !== VOTE || a.params.motion === b.params.motion);
}

/**
 * Names an order: which kind, and the settings that tell it from others.
 * @param props.orders what may be named, each with its first settings
 * @param props.open choices may be left open, and figures are: it is about the order in any form
 * @param props.fixed its kind stands already
 */
export function OrderForm(props: {
  readonly id: string;
  readonly orders: readonly NamedOrder[];
  readonly value: NamedOrder;
  readonly open?: boolean;
  readonly fixed?: boolean;
  onSet(order: NamedOrder): void;
}) {
  const { id, orders, value, open, onSet } = props;
  const specs = value.kind === VOTE ? [] : namingSpecs(value.kind);
  return (
    <>
      {props.fixed ? null : (
        <label class="setting">
          <span>{t('talks:compose.order')}</span>
          <select
            class="select"
            value={String(orders.findIndex((one) => sameChoice(one, value)))}
            onChange={(event) => {
              const next = orders[Number(event.currentTarget.value)];
              if (next) onSet(next);
            }}
          >
            {orders.map((one, i) => (
              <option key={choiceName(one)} value={String(i)}>
                {choiceName(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {value.kind === VOTE ? (
        <div class="setting">
          <span aria-hidden="true">{t('talks:compose.vote')}</span>
          <fieldset class="segments">
            <legend class="hidden">{t('talks:compose.vote')}</legend>
            {VOTES.map((vote) => (
              <label key={vote}>
                <input
                  type="radio"
                  name={`${id}-vote`}
                  checked={value.params.vote === vote}
                  onChange={() => onSet(withParam(value, 'vote', vote))}
                />
                <span>{t(`game:vote.${vote}`)}</span>
              </label>
            ))}
          </fieldset>
        </div>
      ) : null}
      {specs.map((spec) => {
        const number = spec.type === 'number';
        if (number && (open || figureIn(value.kind, value.params, spec.id) === 'idle')) return null;
        return (
          <div class="setting" key={spec.id}>
            <span aria-hidden="true">{paramName(spec)}</span>
            {open && spec.type === 'choice' ? (
              <OpenChoice
                spec={spec}
                value={value.params[spec.id]}
                onSet={(next) => onSet(withParam(value, spec.id, next))}
              />
            ) : (
              <ParamControl
                id={`${id}-${value.kind}`}
                label={paramName(spec)}
                spec={spec}
                value={value.params[spec.id]}
                disabled={false}
                onSet={(next) => onSet(withParam(value, spec.id, next))}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
