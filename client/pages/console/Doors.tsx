import { useSignal } from '@preact/signals';
import type { HallState } from '../../../shared/protocol/hall.ts';
import { language, t } from '../../i18n/messages.ts';
import { deleteSession, sessionKeys, sessionQr } from '../../net/sessions.ts';
import { joinAddress } from '../../parts/address.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { spaced } from '../../words/code.ts';

function keysOf(code: string): { readonly facilitator: string; readonly projector: string } {
  return sessionKeys(code) ?? { facilitator: '', projector: '' };
}

/** The doors of a session: code and picture for the class, projector, second facilitator, deletion. */
export function Doors(props: { readonly state: HallState }) {
  const { code, expires, consoles } = props.state;
  const shown = useSignal(false);
  const sure = useSignal(false);
  const copied = useSignal(false);
  const { facilitator, projector } = keysOf(code);

  const copy = async (): Promise<void> => {
    const address = `${location.origin}/console.html?s=${code}#${facilitator}`;
    try {
      await navigator.clipboard.writeText(address);
      copied.value = true;
    } catch {
      // Forbidden here (plain http on another device): shown to be copied by hand.
      prompt(t('hall:code.copy'), address);
    }
  };

  return (
    <header class="console-doors">
      <h1>
        <small class="console-label">{t('hall:code.label')}</small> {spaced(code)}
      </h1>
      <div class="row">
        <button type="button" class="button" onClick={() => (shown.value = true)}>
          {t('hall:code.show')}
        </button>
        {projector !== '' ? (
          <a
            class="button"
            target="_blank"
            rel="noopener"
            href={`/projector.html?s=${code}#${projector}`}
          >
            {t('hall:code.projector')}
          </a>
        ) : null}
        <button type="button" class="button quiet" onClick={() => void copy()}>
          {copied.value ? t('hall:code.copied') : t('hall:code.copy')}
        </button>
        <span class="caption">{t('hall:code.consoles', { count: consoles })}</span>
      </div>
      <p class="caption">
        {t('hall:code.expires', { date: new Intl.DateTimeFormat(language()).format(expires) })}{' '}
        <button type="button" class="text-button" onClick={() => (sure.value = true)}>
          {t('hall:code.delete')}
        </button>
      </p>
      {shown.value ? (
        <Dialog title={spaced(code)} onClose={() => (shown.value = false)}>
          <img class="console-qr" src={sessionQr(code)} alt={t('hall:code.show')} />
          <p>
            {t('hall:code.join')}: {location.host}
            {joinAddress(code)}
          </p>
        </Dialog>
      ) : null}
      {sure.value ? (
        <Dialog title={t('hall:code.delete')} onClose={() => (sure.value = false)}>
          <p>{t('hall:code.sure')}</p>
          <p class="row">
            <button
              type="button"
              class="button filled"
              onClick={() => void deleteSession(code, facilitator)}
            >
              {t('hall:code.yes')}
            </button>
            <button type="button" class="button quiet" onClick={() => (sure.value = false)}>
              {t('hall:code.no')}
            </button>
          </p>
        </Dialog>
      ) : null}
    </header>
  );
}
