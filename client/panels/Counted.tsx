import { type CountedMotion, VOTERS } from '../../shared/core/motion.ts';
import { t } from '../i18n/messages.ts';
import { check as tick, x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { motionText } from '../words/orders.ts';

/** Motions as they were counted: what was moved, whether it was carried, and who voted how. */
export function Counted(props: { readonly motions: readonly CountedMotion[] }) {
  return (
    <ul class="plain-list counted">
      {props.motions.map(({ id, by, order, carried, votes, members }) => (
        <li key={id}>
          <strong>
            {t('game:vote.motion', {
              power: t(`common:powerAtStart.${by}`),
              title: motionText(order.kind, order.params),
            })}
          </strong>
          <p>
            <Icon path={carried ? tick : x} size={16} />{' '}
            {t(carried ? 'game:count.carried' : 'game:count.failed')}
          </p>
          <ul class="ballots">
            {VOTERS.map((power) => (
              <li key={power}>
                {t(`common:power.${power}`)}
                <b>{t(`game:count.cast.${votes[power] ?? 'abstain'}`)}</b>
              </li>
            ))}
            {members.map((member) => (
              <li key={member.id}>
                {t(`game:count.member.${member.id}`)}
                <b>{t(member.yes ? 'game:count.cast.yes' : 'game:count.cast.no')}</b>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
