import type { Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import type { Agreement, Condition, NamedOrder } from '../../../shared/core/talk.ts';
import type { Table } from './table.ts';

/** Whether an agreement waits, through others, for itself. */
export function waitsForItself(table: Table, start: Agreement): boolean {
  const seen = new Set<string>();
  const queue = [start.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const next = table.state.talks.agreements.find((a) => a.id === id)?.clauses ?? [];
    for (const { when } of next) {
      if (when?.on !== 'agreement') continue;
      if (when.agreement === start.id) return true;
      if (!seen.has(when.agreement)) queue.push(when.agreement);
      seen.add(when.agreement);
    }
  }
  return false;
}

/**
 * The same by the plainest means: nothing contingent binds at first; again and again all whose condition
 * holds are added, until nothing more is.
 */
export function leastFixedPoint(
  { content }: Table,
  before: GameState,
  orders: readonly (NamedOrder & { readonly power: Power })[],
): ReadonlySet<string> {
  const running = before.talks.agreements.filter((a) => a.status === 'running');
  const clauses = running.flatMap((a) =>
    a.clauses.flatMap((c, i) =>
      c.final || c.until < before.round
        ? []
        : [
            {
              key: `${a.id}/${i}`,
              agreement: a.id,
              when: c.params.escrow === 'held' ? undefined : c.when,
            },
          ],
    ),
  );
  const force = new Set(clauses.filter((c) => !c.when).map((c) => c.key));
  const holds = (when: Condition): boolean => {
    if (when.on === 'indicator') {
      const x = before.num[content.layout.find('stability')] as number;
      return when.is === 'least' ? x >= when.value : x <= when.value;
    }
    if (when.on === 'order') {
      return orders.some(
        (o) =>
          o.power === when.power &&
          o.kind === when.order.kind &&
          Object.entries(when.order.params).every(([id, v]) => o.params[id] === v),
      );
    }
    return clauses.some((c) => c.agreement === when.agreement && force.has(c.key));
  };
  for (let size = -1; size !== force.size; ) {
    size = force.size;
    for (const c of clauses) if (c.when && holds(c.when)) force.add(c.key);
  }
  return new Set(clauses.filter((c) => c.when && force.has(c.key)).map((c) => c.key));
}
