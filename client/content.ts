import type { Content } from '../shared/core/content.ts';
import { loadContent } from '../shared/scenarios/load.ts';

const FILES = import.meta.glob<unknown>(
  ['../assets/scenarios/*/*.json', '../assets/scenarios/*/assumptions/*.json'],
  { import: 'default' },
);

/**
 * Loads and compiles a scenario's content, the same that the server has.
 * @throws ContentError when a file is not as it should be, Error when there is no such scenario
 */
export async function contentOf(scenario: string): Promise<Content> {
  const base = `../assets/scenarios/${scenario}/`;
  const paths = Object.keys(FILES).filter((path) => path.startsWith(base));
  if (paths.length === 0) throw new Error(`no scenario ${scenario}`);
  const raw: Record<string, unknown> = {};
  const assumptions: Record<string, unknown> = {};
  await Promise.all(
    paths.map(async (path) => {
      const name = path.slice(base.length).replace(/\.json$/, '');
      const data = await FILES[path]?.();
      if (name.startsWith('assumptions/')) assumptions[name.slice('assumptions/'.length)] = data;
      else raw[name] = data;
    }),
  );
  return loadContent({
    scenario: raw.scenario,
    network: raw.network,
    paths: raw.paths,
    drivers: raw.drivers,
    residuals: raw.residuals,
    history: raw.history,
    events: raw.events,
    secrets: raw.secrets,
    assumptions,
  });
}
