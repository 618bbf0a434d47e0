import { effect } from '@preact/signals';
import clauses from '../../../assets/locales/en/clauses.json';
import common from '../../../assets/locales/en/common.json';
import game from '../../../assets/locales/en/game.json';
import hall from '../../../assets/locales/en/hall.json';
import indicators from '../../../assets/locales/en/indicators.json';
import map from '../../../assets/locales/en/map.json';
import orders from '../../../assets/locales/en/orders.json';
import refusal from '../../../assets/locales/en/refusal.json';
import { t } from '../../i18n/messages.ts';
import { startPage } from '../../parts/start-page.tsx';
import { enter } from '../../state/hall.ts';
import { Wall } from './Wall.tsx';

const code = (new URLSearchParams(location.search).get('s') ?? '').toUpperCase();
const key = location.hash.slice(1);
if (code !== '' && key !== '') enter(code, key);

void startPage({ clauses, common, game, hall, indicators, map, orders, refusal }, () => {
  effect(() => {
    document.title = t('hall:wallTitle', { code });
  });
  return <Wall code={code} known={key !== ''} />;
});
