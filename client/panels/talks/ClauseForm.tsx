import { useMemo } from 'preact/hooks';
import type { ParamSpec } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { Clause } from '../../../shared/core/talk.ts';
import { describeClause } from '../../../shared/game/index.ts';
import { t } from '../../i18n/messages.ts';
import { x } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import { choicesOf, ordersFor, withValue } from '../../state/compose.ts';
import { clauseName, clauseText, settingName, settingText } from '../../words/clauses.ts';
import { ParamControl } from '../ParamControl.tsx';
import { OrderForm } from './OrderForm.tsx';
import { UntilChoice } from './UntilChoice.tsx';

/** A parameter with the choices alone that make sense between these two; null when there is nothing to choose. */
function narrowed(to: Power, clause: Clause, spec: ParamSpec): ParamSpec | null {
  const values = choicesOf(to, clause, spec);
  if (values.length < 2) return null;
  return spec.type === 'choice' ? { ...spec, options: () => values.map(String) } : spec;
}

/**
 * One point of an offer as a form, with the sentence that it makes.
 * @param props.fixed only its terms may change: it is the signature under an order
 */
export function ClauseForm(props: {
  readonly at: number;
  readonly to: Power;
  readonly clause: Clause;
  readonly fixed: boolean;
  onSet(clause: Clause): void;
  onDrop(): void;
}) {
  const { at, to, clause, fixed, onSet } = props;
  const kind = describeClause(clause.kind);
  const id = `point-${at}`;
  const { kind: kindId, by } = clause;
  const orders = useMemo(
    () => (kind.ordered && !fixed ? ordersFor(kindId, by, to) : []),
    [kind.ordered, fixed, kindId, by, to],
  );
  return (
    <li class="clause-form">
      <header>
        <b aria-hidden="true">{at + 1}</b>
        <Badge power={clause.by} label />
        <h4>
          <Term id={`clause.${clause.kind}`}>{clauseName(clause.kind)}</Term>
        </h4>
        {fixed ? null : (
          <button
            type="button"
            class="icon-button"
            aria-label={t('talks:compose.drop', { n: at + 1 })}
            title={t('talks:compose.drop', { n: at + 1 })}
            onClick={props.onDrop}
          >
            <Icon path={x} size={18} />
          </button>
        )}
      </header>
      <p class="clause-text">{clauseText(clause)}</p>
      <div class="settings">
        {clause.order ? (
          <OrderForm
            id={id}
            orders={orders}
            value={clause.order}
            open={clause.kind === 'pledge_not'}
            fixed={fixed}
            onSet={(order) => onSet({ ...clause, order })}
          />
        ) : null}
        {kind.params.map((one) => {
          const spec = narrowed(to, clause, one);
          if (!spec) return null;
          const label = settingName('params', spec);
          return (
            <div class="setting" key={spec.id}>
              <span aria-hidden="true">{label}</span>
              <ParamControl
                id={id}
                label={label}
                spec={spec}
                value={clause.params[spec.id]}
                disabled={false}
                says={(value) => settingText(spec, value)}
                onSet={(value) => onSet(withValue(clause, 'params', spec, value))}
              />
            </div>
          );
        })}
        {clause.kind === 'consent' ? null : (
          <UntilChoice value={clause.until} onSet={(until) => onSet({ ...clause, until })} />
        )}
      </div>
    </li>
  );
}
