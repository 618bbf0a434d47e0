import { signal } from '@preact/signals';
import common from '../../../assets/locales/en/common.json';
import game from '../../../assets/locales/en/game.json';
import kit from '../../../assets/locales/en/kit.json';
import { named, t } from '../../i18n/messages.ts';
import { Footer } from '../../parts/Footer.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { startPage, titled } from '../../parts/start-page.tsx';
import { SHEETS } from './sheets.tsx';

/** Sheets that are shown and printed: at first what an ordinary lesson takes. */
const chosen = signal<readonly string[]>(['plan45', 'powers', 'rules', 'debrief']);

function toggle(id: string): void {
  const others = chosen.value.filter((one) => one !== id);
  chosen.value = others.length < chosen.value.length ? others : [...others, id];
}

function Kit() {
  return (
    <div class="page">
      <PageHead />
      <main id="main" tabIndex={-1} class="kit">
        <div class="no-print">
          <h1>{t('kit:heading')}</h1>
          <p class="kit-lead">{t('kit:lead')}</p>
          <fieldset class="kit-choice">
            <legend>{t('kit:choose')}</legend>
            {SHEETS.map(({ id }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={chosen.value.includes(id)}
                  onChange={() => toggle(id)}
                />
                {named('kit:page', id)}
              </label>
            ))}
          </fieldset>
          <button
            type="button"
            class="button filled"
            disabled={chosen.value.length === 0}
            onClick={() => print()}
          >
            {t('kit:print')}
          </button>
        </div>
        {SHEETS.filter(({ id }) => chosen.value.includes(id)).map(({ id, sheet }) => (
          <div key={id} class="kit-page">
            {sheet()}
          </div>
        ))}
      </main>
      <Footer />
    </div>
  );
}

void startPage({ common, game, kit }, () => {
  titled('kit:title');
  return <Kit />;
});
