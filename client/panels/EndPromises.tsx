import type { Power } from '../../shared/core/powers.ts';
import type { AgreedClause, Agreement, Signal, TalksView } from '../../shared/core/talk.ts';
import { halfYearShort, list } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { minus, check as tick, x } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { content, view } from '../state/game.ts';
import { pairsOf } from '../state/promises.ts';
import { clauseText, namedOrder, untilText } from '../words/clauses.ts';
import { conditionText } from '../words/signals.ts';

const ICON = { kept: tick, breached: x } as const;

/** A mark before a word that was given: kept, broken, or neither. */
function Mark(props: { readonly fate: string }) {
  const path = props.fate in ICON ? ICON[props.fate as keyof typeof ICON] : minus;
  const mood = props.fate === 'kept' ? 'gain' : props.fate === 'breached' ? 'loss' : 'even';
  return (
    <span class={mood}>
      <Icon path={path} size={16} />
    </span>
  );
}

function GivenWord(props: { readonly clause: AgreedClause }) {
  const { clause } = props;
  return (
    <li>
      <Mark fate={clause.fate} />
      <p>
        {clauseText(clause)} <b>{t(`talks:fate.${clause.fate}`)}</b>
      </p>
    </li>
  );
}

function Deal(props: { readonly agreement: Agreement }) {
  const { parties, signedRound, clauses } = props.agreement;
  return (
    <li class="deal">
      <h3>
        {parties.map((power) => (
          <Badge key={power} power={power} label />
        ))}
        <small>{halfYearShort(content.value?.halves[signedRound] ?? '')}</small>
      </h3>
      <ul class="given-words">
        {clauses.map((clause) => (
          <GivenWord key={`${clause.kind} ${clause.by} ${clauseText(clause)}`} clause={clause} />
        ))}
      </ul>
    </li>
  );
}

function Warning(props: { readonly signal: Signal }) {
  const { by, to, kind, order, until, when, fate } = props.signal;
  return (
    <li>
      <Mark fate={fate === 'bluffed' ? 'breached' : fate} />
      <p>
        {t(when ? `end:promises.if.${kind}` : `end:promises.${kind}`, {
          by: t(`common:powerAtStart.${by}`),
          to: to === 'all' ? t('end:promises.all') : to.map(name).join(', '),
          order: namedOrder(order),
          until: untilText(until),
          ...(when ? conditionText(when) : {}),
        })}{' '}
        <b>{t(`end:promises.fate.${fate}`)}</b>
      </p>
    </li>
  );
}

function name(power: Power): string {
  return t(`common:power.${power}`);
}

/** What is counted between two. */
const COLUMNS = ['words', 'offers', 'signed', 'kept', 'broken'] as const;

/** Pairs of powers: what they offered, signed and broke; pairs without a word stand below. */
function Pairs(props: { readonly talks: TalksView }) {
  const pairs = pairsOf(props.talks);
  const silent = pairs.filter((pair) => pair.offers === 0 && pair.words === 0);
  const spoke = pairs.filter((pair) => !silent.includes(pair));
  return (
    <>
      {spoke.length > 0 ? (
        <table class="pairs">
          <thead>
            <tr>
              <th scope="col">{t('end:promises.pair')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col" class="number">
                  {t(`end:promises.col.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {spoke.map((pair) => (
              <tr key={pair.powers.join()}>
                <th scope="row">{pair.powers.map(name).join(' – ')}</th>
                {COLUMNS.map((column) => (
                  <td
                    key={column}
                    class="number"
                    data-column={t(`end:promises.col.${column}`)}
                    data-none={pair[column] === 0 ? '' : undefined}
                  >
                    {pair[column]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {silent.length > 0 ? (
        <p class="note">
          {t('end:promises.silent', {
            pairs: list(silent.map((pair) => pair.powers.map(name).join(' – '))),
          })}
        </p>
      ) : null}
    </>
  );
}

/** Everything that was said, private lines too: the table was told so at the start. */
function Said(props: { readonly talks: TalksView }) {
  const { statements } = props.talks;
  if (statements.length === 0) return null;
  return (
    <details class="end-words">
      <summary>{t('end:promises.words', { count: statements.length })}</summary>
      <ul>
        {statements.map(({ id, round, by, to, text }) => (
          <li key={id}>
            <small>{halfYearShort(content.value?.halves[round] ?? '')}</small>
            <Badge power={by} label />
            <p>
              <span class="even">
                {to === 'all'
                  ? t('end:promises.toAll')
                  : t('end:promises.to', { power: to.map(name).join(', ') })}
              </span>{' '}
              {text}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What was promised and what became of it: agreements by clause, warnings, silent pairs, all words. */
export function EndPromises() {
  const talks = view.value?.talks;
  if (!talks) return null;
  const { agreements, signals } = talks;
  return (
    <section class="end-section" id="end-promises" aria-labelledby="end-promises-head">
      <h2 id="end-promises-head">{t('end:promises.heading')}</h2>
      {agreements.length + signals.length === 0 ? (
        <p class="note">{t('end:promises.none')}</p>
      ) : null}
      <ul class="deals">
        {agreements.map((agreement) => (
          <Deal key={agreement.id} agreement={agreement} />
        ))}
      </ul>
      {signals.length > 0 ? (
        <>
          <h3>{t('end:promises.signals')}</h3>
          <ul class="given-words">
            {signals.map((signal) => (
              <Warning key={signal.id} signal={signal} />
            ))}
          </ul>
        </>
      ) : null}
      <Pairs talks={talks} />
      <Said talks={talks} />
    </section>
  );
}
