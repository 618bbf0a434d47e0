import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Content } from '../shared/core/content.ts';
import { loadContent } from '../shared/scenarios/load.ts';
import { Problem } from './problem.ts';

const folder = join(import.meta.dirname, '..', 'assets', 'scenarios');

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Reads and compiles a scenario's files. @throws ContentError or the file system's error */
export function readContent(id: string): Content {
  const file = (name: string): unknown => json(join(folder, id, `${name}.json`));
  const assumptions = join(folder, id, 'assumptions');
  return loadContent({
    scenario: file('scenario'),
    network: file('network'),
    paths: file('paths'),
    drivers: file('drivers'),
    residuals: file('residuals'),
    history: file('history'),
    events: file('events'),
    assumptions: Object.fromEntries(
      readdirSync(assumptions)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => [basename(name, '.json'), json(join(assumptions, name))]),
    ),
  });
}

/** All scenarios that come with the program, by id. @throws Problem that names the broken one */
export function readScenarios(): ReadonlyMap<string, Content> {
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return new Map(
    ids.map((id) => {
      try {
        return [id, readContent(id)] as const;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Problem(
          `The scenario "${id}" cannot be used (${reason}): restore its files in assets/scenarios/${id}.`,
          error,
        );
      }
    }),
  );
}
