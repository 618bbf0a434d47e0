import { t } from '../../i18n/messages.ts';

/** The way in for who leads a class or a workshop. */
export function HostWay() {
  return (
    <section class="host-way" aria-labelledby="host">
      <div>
        <h2 id="host">{t('front:host.heading')}</h2>
        <p>{t('front:host.text')}</p>
      </div>
      <a class="button large" href="/host.html">
        {t('front:host.submit')}
      </a>
    </section>
  );
}
