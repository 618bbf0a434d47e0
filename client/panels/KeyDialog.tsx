import { useSignal } from '@preact/signals';
import { t } from '../i18n/messages.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { returnCode } from '../state/connection.ts';
import { room } from '../state/game.ts';

/** The personal code that opens this seat on another device. */
export function KeyDialog(props: { onClose(): void }) {
  const code = useSignal<string | null>(null);
  const failed = useSignal(false);
  const get = async (): Promise<void> => {
    code.value = await returnCode();
    failed.value = code.value === null;
  };
  return (
    <Dialog title={t('game:key.heading')} onClose={props.onClose}>
      <p>{t('game:key.text')}</p>
      {code.value ? (
        <dl class="codes">
          <div>
            <dt>{t('game:key.game')}</dt>
            <dd>{room.value?.code}</dd>
          </div>
          <div>
            <dt>{t('game:key.code')}</dt>
            <dd>{code.value}</dd>
          </div>
        </dl>
      ) : (
        <button type="button" class="button filled" onClick={() => void get()}>
          {t('game:key.get')}
        </button>
      )}
      <p role="alert" class="loss">
        {failed.value ? t('common:error.network') : ''}
      </p>
    </Dialog>
  );
}
