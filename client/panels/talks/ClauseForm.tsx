import { useMemo } from 'preact/hooks';
import { type Clause, MAX_CLAUSE_TEXT } from '../../../shared/core/talk.ts';
import { describeClause } from '../../../shared/game/index.ts';
import { t } from '../../i18n/messages.ts';
import { x } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import { narrowed, ordersFor, withValue } from '../../state/compose.ts';
import { type Frame, withCondition } from '../../state/conditions.ts';
import { clauseName, clauseText, settingName, settingText } from '../../words/clauses.ts';
import { ParamControl } from '../ParamControl.tsx';
import { ConditionForm } from './ConditionForm.tsx';
import { OrderForm } from './OrderForm.tsx';
import { UntilChoice } from './UntilChoice.tsx';

/** Free words of a point, with what is left of their length. */
function TextField(props: {
  readonly id: string;
  readonly value: string;
  onSet(text: string): void;
}) {
  const { id, value, onSet } = props;
  const left = MAX_CLAUSE_TEXT - [...value].length;
  return (
    <div class="setting clause-words">
      <label for={`${id}-text`}>{t('talks:compose.text')}</label>
      <textarea
        id={`${id}-text`}
        class="field"
        rows={3}
        value={value}
        aria-invalid={left < 0}
        aria-describedby={`${id}-left`}
        onInput={(event) => onSet(event.currentTarget.value)}
      />
      <p id={`${id}-left`} class={left < 0 ? 'note loss' : 'note'}>
        {left < 0
          ? t('refusal:wordsLong', { max: MAX_CLAUSE_TEXT })
          : t('talks:words.left', { count: left })}
      </p>
    </div>
  );
}

interface PointProps {
  readonly at: number;
  readonly frame: Frame;
  readonly clause: Clause;
  readonly fixed: boolean;
  readonly open: boolean;
  onOpen(open: boolean): void;
  onSet(clause: Clause): void;
  onDrop(): void;
}

/** The settings of a point: its order, its terms, its words, its time, and what it hangs on. */
function Settings(props: PointProps) {
  const { at, frame, clause, fixed, onSet } = props;
  const { to } = frame;
  const kind = describeClause(clause.kind);
  const id = `point-${at}`;
  const { kind: kindId, by } = clause;
  const orders = useMemo(
    () => (kind.ordered && !fixed ? ordersFor(kindId, by, to) : []),
    [kind.ordered, fixed, kindId, by, to.join()],
  );
  return (
    <>
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
                onSet={(value) =>
                  onSet(withCondition(frame, withValue(clause, 'params', spec, value)))
                }
              />
            </div>
          );
        })}
        {clause.text === undefined ? null : (
          <TextField id={id} value={clause.text} onSet={(text) => onSet({ ...clause, text })} />
        )}
        {clause.kind === 'consent' ? null : (
          <UntilChoice value={clause.until} onSet={(until) => onSet({ ...clause, until })} />
        )}
      </div>
      {fixed ? null : <ConditionForm id={id} frame={frame} clause={clause} onSet={onSet} />}
    </>
  );
}

/**
 * One point of an offer as a form, with the sentence that it makes.
 * @param props.fixed only its terms may change: it is the signature under an order
 * @param props.open its settings are shown; of several points those of one
 */
export function ClauseForm(props: PointProps) {
  const { at, clause, fixed, open } = props;
  return (
    <li class="clause-form">
      <header>
        <b aria-hidden="true">{at + 1}</b>
        <Badge power={clause.by} />
        <h4>
          {t(`common:power.${clause.by}`)}:{' '}
          <Term id={`clause.${clause.kind}`}>{clauseName(clause.kind)}</Term>
        </h4>
        <button
          type="button"
          class="text-button"
          aria-expanded={open}
          aria-label={t(open ? 'talks:compose.shut' : 'talks:compose.change', { n: at + 1 })}
          onClick={() => props.onOpen(!open)}
        >
          {t(open ? 'talks:compose.done' : 'talks:compose.terms')}
        </button>
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
      {props.open ? <Settings {...props} /> : null}
    </li>
  );
}
