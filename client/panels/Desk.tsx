import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { figure, money } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { chevronDown, chevronUp } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { Term } from '../parts/Term.tsx';
import { refused } from '../state/connection.ts';
import { phase, round, seat } from '../state/game.ts';
import { GROUPED_FROM, GROUPS, type Group, groupOf } from '../state/groups.ts';
import {
  type Card,
  canDraft,
  capital,
  cards,
  draftLimit,
  handCards,
  purse,
  slots,
} from '../state/orders.ts';
import { part } from '../state/part.ts';
import { Briefing } from './Briefing.tsx';
import { Drafts } from './Drafts.tsx';
import { OrderCard, Pips } from './OrderCard.tsx';
import { Questions } from './Questions.tsx';

type DeskTab = 'briefing' | 'hand' | 'drafts' | 'others';

/** On low wide screens the desk is a line over the map's foot until it is opened. */
const LOW = '(min-width: 75em) and (max-height: 51em)';

/** What is shown of a desk with many cards; stays chosen from round to round. */
const shownGroup = signal<Group | 'all'>('all');

/** Which cards are shown, where there are too many to see at once. */
function Groups(props: { readonly cards: readonly Card[] }) {
  const filled = GROUPS.filter((group) => props.cards.some(({ kind }) => groupOf(kind) === group));
  return (
    <fieldset class="segments groups">
      <legend class="hidden">{t('game:desk.groups')}</legend>
      {(['all', ...filled] as const).map((group) => (
        <label key={group}>
          <input
            type="radio"
            name="desk-group"
            checked={shownGroup.value === group}
            onChange={() => {
              shownGroup.value = group;
            }}
          />
          <span>{t(`game:desk.group.${group}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Cards(props: { readonly cards: readonly Card[] }) {
  if (props.cards.length === 0) return <p class="empty">{t('game:desk.handEmpty')}</p>;
  const grouped = props.cards.length >= GROUPED_FROM;
  const own = props.cards.filter(({ kind }) => groupOf(kind) === shownGroup.value);
  // A group that this desk has not is as good as none.
  const shown = grouped && own.length > 0 ? own : props.cards;
  const move = (at: number, step: number): void => {
    const next = shown[at + step];
    if (next) document.getElementById(`card-${next.kind}`)?.focus();
  };
  return (
    <>
      {grouped ? <Groups cards={props.cards} /> : null}
      <div class="hand" data-count={shown.length}>
        {shown.map((card, i) => (
          <OrderCard key={card.kind} card={card} onMove={(step) => move(i, step)} />
        ))}
      </div>
    </>
  );
}

/** The dealt cards, or why there are none yet. */
function Hand(props: { readonly cards: readonly Card[] | null }) {
  if (props.cards) return <Cards cards={props.cards} />;
  return (
    <p class="empty hand-wait" role="status">
      {t(canDraft.value ? 'game:desk.dealing' : 'game:desk.handLater')}
    </p>
  );
}

/** Capital and money that are left for this round. */
function Means() {
  const { left, cap } = capital.value;
  const { all, left: rest } = purse.value;
  return (
    <p class="means">
      <span>
        <Pips filled={left} of={cap} /> <b>{figure(left)}</b>{' '}
        <Term id="word.capital">{t('game:desk.capitalOfEnd', { cap })}</Term>
      </span>
      <span>
        <b>{money(rest)}</b> {t('game:desk.moneyLeft', { all: figure(all, 2) })}
      </span>
    </p>
  );
}

/** Everything a power decides in a round: its hand, its drafts, its aims. */
export function Desk() {
  // A half-year begins with what it asks; who sits down reads first who he is.
  const now = phase.value;
  const tab = useSignal<DeskTab>(now === 'briefing' ? 'briefing' : 'hand');
  // In the first round nobody knows yet who he is: the role comes before the map.
  const meets = now === 'briefing' && round.value === 0;
  const open = useSignal(meets || !matchMedia(LOW).matches);
  useEffect(() => {
    if (meets) part.value = 'desk';
  }, [meets]);
  useEffect(() => {
    if (now === 'briefing') tab.value = 'briefing';
    if (now !== 'deliberation') return;
    open.value = true;
    tab.value = 'hand';
  }, [now, open, tab]);
  if (seat.value === null) {
    return (
      <section class="desk" id="desk" aria-label={t('game:desk.heading')}>
        <p class="empty">{t('game:brief.spectator')}</p>
      </section>
    );
  }
  const hand = handCards.value;
  const more = cards.value.length > (hand?.length ?? 0);
  const tabs = [
    { id: 'briefing', label: t('game:desk.tabs.briefing') },
    { id: 'hand', label: t('game:desk.tabs.hand') },
    {
      id: 'drafts',
      label: t('game:desk.tabs.drafts', { count: slots.value, limit: draftLimit.value }),
    },
    ...(more ? [{ id: 'others' as const, label: t('game:desk.tabs.others') }] : []),
  ] as const;
  return (
    <section
      class="desk"
      id="desk"
      tabIndex={-1}
      aria-labelledby="desk-heading"
      data-open={open.value ? '' : undefined}
    >
      <header>
        <h2 id="desk-heading">{t('game:desk.heading')}</h2>
        <Tabs
          prefix="desk"
          label={t('game:desk.heading')}
          tabs={tabs}
          value={tab.value}
          onChoose={(id) => {
            tab.value = id;
            open.value = true;
          }}
        />
        <Means />
        <button
          type="button"
          class="icon-button desk-fold"
          aria-expanded={open.value}
          aria-label={t(open.value ? 'game:desk.shut' : 'game:desk.open')}
          title={t(open.value ? 'game:desk.shut' : 'game:desk.open')}
          onClick={() => {
            open.value = !open.value;
          }}
        >
          <Icon path={open.value ? chevronDown : chevronUp} size={20} />
        </button>
      </header>
      <Problem text={refused.value} />
      <div
        id="desk-panel"
        class="desk-panel"
        role="tabpanel"
        aria-labelledby={`desk-tab-${tab.value}`}
      >
        {tab.value === 'briefing' ? <Briefing /> : null}
        {tab.value === 'hand' || tab.value === 'others' ? <Questions /> : null}
        {tab.value === 'hand' ? <Hand cards={hand} /> : null}
        {tab.value === 'others' ? <Cards cards={cards.value} /> : null}
        {tab.value === 'drafts' ? (
          <Drafts
            toHand={() => {
              tab.value = 'hand';
            }}
          />
        ) : null}
      </div>
    </section>
  );
}
