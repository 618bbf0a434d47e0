import { useSignal } from '@preact/signals';
import type { Draft, Proviso } from '../../shared/core/state.ts';
import type { NamedOrder } from '../../shared/core/talk.ts';
import { describeOrder, openParams } from '../../shared/game/index.ts';
import { t } from '../i18n/messages.ts';
import { refusalText } from '../i18n/refusal.ts';
import { Problem } from '../parts/Problem.tsx';
import { Term } from '../parts/Term.tsx';
import { editDraft } from '../state/connection.ts';
import { content, view } from '../state/game.ts';
import { canEdit } from '../state/orders.ts';
import { dealsToHang, hungRefusal, othersFor } from '../state/provisos.ts';
import { offerTitle } from '../words/clauses.ts';
import { orderTitle, paramName } from '../words/orders.ts';
import { ParamControl } from './ParamControl.tsx';

/** The settings of the order that would go instead. */
function Settings(props: {
  readonly id: string;
  readonly order: NamedOrder;
  onSet(order: NamedOrder): void;
}) {
  const { id, order, onSet } = props;
  const limits = content.value?.limits[view.value?.depth ?? 'intro'];
  const open = limits ? openParams(describeOrder(order.kind), limits) : [];
  return (
    <>
      {open.map((spec) => (
        <div class="setting" key={spec.id}>
          <span aria-hidden="true">{paramName(spec)}</span>
          <ParamControl
            id={`${id}-${order.kind}`}
            label={paramName(spec)}
            spec={spec}
            value={order.params[spec.id]}
            disabled={false}
            onSet={(value) => onSet({ ...order, params: { ...order.params, [spec.id]: value } })}
          />
        </div>
      ))}
    </>
  );
}

/** The form behind the line: on which offer a draft hangs, and what goes instead. */
function Form(props: { readonly draft: Draft; onDone(): void }) {
  const { draft, onDone } = props;
  const deals = dealsToHang(draft);
  const first = deals[0]?.id ?? '';
  const agreement = useSignal(draft.proviso?.agreement ?? first);
  const otherwise = useSignal<NamedOrder | null>(draft.proviso?.otherwise ?? null);
  const id = `hung-${draft.id}`;
  const orders = othersFor(draft, agreement.value);
  const proviso: Proviso = { agreement: agreement.value, otherwise: otherwise.value };
  const refusal = hungRefusal(draft, proviso);
  const set = async (next: Proviso | null): Promise<void> => {
    if (await editDraft(draft.id, draft.params, next)) onDone();
  };
  return (
    <div class="hang-form">
      <div class="settings">
        <label class="setting">
          <span>{t('talks:hang.offer')}</span>
          <select
            class="select"
            value={agreement.value}
            onChange={(event) => {
              agreement.value = event.currentTarget.value;
            }}
          >
            {deals.map((deal) => (
              <option key={deal.id} value={deal.id}>
                {`${offerTitle(deal.clauses)} (${deal.parties.join(', ')})`}
              </option>
            ))}
          </select>
        </label>
        <label class="setting">
          <span>{t('talks:hang.otherwise')}</span>
          <select
            class="select"
            value={otherwise.value?.kind ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              otherwise.value = orders.find(({ kind }) => kind === value) ?? null;
            }}
          >
            <option value="">{t('talks:hang.nothing')}</option>
            {orders.map(({ kind, params }) => (
              <option key={kind} value={kind}>
                {orderTitle(kind, kind === otherwise.value?.kind ? otherwise.value.params : params)}
              </option>
            ))}
          </select>
        </label>
        {otherwise.value ? (
          <Settings
            id={id}
            order={otherwise.value}
            onSet={(next) => {
              otherwise.value = next;
            }}
          />
        ) : null}
      </div>
      <Problem text={refusal && refusalText(refusal)} />
      <p class="row">
        <button
          type="button"
          class="button small"
          disabled={!canEdit.value || refusal !== null}
          onClick={() => void set(proviso)}
        >
          {t('talks:hang.set')}
        </button>
        {draft.proviso ? (
          <button
            type="button"
            class="button quiet small"
            disabled={!canEdit.value}
            onClick={() => void set(null)}
          >
            {t('talks:hang.free')}
          </button>
        ) : null}
      </p>
    </div>
  );
}

/** Makes a draft wait for an offer, or sets it free again; nothing where no offer could be named. */
export function DraftProviso(props: { readonly draft: Draft }) {
  const { draft } = props;
  const open = useSignal(false);
  if (view.value?.depth === 'intro') return null;
  if (!draft.proviso && (!canEdit.value || dealsToHang(draft).length === 0)) return null;
  return (
    <details
      class="hang"
      open={open.value}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{t(draft.proviso ? 'talks:hang.change' : 'talks:hang.begin')}</summary>
      {open.value ? (
        <>
          <p class="note">
            <Term id="word.hung">{t('talks:hang.what')}</Term>
          </p>
          <Form
            draft={draft}
            onDone={() => {
              open.value = false;
            }}
          />
        </>
      ) : null}
    </details>
  );
}
