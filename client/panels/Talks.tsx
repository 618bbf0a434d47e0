import type { Power } from '../../shared/core/powers.ts';
import { t } from '../i18n/messages.ts';
import { users } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { seat } from '../state/game.ts';
import {
  type Channel,
  agreementsWith,
  hasSigned,
  newest,
  partners,
  proposalsWith,
  runningAgreements,
  talkOpen,
  wordsIn,
} from '../state/talks.ts';
import { offerTitle } from '../words/clauses.ts';

/** What stands in a channel, in a headline and a line. */
export function channelLine(channel: Channel): { readonly head: string; readonly line: string; readonly waits: boolean } {
  const [proposal] = proposalsWith(channel);
  const power = channel === 'all' ? '' : t(`common:powerAtStart.${channel}`);
  const head =
    channel === 'all' ? t('talks:all') : t(`common:power.${channel}`);
  if (proposal?.status === 'open') {
    const mine = hasSigned(proposal, seat.value);
    const version = newest(proposal);
    return {
      head: offerTitle(version?.clauses ?? []),
      line: mine ? t('talks:state.waits', { power }) : t('talks:state.answer', { power }),
      waits: !mine,
    };
  }
  if (proposal) return { head, line: t(`talks:state.${proposal.status}`), waits: false };
  const words = wordsIn(channel).length;
  if (words > 0) return { head, line: t('talks:state.words', { count: words }), waits: false };
  const running = agreementsWith(channel).filter((a) => a.status === 'running').length;
  if (running > 0) {
    return { head, line: t('talks:state.running', { count: running }), waits: false };
  }
  return { head, line: t(channel === 'all' ? 'talks:state.allQuiet' : 'talks:state.quiet'), waits: false };
}

/** One channel as a row that opens it. */
export function ChannelRow(props: { readonly channel: Channel; readonly current?: boolean }) {
  const { channel } = props;
  const { head, line, waits } = channelLine(channel);
  return (
    <li data-current={props.current ? '' : undefined}>
      <button
        type="button"
        class="channel"
        aria-current={props.current ? 'true' : undefined}
        onClick={() => {
          talkOpen.value = channel;
        }}
      >
        {channel === 'all' ? <Icon path={users} size={20} /> : <Badge power={channel as Power} label />}
        <span>
          <strong>{head}</strong>
          <small>{line}</small>
        </span>
        {waits ? <b class="channel-new">{t('talks:new')}</b> : null}
      </button>
    </li>
  );
}

/** The talks at a glance: a row a channel; the sheet behind it holds the words and the clauses. */
export function Talks() {
  if (seat.value === null) return null;
  const running = runningAgreements.value.length;
  return (
    <section class="talks" id="talks" tabIndex={-1} aria-labelledby="talks-heading">
      <header>
        <h2 id="talks-heading">{t('talks:heading')}</h2>
        {running > 0 ? <small>{t('talks:state.running', { count: running })}</small> : null}
      </header>
      <ul>
        {[...partners.value, 'all' as const].map((channel) => (
          <ChannelRow key={channel} channel={channel} />
        ))}
      </ul>
    </section>
  );
}
