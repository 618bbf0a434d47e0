import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import dark from '../../../assets/map/front-dark.svg?url';
import light from '../../../assets/map/front-light.svg?url';
import { t } from '../../i18n/messages.ts';
import { isDark, theme } from '../../parts/theme.ts';

/** The map on the first screen. It comes last: words and doors are usable before it. */
export function Picture() {
  const source = useSignal<string | null>(null);
  const here = useSignal(false);
  const chosen = theme.value;
  useEffect(() => {
    const show = (): void => {
      source.value = isDark() ? dark : light;
    };
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', show);
    if (source.value) show();
    else if (document.readyState === 'complete') show();
    else addEventListener('load', show, { once: true });
    return () => system.removeEventListener('change', show);
  }, [chosen, source]);
  return (
    <div class="picture">
      {source.value ? (
        <img
          class={here.value ? 'here' : undefined}
          src={source.value}
          alt={t('front:picture')}
          width="816"
          height="458"
          decoding="async"
          onLoad={() => {
            here.value = true;
          }}
        />
      ) : null}
    </div>
  );
}
