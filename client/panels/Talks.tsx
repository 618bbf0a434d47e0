import { useRef } from 'preact/hooks';
import { t } from '../i18n/messages.ts';
import { plus, scrollText, users } from '../icons/lucide.ts';
import { Badge } from '../parts/Badge.tsx';
import { Icon } from '../parts/Icon.tsx';
import { listsAgreements } from '../state/agreements.ts';
import { type Channel, openSet, othersIn } from '../state/channels.ts';
import { round, seat, view } from '../state/game.ts';
import { part } from '../state/part.ts';
import {
  agreementsWith,
  canOffer,
  channels,
  hasSigned,
  type Leaf,
  newest,
  proposalsWith,
  runningAgreements,
  talkOpen,
  talks,
  unopened,
  wordsIn,
} from '../state/talks.ts';
import { unreadIn } from '../state/unread.ts';
import { channelName } from '../words/channels.ts';
import { offerTitle } from '../words/clauses.ts';

/** What was said last in a channel, as a line; null: nothing was said. */
function lastLine(channel: Channel): string | null {
  const last = wordsIn(channel).at(-1);
  if (!last) return null;
  const power = last.by === seat.value ? t('talks:you') : t(`common:powerAtStart.${last.by}`);
  return t('talks:state.last', { power, text: last.text });
}

/** What stands in a channel: a headline, a line, and what was said last where it matters most. */
export interface ChannelLine {
  readonly head: string;
  readonly line: string;
  /** It is this seat's turn. */
  readonly waits: boolean;
  readonly last: string | null;
}

export function channelLine(channel: Channel): ChannelLine {
  const proposals = proposalsWith(channel);
  const open =
    proposals.find((p) => p.status === 'open' && !hasSigned(p, seat.value)) ?? proposals[0];
  const head = channelName(channel);
  const said = (line: string, waits = false, last: string | null = null): ChannelLine => ({
    head,
    line,
    waits,
    last,
  });
  const unread = unreadIn(channel);
  const last = lastLine(channel);
  if (open?.status === 'open') {
    const mine = hasSigned(open, seat.value);
    const by = newest(open)?.by ?? open.by;
    const power = t(`common:powerAtStart.${by}`);
    return {
      head: offerTitle(newest(open)?.clauses ?? []),
      line: t(mine ? 'talks:state.waits' : 'talks:state.answer', { power }),
      waits: !mine,
      last: unread > 0 ? last : null,
    };
  }
  if (unread > 0) return said(t('talks:state.unread', { count: unread }), true, last);
  if (open && open.status !== 'signed') return said(t(`talks:state.${open.status}`));
  const agreements = agreementsWith(channel);
  const running = agreements.filter((a) => a.status === 'running').length;
  if (running > 0) return said(t('talks:state.running', { count: running }), false, last);
  if (agreements[0]?.status === 'broken') return said(t('talks:state.broken'), false, last);
  if (last !== null) return said(last);
  return said(t(channel === 'all' ? 'talks:state.allQuiet' : 'talks:state.quiet'));
}

/** Lays the sheet over the table, with a channel or the list of agreements. */
export function openTalks(leaf: Leaf): void {
  talkOpen.value = leaf;
  part.value = 'talks';
}

/** Back to the table; the focus goes to where the sheet was opened. */
export function closeTalks(): void {
  const leaf = talkOpen.value;
  talkOpen.value = null;
  requestAnimationFrame(() => {
    const from = leaf === 'agreements' ? '.to-agreements' : `#channel-${leaf}`;
    document.querySelector<HTMLElement>(from)?.focus();
  });
}

/** The signs of those in a channel beside this seat. */
export function ChannelSign(props: { readonly channel: Channel; readonly size?: number }) {
  const { channel, size } = props;
  if (channel === 'all') {
    return (
      <span class="channel-all">
        <Icon path={users} size={size ?? 20} />
      </span>
    );
  }
  const others = othersIn(channel);
  return (
    <span class="channel-sign" data-several={others.length > 1 ? '' : undefined}>
      {others.map((power) => (
        <Badge key={power} power={power} size={others.length > 1 ? 16 : size} />
      ))}
    </span>
  );
}

/** One channel as a row that opens it. */
function ChannelRow(props: {
  readonly channel: Channel;
  readonly id?: string;
  readonly current?: boolean;
}) {
  const { channel, current } = props;
  const { head, line, waits, last } = channelLine(channel);
  const name = channelName(channel);
  return (
    <li data-current={current ? '' : undefined}>
      <button
        type="button"
        class="channel"
        id={props.id}
        aria-current={current ? 'true' : undefined}
        onClick={() => openTalks(channel)}
      >
        <ChannelSign channel={channel} />
        <span class="channel-says">
          {head === name ? null : <span class="hidden">{name}: </span>}
          <strong>{head}</strong>
          <small data-waits={waits ? '' : undefined}>
            {waits ? <b class="channel-new">{t('talks:new')}</b> : null} {line}
          </small>
          {last === null ? null : <small class="channel-last">{last}</small>}
        </span>
      </button>
    </li>
  );
}

/** Opens a private channel of three. */
function NewChannel() {
  const details = useRef<HTMLDetailsElement>(null);
  if (unopened.value.length === 0 || !canOffer.value) return null;
  // A first round has enough with the pairs.
  if (view.value?.depth === 'intro' && round.value === 0) return null;
  return (
    <details class="new-channel" ref={details}>
      <summary>
        <Icon path={plus} size={16} /> {t('talks:channel.new')}
      </summary>
      <ul>
        {unopened.value.map((channel) => (
          <li key={channel}>
            <button
              type="button"
              class="channel"
              onClick={() => {
                details.current?.removeAttribute('open');
                openSet(channel);
                openTalks(channel);
              }}
            >
              <ChannelSign channel={channel} />
              <span class="channel-says">{channelName(channel)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The way to the list of all agreements that are known to this seat. */
export function ToAgreements(props: { readonly current?: boolean }) {
  const n = talks.value.agreements.length;
  if (!listsAgreements.value || n === 0) return null;
  return (
    <button
      type="button"
      class="to-agreements"
      aria-current={props.current ? 'true' : undefined}
      onClick={() => openTalks('agreements')}
    >
      <Icon path={scrollText} size={18} /> {t('talks:list.all', { n })}
    </button>
  );
}

/** All channels, the one that lies open marked; the ways to a new one and to all agreements. */
export function ChannelList(props: { readonly current?: Leaf }) {
  return (
    <>
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
      <NewChannel />
      <ToAgreements current={props.current === 'agreements'} />
    </>
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
