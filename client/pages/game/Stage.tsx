import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/messages.ts';

/** The place of the map: empty paper, then the map. */
export function Stage() {
  const loaded = useSignal<ComponentType | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    // The map brings its engine with it, so it comes after everything that can be read at once.
    import('../../map/MapStage.tsx').then(
      ({ MapStage }) => {
        loaded.value = MapStage;
      },
      () => {
        failed.value = true;
      },
    );
  }, [loaded, failed]);
  const Sheet = loaded.value;
  return (
    <section class="stage" aria-label={t('game:map.label')}>
      {Sheet ? (
        <Sheet />
      ) : (
        <p class="stage-wait" role="status">
          {t(failed.value ? 'game:map.failed' : 'game:map.wait')}
        </p>
      )}
    </section>
  );
}
