import type { Content } from '../../core/content.ts';
import { CORRIDORS, type Corridor } from '../../core/powers.ts';
import type { CompiledTransit } from './compile.ts';
import { compiledTransit } from './compiled.ts';
import { createInputs, type LoadInputs, loadPaths, readInputs } from './loading.ts';

/** What somebody closes: whole corridors where they depend on Russia, single links, or all of a country's links. */
export interface Cut {
  readonly corridors?: readonly Corridor[];
  readonly links?: readonly string[];
  /** Country code: every link that its law holds on. */
  readonly owner?: string;
}

/** The network after a cut, in the units of the words: k TEU and $bn a half-year. */
export interface CutResult {
  /** China–Europe boxes through Kazakhstan. */
  readonly boxesKz: number;
  /** Boxes of Kazakh exports and imports that still find a way. */
  readonly ownTrade: number;
  readonly transitIncome: number;
  readonly tollIncomeKz: number;
  readonly tollIncomeRu: number;
}

interface Scratch {
  readonly inputs: LoadInputs;
  readonly flow: Float64Array;
}

const cache = new WeakMap<CompiledTransit, Scratch>();

/**
 * One loading at the delays of the state with some links closed: what is lost at once, before
 * queues and services adapt. Not a second equilibrium.
 * @param num state after the transit step (delays converged); not changed
 */
export function cutLoading(content: Content, num: Float64Array, cut: Cut): CutResult {
  const c = compiledTransit(content);
  let s = cache.get(c);
  if (!s) {
    s = { inputs: createInputs(c), flow: new Float64Array(c.paths) };
    cache.set(c, s);
  }
  readInputs(c, num, s.inputs);
  const closed = closedLinks(content, cut);
  const corridors = new Set(cut.corridors?.map((id) => CORRIDORS.indexOf(id)));
  for (let p = 0; p < c.paths; p += 1) {
    let open = !(corridors.has(c.corridor[p] as number) && c.viaRu[p]);
    for (let i = c.linkStart[p] as number; open && i < (c.linkStart[p + 1] as number); i += 1) {
      if (closed.has(c.linkOf[i] as number)) open = false;
    }
    if (!open) s.inputs.fixed[p] = Number.NEGATIVE_INFINITY;
  }
  loadPaths(c, s.inputs, s.flow);
  return summary(c, num, s.flow);
}

function closedLinks(content: Content, cut: Cut): ReadonlySet<number> {
  const closed = new Set<number>();
  const ids = new Set(cut.links);
  content.network.links.forEach((l, i) => {
    if (ids.has(l.id) || (cut.owner !== undefined && l.owner === cut.owner)) closed.add(i);
  });
  return closed;
}

function summary(c: CompiledTransit, num: Float64Array, flow: Float64Array): CutResult {
  let boxesKz = 0;
  let ownTrade = 0;
  let kz = 0;
  let ru = 0;
  for (let p = 0; p < c.paths; p += 1) {
    const f = flow[p] as number;
    const corridor = c.corridor[p] as number;
    if (c.throughKz[p]) {
      if (c.europe[p]) boxesKz += f;
      if (!c.paysKz[p]) ownTrade += f;
    }
    if (c.paysKz[p]) kz += f * (num[c.at.tollKz + corridor] as number);
    if (c.paysRu[p]) ru += f * (num[c.at.tollRu + corridor] as number);
  }
  return {
    boxesKz,
    ownTrade,
    transitIncome: c.k.background + kz * 0.5e-6,
    tollIncomeKz: kz * 0.5e-6,
    tollIncomeRu: ru * 0.5e-6,
  };
}
