import { type Content, coefficient } from '../../core/content.ts';

/**
 * Ways out of Kazakhstan that pass no Russian link: stages in a row, each with stations side by side.
 * A station counts when its link is in use.
 */
const GATES: readonly {
  readonly id: string;
  readonly stages: readonly (readonly { readonly node: string; readonly link?: string }[])[];
}[] = [
  {
    id: 'caspian',
    stages: [
      [{ node: 'aktau' }, { node: 'kuryk', link: 'kuryk--alat' }],
      [{ node: 'baku' }, { node: 'alat' }],
    ],
  },
  {
    id: 'south',
    stages: [
      [{ node: 'bolashak', link: 'bolashak--gorgan' }],
      [{ node: 'gorgan', link: 'bolashak--gorgan' }],
    ],
  },
  { id: 'china', stages: [[{ node: 'dostyk' }, { node: 'khorgos' }]] },
];

interface Station {
  readonly capacity: number;
  readonly load: number;
  /** Entry of the link's availability; −1 = always in use. */
  readonly available: number;
}

interface Gate {
  /** Part of its trains that can serve trade with the West. */
  readonly use: number;
  readonly stages: readonly (readonly Station[])[];
}

export interface CompiledGates {
  readonly gates: readonly Gate[];
  /** Trade that now passes Russia: with the EU in full, with the rest of the world in part. */
  readonly west: Int32Array;
  readonly world: Int32Array;
  /** Entries that decide how much the gates can take, in the order of the ledger. */
  readonly entries: readonly number[];
  readonly loads: readonly number[];
  readonly k: {
    readonly roads: number;
    readonly worldByRussia: number;
    readonly trainWorth: number;
  };
}

export function compileGates(content: Content): CompiledGates {
  const { layout } = content;
  const nodes = new Set(layout.dims.node);
  const links = new Set(layout.dims.link);
  const k = (name: string): number => coefficient(content, `influence.${name}`);
  const gates = GATES.map(({ id, stages }) => ({
    use: id === 'china' ? k('viaChina') : 1,
    stages: stages.map((stage) =>
      stage
        .filter(({ node, link }) => nodes.has(node) && (!link || links.has(link)))
        .map(({ node, link }) => ({
          capacity: layout.at('capacity', node),
          load: layout.at('load', node),
          available: link ? layout.at('available', link) : -1,
        })),
    ),
  }));
  const stations = gates.flatMap((g) => g.stages.flat());
  const flows = (region: string): Int32Array =>
    Int32Array.from(
      ['metals', 'food', 'goods'].flatMap((s) => [
        layout.at('value', region, 'KZ', s),
        layout.at('value', 'KZ', region, s),
      ]),
    );
  return {
    gates,
    west: flows('EU'),
    world: flows('RW'),
    entries: [
      ...new Set([
        ...stations.map((s) => s.available).filter((at) => at >= 0),
        ...stations.map((s) => s.capacity),
      ]),
    ],
    loads: stations.map((s) => s.load),
    k: { roads: k('roads'), worldByRussia: k('worldByRussia'), trainWorth: k('trainWorth') },
  };
}

/** Trains a day that the gates can still take: stations add up, stages in a row slow each other. */
export function freeTrains(c: CompiledGates, state: Float64Array): number {
  let trains = 0;
  for (const gate of c.gates) {
    let resistance = 0;
    for (const stage of gate.stages) {
      let free = 0;
      for (const s of stage) {
        const idle = 1 - (state[s.load] as number);
        const open = s.available < 0 ? 1 : (state[s.available] as number);
        if (idle > 0 && open >= 1) free += (state[s.capacity] as number) * idle;
      }
      resistance += 1 / Math.max(free, 1e-6);
    }
    trains += gate.use / resistance;
  }
  return trains;
}

/** $bn a half-year of trade that passes Russia on its way. */
export function tradeByRussia(c: CompiledGates, state: Float64Array): number {
  let west = 0;
  for (let i = 0; i < c.west.length; i += 1) west += state[c.west[i] as number] as number;
  let world = 0;
  for (let i = 0; i < c.world.length; i += 1) world += state[c.world[i] as number] as number;
  return west + c.k.worldByRussia * world;
}

/** $bn a half-year that Kazakhstan would lose were Russian roads shut: trade that the gates cannot take. */
export function roadLoss(c: CompiledGates, trade: number, trains: number): number {
  const stuck = trade - c.k.trainWorth * trains;
  return stuck > 0 ? c.k.roads * stuck : 0;
}
