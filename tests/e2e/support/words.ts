/** What people read, from the message files: tests follow a change of wording by themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Language } from '../../../client/i18n/languages.ts';

type Tree = { readonly [key: string]: string | Tree };
type Params = Readonly<Record<string, string | number>>;

const folder = resolve(import.meta.dirname, '../../../assets/locales');
const read = (language: Language): ReadonlyMap<string, Tree> =>
  new Map(
    readdirSync(join(folder, language)).map((file) => [
      file.replace(/\.json$/, ''),
      JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Tree,
    ]),
  );
const files = new Map<Language, ReadonlyMap<string, Tree>>();

/** The text under `namespace:path`, its gaps filled. @throws when there is none */
export function say(key: string, params: Params = {}, language: Language = 'en'): string {
  const own = files.get(language) ?? read(language);
  files.set(language, own);
  const [namespace = '', path = ''] = key.split(':');
  let at: string | Tree | undefined = own.get(namespace);
  for (const step of path.split('.')) at = typeof at === 'object' ? at[step] : undefined;
  if (typeof at !== 'string') throw new Error(`There is no message ${key} in ${language}.`);
  const cases = own.get('cases') as Record<string, Record<string, string>> | undefined;
  return at.replace(/\{\{(\w+)(?:, (\w+))?\}\}/g, (_, name: string, form?: string) => {
    const text = String(params[name] ?? '');
    return (form && cases?.[text]?.[form]) || text;
  });
}
