import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { figure, money } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { chevronDown, chevronUp } from '../icons/lucide.ts';
import { Icon } from '../parts/Icon.tsx';
import { Problem } from '../parts/Problem.tsx';
import { Tabs } from '../parts/Tabs.tsx';
import { refused } from '../state/connection.ts';
import { phase, round, seat } from '../state/game.ts';
import { type Card, capital, cards, draftLimit, drafts, handSize, purse } from '../state/orders.ts';
import { Briefing } from './Briefing.tsx';
import { Drafts } from './Drafts.tsx';
import { OrderCard, Pips } from './OrderCard.tsx';

type DeskTab = 'briefing' | 'hand' | 'drafts' | 'others';

/** On low wide screens the desk is a line over the map's foot until it is opened. */
const LOW = '(min-width: 75em) and (max-height: 51em)';

function Cards(props: { readonly cards: readonly Card[] }) {
  if (props.cards.length === 0) return <p class="empty">{t('game:desk.handEmpty')}</p>;
  const move = (at: number, step: number): void => {
    const next = props.cards[at + step];
    if (next) document.getElementById(`card-${next.kind}`)?.focus();
  };
  return (
    <div class="hand" data-count={props.cards.length}>
      {props.cards.map((card, i) => (
        <OrderCard key={card.kind} card={card} onMove={(step) => move(i, step)} />
      ))}
    </div>
  );
}

/** Capital and money that are left for this round. */
function Means() {
  const { left, cap } = capital.value;
  const { all, left: rest } = purse.value;
  return (
    <p class="means">
      <span title={t('game:desk.capitalExplain')}>
        <Pips filled={left} of={cap} /> <b>{figure(left)}</b> {t('game:desk.capitalOfEnd', { cap })}
      </span>
      <span>
        <b>{money(rest)}</b> {t('game:desk.moneyLeft', { all: figure(all, 2) })}
      </span>
    </p>
  );
}

/** Everything a power decides in a round: its hand, its drafts, its aims. */
export function Desk() {
  // Who sits down reads first who he is.
  const starts = round.value === 0 && phase.value === 'briefing';
  const tab = useSignal<DeskTab>(starts ? 'briefing' : 'hand');
  const open = useSignal(!matchMedia(LOW).matches);
  const orders = phase.value === 'deliberation';
  useEffect(() => {
    if (!orders) return;
    open.value = true;
    tab.value = 'hand';
  }, [orders, open, tab]);
  if (seat.value === null) {
    return (
      <section class="desk" id="desk" aria-label={t('game:desk.heading')}>
        <p class="empty">{t('game:brief.spectator')}</p>
      </section>
    );
  }
  const hand = cards.value.slice(0, handSize.value);
  const others = cards.value.slice(handSize.value);
  const tabs = [
    { id: 'briefing', label: t('game:desk.tabs.briefing') },
    { id: 'hand', label: t('game:desk.tabs.hand') },
    {
      id: 'drafts',
      label: t('game:desk.tabs.drafts', { count: drafts.value.length, limit: draftLimit.value }),
    },
    ...(others.length > 0 ? [{ id: 'others' as const, label: t('game:desk.tabs.others') }] : []),
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
        {tab.value === 'hand' ? <Cards cards={hand} /> : null}
        {tab.value === 'others' ? <Cards cards={others} /> : null}
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
