import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Content } from '../shared/core/content.ts';
import { loadContent } from '../shared/scenarios/load.ts';

const SCENARIOS = fileURLToPath(new URL('../assets/scenarios/', import.meta.url));

/** Names of the scenarios that lie in the assets folder. */
export function scenarioIds(): readonly string[] {
  return readdirSync(SCENARIOS, { withFileTypes: true })
    .filter((e) => e.isDirectory())
    .map((e) => e.name)
    .sort();
}

const cache = new Map<string, Content>();

/**
 * A scenario's content, read once per process.
 * @throws Error or ContentError naming the file and what is wrong with it
 */
export function contentOf(id: string): Content {
  let content = cache.get(id);
  if (!content) {
    content = readContent(join(SCENARIOS, id));
    cache.set(id, content);
  }
  return content;
}

/** Reads and checks the files of a scenario folder. */
export function readContent(folder: string): Content {
  const json = (...path: string[]): unknown =>
    JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  const assumptions = readdirSync(join(folder, 'assumptions'))
    .filter((f) => f.endsWith('.json'))
    .sort()
    .map((f): [string, unknown] => [f.slice(0, -'.json'.length), json('assumptions', f)]);
  return loadContent({
    scenario: json('scenario.json'),
    network: json('network.json'),
    paths: json('paths.json'),
    drivers: json('drivers.json'),
    residuals: json('residuals.json'),
    history: json('history.json'),
    events: json('events.json'),
    assumptions: Object.fromEntries(assumptions),
  });
}
