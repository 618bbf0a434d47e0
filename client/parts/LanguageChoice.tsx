import { LANGUAGES } from '../i18n/languages.ts';
import { chooseLanguage, language } from '../i18n/messages.ts';

/** Every language by its own name; the one in use is marked. */
export function LanguageChoice(props: { onChosen?(button: HTMLButtonElement): void }) {
  return LANGUAGES.map(({ id, name }) => (
    <button
      key={id}
      type="button"
      lang={id}
      aria-current={id === language() ? 'true' : undefined}
      onClick={(event) => {
        void chooseLanguage(id);
        props.onChosen?.(event.currentTarget);
      }}
    >
      {name}
    </button>
  ));
}
