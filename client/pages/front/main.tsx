import common from '../../../assets/locales/en/common.json';
import front from '../../../assets/locales/en/front.json';
import refusal from '../../../assets/locales/en/refusal.json';
import { t } from '../../i18n/messages.ts';
import { Footer } from '../../parts/Footer.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { startPage, titled } from '../../parts/start-page.tsx';
import { HostWay } from './HostWay.tsx';
import { JoinWithCode } from './JoinWithCode.tsx';
import { Picture } from './Picture.tsx';
import { PlayNow } from './PlayNow.tsx';
import { Resume } from './Resume.tsx';
import { WithFriends } from './WithFriends.tsx';

function Front() {
  return (
    <div class="page">
      <PageHead />
      <main id="main" tabIndex={-1}>
        <div class="opening">
          <div class="opening-words">
            <h1>{t('front:heading')}</h1>
            <p class="opening-lead">{t('front:lead')}</p>
          </div>
          <Picture />
        </div>
        <div class="ways">
          <PlayNow />
          <JoinWithCode />
          <WithFriends />
        </div>
        <HostWay />
        <Resume />
      </main>
      <Footer />
    </div>
  );
}

void startPage({ common, front, refusal }, () => {
  titled('front:title');
  return <Front />;
});
