import type { NetworkSpec } from '../../shared/core/network.ts';
import { type Point, toSheet } from './albers.ts';
import { type Line, tenth } from './geography.ts';

export interface Bends {
  /** [latitude, longitude] that a link passes between its ends. */
  readonly bends: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** Links whose track another link shares to its end, or from its start. */
  readonly over: Readonly<
    Record<
      string,
      { readonly startsAt?: string; readonly endsAt?: string; readonly shares: readonly string[] }
    >
  >;
}

/** Pieces a curve between two set points is cut into. */
const PIECES = 7;

/** A smooth line through points: centripetal Catmull–Rom, which never loops at near points. */
export function curve(points: Line, pieces = PIECES): Line {
  if (points.length < 3) return points;
  const out: Point[] = [points[0] as Point];
  for (let k = 0; k + 1 < points.length; k++) {
    const [b, c] = [points[k] as Point, points[k + 1] as Point];
    const a = points[k - 1] ?? [2 * b[0] - c[0], 2 * b[1] - c[1]];
    const d = points[k + 2] ?? [2 * c[0] - b[0], 2 * c[1] - b[1]];
    for (let piece = 1; piece <= pieces; piece++) out.push(between(a, b, c, d, piece / pieces));
  }
  return out;
}

function between(a: Point, b: Point, c: Point, d: Point, share: number): Point {
  const knot = (p: Point, q: Point): number =>
    Math.max(1e-6, Math.hypot(q[0] - p[0], q[1] - p[1]) ** 0.5);
  const ta = 0;
  const tb = ta + knot(a, b);
  const tc = tb + knot(b, c);
  const td = tc + knot(c, d);
  const t = tb + (tc - tb) * share;
  const mix = (p: Point, q: Point, from: number, to: number): Point => {
    const part = (t - from) / (to - from);
    return [p[0] + (q[0] - p[0]) * part, p[1] + (q[1] - p[1]) * part];
  };
  const [ab, bc, cd] = [mix(a, b, ta, tb), mix(b, c, tb, tc), mix(c, d, tc, td)];
  return mix(mix(ab, bc, ta, tc), mix(bc, cd, tb, td), tb, tc);
}

/** Drops points that lie nearly on the line between their neighbours. */
function thinned(line: Line): Line {
  const kept: Point[] = [];
  for (const [k, point] of line.entries()) {
    const [last, next] = [kept.at(-1), line[k + 1]];
    if (last && next) {
      const [dx, dy] = [next[0] - last[0], next[1] - last[1]];
      const off =
        Math.abs(dx * (point[1] - last[1]) - dy * (point[0] - last[0])) / (Math.hypot(dx, dy) || 1);
      if (off < 0.04) continue;
    }
    kept.push(point);
  }
  return kept;
}

/** The line of every link of the network, from its first place to its second. */
export function buildLinks(
  network: Pick<NetworkSpec, 'nodes' | 'links'>,
  hand: Bends,
): Record<string, Line> {
  const place = new Map(network.nodes.map((n) => [n.id, toSheet(n.lon, n.lat)]));
  const at = (id: string): Point => {
    const found = place.get(id);
    if (!found) throw new Error(`bends.json names a place that the network lacks: ${id}`);
    return found;
  };
  const ids = new Set(network.links.map((link) => link.id));
  for (const id of [...Object.keys(hand.bends), ...Object.keys(hand.over)]) {
    if (!ids.has(id)) throw new Error(`bends.json bends a link that the network lacks: ${id}`);
  }
  const lines: Record<string, Line> = {};
  const shares = (id: string): boolean => id in hand.over;
  // Links that run over others come last, when those have their lines.
  for (const link of [...network.links].sort(
    (a, b) => Number(shares(a.id)) - Number(shares(b.id)),
  )) {
    const over = hand.over[link.id];
    const bends = (hand.bends[link.id] ?? []).map(([lat, lon]) => toSheet(lon, lat));
    const shared = (over?.shares ?? []).flatMap((id) => lines[id] ?? []);
    const own = curve([
      over?.startsAt ? at(over.startsAt) : at(link.from),
      ...bends,
      over?.endsAt ? at(over.endsAt) : at(link.to),
    ]);
    const line = over?.startsAt ? [...shared, ...own] : [...own, ...shared];
    lines[link.id] = thinned(line.map(tenth));
  }
  return Object.fromEntries(network.links.map((link) => [link.id, lines[link.id] as Line]));
}
