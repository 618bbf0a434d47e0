/**
 * Finds the path sets of a world's origin–destination pairs, once, offline:
 *
 *   node assets/worlds/build-paths.ts [world] [--check]
 *
 * Plain shortest paths would miss Siberia altogether, so each pair gets the cheapest path of every
 * corridor class that makes sense for it: {Dostyk, Khorgos, Siberian} × {Brest trunk, Caspian,
 * South}, road and sea. A class is a list of places that its path must pass. Links not yet built
 * are part of the search; whether a path can be used is decided in play. Siberia with the Caspian
 * or the South is left out: it doubles the way of either part and no carrier offers it. A pair of
 * another world names its ways in network.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type {
  LinkSpec,
  NetworkSpec,
  OriginDestination,
  PathSpec,
} from '../../shared/core/network.ts';
import type { Corridor } from '../../shared/core/powers.ts';
import { worldFolder } from './folder.ts';

type Search = 'rail' | 'road' | 'ocean';

interface PathClass {
  readonly corridor: Corridor;
  readonly via: readonly string[];
  readonly search?: Search;
  readonly avoid?: readonly string[];
}

/** Pairs may say themselves by which ways their boxes go; those of Eurasia stand below. */
type RoutedNetwork = Pick<NetworkSpec, 'nodes' | 'links'> & {
  readonly pairs: readonly (OriginDestination & { readonly ways?: readonly PathClass[] })[];
};

/** $ that a day on the way costs the search; between the three values of time of the model. */
const DAY = 40;
/** $ per km for a leg that sea freight pays for: what 3,000 $ over 20,300 km come to. */
const OCEAN_KM = 0.15;

const MODES: Readonly<Record<Search, readonly LinkSpec['mode'][]>> = {
  rail: ['rail', 'gauge', 'ferry', 'sea'],
  road: ['road'],
  ocean: ['rail', 'gauge', 'sea'],
};
const KAZAKH = ['dostyk', 'khorgos', 'petropavl', 'aktogay'];

const EUROPE: readonly PathClass[] = [
  { corridor: 'trunk', via: ['dostyk', 'petropavl', 'brest'] },
  { corridor: 'trunk', via: ['dostyk', 'iletsk', 'brest'] },
  { corridor: 'trunk', via: ['khorgos', 'iletsk', 'brest'] },
  { corridor: 'trunk', via: ['khorgos', 'ozinki', 'brest'] },
  { corridor: 'siberian', via: ['zabaykalsk', 'brest'], avoid: KAZAKH },
  { corridor: 'caspian', via: ['khorgos', 'aktobe', 'aktau', 'poti', 'constanta'] },
  { corridor: 'caspian', via: ['dostyk', 'zhezkazgan', 'aktau', 'poti', 'constanta'] },
  { corridor: 'caspian', via: ['khorgos', 'zhezkazgan', 'kuryk', 'poti', 'constanta'] },
  { corridor: 'caspian', via: ['khorgos', 'zhezkazgan', 'kuryk', 'akhalkalaki', 'istanbul'] },
  { corridor: 'south', via: ['khorgos', 'bolashak', 'tehran', 'istanbul'] },
  { corridor: 'road', via: ['khorgos', 'moscow'], search: 'road' },
  { corridor: 'sea', via: ['suez'], search: 'ocean' },
];

