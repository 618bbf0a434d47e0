import type { Power } from '../../shared/core/powers.ts';
import type { AgreedClause, Agreement, Signal, TalksView } from '../../shared/core/talk.ts';
import { fateOf, isDeemed } from '../../shared/game/index.ts';
import { halfYearShort, list } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { minus, check as tick, x } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { content, view } from '../state/game.ts';
import { breachText } from '../words/breach.ts';
import { clauseText, namedOrder, untilText } from '../words/clauses.ts';
import { noticeText } from '../words/obligations.ts';
import { conditionText } from '../words/signals.ts';
import { FreeWordsVote } from './FreeWords.tsx';
import { PairTable, PromiseWeb } from './PromiseWeb.tsx';

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

function GivenWord(props: { readonly agreement: Agreement; readonly place: number }) {
  const { agreement, place } = props;
  const clause = agreement.clauses[place] as AgreedClause;
  const fate = fateOf(clause, agreement.parties);
  const breach = breachText(clause);
  return (
    <li>
      <Mark fate={fate} />
      <div>
        <p>
          {clauseText(clause)} <b>{t(`talks:fate.${fate}`)}</b>
        </p>
        {breach ? <p class="note">{breach}</p> : null}
        {isDeemed(clause) ? (
          <FreeWordsVote clause={clause} agreement={agreement.id} place={place} />
        ) : null}
      </div>
    </li>
  );
}

function Deal(props: { readonly agreement: Agreement }) {
  const { parties, signedRound, clauses } = props.agreement;
  const notice = noticeText(props.agreement);
  return (
    <li class="deal">
      <h3>
        {parties.map((power) => (
          <Badge key={power} power={power} label />
        ))}
        <small>{halfYearShort(content.value?.halves[signedRound] ?? '')}</small>
      </h3>
      <ul class="given-words">
        {clauses.map((_, i) => (
          <GivenWord key={i} agreement={props.agreement} place={i} />
        ))}
      </ul>
      {notice ? <p class="note">{notice}</p> : null}
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
          to: to === 'all' ? t('end:promises.all') : list(to.map(name)),
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
                  : t('end:promises.to', { power: list(to.map(name)) })}
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
      <div class="end-web">
        <PromiseWeb talks={talks} whole />
        <div>
          <PairTable talks={talks} whole />
        </div>
      </div>
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
      <Said talks={talks} />
    </section>
  );
}
