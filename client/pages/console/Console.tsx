import { useSignal } from '@preact/signals';
import { t } from '../../i18n/messages.ts';
import { refusalText } from '../../i18n/refusal.ts';
import { PageHead } from '../../parts/PageHead.tsx';
import { Problem } from '../../parts/Problem.tsx';
import { Tabs } from '../../parts/Tabs.tsx';
import { calls, ending, hall, link, outcome, retry, shut } from '../../state/hall.ts';
import { Calls } from './Calls.tsx';
import { Cards } from './Cards.tsx';
import { Compare } from './Compare.tsx';
import { Doors } from './Doors.tsx';
import { Names } from './Names.tsx';
import { Notes } from './Notes.tsx';
import { Say } from './Say.tsx';
import { Toolbar } from './Toolbar.tsx';
import { World } from './World.tsx';

const TOOLS = ['help', 'say', 'card', 'compare', 'names', 'notes'] as const;
type Tool = (typeof TOOLS)[number];

/** What stood against the last command, by world where they differ. */
function Outcome() {
  const refusals = outcome.value?.refusals ?? [];
  const text = refusals
    .map(({ world, refusal }) => {
      const why = refusal ? refusalText(refusal) : '';
      return world > 0 ? `${t('hall:world.heading', { n: world })}: ${why}` : why;
    })
    .join(' ');
  return <Problem text={text === '' ? null : text} />;
}

function Desk(props: { readonly code: string }) {
  const tool = useSignal<Tool>('help');
  const state = hall.value;
  if (!state) return <p role="status">{t('hall:link.looking')}</p>;
  const waiting = calls.value.length;
  return (
    <>
      <Doors state={state} />
      <Toolbar state={state} />
      <Outcome />
      <div class="console-desk">
        <ol class="console-worlds">
          {state.worlds.map((world) => (
            <World key={world.number} world={world} worlds={state.worlds} />
          ))}
        </ol>
        <section class="console-tools">
          <Tabs
            prefix="tool"
            label={t('hall:tab.say')}
            tabs={TOOLS.map((id) => ({
              id,
              label:
                id === 'help' && waiting > 0
                  ? `${t('hall:tab.help')} · ${waiting}`
                  : t(`hall:tab.${id}`),
            }))}
            value={tool.value}
            onChoose={(id) => {
              tool.value = id;
            }}
          />
          <div
            class="console-tool"
            id="tool-panel"
            role="tabpanel"
            aria-labelledby={`tool-tab-${tool.value}`}
          >
            {tool.value === 'help' ? <Calls /> : null}
            {tool.value === 'say' ? <Say state={state} /> : null}
            {tool.value === 'card' ? <Cards state={state} /> : null}
            {tool.value === 'compare' ? <Compare state={state} /> : null}
            {tool.value === 'names' ? <Names state={state} code={props.code} /> : null}
            {tool.value === 'notes' ? <Notes code={props.code} /> : null}
          </div>
        </section>
      </div>
    </>
  );
}

/** The facilitator's page: all worlds of a session and what may be done with them. */
export function Console(props: { readonly code: string; readonly known: boolean }) {
  const ended = ending.value !== null;
  return (
    <div class="page console-page">
      <PageHead />
      <main id="main" tabIndex={-1} class="console">
        {link.value === 'offline' ? (
          <p class="console-offline" role="alert">
            {t('hall:link.offline')}{' '}
            <button type="button" class="text-button" onClick={retry}>
              {t('hall:link.again')}
            </button>
          </p>
        ) : null}
        {!props.known || ended ? (
          <>
            <h1>{t('hall:link.shut')}</h1>
            <p>{shut.value ? refusalText(shut.value) : t('hall:link.noKey')}</p>
            <p>
              <a class="button" href="/host.html">
                {t('hall:host.heading')}
              </a>
            </p>
          </>
        ) : (
          <Desk code={props.code} />
        )}
      </main>
    </div>
  );
}
