import { clauseKind } from '../../clauses/index.ts';
import type { OrderScene, Params, ParamValue } from '../../core/order.ts';
import type { Depth, Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Clause } from '../../core/talk.ts';
import { fits, initialParams, orderKind } from '../../orders/index.ts';
import { openAt } from '../rules.ts';

/** An offer as the rules keep it, or why it makes none. */
export type ReadClauses = { readonly ok: true; readonly clauses: readonly Clause[] } | Refusal;

/**
 * Reads the points of an offer: grammar, who is bound, time, sense. Missing parameters take their
 * initial values. What the offer is worth is nobody's business here.
 */
export function readClauses(
  scene: OrderScene & { readonly depth: Depth },
  parties: readonly Power[],
  given: readonly Clause[],
): ReadClauses {
  const clauses: Clause[] = [];
  for (const [i, one] of given.entries()) {
    const read = readClause(scene, parties, one);
    const n = i + 1;
    if ('code' in read) return refuse('badClause', { n, why: read.code });
    if (clauses.some((c) => sameClause(c, read)))
      return refuse('badClause', { n, why: 'noChange' });
    clauses.push(read);
  }
  return { ok: true, clauses };
}

function readClause(
  scene: OrderScene & { readonly depth: Depth },
  parties: readonly Power[],
  given: Clause,
): Clause | Refusal {
  const { content } = scene;
  const kind = clauseKind(given.kind);
  if (!kind || !openAt(kind, scene.depth)) return refuse('unknownOrder');
  if (!parties.includes(given.by) || !kind.bound.includes(given.by)) return refuse('notParty');
  if (given.until < scene.round || given.until >= content.halves.length) {
    return refuse('badParameter', { param: 'until' });
  }
  if ((given.order !== undefined) !== kind.ordered)
    return refuse('badParameter', { param: 'order' });
  const params: Record<string, ParamValue> = {
    ...initialParams(kind.params, content),
    ...given.params,
  };
  for (const spec of kind.params) {
    const value = params[spec.id];
    if (!fits(spec, value, content)) return refuse('badParameter', { param: spec.id });
    if (typeof value === 'number') params[spec.id] = value + 0;
  }
  if (Object.keys(params).length !== kind.params.length) return refuse('badParameter');
  const clause: Clause = {
    kind: kind.id,
    by: given.by,
    params,
    ...(given.order
      ? { order: { kind: given.order.kind, params: plain(given.order.params) } }
      : {}),
    until: given.until,
  };
  const named = clause.order ? orderKind(clause.order.kind) : undefined;
  if (named && !openAt(named, scene.depth)) return refuse('unknownOrder');
  return kind.legal(scene, clause, parties) ?? clause;
}

/** Without −0, which JSON does not keep. */
function plain(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([id, x]) => [id, typeof x === 'number' ? x + 0 : x]),
  );
}

function sameClause(a: Clause, b: Clause): boolean {
  return (
    a.kind === b.kind &&
    a.by === b.by &&
    key(a.params) === key(b.params) &&
    orderKey(a) === orderKey(b)
  );
}

function orderKey({ order }: Clause): string {
  return order ? `${order.kind} ${key(order.params)}` : '';
}

function key(params: Params): string {
  return JSON.stringify(Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two offers say the same, in whatever order their points stand. */
export function sameClauses(a: readonly Clause[], b: readonly Clause[]): boolean {
  const told = (list: readonly Clause[]): string =>
    list
      .map((c) => `${c.kind} ${c.by} ${key(c.params)} ${orderKey(c)} ${c.until}`)
      .sort()
      .join('|');
  return told(a) === told(b);
}
