import type { Power } from '../../shared/core/powers.ts';
import type { Draft } from '../../shared/core/state.ts';
import { isEnough } from '../../shared/game/index.ts';
import { list } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { check, hourglass, triangleAlert, x } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { seat, view } from '../state/game.ts';
import { standingOf } from '../state/provisos.ts';
import { channelOf, hasSigned, offerOfDraft } from '../state/talks.ts';
import { dealNamed, dealTitle } from '../words/clauses.ts';
import { orderTitle } from '../words/orders.ts';
import { openTalks } from './Talks.tsx';

interface SignatureLine {
  readonly text: string;
  readonly icon: string;
  readonly tone: string;
}

/** Who else has laid down an act that takes several; null for another order. */
function companyLine(draft: Draft): SignatureLine | null {
  const filing = view.value?.joint.find(
    ({ order }) =>
      order.kind === draft.kind &&
      Object.entries(order.params).every(([id, value]) => draft.params[id] === value),
  );
  if (!filing) return null;
  const { by, terms } = filing;
  const named = (powers: readonly Power[]): string =>
    list(powers.map((one) => t(`common:powerInside.${one}`)));
  if (isEnough(terms, by)) {
    const power = named(by.filter((one) => one !== seat.value));
    return { text: t('talks:desk.joined', { power }), icon: check, tone: 'gain' };
  }
  const lacking = terms.needs.filter((one) => !by.includes(one));
  const text =
    lacking.length > 0
      ? t('talks:desk.aloneFor', { power: named(lacking) })
      : t('talks:desk.alone');
  return { text, icon: hourglass, tone: 'even' };
}

const STANDING = {
  open: { icon: hourglass, tone: 'even' },
  signed: { icon: check, tone: 'gain' },
  gone: { icon: x, tone: 'warn' },
} as const;

/** On which offer a draft hangs, how that stands, and what goes instead; null for one that goes in any case. */
function hungLine({ proviso }: Draft): SignatureLine | null {
  if (!proviso) return null;
  const standing = standingOf(proviso);
  const { otherwise, agreement } = proviso;
  const text = t(`talks:hang.${standing}`, {
    offer: dealTitle(agreement),
    otherwise: otherwise
      ? t('talks:hang.order', { order: orderTitle(otherwise.kind, otherwise.params) })
      : t('talks:hang.nothing'),
  });
  return { text, ...STANDING[standing] };
}

/** What a draft waits for, a signature or others, and how that stands; null for one that waits for nobody. */
export function signatureLine(draft: Draft): SignatureLine | null {
  const hung = hungLine(draft);
  if (hung) return hung;
  const company = companyLine(draft);
  if (company) return company;
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
  const { id, proviso } = props.draft;
  const offer = proviso ? dealNamed(proviso.agreement) : offerOfDraft(id);
  if (!line) return null;
  if (!offer) {
    return (
      <p class={`draft-offer ${line.tone}`}>
        <Icon path={line.icon} /> {line.text}
      </p>
    );
  }
  return (
    <p class={`draft-offer ${line.tone}`}>
      <Icon path={line.icon} /> {line.text}{' '}
      <button type="button" class="text-button" onClick={() => openTalks(channelOf(offer.parties))}>
        {t('talks:desk.see')}
      </button>
    </p>
  );
}
