import { useSignal } from '@preact/signals';
import { t } from '../../i18n/messages.ts';
import { type Channel, channelOf, othersIn } from '../../state/channels.ts';
import { write } from '../../state/compose.ts';
import { canOffer, fullTable, newest, talkOpen } from '../../state/talks.ts';
import { offerTitle } from '../../words/clauses.ts';
import { ReadyOffers } from './ReadyOffers.tsx';

/** Where the own offers lie, and the way to the first. */
function TableFull() {
  const [first] = fullTable.value;
  if (!first) return null;
  const there = channelOf(first.parties);
  const title = offerTitle(newest(first)?.clauses ?? []);
  return (
    <p class="empty">
      {t('talks:full', { count: fullTable.value.length, offer: title })}{' '}
      <button
        type="button"
        class="text-button"
        onClick={() => {
          talkOpen.value = there;
        }}
      >
        {t('talks:toIt')}
      </button>
    </p>
  );
}

/**
 * A new offer to those of a channel: made ready for one partner, or in own terms for any of them.
 * @param props.later something lies on the table already
 */
export function NewOffer(props: { readonly channel: Channel; readonly later: boolean }) {
  const { channel } = props;
  const wanted = useSignal(false);
  if (!canOffer.value) return null;
  const to = othersIn(channel);
  const [partner, second] = to;
  const full = fullTable.value.length > 0;
  const own = fullTable.value.some((p) => channelOf(p.parties) === channel);
  if (own || !partner) return null;
  const begin = (): void => write({ to, clauses: [], counters: null });
  if (second && !wanted.value) {
    // What would serve several takes longer to find: it is looked for when it is wished for.
    return full ? null : (
      <p class="row">
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            wanted.value = true;
          }}
        >
          {t('talks:ready.lookAll')}
        </button>
        <button type="button" class="button quiet" onClick={begin}>
          {t('talks:ownTermsAll')}
        </button>
      </p>
    );
  }
  // First the offer that lies there is to be answered.
  if (props.later && !wanted.value) {
    return (
      <p>
        <button
          type="button"
          class="text-button"
          onClick={() => {
            wanted.value = true;
          }}
        >
          {t('talks:another')}
        </button>
      </p>
    );
  }
  return (
    <section class="new-offer" aria-labelledby="new-offer">
      <header>
        <h3 id="new-offer">{t('talks:ready.heading')}</h3>
        {full ? null : (
          <button type="button" class="text-button" onClick={begin}>
            {t('talks:ownTerms')}
          </button>
        )}
      </header>
      {full ? <TableFull /> : <ReadyOffers key={channel} to={to} />}
    </section>
  );
}
