import { signal } from '@preact/signals';
import type { ParamSpec, Params, ParamValue } from '../../shared/core/order.ts';
import type { Power } from '../../shared/core/powers.ts';
import { type Clause, type NamedOrder, type Proposal, VOTE } from '../../shared/core/talk.ts';
import {
  clauseKinds,
  describeClause,
  describeOrder,
  judgeProposal,
  openParams,
  orderKinds,
  type Slider,
} from '../../shared/game/index.ts';
import { content, seat, view } from './game.ts';

/** An offer being written: to whom, what, and against which proposal. */
export interface Writing {
  readonly to: Power;
  readonly clauses: readonly Clause[];
  /** The proposal that it counters; null for a new one. */
  readonly counters: Proposal | null;
}

export const writing = signal<Writing | null>(null);

export function write(next: Writing | null): void {
  writing.value = next;
}

export function setClause(index: number, clause: Clause): void {
  const now = writing.value;
  if (now) writing.value = { ...now, clauses: now.clauses.with(index, clause) };
}

export function addClause(clause: Clause): void {
  const now = writing.value;
  if (now) writing.value = { ...now, clauses: [...now.clauses, clause] };
}

export function dropClause(index: number): void {
  const now = writing.value;
  if (now) writing.value = { ...now, clauses: now.clauses.filter((_, i) => i !== index) };
}

/** What stands under a slider of an offer now. */
export function settingOf(clauses: readonly Clause[], { clause, where, spec }: Slider): ParamValue {
  const one = clauses[clause];
  if (!one) return spec.initial;
  if (where === 'until') return one.until;
  const params = where === 'params' ? one.params : one.order?.params;
  return params?.[spec.id] ?? spec.initial;
}

/** The same offer with one setting changed. */
export function withSetting(
  clauses: readonly Clause[],
  { clause, where, spec }: Slider,
  value: ParamValue,
): readonly Clause[] {
  const one = clauses[clause];
  return one ? clauses.with(clause, withValue(one, where, spec, value)) : clauses;
}

export function withValue(
  clause: Clause,
  where: Slider['where'],
  spec: ParamSpec,
  value: ParamValue,
): Clause {
  if (where === 'until') return { ...clause, until: Number(value) };
  if (where === 'params') return { ...clause, params: { ...clause.params, [spec.id]: value } };
  const order = clause.order ?? { kind: '', params: {} };
  return { ...clause, order: { ...order, params: { ...order.params, [spec.id]: value } } };
}

/** Rounds for which a new clause is meant to bind, this one included. */
const STANDS = 2;

/** The initial value of a parameter among the choices that this scenario has. */
function initialOf(spec: ParamSpec): ParamValue {
  const c = content.value;
  if (spec.type === 'number' || !c) return spec.initial;
  const options = spec.options(c);
  return options.includes(spec.initial) ? spec.initial : (options[0] ?? '');
}

/** Settings by which an order is named: which road or project it is about, and what this depth leaves open. */
export function namingSpecs(kind: string): readonly ParamSpec[] {
  const described = describeOrder(kind);
  const limits = content.value?.limits[view.value?.depth ?? 'intro'];
  const open = limits ? openParams(described, limits) : [];
  return described.params.filter(
    (spec) => open.includes(spec) || (spec.type === 'choice' && spec.names !== 'option'),
  );
}

/** An order to be named in a clause or a warning, with the settings that it starts from. */
export function orderToName(kind: string, all: boolean): NamedOrder {
  const specs = all ? describeOrder(kind).params : namingSpecs(kind);
  return { kind, params: Object.fromEntries(specs.map((spec) => [spec.id, initialOf(spec)])) };
}

/** Why points make no offer to a partner; null when they do. */
export function refusalOf(to: Power, clauses: readonly Clause[]) {
  const c = content.value;
  const v = view.value;
  return c && v?.seat ? judgeProposal(c, v, [to], clauses) : null;
}

function makesSense(to: Power, clause: Clause): boolean {
  return refusalOf(to, [clause]) === null;
}

/** Parties of an offer to a partner that a kind of clause may bind. */
export function boundBy(kind: string, to: Power): readonly Power[] {
  const own = seat.value;
  return own ? [to, own].filter((power) => describeClause(kind).bound.includes(power)) : [];
}

/** Orders that a clause of this kind and obligor may name, each with its first settings. */
export function ordersFor(kind: string, by: Power, to: Power): readonly NamedOrder[] {
  const until = view.value?.round ?? 0;
  const named = orderKinds().map((id): NamedOrder => {
    if (kind === 'pledge_not') return { kind: id, params: {} };
    return orderToName(id, kind === 'consent');
  });
  const votes =
    kind === 'pledge_do'
      ? orderKinds()
          .filter((id) => describeOrder(id).motion)
          .map((motion): NamedOrder => ({ kind: VOTE, params: { motion, vote: 'yes' } }))
      : [];
  return [...named, ...votes].filter((order) =>
    makesSense(to, { kind, by, params: {}, order, until }),
  );
}

/** A clause to begin with; null when it makes no sense between these two. */
export function firstClause(kind: string, by: Power, to: Power): Clause | null {
  const c = content.value;
  const now = view.value?.round ?? 0;
  const last = (c?.halves.length ?? 1) - 1;
  const described = describeClause(kind);
  const until = kind === 'consent' ? now : Math.min(last, now + STANDS - 1);
  const params: Params = Object.fromEntries(
    described.params.map((spec) => [spec.id, initialOf(spec)]),
  );
  const plain: Clause = { kind, by, params, until };
  if (described.ordered) {
    const [order] = ordersFor(kind, by, to);
    return order ? { ...plain, order } : null;
  }
  if (makesSense(to, plain)) return plain;
  // The printed choice may be another power's: the first that is this one's.
  for (const spec of described.params) {
    const option = choicesOf(to, plain, spec)[0];
    if (option !== undefined) return withValue(plain, 'params', spec, option);
  }
  return null;
}

/** Values of a parameter that make sense in a clause: choices, or the two ends of a slider. */
export function choicesOf(to: Power, clause: Clause, spec: ParamSpec): readonly ParamValue[] {
  const c = content.value;
  if (!c) return [];
  const all: readonly ParamValue[] =
    spec.type === 'choice' ? spec.options(c) : [spec.min, spec.max];
  return all.filter((value) => makesSense(to, withValue(clause, 'params', spec, value)));
}

/** Kinds of clause, with their obligors, that an offer to a partner may have. */
export function clausesFor(to: Power): readonly Clause[] {
  const depth = view.value?.depth ?? 'intro';
  return clauseKinds(depth).flatMap((kind) =>
    boundBy(kind, to).flatMap((by) => firstClause(kind, by, to) ?? []),
  );
}
