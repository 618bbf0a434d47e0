import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/messages.ts';
import { arrowLeft, map, scrollText } from '../../icons/lucide.ts';
import { Icon } from '../../parts/Icon.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { type Channel, channelWith, othersIn } from '../../state/channels.ts';
import { write, writing } from '../../state/compose.ts';
import { refused } from '../../state/connection.ts';
import { round } from '../../state/game.ts';
import { agreementsWith, canOffer, type Leaf, proposalsWith, talks } from '../../state/talks.ts';
import { channelName } from '../../words/channels.ts';
import { PairTable, PromiseWeb } from '../PromiseWeb.tsx';
import { ChannelList, ChannelSign, closeTalks } from '../Talks.tsx';
import { AgreementRow } from './AgreementRow.tsx';
import { Agreements } from './Agreements.tsx';
import { Composer } from './Composer.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { NewOffer } from './NewOffer.tsx';
import { SignalForm } from './SignalForm.tsx';
import { Spoken } from './Spoken.tsx';
import { AgreementSheet, ProposalSheet, SettledOffer } from './Terms.tsx';
import { WordSoFar } from './WordSoFar.tsx';

/** What is on the table in a channel, what was agreed, and what came to nothing this round. */
function Sheets(props: { readonly channel: Channel }) {
  const { channel } = props;
  const proposals = proposalsWith(channel);
  const open = proposals.filter((p) => p.status === 'open');
  const past = proposals.filter((p) => p.status !== 'open' && p.status !== 'signed');
  const agreements = agreementsWith(channel);
  const fresh = agreements.filter((a) => a.signedRound === round.value);
  const draft = writing.value;
  const lies = draft ? channelWith(draft.to) : null;
  const counters = draft?.counters;
  const gone = counters != null && !open.some(({ id }) => id === counters.id) && lies === channel;
  useEffect(() => {
    // What was countered is settled: the terms live on as an offer of their own, unless they were an order's.
    if (gone && draft) write(draft.counters?.draft ? null : { ...draft, counters: null });
  }, [gone]);
  return (
    <>
      {draft && lies === channel && canOffer.value ? <Composer draft={draft} /> : null}
      {open
        .filter((p) => p.id !== draft?.counters?.id)
        .map((proposal) => (
          <ProposalSheet key={proposal.id} proposal={proposal} />
        ))}
      {fresh.map((agreement) => (
        <AgreementSheet key={agreement.id} agreement={agreement} />
      ))}
      {past.length > 0 ? (
        <ul class="settled-offers" aria-label={t('talks:settled')}>
          {past.map((proposal) => (
            <SettledOffer key={proposal.id} proposal={proposal} />
          ))}
        </ul>
      ) : null}
      {lies !== channel ? (
        <NewOffer key={channel} channel={channel} later={open.length + fresh.length > 0} />
      ) : null}
      {agreements.length > fresh.length ? (
        <section class="agreements" aria-labelledby="agreements">
          <h3 id="agreements">{t(channel === 'all' ? 'talks:agreedByOthers' : 'talks:agreed')}</h3>
          <ul>
            {agreements
              .filter((a) => !fresh.includes(a))
              .map((agreement) => (
                <AgreementRow key={agreement.id} agreement={agreement} />
              ))}
          </ul>
        </section>
      ) : null}
      {channel === 'all' && agreements.length === 0 && open.length === 0 ? (
        <p class="empty">{t('talks:noneAgreed')}</p>
      ) : null}
    </>
  );
}

/** Who reads what is said in a channel. */
function openedNote(leaf: Leaf): string {
  if (leaf === 'agreements') return t('talks:list.public');
  if (leaf === 'all') return t('talks:openedAll');
  return t(othersIn(leaf).length > 1 ? 'talks:openedSet' : 'talks:opened');
}

/** What is on a leaf, so that a change of it can be seen. */
function contentsOf(leaf: Leaf): string {
  if (leaf === 'agreements') return '';
  return proposalsWith(leaf)
    .map(({ id, status, versions }) => `${id} ${status} ${versions.length}`)
    .join();
}

/** Keeps the focus where one reads: at the top of a new leaf, and there again when a button is gone. */
function useFocus(leaf: Leaf) {
  const title = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    // Who takes another power into his offer goes on writing it, in another channel.
    if (document.activeElement?.closest('.composer')) return;
    title.current?.focus();
    main.current?.scrollTo(0, 0);
  }, [leaf]);
  // Wherever the focus is: what was pressed last may be gone.
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (
        event.key === 'Escape' &&
        !event.defaultPrevented &&
        !document.querySelector('dialog[open]')
      ) {
        closeTalks();
      }
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
  const lies = contentsOf(leaf);
  useEffect(() => {
    // A button that went with what it did leaves the focus here, not at the top of the page.
    if (lies !== '' && document.activeElement === document.body) title.current?.focus();
  }, [lies]);
  return { title, main };
}

/** Beside a channel: what was said, own warnings and promises, the record of those in it. */
function Side(props: { readonly channel: Channel }) {
  const { channel } = props;
  return (
    <aside class="talks-side" aria-label={t('talks:words.heading')}>
      <Spoken channel={channel} />
      <SignalForm key={channel} channel={channel} />
      {channel === 'all'
        ? null
        : othersIn(channel).map((power) => <WordSoFar key={power} power={power} />)}
    </aside>
  );
}

/** Beside the list of agreements: who is bound to whom, as far as it is public. */
function WebSide() {
  if (talks.value.agreements.length === 0) return null;
  return (
    <aside class="talks-side" aria-labelledby="web-heading">
      <section>
        <h3 id="web-heading">{t('talks:web.heading')}</h3>
        <PromiseWeb talks={talks.value} whole={false} />
        <details class="web-table">
          <summary>{t('talks:web.asTable')}</summary>
          <PairTable talks={talks.value} whole={false} />
        </details>
      </section>
    </aside>
  );
}

/** The talks as a sheet over the table: channels, what lies between the two, what was said. */
export function TalksPage(props: { readonly leaf: Leaf }) {
  const { leaf } = props;
  const { title, main } = useFocus(leaf);
  const list = leaf === 'agreements';
  return (
    <main ref={main} class="talks-page" id="main" tabIndex={-1} data-leaf={list ? leaf : undefined}>
      <aside class="talks-list" aria-labelledby="talks-list">
        <header>
          <h2 id="talks-list">{t('talks:heading')}</h2>
        </header>
        <ChannelList current={leaf} />
        <p class="note">{openedNote(leaf)}</p>
      </aside>
      <section class="talks-main" aria-labelledby="talks-title">
        <header>
          <div class="talks-head">
            <button
              type="button"
              class="icon-button talks-back"
              aria-label={t('talks:back')}
              onClick={closeTalks}
            >
              <Icon path={arrowLeft} size={22} />
            </button>
            {list ? <Icon path={scrollText} size={24} /> : <ChannelSign channel={leaf} size={26} />}
            <h2 id="talks-title" ref={title} tabIndex={-1}>
              {list ? t('talks:list.heading') : channelName(leaf)}
            </h2>
            <button type="button" class="button quiet talks-map" onClick={closeTalks}>
              <Icon path={map} /> {t('talks:toMap')}
            </button>
          </div>
          <Problem text={refused.value} />
        </header>
        {list ? <Agreements /> : <Sheets channel={leaf} />}
      </section>
      {list ? <WebSide /> : <Side channel={leaf} />}
      <LeaveDialog />
    </main>
  );
}
