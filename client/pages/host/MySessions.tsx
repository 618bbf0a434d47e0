import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SessionInfo } from '../../../shared/protocol/sessions.ts';
import { language, named, t } from '../../i18n/messages.ts';
import { x } from '../../icons/lucide.ts';
import { forgetSession, lookUpSession, mySessions } from '../../net/sessions.ts';
import { consoleAddress } from '../../parts/address.ts';
import { Icon } from '../../parts/Icon.tsx';

/** Sessions that this device facilitates; those that are gone are forgotten. */
export function MySessions() {
  const found = useSignal<readonly SessionInfo[]>([]);
  useEffect(() => {
    void Promise.all(
      mySessions().map(async (code) => {
        const info = await lookUpSession(code);
        if (info.ok) return [info.value];
        if (['unknownSession', 'expiredGame'].includes(info.refusal.code)) forgetSession(code);
        return [];
      }),
    ).then((all) => {
      found.value = all.flat();
    });
  }, []);
  if (found.value.length === 0) return null;
  return (
    <section class="host-mine" aria-labelledby="mine">
      <h2 id="mine">{t('hall:host.mine')}</h2>
      <ul>
        {found.value.map(({ code, scenario, worlds, expires }) => (
          <li key={code}>
            <a href={consoleAddress(code)}>{t('hall:host.toConsole', { code })}</a>
            <small>
              {named('front:scenario', scenario)} · {worlds.length} ×{' '}
              {t('hall:code.expires', {
                date: new Intl.DateTimeFormat(language()).format(expires),
              })}
            </small>
            <button
              type="button"
              class="icon-button"
              aria-label={t('hall:host.forget', { code })}
              onClick={() => {
                forgetSession(code);
                found.value = found.value.filter((one) => one.code !== code);
              }}
            >
              <Icon path={x} size={18} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
