import common from '../../../assets/locales/en/common.json';
import front from '../../../assets/locales/en/front.json';
import hall from '../../../assets/locales/en/hall.json';
import refusal from '../../../assets/locales/en/refusal.json';
import { t } from '../../i18n/messages.ts';
import { Footer } from '../../parts/Footer.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { startPage, titled } from '../../parts/start-page.tsx';
import { MySessions } from './MySessions.tsx';
import { NewSession } from './NewSession.tsx';

function Host() {
  return (
    <div class="page">
      <PageHead />
      <main id="main" tabIndex={-1} class="host">
        <h1>{t('hall:host.heading')}</h1>
        <p class="host-lead">{t('hall:host.lead')}</p>
        <NewSession />
        <p class="host-kit">
          <a href="/kit.html">{t('hall:host.kit')}</a>
        </p>
        <MySessions />
      </main>
      <Footer />
    </div>
  );
}

void startPage({ common, front, hall, refusal }, () => {
  titled('hall:title');
  return <Host />;
});
