import { useSignal } from '@preact/signals';
import type { Power } from '../../../shared/core/powers.ts';
import { type Agreement, DECLINE_REASONS, type Proposal } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { check, lock, signature, undo2, x } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { Term } from '../../parts/Term.tsx';
import { write } from '../../state/compose.ts';
import { declineOffer, retractOffer, signOffer } from '../../state/connection.ts';
import { seat } from '../../state/game.ts';
import { canAnswer, canOffer, clauseBefore, hasSigned, newest } from '../../state/talks.ts';
import { clauseText, offerTitle } from '../../words/clauses.ts';
import { ClauseList } from './Clauses.tsx';
import { DealEffects } from './DealEffects.tsx';

function Signatures(props: { readonly proposal: Pick<Proposal, 'parties' | 'signed'> }) {
  const { parties, signed } = props.proposal;
  return (
    <ul class="signatures">
      {parties.map((power) => {
        const one = signed.find((s) => s.power === power);
        return (
          <li key={power} data-power={power} data-signed={one ? '' : undefined}>
            <span class="seal" aria-hidden="true">
              {power}
            </span>
            <span>
              <strong>{t(`common:power.${power}`)}</strong>
              <small>
                {one ? t('talks:signedVersion', { version: one.version }) : t('talks:notSigned')}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

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
function Answers(props: { readonly proposal: Proposal; readonly partner: Power | null }) {
  const { proposal, partner } = props;
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
      {partner && !mine ? (
        <button
          type="button"
          class="button"
          disabled={!canOffer.value}
          onClick={() => write({ to: partner, clauses: version.clauses, counters: proposal })}
        >
          {t('talks:counter')}
        </button>
      ) : null}
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

/** Versions before the newest, as they stand for good. */
function Earlier(props: { readonly proposal: Proposal }) {
  const earlier = props.proposal.versions.slice(0, -1).toReversed();
  if (earlier.length === 0) return null;
  return (
    <details class="earlier">
      <summary>{t('talks:earlier', { count: earlier.length })}</summary>
      {earlier.map((version) => (
        <div key={version.number}>
          <p class="caption">
            {t('talks:version', {
              version: version.number,
              power: t(`common:powerInside.${version.by}`),
            })}
          </p>
          <ol>
            {version.clauses.map((clause) => {
              const text = clauseText(clause);
              return <li key={text}>{text}</li>;
            })}
          </ol>
        </div>
      ))}
    </details>
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
  const [first = null, second] = proposal.parties.filter((power) => power !== seat.value);
  const partner = second ? null : first;
  const changed = proposal.versions.length > 1;
  return (
    <article class="terms" aria-label={offerTitle(version.clauses)} data-status={proposal.status}>
      <div class="terms-page">
        <p class="terms-head">
          <Term id="word.version">
            {t(changed ? 'talks:versionChanged' : 'talks:version', {
              version: version.number,
              power: t(`common:powerInside.${version.by}`),
            })}
          </Term>
          <span class="private">
            <Icon path={lock} size={14} /> {t('talks:private')}
          </span>
        </p>
        <h3>{offerTitle(version.clauses)}</h3>
        <ClauseList
          clauses={version.clauses}
          old={changed ? (i) => clauseBefore(proposal, i) : undefined}
        />
        {partner ? <DealEffects clauses={version.clauses} partner={partner} /> : null}
        <Signatures proposal={proposal} />
        <Answers proposal={proposal} partner={partner} />
        <p class="note">{t('talks:untilRound')}</p>
        <Earlier proposal={proposal} />
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
