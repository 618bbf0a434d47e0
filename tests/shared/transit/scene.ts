import { contentOf } from '../../../server/content.ts';
import type { Content } from '../../../shared/core/content.ts';
import { createLedger, type Ledger } from '../../../shared/core/ledger.ts';
import type { RoundContext } from '../../../shared/core/round.ts';
import { type CompiledTransit, NESTS } from '../../../shared/systems/transit/compile.ts';
import { compiledTransit } from '../../../shared/systems/transit/compiled.ts';
import { createInputs, loadPaths, readInputs } from '../../../shared/systems/transit/loading.ts';

export const content: Content = contentOf('lesson');
export const network: CompiledTransit = compiledTransit(content);
const { layout } = content;

/** The start with some words set, by label. */
export function start(words: Readonly<Record<string, number>> = {}): Float64Array {
  const num = content.start.slice();
  for (const [label, value] of Object.entries(words)) num[layout.find(label)] = value;
  return num;
}

export function read(num: Float64Array, label: string): number {
  return num[layout.find(label)] as number;
}

/** Path flows of one loading at the delays of a state. */
export function load(num: Float64Array): Float64Array {
  const inputs = createInputs(network);
  const flow = new Float64Array(network.paths);
  readInputs(network, num, inputs);
  loadPaths(network, inputs, flow);
  return flow;
}

/** Boxes of one pair in a loading. */
export function pairFlow(flow: Float64Array, pair: number): number {
  let sum = 0;
  const end = network.nestStart[(pair + 1) * NESTS] as number;
  for (let p = network.nestStart[pair * NESTS] as number; p < end; p += 1) sum += flow[p] as number;
  return sum;
}

/** What comes in less what goes out at every place, sources and sinks counted; k TEU, 0 where flow is conserved. */
export function imbalance(num: Float64Array): Map<string, number> {
  const { pairs, links } = content.network;
  const balance = new Map<string, number>();
  const add = (id: string, x: number): void => {
    balance.set(id, (balance.get(id) ?? 0) + x);
  };
  const flow = load(num);
  for (let p = 0; p < network.paths; p += 1) {
    let at = pairs[network.pairOf[p] as number]?.from as string;
    for (let i = network.linkStart[p] as number; i < (network.linkStart[p + 1] as number); i += 1) {
      const link = links[network.linkOf[i] as number];
      const next = (link?.from === at ? link.to : link?.from) as string;
      add(at, -(flow[p] as number));
      add(next, flow[p] as number);
      at = next;
    }
  }
  for (const pair of pairs) {
    const sent = pairFlow(flow, pairs.indexOf(pair));
    add(pair.from, sent);
    add(pair.to, -sent);
  }
  return balance;
}

export function context(
  prev: Float64Array,
  num: Float64Array,
  { round = 0, held = false, ledger = createLedger() }: Partial<Explained> = {},
): RoundContext & { readonly ledger: Ledger } {
  return {
    content,
    prev,
    num,
    round,
    held,
    seed: null,
    ledger,
    touched: new Map(),
    splits: [],
    news: [],
  };
}

interface Explained {
  readonly round: number;
  readonly held: boolean;
  readonly ledger: Ledger;
}

/** Largest gap between the change of some words and the sum of their ledger lines. */
export function unexplained(
  ctx: RoundContext & { readonly ledger: Ledger },
  labels: readonly string[],
): number {
  return Math.max(
    ...labels.map((label) => {
      const i = layout.find(label);
      return Math.abs(ctx.ledger.sum(i) - ((ctx.num[i] as number) - (ctx.prev[i] as number)));
    }),
  );
}

/** Every indicator that transit and energy write. */
export const EXPLAINED: readonly string[] = [
  ...layout.dims.boxes.map((b) => `boxes(${b})`),
  'transit_income',
  'toll_income(KZ)',
  'toll_income(RU)',
  'route_mix',
  'diversity',
  'subsidy_cost',
  'netback',
  'weight(CN)',
  'weight(RU)',
  'weight(EU)',
  'value(CN,KZ,energy)',
  'value(EU,KZ,energy)',
  'volume(EU,KZ,energy)',
  ...content.network.nodes.filter((n) => n.capacity !== undefined).map((n) => `delay(${n.id})`),
];
