/** What people read, from the message files: tests follow a change of wording by themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Tree = { readonly [key: string]: string | Tree };

const folder = resolve(import.meta.dirname, '../../../assets/locales/en');
const files = new Map(
  readdirSync(folder).map((file) => [
    file.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Tree,
  ]),
);

/** The English text under `namespace:path`, its gaps filled. @throws when there is none */
export function say(key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const [namespace = '', path = ''] = key.split(':');
  let at: string | Tree | undefined = files.get(namespace);
  for (const step of path.split('.')) at = typeof at === 'object' ? at[step] : undefined;
  if (typeof at !== 'string') throw new Error(`There is no message ${key}.`);
  return at.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
}
