import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { list } from '../../i18n/format.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { channelWith, partners } from '../../state/channels.ts';
import {
  addClause,
  clausesFor,
  dropClause,
  partiesOf,
  refusalOf,
  setClause,
  turnParty,
  type Writing,
  write,
  writing,
} from '../../state/compose.ts';
import { counterOffer, proposeOffer } from '../../state/connection.ts';
import { seat } from '../../state/game.ts';
import { talkOpen } from '../../state/talks.ts';
import { clauseName } from '../../words/clauses.ts';
import { ClauseForm } from './ClauseForm.tsx';
import { DealEffects } from './DealEffects.tsx';

/** Points that an offer may have. */
const MOST = 6;

/** Who is to sign: this seat always, and one to three others. The sheet goes on in their channel. */
function Parties(props: { readonly draft: Writing }) {
  const { to } = props.draft;
  const own = seat.value;
  if (!own) return null;
  return (
    <fieldset class="parties">
      <legend>{t('talks:compose.parties')}</legend>
      <label data-fixed="">
        <input type="checkbox" checked disabled />
        <Badge power={own} /> <span>{t('talks:you')}</span>
      </label>
      {partners.value.map((power) => (
        <label key={power}>
          <input
            type="checkbox"
            checked={to.includes(power)}
            disabled={to.length === 1 && to.includes(power)}
            onChange={() => {
              turnParty(power);
              if (writing.value) talkOpen.value = channelWith(writing.value.to);
            }}
          />
          <Badge power={power} /> <span>{t(`common:power.${power}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Every kind of point that may be added, by who gives it. */
function AddPoint(props: { readonly draft: Writing }) {
  const { to, clauses } = props.draft;
  // The rules try every order for it: once is enough.
  const kinds = useMemo(() => clausesFor(to), [to.join()]);
  if (clauses.length >= MOST) return null;
  return (
    <label class="setting add-point">
      <span>{t('talks:compose.add')}</span>
      <select
        class="select"
        value=""
        onChange={(event) => {
          const { value } = event.currentTarget;
          const next = kinds.find(({ kind, by }) => `${kind} ${by}` === value);
          event.currentTarget.value = '';
          if (next) addClause(next);
        }}
      >
        <option value="">{t('talks:compose.choose')}</option>
        {partiesOf(to).map((power) => (
          <optgroup key={power} label={t(`common:power.${power}`)}>
            {kinds
              .filter(({ by }) => by === power)
              .map(({ kind, by }) => (
                <option key={kind} value={`${kind} ${by}`}>
                  {clauseName(kind)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

async function send({ to, clauses, counters }: Writing): Promise<void> {
  const done = counters ? counterOffer(counters.id, clauses) : proposeOffer(to, clauses);
  if (await done) write(null);
}

/** To whom the offer goes: several are listed, for a list has no cases. */
function headOf({ to, counters }: Writing): string {
  const names = to.map((one) => t(`common:powerInside.${one}`));
  const [power = '', second] = names;
  if (second) {
    const powers = list(names);
    return t(counters ? 'talks:compose.counterAll' : 'talks:compose.ownAll', { powers });
  }
  return t(counters ? 'talks:compose.counter' : 'talks:compose.own', { power });
}

/** An offer or a counter-offer being written, point by point. */
export function Composer(props: { readonly draft: Writing }) {
  const { to, clauses, counters } = props.draft;
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  // Under an order of two sides only the terms may change.
  const fixed = counters !== null && counters.draft !== null;
  const self = counters?.id ?? null;
  const refusal = clauses.length > 0 ? refusalOf(to, clauses, self) : null;
  // One point at a time shows its settings: the one that was added or opened last.
  const opened = useSignal<number | null>(
    counters && clauses.length > 1 ? null : clauses.length - 1,
  );
  const count = useRef(clauses.length);
  useEffect(() => {
    if (clauses.length === count.current) return;
    opened.value = clauses.length > count.current ? clauses.length - 1 : null;
    count.current = clauses.length;
  }, [clauses.length]);
  return (
    <article class="terms composer" aria-labelledby="composer-title">
      <div class="terms-page">
        <h3 id="composer-title" ref={head} tabIndex={-1}>
          {headOf(props.draft)}
        </h3>
        {counters ? null : <Parties draft={props.draft} />}
        {clauses.length === 0 ? <p class="empty">{t('talks:compose.empty')}</p> : null}
        <ol class="clause-forms">
          {clauses.map((clause, i) => (
            <ClauseForm
              key={i}
              at={i}
              frame={{ to, self }}
              clause={clause}
              fixed={fixed}
              open={opened.value === i}
              onOpen={(open) => {
                opened.value = open ? i : null;
              }}
              onSet={(next) => setClause(i, next)}
              onDrop={() => dropClause(i)}
            />
          ))}
        </ol>
        {fixed ? null : <AddPoint draft={props.draft} />}
        {clauses.length > 0 && refusal === null ? <DealEffects clauses={clauses} to={to} /> : null}
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
