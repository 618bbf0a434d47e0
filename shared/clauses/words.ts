import type { BoundClause, DoneOrder, Hearing, Verdict } from '../core/clause.ts';
import type { OrderScene, Params } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import type { Chance, Clause, NamedOrder } from '../core/talk.ts';
import { fits, initialParams, orderKind } from '../orders/index.ts';

/** Whether an order is the one that was named: absent parameters mean any value. */
export function matches(named: NamedOrder, order: NamedOrder): boolean {
  return (
    named.kind === order.kind &&
    Object.entries(named.params).every(([id, value]) => order.params[id] === value)
  );
}

/** The order of the round that a power gave as named. */
export function given(
  hearing: Pick<Hearing, 'orders'>,
  power: Power,
  named: NamedOrder,
): DoneOrder | undefined {
  return hearing.orders.find((o) => o.power === power && matches(named, o));
}

/** Whether the words name an order of this power; parameters may be left out but must fit. */
export function isOrderOf(scene: OrderScene, power: Power, named: NamedOrder): boolean {
  const kind = orderKind(named.kind);
  if (!kind?.by.includes(power)) return false;
  return Object.entries(named.params).every(([id, value]) => {
    const spec = kind.params.find((p) => p.id === id);
    return spec !== undefined && fits(spec, value, scene.content);
  });
}

/** Full orders that a power may think of and that fall under the name, legal or not. */
export function ordersNamed(
  scene: OrderScene,
  power: Power,
  named: NamedOrder,
): readonly NamedOrder[] {
  const kind = orderKind(named.kind);
  if (!kind) return [];
  const { content } = scene;
  const initial = initialParams(kind.params, content);
  const complete = kind.params.every((p) => p.id in named.params);
  const settings: readonly Params[] = complete
    ? [named.params]
    : kind.candidates(scene, power).map((params) => ({ ...initial, ...params }));
  const fitting = settings
    .map((params): NamedOrder => ({ kind: kind.id, params }))
    .filter((order) => matches(named, order));
  if (fitting.length > 0) return fitting;
  return [{ kind: kind.id, params: { ...initial, ...named.params } }];
}

/** How far orders that would break a word were open to its obligor in this round. */
export function chanceOf(hearing: Hearing, power: Power, orders: readonly NamedOrder[]): Chance {
  const open = orders.filter((order) => hearing.possible(power, order));
  if (open.length === 0) return 'none';
  return open.some((order) => hearing.worth(power, order) > 0) ? 'tempted' : 'could';
}

/** The last round in which a clause binds has come. */
export function isLast(hearing: Hearing, clause: Clause): boolean {
  return hearing.round >= clause.until;
}

/** A word to leave something alone: judged each round, by what stands at its end. */
export function judgeStanding(
  hearing: Hearing,
  clause: Clause,
  holds: (num: Float64Array) => boolean,
  tempting: readonly NamedOrder[],
): Verdict {
  const chance = chanceOf(hearing, clause.by, tempting);
  if (holds(hearing.num)) return { fate: 'kept', final: isLast(hearing, clause), chance };
  // What would stand so without any deed of his is nobody's breach.
  if (!holds(hearing.without(clause.by))) {
    return { fate: 'excused', final: isLast(hearing, clause), chance };
  }
  return { fate: 'breached', final: true, chance };
}

/** A word to do something by a round: kept once it is done, judged at the deadline. */
export function judgeDeed(
  hearing: Hearing,
  clause: BoundClause,
  done: boolean,
  named: readonly NamedOrder[],
): Verdict {
  if (done) return { fate: 'kept', final: true, chance: 'tempted' };
  const chance = named.some((order) => hearing.possible(clause.by, order)) ? 'could' : 'none';
  if (!isLast(hearing, clause)) return { fate: 'pending', final: false, chance };
  const ever = chance !== 'none' || clause.chance !== 'none';
  return { fate: ever ? 'breached' : 'excused', final: true, chance };
}
