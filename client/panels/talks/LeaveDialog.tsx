import { signal } from '@preact/signals';
import { type LeavePreview, leavePreview, type Parting } from '../../../shared/game/index.ts';
import { list, money } from '../../i18n/format.ts';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { leaveAgreement, refused } from '../../state/connection.ts';
import { content, seat, view } from '../../state/game.ts';
import { talks } from '../../state/talks.ts';
import { trustLost } from '../../words/breach.ts';
import { clauseText, offerTitle, untilText } from '../../words/clauses.ts';

/** Id of the agreement that the person thinks of leaving. */
const thought = signal<string | null>(null);

function waysOut(id: string): LeavePreview | null {
  const [c, v] = [content.value, view.value];
  return c && v?.seat ? leavePreview(c, v, id) : null;
}

/** Opens the dialog; absent where there is no way out. */
export function LeaveButton(props: { readonly agreement: string; readonly title: string }) {
  const ways = waysOut(props.agreement);
  if (!ways || (ways.atOnce.refusal && ways.notice.refusal)) return null;
  return (
    <p class="agreement-leave">
      <button
        type="button"
        class="button quiet small"
        aria-label={t('talks:leave.openOf', { title: props.title })}
        onClick={() => {
          thought.value = props.agreement;
        }}
      >
        {t('talks:leave.open')}
      </button>
    </p>
  );
}

/** One way out: until when it binds, what it costs, and the deed. */
function Way(props: { readonly notice: boolean; readonly parting: Parting; onGo(): void }) {
  const { notice, parting } = props;
  const { trust, escrow, remains, refusal } = parting;
  const name = t(notice ? 'talks:leave.notice' : 'talks:leave.atOnce');
  return (
    <section class="leave-way" aria-label={name}>
      <h3 class="leave-name">{name}</h3>
      {refusal ? (
        <p class="note">{refusalText(refusal)}</p>
      ) : (
        <>
          <p>
            {notice
              ? t('talks:leave.until', { until: untilText(parting.last) })
              : t('talks:leave.now')}
          </p>
          <p class="leave-price">{trustLost(trust)}</p>
          {escrow > 0 ? (
            <p class="leave-price">
              {t('talks:leave.escrow', {
                amount: money(escrow),
                to: list(Object.keys(trust).map((p) => t(`common:power.${p as 'KZ'}`))),
              })}
            </p>
          ) : null}
          {remains.length > 0 ? (
            <>
              <p>{t('talks:leave.remains')}</p>
              <ul class="leave-remains">
                {remains.map((clause) => (
                  <li key={clauseText(clause)}>{clauseText(clause)}</li>
                ))}
              </ul>
            </>
          ) : null}
          <button type="button" class="button" onClick={props.onGo}>
            {t(notice ? 'talks:leave.giveNotice' : 'talks:leave.goNow')}
          </button>
        </>
      )}
    </section>
  );
}

/** Asks before an agreement is left, with the price of both ways. */
export function LeaveDialog() {
  const id = thought.value;
  const agreement = talks.value.agreements.find((one) => one.id === id);
  const ways = id === null ? null : waysOut(id);
  if (!agreement || !ways || seat.value === null) return null;
  const close = (): void => {
    thought.value = null;
  };
  const go = async (notice: boolean): Promise<void> => {
    if (await leaveAgreement(agreement.id, notice)) close();
  };
  return (
    <Dialog
      title={t('talks:leave.title', { title: offerTitle(agreement.clauses) })}
      onClose={close}
    >
      <p>{t('talks:leave.public')}</p>
      <p>
        <button type="button" class="button filled" onClick={close}>
          {t('talks:leave.stay')}
        </button>
      </p>
      <div class="leave-ways">
        <Way notice parting={ways.notice} onGo={() => void go(true)} />
        <Way notice={false} parting={ways.atOnce} onGo={() => void go(false)} />
      </div>
      <Problem text={refused.value} />
    </Dialog>
  );
}
