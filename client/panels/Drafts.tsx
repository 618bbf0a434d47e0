import { describeOrder } from '../../shared/game/index.ts';
import { t } from '../i18n/messages.ts';
import { chevronDown, chevronUp, undo2 } from '../icons/lucide.ts';
import { iconNamed } from '../icons/named.ts';
import { Icon } from '../parts/Icon.tsx';
import { rankDrafts, withdrawDraft } from '../state/connection.ts';
import { canEdit, drafts } from '../state/orders.ts';
import { orderTitle, orderWhy } from '../words/orders.ts';
import { DraftOffer } from './DraftOffer.tsx';
import { DraftProviso } from './DraftProviso.tsx';

function moved(ids: readonly string[], from: number, to: number): readonly string[] {
  const next = [...ids];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(to, 0, one);
  return next;
}

/** Drafts in the order in which they will be paid. */
export function Drafts(props: { toHand(): void }) {
  const list = drafts.value;
  if (list.length === 0) {
    return (
      <p class="empty">
        {t('game:desk.draftsEmpty')}{' '}
        <button type="button" class="text-button" onClick={props.toHand}>
          {t('game:desk.toHand')}
        </button>
      </p>
    );
  }
  const ids = list.map((draft) => draft.id);
  return (
    <ol class="drafts" aria-label={t('game:desk.rank')}>
      {list.map((draft, i) => {
        const title = orderTitle(draft.kind, draft.params);
        return (
          <li key={draft.id}>
            <b>{i + 1}</b>
            <Icon path={iconNamed(describeOrder(draft.kind).icon)} size={18} />
            <div>
              <h3>{title}</h3>
              <p>{orderWhy(draft.kind, draft.params)}</p>
              <DraftOffer draft={draft} />
            </div>
            <button
              type="button"
              class="icon-button"
              disabled={i === 0 || !canEdit.value}
              aria-label={t('game:desk.up', { title })}
              onClick={() => void rankDrafts(moved(ids, i, i - 1))}
            >
              <Icon path={chevronUp} size={20} />
            </button>
            <button
              type="button"
              class="icon-button"
              disabled={i === list.length - 1 || !canEdit.value}
              aria-label={t('game:desk.down', { title })}
              onClick={() => void rankDrafts(moved(ids, i, i + 1))}
            >
              <Icon path={chevronDown} size={20} />
            </button>
            <button
              type="button"
              class="button quiet small"
              disabled={!canEdit.value}
              onClick={() => void withdrawDraft(draft.id)}
            >
              <Icon path={undo2} /> {t('game:desk.takeBack')}
            </button>
            <DraftProviso draft={draft} />
          </li>
        );
      })}
    </ol>
  );
}
