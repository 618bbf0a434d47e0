/** Languages with message files, each by its own name. The first is complete and stands in for gaps. */
export const LANGUAGES = [
  { id: 'en', name: 'English' },
  { id: 'ru', name: 'Русский' },
] as const;
export type Language = (typeof LANGUAGES)[number]['id'];

const STORED = 'multivector.language';
/** A link may name the language it is to be read in: `?lang=ru`. */
const ASKED = 'lang';

/** The first of our languages among tags such as `ru-KZ`. */
function firstKnown(tags: readonly (string | null)[]): Language | null {
  for (const tag of tags) {
    const base = tag?.toLowerCase().split(/[-_]/)[0];
    const known = LANGUAGES.find(({ id }) => id === base);
    if (known) return known.id;
  }
  return null;
}

/**
 * The language of a page: what its address asks for, then what was chosen on this device, then the
 * first of the browser's languages that there is. What an address asks for is kept, so that the
 * pages after it speak the same.
 */
export function preferredLanguage(): Language {
  const asked = firstKnown([new URLSearchParams(location.search).get(ASKED)]);
  if (asked) localStorage.setItem(STORED, asked);
  const wanted = asked ?? firstKnown([localStorage.getItem(STORED), ...navigator.languages]);
  return wanted ?? LANGUAGES[0].id;
}

/** Keeps a choice on this device; it outweighs what the address asked for. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  const address = new URL(location.href);
  if (!address.searchParams.has(ASKED)) return;
  address.searchParams.delete(ASKED);
  history.replaceState(history.state, '', address);
}
