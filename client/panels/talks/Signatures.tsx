import type { Proposal } from '../../../shared/core/talk.ts';
import { t } from '../../i18n/messages.ts';
import { check, hourglass } from '../../icons/lucide.ts';
import { Badge } from '../../parts/Badge.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { secondsLeft } from '../../state/clock.ts';
import { phase, seat } from '../../state/game.ts';
import { hasSigned } from '../../state/talks.ts';
import { clockText } from '../../words/clock.ts';

/** A line for each party: its seal once it has signed the newest version, or that it has still to sign. */
export function Signatures(props: { readonly proposal: Pick<Proposal, 'parties' | 'signed'> }) {
  const { parties, signed } = props.proposal;
  return (
    <ul class="signatures" aria-label={t('talks:signatures')}>
      {parties.map((power) => {
        const one = signed.find((s) => s.power === power);
        return (
          <li key={power} data-power={power} data-signed={one ? '' : undefined}>
            <span class="seal" aria-hidden="true">
              <Badge power={power} size={12} />
            </span>
            <span>
              <strong>{t(power === seat.value ? 'talks:you' : `common:power.${power}`)}</strong>
              <small class={one ? 'gain' : 'even'}>
                <Icon path={one ? check : hourglass} size={14} />{' '}
                {one ? t('talks:signedVersion', { version: one.version }) : t('talks:notSigned')}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Until when an open offer can be signed, and by how many it still has to be. */
export function InkTime(props: { readonly proposal: Proposal }) {
  const { proposal } = props;
  const missing = proposal.parties.filter((power) => !hasSigned(proposal, power)).length;
  const left = secondsLeft.value;
  const ink = phase.value === 'ink';
  return (
    <p class="note ink-time">
      {t('talks:missing', { count: missing })}{' '}
      {ink && left !== null
        ? t('talks:inkLeft', { time: clockText(left) })
        : t(ink ? 'talks:inkNow' : 'talks:untilRound')}
    </p>
  );
}
