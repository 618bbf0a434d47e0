import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { Problem } from '../../parts/Problem.tsx';
import {
  addClause,
  clausesFor,
  dropClause,
  refusalOf,
  setClause,
  type Writing,
  write,
} from '../../state/compose.ts';
import { counterOffer, proposeOffer } from '../../state/connection.ts';
import { clauseName } from '../../words/clauses.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { DealEffects } from './DealEffects.tsx';

/** Points that an offer may have. */
const MOST = 6;

/** Every kind of point that may be added, as "who: what". */
function AddPoint(props: { readonly draft: Writing }) {
  const { to, clauses } = props.draft;
  // The rules try every order for it: once is enough.
  const kinds = useMemo(() => clausesFor(to), [to]);
  if (clauses.length >= MOST) return null;
  return (
    <label class="setting add-point">
      <span>{t('talks:compose.add')}</span>
      <select
        class="select"
        value=""
        onChange={(event) => {
          const next = kinds[Number(event.currentTarget.value)];
          event.currentTarget.value = '';
          if (next) addClause(next);
        }}
      >
        <option value="">{t('talks:compose.choose')}</option>
        {kinds.map((clause, i) => (
          <option key={`${clause.kind} ${clause.by}`} value={String(i)}>
            {t('talks:compose.point', {
              power: t(`common:power.${clause.by}`),
              kind: clauseName(clause.kind),
            })}
          </option>
        ))}
      </select>
    </label>
  );
}

async function send({ to, clauses, counters }: Writing): Promise<void> {
  const done = counters ? counterOffer(counters.id, clauses) : proposeOffer([to], clauses);
  if (await done) write(null);
}

/** An offer or a counter-offer being written, point by point. */
export function Composer(props: { readonly draft: Writing }) {
  const { to, clauses, counters } = props.draft;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  // Under an order of two sides only the terms may change.
  const fixed = counters !== null && counters.draft !== null;
  const refusal = clauses.length > 0 ? refusalOf(to, clauses) : null;
  const power = t(`common:powerInside.${to}`);
  return (
    <article class="terms composer" aria-labelledby="composer-title">
      <div class="terms-page">
        <h3 id="composer-title" ref={head} tabIndex={-1}>
          {t(counters ? 'talks:compose.counter' : 'talks:compose.own', { power })}
        </h3>
        {clauses.length === 0 ? <p class="empty">{t('talks:compose.empty')}</p> : null}
        <ol class="clause-forms">
          {clauses.map((clause, i) => (
            <ClauseForm
              key={i}
              at={i}
              to={to}
              clause={clause}
              fixed={fixed}
              onSet={(next) => setClause(i, next)}
              onDrop={() => dropClause(i)}
            />
          ))}
        </ol>
        {fixed ? null : <AddPoint draft={props.draft} />}
        {clauses.length > 0 ? <DealEffects clauses={clauses} partner={to} /> : null}
        <Problem text={refusal && refusalText(refusal)} />
        <p class="row answers-row">
          <button
            type="button"
            class="button filled"
            disabled={clauses.length === 0 || refusal !== null}
            onClick={() => void send(props.draft)}
          >
            {t(counters ? 'talks:compose.sendCounter' : 'talks:send')}
          </button>
          <button type="button" class="button quiet" onClick={() => write(null)}>
            {t('talks:compose.leave')}
          </button>
        </p>
      </div>
    </article>
  );
}
