import i18next, { type ResourceLanguage } from 'i18next';
import type { Key } from './keys.ts';
import { LANGUAGES, preferredLanguage } from './languages.ts';

/** Message files of a page by namespace: of the first language at hand, of the others on demand. */
export type Files = Readonly<Record<string, unknown>>;
type Params = Readonly<Record<string, string | number>>;

/** Message files of the languages that do not come with the page; each is a file of its own. */
const OTHERS = import.meta.glob<unknown>(
  ['../../assets/locales/*/*.json', '!../../assets/locales/en/*.json'],
  { import: 'default' },
);

/** The files of a language; what it lacks, or what does not arrive, English stands in for. */
async function filesOf(language: string, namespaces: readonly string[]): Promise<Files> {
  const files: Record<string, unknown> = {};
  await Promise.all(
    namespaces.map(async (namespace) => {
      const load = OTHERS[`../../assets/locales/${language}/${namespace}.json`];
      const file = await load?.().catch(() => undefined);
      if (file !== undefined) files[namespace] = file;
    }),
  );
  return files;
}

/**
 * Sets the page's language. English comes with the page, so that nothing waits for it.
 * @param files message files that the page needs
 */
export async function startMessages(files: Files): Promise<void> {
  const language = preferredLanguage();
  const first = LANGUAGES[0].id;
  const own: Files = language === first ? files : await filesOf(language, Object.keys(files));
  await i18next.init({
    lng: language,
    fallbackLng: first,
    ns: Object.keys(files),
    resources: Object.fromEntries([
      [language, own as ResourceLanguage],
      [first, files as ResourceLanguage],
    ]),
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
