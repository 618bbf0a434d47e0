/**
 * The import graph as law. A layer may import itself and what stands beside its name here, nothing
 * else; a file outside every layer is refused, so a new folder has to be entered deliberately.
 */
import type { Import, Source } from './sources.ts';

/** Layers inside `shared/`: bots → game → systems, orders, … → core; game → scenarios → core. */
const SHARED: Record<string, readonly string[]> = {
  core: [],
  systems: ['core'],
  orders: ['core'],
  clauses: ['orders', 'core'],
  events: ['core'],
  scenarios: ['core'],
  protocol: ['core'],
  game: ['systems', 'orders', 'clauses', 'events', 'scenarios', 'core'],
  bots: ['game', 'core'],
};

/** Packages a side may use; a trailing `/` opens a scope. */
const PACKAGES: Record<string, readonly string[]> = {
  shared: ['valibot'],
  client: [
    'preact',
    '@preact/signals',
    'colyseus.js',
    'i18next',
    'uqr',
    'valibot',
    '@fontsource-variable/',
    '@fontsource/',
    'vite',
  ],
};

/** Packages that one place alone may use, on top of what its side may. */
const ONLY_IN: Record<string, string> = {
  // Formulas of objectives are text in content; nothing else in the rules reads text.
  jsep: 'shared/systems/scoring/',
  phaser: 'client/map/',
};

const BANNED_PACKAGES: Record<string, readonly string[]> = {
  server: ['preact', '@preact/signals', 'phaser', 'colyseus.js', '@colyseus/sdk', 'vite', 'vitest'],
};

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const listed = (name: string, list: readonly string[]): boolean =>
  list.some((entry) => (entry.endsWith('/') ? name.startsWith(entry) : name === entry));

/** `shared/core/ledger.ts` → `shared/core`; `client/net/room.ts` → `client`. Undefined: nowhere. */
export function layerOf(path: string): string | undefined {
  const [top, second, ...rest] = path.split('/');
  if (top === 'shared') {
    return second !== undefined && second in SHARED && rest.length > 0
      ? `shared/${second}`
      : undefined;
  }
  return top === 'server' || top === 'client' || top === 'tests' || top === 'assets'
    ? top
    : undefined;
}

function targetAllowed(from: string, target: string): boolean {
  if (from === target || from === 'tests') return true;
  if (from.startsWith('shared/')) {
    const own = SHARED[from.slice('shared/'.length)] ?? [];
    return target.startsWith('shared/') && own.includes(target.slice('shared/'.length));
  }
  // Content (texts, scenarios, geography) is data that both sides may carry; scripts that derive
  // it may use the rules' own numbers.
  if (from === 'assets') return target.startsWith('shared/');
  return target.startsWith('shared/') || target === 'assets';
}

function judge(edge: Import): string | undefined {
  const from = layerOf(edge.from);
  if (from === undefined) return 'stands outside every layer';
  if (edge.specifier.startsWith('computed: ')) {
    return from === 'tests' || from === 'assets' || from === 'server'
      ? undefined
      : 'imports a computed path';
  }
  if (edge.target !== undefined) {
    const target = layerOf(edge.target);
    if (target === undefined && from === 'tests') return undefined;
    if (target === undefined || !targetAllowed(from, target)) {
      return `${from} may not import ${target ?? edge.target}`;
    }
    if (target === 'assets' && /\.[cm]?[jt]sx?$/.test(edge.target) && from !== 'assets') {
      return 'imports a script of assets; only its data may be imported';
    }
    return undefined;
  }
  if (from === 'tests' || from === 'assets') return undefined;
  const side = from.split('/')[0] ?? from;
  const name = packageName(edge.specifier);
  const place = ONLY_IN[name];
  if (place !== undefined) {
    return edge.from.startsWith(place) ? undefined : `only ${place} may use ${name}`;
  }
  const allowed = PACKAGES[side];
  if (allowed !== undefined && !listed(name, allowed)) return `${side} may not use ${name}`;
  if (listed(name, BANNED_PACKAGES[side] ?? [])) return `${side} may not use ${name}`;
  return undefined;
}

export const describe = (edge: Import): string =>
  `${edge.from}:${edge.line} imports "${edge.specifier}"`;

/** One sentence for each file or import that breaks the law. */
export function violations(sources: readonly Source[]): string[] {
  const homeless = sources
    .filter(({ path }) => layerOf(path) === undefined)
    .map(({ path }) => `${path} stands outside every layer`);
  const edges = sources
    .flatMap(({ imports }) => imports)
    .flatMap((edge) => {
      const reason = judge(edge);
      return reason === undefined ? [] : [`${describe(edge)}: ${reason}`];
    });
  return [...homeless, ...edges];
}

/** Each cycle once, as `a → b → a`; types count, because a knot of types is a knot all the same. */
export function cycles(sources: readonly Source[]): string[] {
  const next = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.flatMap(({ target }) => (target === undefined ? [] : [target])),
    ]),
  );
  const done = new Set<string>();
  const trail: string[] = [];
  const found = new Set<string>();
  const visit = (path: string): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      found.add([...trail.slice(at), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    trail.push(path);
    for (const target of next.get(path) ?? []) visit(target);
    trail.pop();
    done.add(path);
  };
  for (const path of next.keys()) visit(path);
  return [...found];
}

/** Everything that loading `entries` loads with them, dynamic imports and types left out. */
export function loadedWith(
  entries: readonly string[],
  sources: readonly Source[],
): ReadonlyMap<string, readonly Import[]> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const loaded = new Map<string, readonly Import[]>();
  const queue = [...entries];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const source = byPath.get(path);
    if (source === undefined || loaded.has(path)) continue;
    const eager = source.imports.filter(({ dynamic, typeOnly }) => !dynamic && !typeOnly);
    loaded.set(path, eager);
    queue.push(...eager.flatMap(({ target }) => (target === undefined ? [] : [target])));
  }
  return loaded;
}
