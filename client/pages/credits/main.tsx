import common from '../../../assets/locales/en/common.json';
import credits from '../../../assets/locales/en/credits.json';
import type { Key } from '../../i18n/keys.ts';
import { t } from '../../i18n/messages.ts';
import { Footer } from '../../parts/Footer.tsx';
import { PageHead } from '../../parts/PageHead.tsx';
import { startPage, titled } from '../../parts/start-page.tsx';
import { PARTS, SOURCES } from './data.ts';

const LIMITS: readonly Key[] = [
  'credits:model.items.people',
  'credits:model.items.orders',
  'credits:model.items.half',
  'credits:model.items.freight',
  'credits:model.items.anchored',
  'credits:model.items.numbers',
];

function Table(props: {
  readonly heads: readonly [Key, Key, Key];
  readonly label: string;
  readonly rows: readonly (readonly [string, string, string])[];
}) {
  return (
    <table class="credits-table" aria-label={props.label}>
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map(([name, use, terms]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{use}</td>
            <td>{terms}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Credits() {
  return (
    <div class="page">
      <PageHead />
      <main id="main" tabIndex={-1} class="credits">
        <h1>{t('credits:heading')}</h1>
        <p class="credits-lead">{t('credits:lead')}</p>
        <section aria-labelledby="study">
          <h2 id="study">{t('credits:study.heading')}</h2>
          <p>{t('credits:study.text')}</p>
          <p>
            <cite>{t('credits:study.title')}</cite>, {t('credits:study.publisher')}
          </p>
        </section>
        <section aria-labelledby="model">
          <h2 id="model">{t('credits:model.heading')}</h2>
          <p>{t('credits:model.lead')}</p>
          <ul class="credits-list">
            {LIMITS.map((key) => (
              <li key={key}>{t(key)}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="figures">
          <h2 id="figures">{t('credits:figures.heading')}</h2>
          <p>{t('credits:figures.text')}</p>
          <Table
            label={t('credits:figures.heading')}
            heads={['credits:figures.source', 'credits:figures.use', 'credits:figures.terms']}
            rows={SOURCES.map(({ name, use, terms }) => [name, t(use), t(terms)])}
          />
        </section>
        <section aria-labelledby="map">
          <h2 id="map">{t('credits:map.heading')}</h2>
          <p>{t('credits:map.naturalEarth')}</p>
          <p>{t('credits:map.network')}</p>
        </section>
        <section aria-labelledby="software">
          <h2 id="software">{t('credits:software.heading')}</h2>
          <p>{t('credits:software.text')}</p>
          <Table
            label={t('credits:software.heading')}
            heads={['credits:software.name', 'credits:software.use', 'credits:software.licence']}
            rows={PARTS.map(({ name, use, licence }) => [
              name,
              t(use),
              licence === 'PD' ? t('credits:figures.term.pd') : licence,
            ])}
          />
        </section>
      </main>
      <Footer />
    </div>
  );
}

void startPage({ common, credits }, () => {
  titled('credits:title');
  return <Credits />;
});
