import { useSignal } from '@preact/signals';
import type { HallCommand, HallState } from '../../../shared/protocol/hall.ts';
import { t } from '../../i18n/messages.ts';
import { Dialog } from '../../parts/Dialog.tsx';
import { aimedAt, chosen, give } from '../../state/hall.ts';

/** Buttons that act on all worlds or on those that are chosen. */
export function Toolbar(props: { readonly state: HallState }) {
  const { worlds, locked, scoresShown } = props.state;
  const asked = useSignal<'end' | 'rewind' | null>(null);
  const aimed = worlds.filter(
    ({ number }) => chosen.value.length === 0 || chosen.value.includes(number),
  );
  const some = (test: (world: (typeof worlds)[number]) => boolean): boolean => aimed.some(test);
  const playing = some(({ phase }) => phase !== 'lobby' && phase !== 'debrief');
  const act = (command: HallCommand): void => void give(command);
  const all = aimedAt();

  return (
    <div class="console-bar" role="toolbar" aria-label={t('hall:aim.label')}>
      <span class="console-aim">
        {chosen.value.length === 0
          ? t('hall:aim.all')
          : aimed.map(({ number }) => t('hall:aim.world', { n: number })).join(', ')}
      </span>
      {some(({ phase }) => phase === 'lobby') ? (
        <button type="button" class="button filled" onClick={() => act({ do: 'start', ...all })}>
          {t('hall:do.start')}
        </button>
      ) : null}
      <button
        type="button"
        class="button"
        disabled={!playing || !some(({ paused }) => !paused)}
        onClick={() => act({ do: 'pause', ...all })}
      >
        {t('hall:do.pause')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!some(({ paused }) => paused)}
        onClick={() => act({ do: 'resume', ...all })}
      >
        {t('hall:do.resume')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!some(({ deadline, left }) => deadline > 0 || left > 0)}
        onClick={() => act({ do: 'extend', seconds: 60, ...all })}
      >
        {t('hall:do.extend')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!playing}
        onClick={() => act({ do: 'next', ...all })}
      >
        {t('hall:do.next')}
      </button>
      <button
        type="button"
        class="button"
        disabled={!some(({ phase }) => phase === 'deliberation' || phase === 'ink')}
        onClick={() => act({ do: 'resolve', ...all })}
      >
        {t('hall:do.resolve')}
      </button>
      <button
        type="button"
        class="button quiet"
        disabled={!some(({ scores }) => scores !== null)}
        onClick={() => (asked.value = 'rewind')}
      >
        {t('hall:do.rewind')}
      </button>
      <button
        type="button"
        class="button quiet"
        disabled={!playing}
        onClick={() => (asked.value = 'end')}
      >
        {t('hall:do.end')}
      </button>
      <label class="console-check">
        <input
          type="checkbox"
          checked={some(({ talk }) => talk)}
          onChange={(event) => act({ do: 'words', open: event.currentTarget.checked, ...all })}
        />
        {t('hall:do.words')}
      </label>
      <button
        type="button"
        class="button quiet"
        aria-pressed={locked}
        onClick={() => act({ do: 'lock', locked: !locked })}
      >
        {t(locked ? 'hall:do.unlock' : 'hall:do.lock')}
      </button>
      <button
        type="button"
        class="button quiet"
        aria-pressed={scoresShown}
        onClick={() => act({ do: 'scores', shown: !scoresShown })}
      >
        {t(scoresShown ? 'hall:do.hide' : 'hall:do.scores')}
      </button>
      {asked.value ? (
        <Dialog
          title={t(asked.value === 'end' ? 'hall:do.end' : 'hall:do.rewind')}
          onClose={() => (asked.value = null)}
        >
          <p>{t(asked.value === 'end' ? 'hall:do.sureEnd' : 'hall:do.sureRewind')}</p>
          <p class="row">
            <button
              type="button"
              class="button filled"
              onClick={() => {
                if (asked.value) act({ do: asked.value, ...all });
                asked.value = null;
              }}
            >
              {t('hall:do.yes')}
            </button>
            <button type="button" class="button quiet" onClick={() => (asked.value = null)}>
              {t('hall:do.no')}
            </button>
          </p>
        </Dialog>
      ) : null}
    </div>
  );
}