const CLASSES: Readonly<Record<string, readonly PathClass[]>> = {
  'chongqing-duisburg': EUROPE,
  'zhengzhou-hamburg': EUROPE,
  'lianyungang-warsaw': EUROPE.map((c) =>
    c.corridor === 'sea' ? { ...c, via: ['suez', 'hamburg'] } : c,
  ),
  'zhengzhou-istanbul': [
    { corridor: 'caspian', via: ['dostyk', 'aktobe', 'aktau', 'poti'] },
    { corridor: 'caspian', via: ['khorgos', 'aktobe', 'aktau', 'poti'] },
    { corridor: 'caspian', via: ['dostyk', 'zhezkazgan', 'aktau', 'poti'] },
    { corridor: 'caspian', via: ['khorgos', 'zhezkazgan', 'kuryk', 'poti'] },
    { corridor: 'caspian', via: ['dostyk', 'zhezkazgan', 'aktau', 'akhalkalaki'] },
    { corridor: 'caspian', via: ['khorgos', 'zhezkazgan', 'kuryk', 'akhalkalaki'] },
    { corridor: 'south', via: ['khorgos', 'bolashak', 'tehran'] },
    { corridor: 'south', via: ['dostyk', 'bolashak', 'tehran'] },
    { corridor: 'sea', via: ['suez'], search: 'ocean' },
  ],
  'zhengzhou-moscow': [
    { corridor: 'trunk', via: ['dostyk', 'petropavl'] },
    { corridor: 'trunk', via: ['dostyk', 'iletsk'] },
    { corridor: 'trunk', via: ['khorgos', 'iletsk'] },
    { corridor: 'trunk', via: ['khorgos', 'ozinki'] },
    { corridor: 'trunk', via: ['dostyk', 'semey', 'novosibirsk'] },
    { corridor: 'siberian', via: ['zabaykalsk'], avoid: KAZAKH },
    { corridor: 'road', via: ['khorgos'], search: 'road' },
    { corridor: 'sea', via: ['suez', 'st-petersburg'], search: 'ocean' },
  ],
  'lianyungang-tashkent': [
    { corridor: 'asia', via: ['dostyk', 'almaty'] },
    { corridor: 'asia', via: ['dostyk', 'mointy'] },
    { corridor: 'asia', via: ['khorgos', 'almaty'] },
    { corridor: 'siberian', via: ['zabaykalsk', 'petropavl'] },
    { corridor: 'siberian', via: ['zabaykalsk', 'semey'] },
    { corridor: 'sea', via: ['bandar-abbas'], search: 'ocean', avoid: ['gorgan'] },
  ],
  'zhengzhou-almaty': [
    { corridor: 'asia', via: ['dostyk'] },
    { corridor: 'asia', via: ['khorgos'] },
    { corridor: 'siberian', via: ['zabaykalsk', 'semey'] },
    { corridor: 'road', via: ['khorgos'], search: 'road' },
    {
      corridor: 'sea',
      via: ['bandar-abbas', 'tashkent'],
      search: 'ocean',
      avoid: ['gorgan', 'xian'],
    },
  ],
  'zhengzhou-tehran': [
    { corridor: 'south', via: ['dostyk', 'bolashak', 'gorgan'] },
    { corridor: 'south', via: ['khorgos', 'bolashak', 'gorgan'] },
    { corridor: 'sea', via: ['bandar-abbas'], search: 'ocean' },
  ],
  'karaganda-hamburg': [
    { corridor: 'trunk', via: ['petropavl', 'brest'] },
    { corridor: 'trunk', via: ['aktobe', 'iletsk', 'brest'] },
    { corridor: 'caspian', via: ['aktobe', 'aktau', 'poti', 'constanta'] },
    { corridor: 'caspian', via: ['zhezkazgan', 'aktau', 'poti', 'constanta'] },
    { corridor: 'caspian', via: ['zhezkazgan', 'kuryk', 'poti', 'constanta'] },
    { corridor: 'caspian', via: ['zhezkazgan', 'kuryk', 'akhalkalaki', 'istanbul'] },
    { corridor: 'south', via: ['bolashak', 'bandar-abbas', 'suez'] },
    { corridor: 'asia', via: ['dostyk', 'lianyungang', 'suez'] },
    { corridor: 'asia', via: ['khorgos', 'lianyungang', 'suez'] },
  ],
  'kyiv-almaty': [
    { corridor: 'ukraine', via: ['samara', 'iletsk'] },
    { corridor: 'ukraine', via: ['samara', 'petropavl'] },
    { corridor: 'caspian', via: ['odesa', 'poti', 'aktau', 'aktobe'] },
    { corridor: 'caspian', via: ['odesa', 'poti', 'aktau', 'zhezkazgan'] },
    { corridor: 'caspian', via: ['odesa', 'poti', 'kuryk', 'zhezkazgan'] },
  ],
};

interface Arc {
  readonly to: string;
  readonly link: LinkSpec;
}

/** Arcs of the links that a search may use; every link carries both ways. */
function arcsOf(links: readonly LinkSpec[], search: Search, inland: boolean): Map<string, Arc[]> {
  const arcs = new Map<string, Arc[]>();
  for (const link of links) {
    if (!MODES[search].includes(link.mode)) continue;
    // Only an ocean class may sail: a train path must not slip round by sea.
    if (inland && link.mode === 'sea' && link.rate === undefined) continue;
    for (const [from, to] of [
      [link.from, link.to],
      [link.to, link.from],
    ] as const) {
      const list = arcs.get(from);
      if (list) list.push({ to, link });
      else arcs.set(from, [{ to, link }]);
    }
  }
  for (const list of arcs.values()) list.sort((a, b) => (a.link.id < b.link.id ? -1 : 1));
  return arcs;
}

function costOf(link: LinkSpec, handling: ReadonlyMap<string, number>, to: string): number {
  return (link.rate ?? link.km * OCEAN_KM) + DAY * (link.days + (handling.get(to) ?? 0));
}

