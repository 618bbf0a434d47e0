import type { ComponentChildren } from 'preact';
import { describeOrder, orderKinds } from '../../shared/game/index.ts';
import { named, t } from '../i18n/messages.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { seat } from '../state/game.ts';
import { hintsAgain } from '../state/guide.ts';
import { indicatorRows } from '../state/indicators.ts';
import { indicatorExplained, indicatorName } from '../words/indicators.ts';
import { kindName } from '../words/orders.ts';

/** Words that stand on the page besides numbers, orders and clauses. */
export const WORDS = [
  'transit',
  'box',
  'trunk',
  'gauge',
  'peg',
  'tariff',
  'ntb',
  'capital',
  'envelope',
  'union',
  'belt',
  'motion',
  'consensus',
  'holdup',
  'trust',
  'awareness',
  'grievance',
  'agreement',
  'version',
  'signal',
  'ink',
  'aim',
  'forecast',
  'history',
] as const;

/** Order kinds that this seat may give, in the order of the rules. */
function ownKinds(): readonly string[] {
  return orderKinds().filter((id) => !seat.value || describeOrder(id).by.includes(seat.value));
}

/** Every word of the game in one sentence: numbers, orders, clauses, and the rest. */
function Glossary() {
  const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      t('game:help.group.numbers'),
      indicatorRows.value.map(({ indicator: { id } }) => [
        indicatorName(id),
        indicatorExplained(id),
      ]),
    ],
    [
      t('game:help.group.orders'),
      ownKinds().map((id) => [kindName(id), named('glossary:order', id)]),
    ],
    [
      t('game:help.group.words'),
      WORDS.map((id) => [t(`game:help.word.${id}`), t(`glossary:word.${id}`)]),
    ],
  ];
  return (
    <>
      {groups.map(([title, entries]) => (
        <details key={title} class="words">
          <summary>{title}</summary>
          <dl class="glossary">
            {entries.map(([name, text]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </>
  );
}

/** How a round goes, and each word in one sentence. */
export function HelpDialog(props: { readonly children: ComponentChildren; onClose(): void }) {
  return (
    <Dialog title={t('game:help.heading')} onClose={props.onClose}>
      {props.children}
      <ol class="steps">
        <li>{t('game:help.steps.news')}</li>
        <li>{t('game:help.steps.talk')}</li>
        <li>{t('game:help.steps.ink')}</li>
        <li>{t('game:help.steps.report')}</li>
      </ol>
      <p>{t('game:help.arrows')}</p>
      <Glossary />
      <p>
        <button type="button" class="text-button" onClick={hintsAgain}>
          {t('game:hint.again')}
        </button>
      </p>
      <h3>{t('game:help.keysHeading')}</h3>
      <p>{t('game:desk.keys')}</p>
      <p>
        <a href="/">{t('common:back')}</a>
      </p>
    </Dialog>
  );
}
