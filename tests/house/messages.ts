/** Message files as the tests read them: every text of a language under its key. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cases } from '../../client/i18n/forms.ts';
import { root } from './sources.ts';

type Tree = { readonly [key: string]: string | Tree };

const folder = join(root, 'assets/locales');
/** Beside its messages a language may give the cases of its names. */
const CASES = 'cases.json';

/** Languages with message files. */
export const languages: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/** `namespace:path` → text, of all message files of a language. */
export function messagesOf(language: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const walk = (tree: Tree, path: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      const at = path.endsWith(':') ? `${path}${key}` : `${path}.${key}`;
      if (typeof value === 'string') found.set(at, value);
      else walk(value, at);
    }
  };
  for (const file of readdirSync(join(folder, language))) {
    if (file === CASES) continue;
    const tree = JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Tree;
    walk(tree, `${file.replace(/\.json$/, '')}:`);
  }
  return found;
}

/** Names of a language with their cases; none where it has no such file. */
export function casesOf(language: string): Cases {
  if (!readdirSync(join(folder, language)).includes(CASES)) return {};
  return JSON.parse(readFileSync(join(folder, language, CASES), 'utf8')) as Cases;
}
