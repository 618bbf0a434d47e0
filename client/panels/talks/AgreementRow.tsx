import type { Agreement } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { chevronDown, hourglass } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { type Obligation, obligationsOf } from '../../state/agreements.ts';
import { round, seat } from '../../state/game.ts';
import { clauseText, offerTitle } from '../../words/clauses.ts';
import { noticeText, obligationNotes, stateText } from '../../words/obligations.ts';
import { FATE_ICON } from './Clauses.tsx';
import { LeaveButton } from './LeaveDialog.tsx';

/** One point: who is bound to what, how it stands, and why. */
function Point(props: { readonly one: Obligation }) {
  const { one } = props;
  const { clause } = one;
  const own = clause.by === seat.value;
  return (
    <li class="obligation" data-fate={clause.fate} data-now={one.now ? '' : undefined}>
      <Badge power={clause.by} label />
      <div>
        <p class="obligation-text">{clauseText(clause)}</p>
        <p class="obligation-state">
          <b class={`fate fate-${clause.fate}`}>
            <Icon path={FATE_ICON[clause.fate]} /> {stateText(clause)}
          </b>
          {one.now && own ? <b class="obligation-now">{t('talks:list.yourTurn')}</b> : null}
        </p>
        {obligationNotes(one).map((note) => (
          <p key={note} class="obligation-note">
            {note}
          </p>
        ))}
      </div>
    </li>
  );
}

/** What the line under an agreement's name tells: how it stands, and since when. */
function standing({ status, signedRound }: Agreement): string {
  return t('talks:list.standing', {
    status: t(`talks:agreement.${status}`),
    round: signedRound + 1,
  });
}

/** Whether a person should see the points at once: something was just signed, broken, or is due. */
function isPressing(agreement: Agreement): boolean {
  const now = round.value;
  return (
    agreement.signedRound === now ||
    agreement.clauses.some(
      ({ fate, final, judged, until }) =>
        (fate === 'breached' && judged >= now - 1) || (!final && until === now),
    )
  );
}

/** An agreement as a row that opens: its parties, how it stands, and each of its points. */
export function AgreementRow(props: { readonly agreement: Agreement }) {
  const { agreement } = props;
  const title = offerTitle(agreement.clauses);
  const notice = noticeText(agreement);
  return (
    <li>
      <details class="agreement" data-status={agreement.status} open={isPressing(agreement)}>
        <summary>
          <span class="agreement-parties">
            {agreement.parties.map((power) => (
              <Badge key={power} power={power} size={16} label />
            ))}
          </span>
          <span class="agreement-says">
            <strong>{title}</strong>
            <small>{standing(agreement)}</small>
          </span>
          <Icon path={chevronDown} size={18} />
        </summary>
        <ol class="obligations">
          {obligationsOf(agreement).map((one, i) => (
            <Point key={i} one={one} />
          ))}
        </ol>
        {notice ? (
          <p class="agreement-notice">
            <Icon path={hourglass} /> {notice}
          </p>
        ) : null}
        <LeaveButton agreement={agreement.id} title={title} />
      </details>
    </li>
  );
}
