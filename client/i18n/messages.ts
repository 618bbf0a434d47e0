import i18next, { type ResourceLanguage } from 'i18next';
import type { Key } from './keys.ts';
import { LANGUAGES, preferredLanguage } from './languages.ts';

/** Message files of a page by namespace: of the first language at hand, of the others on demand. */
export type Files = Readonly<Record<string, unknown>>;
type Params = Readonly<Record<string, string | number>>;

/**
 * Sets the page's language. English comes with the page, so that nothing waits for it.
 * @param files message files that the page needs
 */
export async function startMessages(files: Files): Promise<void> {
  const language = preferredLanguage();
  await i18next.init({
    lng: language,
    fallbackLng: LANGUAGES[0].id,
    ns: Object.keys(files),
    resources: { [LANGUAGES[0].id]: files as ResourceLanguage },
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

/** The text of a message. */
export function t(key: Key, params?: Params): string {
  return i18next.t(key, params ?? {});
}

/**
 * The text of a message whose key holds an id that comes from content or the server.
 * @returns the id itself when there is no such text, so that a gap is seen and nothing breaks
 */
export function named(group: string, id: string, params?: Params): string {
  const key = group.endsWith(':') ? group + id : `${group}.${id}`;
  // With the parameters: a message that counts exists in its plurals alone.
  return i18next.exists(key, params ?? {}) ? i18next.t(key, params ?? {}) : id;
}

/** Whether there is a message under a key that was put together. */
export function hasText(key: string): boolean {
  return i18next.exists(key);
}

/** The language in use, for `Intl`. */
export function language(): string {
  return i18next.language;
}
