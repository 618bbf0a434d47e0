import { useEffect, useRef } from 'preact/hooks';
import { describeOrder, openParams } from '../../shared/game/index.ts';
import { money } from '../i18n/format.ts';
import { t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { check, lock } from '../icons/lucide.ts';
import { iconNamed } from '../icons/named.ts';
import { Icon } from '../parts/Icon.tsx';
import { Term } from '../parts/Term.tsx';
import { draftOrder, editDraft, withdrawDraft } from '../state/connection.ts';
import { content, view } from '../state/game.ts';
import { type Card, canDraft, canEdit, chosen, setParam } from '../state/orders.ts';
import { kindName, orderTitle, orderWhy, paramName } from '../words/orders.ts';
import { signatureLine } from './DraftOffer.tsx';
import { EffectColumns } from './EffectColumns.tsx';
import { ParamControl } from './ParamControl.tsx';

/** Political capital as filled dots; the figure beside them says the same. */
export function Pips(props: { readonly filled: number; readonly of?: number }) {
  const all = Math.max(props.of ?? 0, Math.round(props.filled));
  return (
    <span class="pips" aria-hidden="true">
      {Array.from({ length: all }, (_, i) => (
        <i key={i} data-on={i < Math.round(props.filled) ? '' : undefined} />
      ))}
    </span>
  );
}

function Price(props: { readonly card: Card }) {
  const { pc, money: bn } = props.card.cost;
  return (
    <p class="price">
      <span>
        <Pips filled={pc} />{' '}
        <span class={bn > 0 ? 'price-words' : undefined}>
          {t('game:desk.capital', { count: pc })}
        </span>
      </span>
      <span class={bn > 0 ? 'price-money' : 'price-none'}>
        {bn > 0 ? money(bn) : t('game:desk.noMoney')}
      </span>
    </p>
  );
}

/** Lays the card's order down, changes the draft, or does nothing where neither is possible. */
function lay(card: Card): void {
  if (card.draft) {
    if (card.changed && canEdit.value && !card.refusal) void editDraft(card.draft.id, card.params);
  } else if (canDraft.value && !card.refusal) void draftOrder(card.kind, card.params);
}

function takeBack(card: Card): void {
  if (card.draft && canEdit.value) void withdrawDraft(card.draft.id);
}

function Actions(props: { readonly card: Card }) {
  const { card } = props;
  const title = orderTitle(card.kind, card.params);
  if (card.draft && card.changed) {
    return (
      <button
        type="button"
        class="button filled small"
        disabled={!canEdit.value || card.refusal !== null}
        aria-label={t('game:desk.changeName', { title })}
        onClick={() => lay(card)}
      >
        {t('game:desk.change')}
      </button>
    );
  }
  if (card.draft) {
    return (
      <button
        type="button"
        class="button quiet small"
        disabled={!canEdit.value}
        aria-label={t('game:desk.takeBackName', { title })}
        onClick={() => takeBack(card)}
      >
        {t('game:desk.takeBack')}
      </button>
    );
  }
  return (
    <button
      type="button"
      class={chosen.value === card.kind ? 'button filled small' : 'button quiet small'}
      disabled={!canDraft.value || card.refusal !== null}
      aria-label={t('game:desk.draftName', { title })}
      onClick={() => lay(card)}
    >
      {t('game:desk.draft')}
    </button>
  );
}

function State(props: { readonly card: Card; readonly isChosen: boolean }) {
  const { card, isChosen } = props;
  const waits = card.draft && signatureLine(card.draft);
  if (card.draft) {
    return (
      <span class={`card-state ${waits?.tone ?? 'gain'}`} title={waits?.text}>
        <Icon path={waits?.icon ?? check} /> {t('game:desk.drafted')}
        {waits ? <span class="hidden">. {waits.text}</span> : null}
      </span>
    );
  }
  if (card.refusal) {
    return (
      <span class="card-state even">
        <Icon path={lock} /> <span class="hidden">{t('game:desk.notAllowed')}</span>
      </span>
    );
  }
  const touched = content.value
    ? describeOrder(card.kind).touches(content.value, card.params)
    : { links: [], nodes: [] };
  return isChosen && touched.links.length + touched.nodes.length > 0 ? (
    <span class="card-state">
      <i class="dashes" /> {t('game:desk.onMap')}
    </span>
  ) : null;
}

/** One order in the hand: what it does, its one setting, its price and its expected effect. */
export function OrderCard(props: { readonly card: Card; onMove(step: number): void }) {
  const { card } = props;
  const ref = useRef<HTMLElement>(null);
  const kind = describeOrder(card.kind);
  const isChosen = chosen.value === card.kind;
  const limits = content.value?.limits[view.value?.depth ?? 'intro'];
  const open = limits ? openParams(kind, limits) : [];
  const title = orderTitle(card.kind, card.params);
  const id = `card-${card.kind}`;

  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const choose = (): void => {
      chosen.value = card.kind;
    };
    element.addEventListener('focusin', choose);
    element.addEventListener('pointerdown', choose);
    return () => {
      element.removeEventListener('focusin', choose);
      element.removeEventListener('pointerdown', choose);
    };
  }, [card.kind]);

  const onKey = (event: KeyboardEvent): void => {
    const onCard = event.target === ref.current;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // The key, not the letter: on a Cyrillic keyboard it writes another one.
    if (event.code === 'KeyD') lay(card);
    else if (event.key === 'Backspace') takeBack(card);
    else if (onCard && event.key === 'ArrowRight') props.onMove(1);
    else if (onCard && event.key === 'ArrowLeft') props.onMove(-1);
    else if (onCard && event.key === 'Enter') chosen.value = card.kind;
    else return;
    event.preventDefault();
  };

  return (
    <article
      ref={ref}
      id={id}
      class="card"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a card is picked up by the keyboard as a whole
      tabIndex={0}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-why`}
      data-state={card.draft ? 'drafted' : card.refusal ? 'refused' : 'hand'}
      data-chosen={isChosen ? '' : undefined}
      onKeyDown={onKey}
    >
      <header>
        <span class="card-kind">
          <Icon path={iconNamed(kind.icon)} />
          <Term id={`order.${card.kind}`}>{kindName(card.kind)}</Term>
        </span>
        <State card={card} isChosen={isChosen} />
      </header>
      <h3 id={`${id}-title`}>{title}</h3>
      <div class="card-params">
        {open.map((spec) => (
          <ParamControl
            key={spec.id}
            id={card.kind}
            label={paramName(spec)}
            spec={spec}
            value={card.params[spec.id]}
            disabled={!canEdit.value}
            onSet={(value) => setParam(card.kind, card.params, spec.id, value)}
          />
        ))}
      </div>
      <EffectColumns kind={card.kind} params={card.params} />
      <p class="card-why" id={`${id}-why`}>
        {card.refusal ? refusalText(card.refusal) : orderWhy(card.kind, card.params)}
      </p>
      <footer>
        <Price card={card} />
        <Actions card={card} />
      </footer>
    </article>
  );
}
