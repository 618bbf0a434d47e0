import { signal } from '@preact/signals';
import i18next, { type ResourceLanguage } from 'i18next';
import { addForms, type Cases, learnCases } from './forms.ts';
import type { Key } from './keys.ts';
import { keepLanguage, LANGUAGES, type Language, preferredLanguage } from './languages.ts';

/** Message files of a page by namespace: of the first language at hand, of the others on demand. */
export type Files = Readonly<Record<string, unknown>>;
type Params = Readonly<Record<string, string | number>>;

const FIRST = LANGUAGES[0].id;
/** File of a language with the cases of its names. */
const NAMES = 'cases';

/** The language in use. Whatever is worded reads it, so that all words follow a change. */
const current = signal<Language>(FIRST);
let namespaces: readonly string[] = [];

/** Message files of the languages that do not come with the page; they are fetched when needed. */
const OTHERS = import.meta.glob<unknown>(
  ['../../assets/locales/*/*.json', '!../../assets/locales/en/*.json'],
  { import: 'default' },
);

/** Loads what the page needs of a language; what it lacks, or what does not arrive, English stands in for. */
async function load(language: Language): Promise<boolean> {
  if (language === FIRST) return true;
  const arrived = await Promise.all(
    [...namespaces, NAMES].map(async (namespace) => {
      if (i18next.hasResourceBundle(language, namespace)) return true;
      const get = OTHERS[`../../assets/locales/${language}/${namespace}.json`];
      if (!get) return true;
      const file = await get().catch(() => undefined);
      if (file === undefined) return false;
      if (namespace === NAMES) learnCases(language, file as Cases);
      else i18next.addResourceBundle(language, namespace, file);
      return true;
    }),
  );
  return !arrived.includes(false);
}

function speak(language: Language): void {
  current.value = language;
  document.documentElement.lang = language;
}

/**
 * Sets the page's language. English comes with the page, so that nothing waits for it.
 * @param files message files that the page needs
 */
export async function startMessages(files: Files): Promise<void> {
  namespaces = Object.keys(files);
  await i18next.init({
    lng: FIRST,
    fallbackLng: FIRST,
    ns: namespaces,
    resources: { [FIRST]: files as ResourceLanguage },
    interpolation: { escapeValue: false },
  });
  addForms(i18next);
  const language = preferredLanguage();
  await load(language);
  speak(language);
}

/** Changes the language and keeps the choice; the page stays as it is, in other words. */
export async function chooseLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  // Half a language is worse than the one that is here: then the next page tries again.
  if (await load(language)) speak(language);
}

/** The text of a message. */
export function t(key: Key, params?: Params): string {
  return i18next.t(key, { ...params, lng: current.value });
}

/**
 * The text of a message whose key holds an id that comes from content or the server.
 * @returns the id itself when there is no such text, so that a gap is seen and nothing breaks
 */
export function named(group: string, id: string, params?: Params): string {
  const key = group.endsWith(':') ? group + id : `${group}.${id}`;
  // With the parameters: a message that counts exists in its plurals alone.
  const all = { ...params, lng: current.value };
  return i18next.exists(key, all) ? i18next.t(key, all) : id;
}

/** Whether there is a message under a key that was put together. */
export function hasText(key: string): boolean {
  return i18next.exists(key, { lng: current.value });
}

/** Names of the gaps of each message of a group, as in `{{power, gen}}`. */
export function gapsUnder(group: string): Readonly<Record<string, readonly string[]>> {
  const [namespace = '', path = ''] = group.split(':');
  const texts: unknown =
    i18next.getResource(current.value, namespace, path) ??
    i18next.getResource(FIRST, namespace, path);
  return Object.fromEntries(
    Object.entries((texts ?? {}) as Readonly<Record<string, string>>).map(([key, text]) => [
      key,
      [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, gap]) => gap ?? ''),
    ]),
  );
}

/** The language in use, for `Intl`. */
export function language(): Language {
  return current.value;
}
