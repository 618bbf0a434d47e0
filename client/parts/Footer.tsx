import { t } from '../i18n/messages.ts';

/** The foot of every page outside the game. */
export function Footer() {
  return (
    <footer class="foot">
      <p>
        {t('common:footer.study')} <a href="/credits.html#model">{t('common:footer.model')}</a>
        {' · '}
        <a href="/kit.html">{t('common:footer.kit')}</a>
        {' · '}
        <a href="/credits.html">{t('common:footer.credits')}</a>
      </p>
      <p>{t('common:footer.privacy')}</p>
    </footer>
  );
}