/** Cheapest way from one place to another, by Dijkstra's algorithm; ties go to the earlier link id. */
function cheapest(
  arcs: ReadonlyMap<string, readonly Arc[]>,
  handling: ReadonlyMap<string, number>,
  from: string,
  to: string,
  avoid: ReadonlySet<string>,
): readonly Arc[] | null {
  const best = new Map<string, number>([[from, 0]]);
  const came = new Map<string, { readonly at: string; readonly arc: Arc }>();
  const open = new Set([from]);
  while (open.size > 0) {
    let at = '';
    let least = Number.POSITIVE_INFINITY;
    for (const id of open) {
      const c = best.get(id) as number;
      if (c < least || (c === least && id < at)) {
        at = id;
        least = c;
      }
    }
    if (at === to) break;
    open.delete(at);
    for (const arc of arcs.get(at) ?? []) {
      if (avoid.has(arc.to)) continue;
      const c = least + costOf(arc.link, handling, arc.to);
      if (c < (best.get(arc.to) ?? Number.POSITIVE_INFINITY)) {
        best.set(arc.to, c);
        came.set(arc.to, { at, arc });
        open.add(arc.to);
      }
    }
  }
  if (!best.has(to)) return null;
  const way: Arc[] = [];
  for (let at = to; at !== from; ) {
    const step = came.get(at);
    if (!step) return null;
    way.unshift(step.arc);
    at = step.at;
  }
  return way;
}

/** The path of one class, or null when the network does not join its places without a loop. */
function pathOf(
  network: Pick<NetworkSpec, 'nodes' | 'links'>,
  from: string,
  to: string,
  pathClass: PathClass,
): readonly LinkSpec[] | null {
  const search = pathClass.search ?? 'rail';
  const handling = new Map(network.nodes.map((n) => [n.id, n.handling ?? 0]));
  const sails = search === 'ocean' || pathClass.via.includes('suez');
  const arcs = arcsOf(network.links, sails ? 'ocean' : search, !sails);
  const stops = [from, ...pathClass.via, to].filter((stop, i, all) => stop !== all[i - 1]);
  const seen = new Set([...(pathClass.avoid ?? []), from]);
  const way: Arc[] = [];
  for (let i = 1; i < stops.length; i += 1) {
    // Places to come are out of bounds as well, so that no leg runs past its own end.
    const later = new Set([...seen, ...stops.slice(i + 1)]);
    const leg = cheapest(arcs, handling, stops[i - 1] as string, stops[i] as string, later);
    if (!leg) return null;
    for (const arc of leg) {
      seen.add(arc.to);
      way.push(arc);
    }
  }
  return way.map((arc) => arc.link);
}

/**
 * Path sets with path-size factors (Ben-Akiva and Bierlaire 1999): each link's length is shared
 * among the paths of its pair that use it, PS = Σ (l / L) / N, so that near-copies of one way do
 * not count as several ways.
 */
function buildPaths(network: RoutedNetwork): readonly PathSpec[] {
  const paths: PathSpec[] = [];
  for (const pair of network.pairs) {
    const classes = pair.ways ?? CLASSES[pair.id];
    if (!classes) throw new Error(`${pair.id} says no ways: network.json may name them`);
    const found = new Map<string, { corridor: Corridor; links: readonly LinkSpec[] }>();
    for (const pathClass of classes) {
      const links = pathOf(network, pair.from, pair.to, pathClass);
      if (!links) continue;
      const key = links.map((l) => l.id).join(' ');
      if (!found.has(key)) found.set(key, { corridor: pathClass.corridor, links });
    }
    const users = new Map<string, number>();
    for (const p of found.values()) {
      for (const l of p.links) users.set(l.id, (users.get(l.id) ?? 0) + 1);
    }
    for (const p of found.values()) {
      const length = p.links.reduce((sum, l) => sum + l.km, 0);
      const size = p.links.reduce((sum, l) => sum + l.km / length / (users.get(l.id) as number), 0);
      paths.push({
        od: pair.id,
        corridor: p.corridor,
        links: p.links.map((l) => l.id),
        // Twelve digits: a last bit of the platform's logarithm must not show in the file.
        logSize: Number(Math.log(size).toFixed(12)),
      });
    }
  }
  return paths;
}

/** The file's text: one path a line, so that changes of content are readable. */
function pathsFile(paths: readonly PathSpec[]): string {
  return `{\n "paths": [\n${paths.map((p) => `  ${JSON.stringify(p)}`).join(',\n')}\n ]\n}\n`;
}

const [world = 'eurasia', check] = process.argv.slice(2);
const folder = worldFolder(world);
const network = JSON.parse(readFileSync(new URL('network.json', folder), 'utf8')) as RoutedNetwork;
const paths = buildPaths(network);
const file = new URL('paths.json', folder);
if (check === '--check') {
  if (readFileSync(file, 'utf8') !== pathsFile(paths)) {
    console.error('paths.json is not what the network gives: run assets/worlds/build-paths.ts');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, pathsFile(paths));
  console.log(`${paths.length} paths for ${network.pairs.length} pairs`);
}
