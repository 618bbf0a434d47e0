import type { Draft } from '../../shared/core/state.ts';
import { list } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { check, hourglass, triangleAlert, x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { seat } from '../state/game.ts';
import { channelOf, hasSigned, offerOfDraft } from '../state/talks.ts';
import { openTalks } from './Talks.tsx';

/** How the signature that a draft needs stands; null for an order of one side. */
export function signatureLine(
  draft: Draft,
): { readonly text: string; readonly icon: string; readonly tone: string } | null {
  const offer = offerOfDraft(draft.id);
  if (!offer) return null;
  const others = offer.parties.filter((power) => power !== seat.value);
  const [first] = others;
  const power = list(others.map((one) => t(`common:powerInside.${one}`)));
  if (offer.status === 'signed') {
    return { text: t('talks:desk.signed', { power }), icon: check, tone: 'gain' };
  }
  if (offer.declined) {
    const reason = t(`talks:reason.${offer.declined.reason}`);
    const by = t(`common:powerAtStart.${offer.declined.power}`);
    return { text: t('talks:desk.declined', { power: by, reason }), icon: x, tone: 'loss' };
  }
  if (offer.status !== 'open') return null;
  if (!hasSigned(offer, seat.value) && first) {
    const by = t(`common:powerAtStart.${first}`);
    return { text: t('talks:desk.yours', { power: by }), icon: triangleAlert, tone: 'warn' };
  }
  return { text: t('talks:desk.waits', { power }), icon: hourglass, tone: 'even' };
}

/** The same in a draft's row, with the way to the offer. */
export function DraftOffer(props: { readonly draft: Draft }) {
  const line = signatureLine(props.draft);
  const offer = offerOfDraft(props.draft.id);
  if (!line || !offer) return null;
  return (
    <p class={`draft-offer ${line.tone}`}>
      <Icon path={line.icon} /> {line.text}{' '}
      <button type="button" class="text-button" onClick={() => openTalks(channelOf(offer.parties))}>
        {t('talks:desk.see')}
      </button>
    </p>
  );
}
