/** Reading the source tree with a real parser: which file imports what, and where. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type ESTree, parseSync } from 'vite';

export const root = resolve(import.meta.dirname, '../..');

export type Import = {
  /** Path from the repository's root with `/`. */
  readonly from: string;
  readonly line: number;
  readonly specifier: string;
  /** Path from the root for a relative import, `undefined` for a package. */
  readonly target: string | undefined;
  readonly dynamic: boolean;
  readonly typeOnly: boolean;
};

export type Source = {
  readonly path: string;
  readonly text: string;
  readonly program: ESTree.Program;
  readonly imports: readonly Import[];
};

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

function importsOf(path: string, text: string, parsed: ReturnType<typeof parseSync>): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, at: number, dynamic: boolean, typeOnly: boolean) => {
    const bare = specifier.replace(/[?#].*$/, '');
    const target = bare.startsWith('.')
      ? relative(root, resolve(root, dirname(path), bare))
          .split(sep)
          .join('/')
      : undefined;
    found.push({ from: path, line: lineAt(text, at), specifier, target, dynamic, typeOnly });
  };
  for (const { moduleRequest, start, entries } of parsed.module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    add(moduleRequest.value, start, false, typeOnly);
  }
  for (const { start, entries } of parsed.module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (request)
      add(
        request.value,
        start,
        false,
        entries.every((entry) => entry.isType),
      );
  }
  for (const { moduleRequest, start } of parsed.module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^(['"`])([^'"`$]*)\1$/.exec(written);
    // A computed path cannot be judged, so it is reported under its own text and then refused.
    add(literal?.[2] ?? `computed: ${written}`, start, true, false);
  }
  return found;
}

export function parseSource(path: string, text: string): Source {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`);
  return { path, text, program: parsed.program, imports: importsOf(path, text, parsed) };
}

/** Every source file of the given top folders, sorted by path. */
export function readSources(folders: readonly string[]): Source[] {
  const pattern = `{${folders.join(',')}}/**/*.{ts,tsx,mjs,js}`;
  return globSync(folders.length === 1 ? `${folders[0]}/**/*.{ts,tsx,mjs,js}` : pattern, {
    cwd: root,
  })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.endsWith('.d.ts'))
    .sort()
    .map((path) => parseSource(path, readFileSync(join(root, path), 'utf8')));
}

export const exists = (path: string): boolean => existsSync(join(root, path));
