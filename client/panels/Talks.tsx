import type { Power } from '../../shared/core/powers.ts';
import { t } from '../i18n/messages.ts';
import { users } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { seat } from '../state/game.ts';
import { part } from '../state/part.ts';
import {
  agreementsWith,
  type Channel,
  channels,
  hasSigned,
  newest,
  proposalsWith,
  runningAgreements,
  talkOpen,
  wordsIn,
} from '../state/talks.ts';
import { unreadIn } from '../state/unread.ts';
import { offerTitle } from '../words/clauses.ts';

/** What stands in a channel, in a headline and a line; `waits` when it is this seat's turn. */
export function channelLine(channel: Channel): {
  readonly head: string;
  readonly line: string;
  readonly waits: boolean;
} {
  const proposals = proposalsWith(channel);
  const open =
    proposals.find((p) => p.status === 'open' && !hasSigned(p, seat.value)) ?? proposals[0];
  const power = channel === 'all' ? '' : t(`common:powerAtStart.${channel}`);
  const head = channel === 'all' ? t('talks:all') : t(`common:power.${channel}`);
  if (open?.status === 'open') {
    const mine = hasSigned(open, seat.value);
    return {
      head: offerTitle(newest(open)?.clauses ?? []),
      line: t(mine ? 'talks:state.waits' : 'talks:state.answer', { power }),
      waits: !mine,
    };
  }
  if (open && open.status !== 'signed') {
    return { head, line: t(`talks:state.${open.status}`), waits: false };
  }
  const unread = unreadIn(channel);
  if (unread > 0) return { head, line: t('talks:state.unread', { count: unread }), waits: true };
  const agreements = agreementsWith(channel);
  const running = agreements.filter((a) => a.status === 'running').length;
  if (running > 0)
    return { head, line: t('talks:state.running', { count: running }), waits: false };
  if (agreements[0]?.status === 'broken')
    return { head, line: t('talks:state.broken'), waits: false };
  const said = wordsIn(channel).length;
  if (said > 0) return { head, line: t('talks:state.words', { count: said }), waits: false };
  return {
    head,
    line: t(channel === 'all' ? 'talks:state.allQuiet' : 'talks:state.quiet'),
    waits: false,
  };
}

/** Lays the sheet of a channel over the table. */
export function openTalks(channel: Channel): void {
  talkOpen.value = channel;
  part.value = 'talks';
}

/** Back to the table; the focus goes to where the sheet was opened. */
export function closeTalks(): void {
  const channel = talkOpen.value;
  talkOpen.value = null;
  requestAnimationFrame(() => document.getElementById(`channel-${channel}`)?.focus());
}

/** One channel as a row that opens it. */
function ChannelRow(props: {
  readonly channel: Channel;
  readonly id?: string;
  readonly current?: boolean;
}) {
  const { channel, current } = props;
  const { head, line, waits } = channelLine(channel);
  return (
    <li data-current={current ? '' : undefined}>
      <button
        type="button"
        class="channel"
        id={props.id}
        aria-current={current ? 'true' : undefined}
        onClick={() => openTalks(channel)}
      >
        {channel === 'all' ? (
          <span class="channel-all">
            <Icon path={users} size={20} />
          </span>
        ) : (
          <Badge power={channel as Power} label />
        )}
        <span class="channel-says">
          <strong>{head}</strong>
          <small>
            {waits ? <b class="channel-new">{t('talks:new')}</b> : null} {line}
          </small>
        </span>
      </button>
    </li>
  );
}

/** All channels, the one that lies open marked. */
export function ChannelList(props: { readonly current?: Channel }) {
  return (
    <ul class="channels">
      {channels.value.map((channel) => (
        <ChannelRow
          key={channel}
          channel={channel}
          id={props.current ? undefined : `channel-${channel}`}
          current={channel === props.current}
        />
      ))}
    </ul>
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
      <ChannelList />
    </section>
  );
}
