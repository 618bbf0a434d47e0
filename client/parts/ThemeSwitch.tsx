import { t } from '../i18n/messages.ts';
import { sunMoon } from '../icons/lucide.ts';
import { Icon } from './Icon.tsx';
import { chooseTheme, THEMES, theme } from './theme.ts';

/** One button that goes round the three choices: as the system, light, dark. */
export function ThemeSwitch() {
  const next = THEMES[(THEMES.indexOf(theme.value) + 1) % THEMES.length] ?? 'system';
  const label = t('common:theme.switchTo', {
    now: t(`common:theme.${theme.value}`),
    next: t(`common:theme.${next}`),
  });
  return (
    <button
      type="button"
      class="icon-button"
      onClick={() => chooseTheme(next)}
      aria-label={label}
      title={label}
    >
      <Icon path={sunMoon} size={20} />
    </button>
  );
}
