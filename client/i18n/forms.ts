import type { i18n } from 'i18next';

/**
 * Names stand in sentences in more than one case. A message asks for the form it needs, as in
 * `{{power, gen}}`; the forms stand in the language's `cases.json`, under the name as it is listed.
 */
export type Cases = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Cases by their usual short names. A language gives those that its messages ask for. */
export const CASES = ['gen', 'dat', 'acc', 'ins', 'prep'] as const;

const tables = new Map<string, Cases>();

export function learnCases(language: string, cases: Cases): void {
  tables.set(language, cases);
}

/** Lets messages ask for a case, and for a capital letter where a name opens a sentence: `cap`. */
export function addForms(messages: i18n): void {
  const { formatter } = messages.services;
  for (const form of CASES) {
    // Where a language has no such form of a name, the name stands as it is listed.
    formatter?.add(
      form,
      (name: string, language) => tables.get(language ?? '')?.[name]?.[form] ?? name,
    );
  }
  formatter?.add('cap', (name: string, language) => {
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  });
}
