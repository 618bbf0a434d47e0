import { effect } from '@preact/signals';
import causes from '../../../assets/locales/en/causes.json';
import common from '../../../assets/locales/en/common.json';
import front from '../../../assets/locales/en/front.json';
import game from '../../../assets/locales/en/game.json';
import hall from '../../../assets/locales/en/hall.json';
import indicators from '../../../assets/locales/en/indicators.json';
import refusal from '../../../assets/locales/en/refusal.json';
import { t } from '../../i18n/messages.ts';
import { keepSession, sessionKeys } from '../../net/sessions.ts';
import { startPage } from '../../parts/start-page.tsx';
import { enter } from '../../state/hall.ts';
import { Console } from './Console.tsx';

const code = (new URLSearchParams(location.search).get('s') ?? '').toUpperCase();

/** The key of the address is kept on the device and leaves the address, which others see over a shoulder. */
function keyOfConsole(): string | null {
  const brought = location.hash.slice(1);
  if (brought !== '') {
    keepSession({ code, facilitator: brought, projector: sessionKeys(code)?.projector ?? '' });
    if (sessionKeys(code)?.facilitator === brought) {
      history.replaceState(null, '', location.pathname + location.search);
    }
    return brought;
  }
  return sessionKeys(code)?.facilitator ?? null;
}

const key = code === '' ? null : keyOfConsole();
if (key !== null) enter(code, key);

void startPage({ causes, common, front, game, hall, indicators, refusal }, () => {
  effect(() => {
    document.title = t('hall:consoleTitle', { code });
  });
  return <Console code={code} known={key !== null} />;
});
