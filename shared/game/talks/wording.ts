import type { Params } from '../../core/order.ts';
import type { Clause, Condition, NamedOrder } from '../../core/talk.ts';

/** Without −0, which JSON does not keep. */
export function plain(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([id, x]) => [id, typeof x === 'number' ? x + 0 : x]),
  );
}

/** Whether two clauses say the same, each until whatever round. */
export function sameClause(a: Clause, b: Clause): boolean {
  return told(a) === told(b);
}

/** Whether two offers say the same, in whatever order their points stand. */
export function sameClauses(a: readonly Clause[], b: readonly Clause[]): boolean {
  const all = (list: readonly Clause[]): string =>
    list
      .map((c) => `${told(c)} ${c.until}`)
      .sort()
      .join('|');
  return all(a) === all(b);
}

function told({ kind, by, params, order, when, text }: Clause): string {
  return JSON.stringify([
    kind,
    by,
    sorted(params),
    order ? named(order) : null,
    when ? condition(when) : null,
    text ?? null,
  ]);
}

function condition(when: Condition): unknown {
  switch (when.on) {
    case 'indicator':
      return [when.owner, when.indicator, when.is, when.value];
    case 'agreement':
      return when.agreement;
    case 'order':
      return [when.power, named(when.order)];
  }
}

function named({ kind, params }: NamedOrder): unknown {
  return [kind, sorted(params)];
}

function sorted(params: Params): unknown {
  return Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
}
