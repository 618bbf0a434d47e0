import { computed } from '@preact/signals';
import type { Content, ProjectSpec } from '../../shared/core/content.ts';
import type { LinkSpec, NodeSpec } from '../../shared/core/network.ts';
import type { Params } from '../../shared/core/order.ts';
import type { News } from '../../shared/core/round.ts';
import type { View } from '../../shared/core/view.ts';
import { describeOrder, type Leverage } from '../../shared/game/index.ts';
import { content, view } from './game.ts';
import {
  type Contract,
  contractsOf,
  holdsOf,
  type Mood,
  moodsOf,
  type TradeArc,
  tradeOf,
} from './mapLayers.ts';
import { cards, chosen, drafts } from './orders.ts';
import { runsBackwards, seaTraffic, shareThrough } from './traffic.ts';

/** `works`: being built; `slow` and `closed`: what a power lets through. */
export type LinkState = 'open' | 'unbuilt' | 'works' | 'slow' | 'closed';

export interface MapLink {
  readonly spec: LinkSpec;
  readonly state: LinkState;
  /** Built share, 0..1, of what is under work. */
  readonly built: number;
  /** k TEU a half-year, all that is carried. */
  readonly boxes: number;
  /** k TEU a half-year without what only comes from or goes to a sea-going ship: the drawn width. */
  readonly overland: number;
  /** Most of its overland freight crosses the own power's land. */
  readonly through: boolean;
  /** Its freight runs from the second end to the first. */
  readonly backwards: boolean;
  /** Mt a half-year of oil, where oil is carried. */
  readonly oil: number;
}

export interface MapNode {
  readonly spec: NodeSpec;
  /** Volume over capacity; 0 where nothing limits. */
  readonly load: number;
  /** Trains a day that it can take; 0 where nothing limits. */
  readonly capacity: number;
  /** Days that a train takes to pass. */
  readonly days: number;
  /** Days of them that are waiting for others. */
  readonly wait: number;
}

/** Something that happened at a place, with its number in the list of news. */
export interface MapPin {
  readonly number: number;
  readonly node: string;
  readonly news: News;
}

/** A project under work, with the place of its sign. */
export interface MapProject {
  readonly spec: ProjectSpec;
  readonly share: number;
  readonly node: string | null;
  readonly link: string | null;
}

/** What an order lies on. */
export interface MapDraft {
  readonly links: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
}

/** Everything that the map draws and its list says. */
export interface MapModel {
  /** The power whose land is light: the own one, Kazakhstan for a spectator. */
  readonly own: string;
  /** Changes whenever a round is resolved. */
  readonly stamp: string;
  readonly links: readonly MapLink[];
  readonly nodes: readonly MapNode[];
  readonly pins: readonly MapPin[];
  readonly projects: readonly MapProject[];
  readonly trade: readonly TradeArc[];
  readonly moods: readonly Mood[];
  readonly holds: readonly Leverage[];
  readonly contracts: readonly Contract[];
  /** The chosen card, and what is drafted already. */
  readonly chosen: MapDraft;
  readonly drafted: MapDraft;
}

/** Pins that the map bears; more stand in the list of news alone. */
const MOST_PINS = 6;
/** Oceans: legs that only ships for other continents' harbours take. */
const OCEAN_KM = 3000;

/** What of a link's freight is sea traffic, and how much of the rest crosses own land. */
interface Traffic {
  readonly sea: ReadonlyMap<string, number>;
  readonly through: ReadonlyMap<string, number>;
  readonly backwards: ReadonlySet<string>;
}

const traffic = new WeakMap<Content, Map<string, Traffic>>();

/** Countries whose law is the power's. */
const OWN: Readonly<Record<string, readonly string[]>> = {
  EU: ['PL', 'DE', 'NL', 'RO', 'HU'],
};

function trafficOf(c: Content, own: string): Traffic {
  const byPower = traffic.get(c) ?? new Map<string, Traffic>();
  traffic.set(c, byPower);
  let found = byPower.get(own);
  if (!found) {
    const owners = OWN[own] ?? [own];
    found = {
      sea: seaTraffic(c.network),
      through: shareThrough(c.network, (owner) => owners.includes(owner)),
      backwards: runsBackwards(c.network),
    };
    byPower.set(own, found);
  }
  return found;
}

/** Whether a link is a leg over an ocean: drawn as a ship's line, without freight. */
export function isOcean(spec: LinkSpec): boolean {
  return spec.mode === 'sea' && spec.km >= OCEAN_KM;
}

