import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Content } from '../shared/core/content.ts';
import { loadContent } from '../shared/scenarios/load.ts';

const folder = join(import.meta.dirname, '..', 'assets', 'scenarios');

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function read(id: string): Content {
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
    secrets: file('secrets'),
    assumptions: Object.fromEntries(
      readdirSync(assumptions)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => [basename(name, '.json'), json(join(assumptions, name))]),
    ),
  });
}

/** Scenarios that come with the program. */
export function scenarioIds(): readonly string[] {
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
    content = read(id);
    compiled.set(id, content);
  }
  return content;
}
