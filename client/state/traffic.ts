import type { NetworkSpec } from '../../shared/core/network.ts';

/**
 * k TEU a half-year that ride on each link only to or from a sea-going ship, at the start: what the
 * overland corridors of a pair do not carry, over the pair's ways by sea in equal parts. The map
 * leaves it out of its widths, since the harbours' hinterland would drown the roads of the steppe.
 */
export function seaTraffic(
  network: Pick<NetworkSpec, 'pairs' | 'paths'>,
): ReadonlyMap<string, number> {
  const traffic = new Map<string, number>();
  for (const pair of network.pairs) {
    const ways = network.paths.filter((path) => path.od === pair.id && path.corridor === 'sea');
    const overland = Object.entries(pair.observed)
      .filter(([corridor]) => corridor !== 'sea')
      .reduce((sum, [, boxes]) => sum + (boxes ?? 0), 0);
    const share = Math.max(0, pair.demand - overland) / Math.max(1, ways.length);
    for (const link of ways.flatMap((path) => path.links)) {
      traffic.set(link, (traffic.get(link) ?? 0) + share);
    }
  }
  return traffic;
}

/**
 * Share of each link's overland freight, as it was at the start, that also crosses the land of a
 * country or of a group of countries.
 */
export function shareThrough(
  network: Pick<NetworkSpec, 'links' | 'pairs' | 'paths'>,
  isOwn: (owner: string) => boolean,
): ReadonlyMap<string, number> {
  const own = new Set(network.links.filter((link) => isOwn(link.owner)).map((link) => link.id));
  const sums = new Map<string, { all: number; through: number }>();
  for (const path of network.paths) {
    if (path.corridor === 'sea') continue;
    const pair = network.pairs.find((p) => p.id === path.od);
    // Ways that nobody took yet count a little, so that a new road has a colour too.
    const weight = (pair?.observed[path.corridor] ?? 0) + 1e-3;
    const crosses = path.links.some((id) => own.has(id));
    for (const id of path.links) {
      const sum = sums.get(id) ?? { all: 0, through: 0 };
      sum.all += weight;
      if (crosses) sum.through += weight;
      sums.set(id, sum);
    }
  }
  return new Map([...sums].map(([id, { all, through }]) => [id, through / all]));
}

/** Links whose overland freight runs, by most of it, against their line: from the second end to the first. */
export function runsBackwards(
  network: Pick<NetworkSpec, 'links' | 'pairs' | 'paths'>,
): ReadonlySet<string> {
  const links = new Map(network.links.map((link) => [link.id, link]));
  const forward = new Map<string, number>();
  for (const path of network.paths) {
    if (path.corridor === 'sea') continue;
    const pair = network.pairs.find((p) => p.id === path.od);
    const weight = (pair?.observed[path.corridor] ?? 0) + 1e-3;
    let at = pair?.from;
    for (const id of path.links) {
      const link = links.get(id);
      const along = link?.from === at;
      at = along ? link?.to : link?.from;
      forward.set(id, (forward.get(id) ?? 0) + (along ? weight : -weight));
    }
  }
  return new Set([...forward].filter(([, sum]) => sum < 0).map(([id]) => id));
}
