import type { RawScenario } from './load.ts';

/** Files beside `scenario.json` that the rules read; those of assumptions come on top. */
export const PARTS = [
  'network',
  'paths',
  'drivers',
  'residuals',
  'history',
  'events',
  'secrets',
  'cards',
  'indicators',
] as const;
/** Parts that a scenario can do without. */
export const OPTIONAL: readonly string[] = ['cards'];
const ASSUMPTIONS = 'assumptions/';

/**
 * The file of each part of a scenario: its own where it has one, otherwise that of its world, as in
 * `assumptions/trade` → `worlds/eurasia/assumptions/trade.json`.
 * @param paths all content files, relative to the folder that holds `scenarios/` and `worlds/`
 */
export function partsOf(
  id: string,
  world: string | null,
  paths: readonly string[],
): Readonly<Record<string, string>> {
  const parts: Record<string, string> = {};
  const folders = world === null ? [] : [`worlds/${world}/`];
  for (const folder of [...folders, `scenarios/${id}/`]) {
    for (const path of paths) {
      if (!path.startsWith(folder) || !path.endsWith('.json')) continue;
      const part = path.slice(folder.length, -'.json'.length);
      if (part === 'scenario' || part.startsWith(ASSUMPTIONS) || isWhole(part)) parts[part] = path;
    }
  }
  return parts;
}

function isWhole(part: string): boolean {
  return (PARTS as readonly string[]).includes(part);
}

/** A scenario's files put together. @param parts contents by part, as `partsOf` names them */
export function assemble(parts: Readonly<Record<string, unknown>>): RawScenario {
  const { scenario, network, paths, drivers, residuals, history, events } = parts;
  const { secrets, cards, indicators } = parts;
  const assumptions = Object.fromEntries(
    Object.entries(parts)
      .filter(([part]) => part.startsWith(ASSUMPTIONS))
      .map(([part, data]) => [part.slice(ASSUMPTIONS.length), data]),
  );
  return {
    scenario,
    network,
    paths,
    drivers,
    residuals,
    history,
    events,
    secrets,
    cards,
    indicators,
    assumptions,
  };
}
