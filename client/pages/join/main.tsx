import common from '../../../assets/locales/en/common.json';
import front from '../../../assets/locales/en/front.json';
import join from '../../../assets/locales/en/join.json';
import refusal from '../../../assets/locales/en/refusal.json';
import { t } from '../../i18n/messages.ts';
import { codeFromAddress } from '../../parts/address.ts';
import { Footer } from '../../parts/Footer.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { startPage, titled } from '../../parts/start-page.tsx';
import { JoinWithCode } from '../front/JoinWithCode.tsx';
import { Welcome } from './Welcome.tsx';

function Join() {
  const code = codeFromAddress();
  return (
    <div class="page">
      <PageHead />
      <main id="main" tabIndex={-1} class="join">
        {code ? (
          <Welcome code={code} />
        ) : (
          <>
            <h1>{t('join:headingNone')}</h1>
            <JoinWithCode plain />
          </>
        )}
      </main>
      <Footer />
    </div>
  );
}

void startPage({ common, front, join, refusal }, () => {
  titled('join:title');
  return <Join />;
});
