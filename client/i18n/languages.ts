/** Languages with message files, each by its own name. The first is complete and stands in for gaps. */
export const LANGUAGES = [{ id: 'en', name: 'English', speech: 'en-GB' }] as const;
export type Language = (typeof LANGUAGES)[number]['id'];

const STORED = 'multivector.language';

function isLanguage(x: unknown): x is Language {
  return LANGUAGES.some((language) => language.id === x);
}

/** The reader's choice, or else the first of his browser's languages that there is. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  for (const tag of navigator.languages) {
    const base = tag.split('-')[0];
    if (isLanguage(base)) return base;
  }
  return LANGUAGES[0].id;
}

/** Keeps the choice and starts the page anew in it: every text may have changed. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  location.reload();
}
