import { t } from '../i18n/messages.ts';
import { Mark } from './Icon.tsx';
import { LanguageChoice } from './LanguageChoice.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** The head of the pages outside the game: name, languages, colours. */
export function PageHead() {
  return (
    <header class="page-head">
      <a class="skip" href="#main">
        {t('common:skip.main')}
      </a>
      <a class="wordmark" href="/">
        <Mark size={26} />
        {t('common:name')}
      </a>
      <nav class="languages" aria-label={t('common:language')}>
        <LanguageChoice />
        <ThemeSwitch />
      </nav>
    </header>
  );
}
