import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Content } from '../shared/core/content.ts';
import { loadContent } from '../shared/scenarios/load.ts';
import { assemble, partsOf } from '../shared/scenarios/parts.ts';

/** Folder that holds `scenarios/` and `worlds/`. */
export const ASSETS = join(import.meta.dirname, '..', 'assets');

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Paths of a scenario's files by part, below `assets`. @throws the file system's error */
export function filesOf(id: string, assets = ASSETS): Readonly<Record<string, string>> {
  const { world } = json(join(assets, 'scenarios', id, 'scenario.json')) as { world?: string };
  const found = globSync(
    ['scenarios', 'worlds'].map((folder) => `${folder}/**/*.json`),
    {
      cwd: assets,
    },
  );
  // One order on every disk: assumptions are read by name.
  const paths = found.map((path) => path.split(sep).join('/')).sort();
  return partsOf(id, world ?? null, paths);
}

/** Reads and compiles a scenario anew. @throws ContentError or the file system's error */
export function readContent(id: string, assets = ASSETS): Content {
  const parts = Object.entries(filesOf(id, assets)).map(
    ([part, path]) => [part, json(join(assets, path))] as const,
  );
  return loadContent(assemble(Object.fromEntries(parts)));
}

/** Scenarios that come with the program. */
export function scenarioIds(): readonly string[] {
  const folder = join(ASSETS, 'scenarios');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'scenario.json')))
    .map(({ name }) => name)
    .sort();
}

const compiled = new Map<string, Content>();

/** A scenario, read and compiled once. @throws ContentError or the file system's error */
export function contentOf(id: string): Content {
  let content = compiled.get(id);
  if (!content) {
    content = readContent(id);
    compiled.set(id, content);
  }
  return content;
}
