import { useSignal } from '@preact/signals';
import { type Agreement, DECLINE_REASONS, type Proposal } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { check, lock, signature, undo2, x } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import { write } from '../../state/compose.ts';
import { declineOffer, retractOffer, signOffer } from '../../state/connection.ts';
import { seat } from '../../state/game.ts';
import { canAnswer, canOffer, hasSigned, newest } from '../../state/talks.ts';
import { pointPairs } from '../../state/versions.ts';
import { offerTitle } from '../../words/clauses.ts';
import { ClauseList } from './Clauses.tsx';
import { DealEffects } from './DealEffects.tsx';
import { InkTime, Signatures } from './Signatures.tsx';
import { Versions } from './Versions.tsx';

/** Reasons for a refusal: one press refuses. */
function Reasons(props: { readonly proposal: Proposal; onStay(): void }) {
  const { proposal } = props;
  const version = newest(proposal)?.number ?? 1;
  return (
    <fieldset class="reasons">
      <legend>{t('talks:declineWhy')}</legend>
      {DECLINE_REASONS.map((reason) => (
        <button
          key={reason}
          type="button"
          class="button quiet"
          onClick={() => void declineOffer(proposal.id, version, reason)}
        >
          {t(`talks:reason.${reason}`)}
        </button>
      ))}
      <button type="button" class="text-button" onClick={props.onStay}>
        {t('talks:declineNot')}
      </button>
    </fieldset>
  );
}

/** What may be done with an offer of one's own, or with one that is signed already. */
function Own(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  if (proposal.draft !== null) return <p class="note">{t('talks:onDesk')}</p>;
  if (proposal.by !== seat.value) return <p class="note">{t('talks:waitsAnswer')}</p>;
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

/** Sign, counter, or refuse with a reason; or take the own offer back. */
function Answers(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  const refusing = useSignal(false);
  const version = newest(proposal);
  if (!version || proposal.status !== 'open') return null;
  if (hasSigned(proposal, seat.value)) return <Own proposal={proposal} />;
  if (refusing.value) {
    return (
      <Reasons
        proposal={proposal}
        onStay={() => {
          refusing.value = false;
        }}
      />
    );
  }
  // The terms of an order of the own desk are changed there.
  const mine = proposal.draft !== null && proposal.by === seat.value;
  const to = proposal.parties.filter((power) => power !== seat.value);
  return (
    <p class="row answers-row">
      <button
        type="button"
        class="button filled"
        disabled={!canAnswer.value}
        onClick={() => void signOffer(proposal.id, version.number)}
      >
        <Icon path={signature} /> {t('talks:sign')}
      </button>
      {mine ? null : (
        <button
          type="button"
          class="button"
          disabled={!canOffer.value}
          onClick={() => write({ to, clauses: version.clauses, counters: proposal })}
        >
          {t('talks:counter')}
        </button>
      )}
      <button
        type="button"
        class="button quiet"
        disabled={!canAnswer.value}
        onClick={() => {
          refusing.value = true;
        }}
      >
        {t('talks:decline')}
      </button>
    </p>
  );
}

/** How an offer ended, in a line. */
export function outcomeText({ status, declined }: Proposal): string {
  if (!declined) return t(`talks:state.${status}`);
  return t('talks:declinedBy', {
    power: t(`common:powerAtStart.${declined.power}`),
    reason: t(`talks:reason.${declined.reason}`),
  });
}

/** A proposal as a page: its newest version, changes marked, what it would bring, and who has signed. */
export function ProposalSheet(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  const version = newest(proposal);
  if (!version) return null;
  const to = proposal.parties.filter((power) => power !== seat.value);
  const set = proposal.parties.length > 2;
  const before = proposal.versions.at(-2);
  return (
    <article class="terms" aria-label={offerTitle(version.clauses)} data-status={proposal.status}>
      <div class="terms-page">
        <p class="terms-head">
          <Term id="word.version">
            {t(before ? 'talks:versionChanged' : 'talks:version', {
              version: version.number,
              power: t(`common:powerInside.${version.by}`),
            })}
          </Term>
          <span class="private">
            <Icon path={lock} size={14} />{' '}
            {t(set ? 'talks:privateSet' : 'talks:private', { count: proposal.parties.length })}
          </span>
        </p>
        <h3>{offerTitle(version.clauses)}</h3>
        <ClauseList
          clauses={version.clauses}
          pairs={before ? pointPairs(before, version) : undefined}
        />
        <Versions proposal={proposal} />
        <DealEffects clauses={version.clauses} to={to} />
        <Signatures proposal={proposal} />
        <InkTime proposal={proposal} />
        <Answers proposal={proposal} />
      </div>
    </article>
  );
}

/** An offer of this round that is settled without an agreement: one line. */
export function SettledOffer(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  return (
    <li class="settled">
      <Icon path={proposal.status === 'signed' ? check : x} size={18} />
      <span>
        <strong>{offerTitle(newest(proposal)?.clauses ?? [])}</strong>
        <small>{outcomeText(proposal)}</small>
      </span>
    </li>
  );
}

/** A signed agreement with the fate of each clause. */
export function AgreementSheet(props: { readonly agreement: Agreement }) {
  const { agreement } = props;
  return (
    <article
      class="terms agreed"
      aria-label={offerTitle(agreement.clauses)}
      data-status={agreement.status}
    >
      <div class="terms-page">
        <p class="terms-head">
          <Term id="word.agreement">
            {t('talks:signedRound', { round: agreement.signedRound + 1 })}
          </Term>
          <strong>{t(`talks:agreement.${agreement.status}`)}</strong>
        </p>
        <h3>
          {agreement.parties.map((power) => (
            <Badge key={power} power={power} label />
          ))}{' '}
          {offerTitle(agreement.clauses)}
        </h3>
        <ClauseList clauses={agreement.clauses} />
      </div>
    </article>
  );
}
