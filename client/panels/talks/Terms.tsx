import { useSignal } from '@preact/signals';
import type { Power } from '../../../shared/core/powers.ts';
import {
  type AgreedClause,
  type Agreement,
  type Clause,
  DECLINE_REASONS,
  type Proposal,
} from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { check, hourglass, lock, signature, triangleAlert, undo2, x } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import { write } from '../../state/compose.ts';
import { declineOffer, retractOffer, signOffer } from '../../state/connection.ts';
import { seat } from '../../state/game.ts';
import { before, canAnswer, canOffer, hasSigned, newest } from '../../state/talks.ts';
import { clauseBroken, clauseName, clauseText, offerTitle } from '../../words/clauses.ts';
import { Marked } from './Marked.tsx';

const FATE_ICON = {
  pending: hourglass,
  kept: check,
  excused: check,
  breached: triangleAlert,
  dormant: hourglass,
} as const;

function isAgreed(clause: Clause | AgreedClause): clause is AgreedClause {
  return 'fate' in clause;
}

/** Numbered clauses, each with what would break it. */
export function ClauseList(props: {
  readonly clauses: readonly (Clause | AgreedClause)[];
  old?(index: number): Clause | null;
}) {
  return (
    <ol class="clauses">
      {props.clauses.map((clause, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place
        <li key={i}>
          <b aria-hidden="true">{i + 1}</b>
          <div>
            <h4>
              <Badge power={clause.by} label />
              <Term id={`clause.${clause.kind}`}>{clauseName(clause.kind)}</Term>
            </h4>
            <p class="clause-text">
              <Marked text={clauseText(clause, props.old?.(i) ?? null)} />
            </p>
          </div>
          <p class="clause-broken">
            {isAgreed(clause) ? (
              <span class={`fate fate-${clause.fate}`}>
                <Icon path={FATE_ICON[clause.fate]} /> {t(`talks:fate.${clause.fate}`)}
              </span>
            ) : (
              <span>{t('talks:brokenIf')}</span>
            )}
            {clauseBroken(clause)}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Signatures(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  return (
    <ul class="signatures">
      {proposal.parties.map((power) => {
        const signed = proposal.signed.find((s) => s.power === power);
        return (
          <li key={power} data-power={power}>
            <span class="seal" data-signed={signed ? '' : undefined} aria-hidden="true">
              {power}
            </span>
            <span>
              <strong>{t(`common:power.${power}`)}</strong>
              <small>
                {signed
                  ? t('talks:signedVersion', { version: signed.version })
                  : t('talks:notSigned')}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Sign, counter, decline with a reason; or take the own offer back. */
function Answers(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  const declining = useSignal(false);
  const version = newest(proposal);
  if (!version || proposal.status !== 'open') return null;
  const own = version.by === seat.value;
  if (own || hasSigned(proposal, seat.value)) {
    return (
      <p class="row">
        <button
          type="button"
          class="button quiet"
          disabled={!canAnswer.value}
          onClick={() => void retractOffer(proposal.id)}
        >
          <Icon path={undo2} /> {t('talks:retract')}
        </button>
      </p>
    );
  }
  if (declining.value) {
    return (
      <fieldset class="reasons">
        <legend>{t('talks:declineWhy')}</legend>
        {DECLINE_REASONS.map((reason) => (
          <button
            key={reason}
            type="button"
            class="button quiet small"
            onClick={() => void declineOffer(proposal.id, version.number, reason)}
          >
            {t(`talks:reason.${reason}`)}
          </button>
        ))}
        <button
          type="button"
          class="text-button"
          onClick={() => {
            declining.value = false;
          }}
        >
          {t('talks:declineNot')}
        </button>
      </fieldset>
    );
  }
  return (
    <p class="row">
      <button
        type="button"
        class="button filled"
        disabled={!canAnswer.value}
        onClick={() => void signOffer(proposal.id, version.number)}
      >
        <Icon path={signature} /> {t('talks:sign')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!canOffer.value}
        onClick={() =>
          write({
            to: proposal.parties.filter((p) => p !== seat.value),
            clauses: version.clauses,
            ready: null,
            counters: proposal.id,
          })
        }
      >
        {t('talks:counter')}
      </button>
      <button
        type="button"
        class="button quiet"
        disabled={!canAnswer.value}
        onClick={() => {
          declining.value = true;
        }}
      >
        {t('talks:decline')}
      </button>
    </p>
  );
}

function Outcome(props: { readonly proposal: Proposal }) {
  const { status, declined } = props.proposal;
  if (status === 'open') return null;
  return (
    <p class="terms-outcome" role="status">
      <Icon path={status === 'signed' ? check : x} size={18} />{' '}
      {declined
        ? t('talks:declinedBy', {
            power: t(`common:powerAtStart.${declined.power}`),
            reason: t(`talks:reason.${declined.reason}`),
          })
        : t(`talks:state.${status}`)}
    </p>
  );
}

/** A proposal as a page: its newest version, changes marked, and who has signed. */
export function ProposalSheet(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  const version = newest(proposal);
  if (!version) return null;
  const changed = proposal.versions.length > 1;
  return (
    <article class="terms" aria-label={offerTitle(version.clauses)}>
      <div class="terms-page">
        <p class="terms-head">
          <span>
            {t(changed ? 'talks:versionChanged' : 'talks:version', {
              version: version.number,
              power: t(`common:power.${version.by}`),
            })}
          </span>
          <span class="private">
            <Icon path={lock} size={14} /> {t('talks:private')}
          </span>
        </p>
        <h3>{offerTitle(version.clauses)}</h3>
        <ClauseList
          clauses={version.clauses}
          old={changed ? (i) => before(proposal, i) : undefined}
        />
        <Outcome proposal={proposal} />
        <Signatures proposal={proposal} />
        <Answers proposal={proposal} />
      </div>
    </article>
  );
}

/** A signed agreement with the fate of each clause. */
export function AgreementSheet(props: { readonly agreement: Agreement }) {
  const { agreement } = props;
  return (
    <article class="terms agreed" data-status={agreement.status}>
      <div class="terms-page">
        <p class="terms-head">
          <span>{t('talks:signedRound', { round: agreement.signedRound + 1 })}</span>
          <strong>{t(`talks:agreement.${agreement.status}`)}</strong>
        </p>
        <h3>
          {agreement.parties.map((power: Power) => (
            <Badge key={power} power={power} label />
          ))}{' '}
          {offerTitle(agreement.clauses)}
        </h3>
        <ClauseList clauses={agreement.clauses} />
      </div>
    </article>
  );
}
