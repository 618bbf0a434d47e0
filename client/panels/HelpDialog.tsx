import type { ComponentChildren } from 'preact';
import { t } from '../i18n/messages.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { indicatorRows } from '../state/indicators.ts';
import { indicatorExplained, indicatorName } from '../words/indicators.ts';

/** How a round goes, and each word in one sentence. */
export function HelpDialog(props: { readonly children: ComponentChildren; onClose(): void }) {
  return (
    <Dialog title={t('game:help.heading')} onClose={props.onClose}>
      {props.children}
      <ol class="steps">
        <li>{t('game:help.steps.news')}</li>
        <li>{t('game:help.steps.orders')}</li>
        <li>{t('game:help.steps.ink')}</li>
        <li>{t('game:help.steps.report')}</li>
      </ol>
      <p>{t('game:help.arrows')}</p>
      <h3>{t('game:help.words')}</h3>
      <dl class="glossary">
        {indicatorRows.value.map(({ indicator }) => (
          <div key={indicator.id}>
            <dt>{indicatorName(indicator.id)}</dt>
            <dd>{indicatorExplained(indicator.id)}</dd>
          </div>
        ))}
        <div>
          <dt>{t('game:help.capital')}</dt>
          <dd>{t('game:help.pc')}</dd>
        </div>
      </dl>
      <h3>{t('game:help.keysHeading')}</h3>
      <p>{t('game:desk.keys')}</p>
      <p>
        <a href="/">{t('common:back')}</a>
      </p>
    </Dialog>
  );
}
