import type { Content } from '../core/content.ts';
import type { Params } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Draft, GameState, Proviso } from '../core/state.ts';
import { motionsOf, votesCost } from './motions.ts';
import { readProviso } from './provisos.ts';
import { judgeOrder, judgeSum, readOrder, type SeatScene } from './rules.ts';

/**
 * An order read and judged beside the drafts that stand before it, and so the branch in its place.
 * @param former what the draft hung on before this change
 */
export function checked(
  content: Content,
  state: GameState,
  seat: Power,
  before: readonly Draft[],
  kindId: string,
  given: Params,
  proviso?: Proviso | null,
  former?: Proviso,
): Pick<Draft, 'kind' | 'params' | 'proviso'> | Refusal {
  const order = readOrder(content, kindId, given);
  if ('code' in order) return order;
  const scene = sceneOf(content, state, seat);
  const refusal =
    judgeOrder(scene, order.kind, order.params) ??
    judgeSum(scene, before, order.kind, order.params);
  if (refusal) return refusal;
  const read = { kind: order.kind.id, params: order.params };
  if (!proviso) return read;
  const hung = readProviso({ ...scene, talks: state.talks }, before, read, proviso, former);
  return 'code' in hung ? hung : { ...read, proviso: hung };
}

/** Laying something new on the desk takes the seat's readiness back: it is no longer done. */
export function withDrafts(state: GameState, seat: Power, drafts: readonly Draft[]): GameState {
  const all = { ...state.drafts, [seat]: drafts };
  return {
    ...state,
    drafts: all,
    motions: motionsOf(all, state.round, state.motions),
    ready: state.ready.filter((p) => p !== seat),
  };
}

export function sceneOf(content: Content, state: GameState, power: Power): SeatScene {
  return {
    content,
    num: state.num,
    round: state.round,
    depth: state.depth,
    power,
    used: ownUses(state, power),
    pledged: votesCost(state.motions, power),
  };
}

/** Uses of one power, without its prefix. */
export function ownUses(state: GameState, power: Power): Readonly<Record<string, number>> {
  const prefix = `${power}:`;
  return Object.fromEntries(
    Object.entries(state.used)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
}