/** Links that a power's word closes or slows, with the strongest word. */
function restrictions(c: Content, v: View): ReadonlyMap<string, number> {
  const strict = new Map<string, number>();
  for (const spec of c.network.links) {
    if (spec.owner !== 'RU') continue;
    const corridors = new Set(
      c.network.paths.filter((p) => p.links.includes(spec.id)).map((p) => p.corridor),
    );
    corridors.delete('sea');
    if (corridors.size === 0) continue;
    // A road that several corridors share is as open as the most open of them.
    const words = [...corridors].map((corridor) => v.num[c.layout.at('status', corridor)] ?? 0);
    strict.set(spec.id, Math.min(...words));
  }
  return strict;
}

function stateOf(open: number, work: number, word: number): LinkState {
  if (open < 1) return work > 0 ? 'works' : 'unbuilt';
  if (word > 1.5) return 'closed';
  return word > 0.5 ? 'slow' : 'open';
}

function linksOf(c: Content, v: View, own: string): MapLink[] {
  const value = (word: string, id: string): number => v.num[c.layout.at(word, id)] ?? 0;
  const { sea, through, backwards } = trafficOf(c, own);
  const strict = restrictions(c, v);
  const seaBoxes = c.layout.at('boxes', 'sea');
  const seaGrowth = (v.num[seaBoxes] ?? 0) / (c.start[seaBoxes] || 1);
  const oil = new Map<string, number>();
  for (const line of c.network.lines) {
    for (const id of line.links) oil.set(id, (oil.get(id) ?? 0) + value('oil_flow', line.id));
  }
  return c.network.links.map((spec) => {
    const boxes = value('flow', spec.id);
    const project = c.projects.find((p) => p.links.includes(spec.id));
    const built = project ? value('progress', project.id) : 0;
    return {
      spec,
      state: stateOf(value('available', spec.id), built, strict.get(spec.id) ?? 0),
      built,
      boxes,
      overland: Math.max(0, boxes - (sea.get(spec.id) ?? 0) * seaGrowth),
      through: (through.get(spec.id) ?? 0) >= 0.5,
      backwards: backwards.has(spec.id),
      oil: oil.get(spec.id) ?? 0,
    };
  });
}

function nodesOf(c: Content, v: View): MapNode[] {
  const value = (word: string, id: string): number => v.num[c.layout.at(word, id)] ?? 0;
  return c.network.nodes.map((spec) => {
    const days = value('delay', spec.id);
    const free = Math.max(0, (spec.handling ?? 0) - value('relief', spec.id));
    return {
      spec,
      load: value('load', spec.id),
      capacity: value('capacity', spec.id),
      days,
      wait: Math.max(0, days - free),
    };
  });
}

/** News with a place, numbered as in the list of news. */
export function pinsOf(news: readonly News[]): readonly MapPin[] {
  return news
    .filter((one) => one.node !== undefined)
    .map((one, k) => ({ number: k + 1, node: one.node as string, news: one }))
    .slice(0, MOST_PINS);
}

function projectsOf(c: Content, v: View): MapProject[] {
  return c.projects.flatMap((spec) => {
    const share = v.num[c.layout.at('progress', spec.id)] ?? 0;
    if (share <= 0 || share >= 1) return [];
    return [{ spec, share, node: spec.nodes[0]?.id ?? null, link: spec.links[0] ?? null }];
  });
}

function touched(c: Content, orders: readonly { kind: string; params: Params }[]): MapDraft {
  const links = new Set<string>();
  const nodes = new Set<string>();
  for (const { kind, params } of orders) {
    const found = describeOrder(kind).touches(c, params);
    for (const id of found.links) links.add(id);
    for (const id of found.nodes) nodes.add(id);
  }
  return { links, nodes };
}

/** What the network looks like to a seat; null until content and view are here. */
const network = computed(() => {
  const c = content.value;
  const v = view.value;
  if (!c || !v) return null;
  const own = v.seat ?? 'KZ';
  return {
    own,
    stamp: `${v.series.length}`,
    links: linksOf(c, v, own),
    nodes: nodesOf(c, v),
    pins: pinsOf(v.report?.news ?? []),
    projects: projectsOf(c, v),
    trade: tradeOf(c, v),
    moods: moodsOf(c, v),
    holds: holdsOf(c, v),
    contracts: contractsOf(c, v),
  };
});

export const mapModel = computed<MapModel | null>(() => {
  const c = content.value;
  const now = network.value;
  if (!c || !now) return null;
  const card = cards.value.find((one) => one.kind === chosen.value);
  return {
    ...now,
    chosen: touched(c, card ? [card] : []),
    drafted: touched(c, drafts.value),
  };
});
