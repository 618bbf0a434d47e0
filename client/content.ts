import type { Content } from '../shared/core/content.ts';
import { loadContent } from '../shared/scenarios/load.ts';
import { assemble, partsOf } from '../shared/scenarios/parts.ts';

const ROOT = '../assets/';
const FILES = import.meta.glob<unknown>(
  [
    '../assets/scenarios/*/*.json',
    '../assets/scenarios/*/assumptions/*.json',
    '../assets/worlds/*/*.json',
    '../assets/worlds/*/assumptions/*.json',
    '!../assets/worlds/*/record.json',
  ],
  { import: 'default' },
);

/**
 * Loads and compiles a scenario's content, the same that the server has.
 * @throws ContentError when a file is not as it should be, Error when there is no such scenario
 */
export async function contentOf(scenario: string): Promise<Content> {
  const { world = null } = (await read(`scenarios/${scenario}/scenario.json`)) as {
    readonly world?: string;
  };
  const paths = Object.keys(FILES).map((path) => path.slice(ROOT.length));
  const parts = await Promise.all(
    Object.entries(partsOf(scenario, world, paths)).map(
      async ([part, path]) => [part, await read(path)] as const,
    ),
  );
  return loadContent(assemble(Object.fromEntries(parts)));
}

/** The JSON of a content file. @param path below `assets` */
function read(path: string): Promise<unknown> {
  const file = FILES[`${ROOT}${path}`];
  if (!file) throw new Error(`there is no ${path}`);
  return file();
}
