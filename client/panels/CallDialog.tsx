import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { Problem } from '../parts/Problem.tsx';
import { callForHelp, refused } from '../state/connection.ts';
import { room } from '../state/game.ts';

/** Calls the facilitator of the session, with a word about what it is if one likes. */
export function CallDialog(props: { onClose(): void }) {
  const text = useSignal('');
  const sent = useSignal(false);
  const failed = useSignal(false);
  const call = async (event: Event): Promise<void> => {
    event.preventDefault();
    sent.value = await callForHelp(text.value);
    failed.value = !sent.value;
  };
  const { session = '', world = 0, overseen = false } = room.value ?? {};
  return (
    <Dialog title={t('game:hall.help')} onClose={props.onClose}>
      <p class="caption">
        {t('game:hall.world', { n: world, code: session })}
        {overseen ? ` ${t('game:hall.overseen')}` : ''}
      </p>
      {sent.value ? (
        <p role="status">{t('game:hall.helpSent')}</p>
      ) : (
        <form class="sure" onSubmit={call}>
          <label>
            <span class="label">{t('game:hall.helpText')}</span>
            <input
              class="field"
              maxLength={280}
              value={text.value}
              onInput={(event) => (text.value = event.currentTarget.value)}
            />
          </label>
          <Problem text={failed.value ? refused.value : null} />
          <p class="row">
            <button type="submit" class="button filled">
              {t('game:hall.helpSend')}
            </button>
          </p>
        </form>
      )}
    </Dialog>
  );
}
