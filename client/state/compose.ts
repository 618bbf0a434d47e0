import { signal } from '@preact/signals';
import type { ParamSpec, Params, ParamValue } from '../../shared/core/order.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
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
  /** The others who must sign, one to three. */
  readonly to: readonly Power[];
  readonly clauses: readonly Clause[];
  /** The proposal that it counters; null for a new one. */
  readonly counters: Proposal | null;
}

export const writing = signal<Writing | null>(null);

export function write(next: Writing | null): void {
  writing.value = next;
}

/** All who must sign an offer to others, in their usual order. */
export function partiesOf(to: readonly Power[]): readonly Power[] {
  return POWERS.filter((power) => power === seat.value || to.includes(power));
}

/**
 * Takes another power in, or leaves it out; the last one stays. Points of those who are no longer party
 * go with them.
 */
export function turnParty(power: Power): void {
  const now = writing.value;
  if (!now || now.counters) return;
  const inside = now.to.includes(power);
  const to = POWERS.filter((p) => (p === power ? !inside : now.to.includes(p)));
  if (to.length === 0) return;
  const clauses = now.clauses.filter(({ by }) => partiesOf(to).includes(by));
  writing.value = { ...now, to, clauses };
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

/**
 * Why points make no offer to others; null when they do.
 * @param self id of the offer of which they would be a new version
 */
export function refusalOf(
  to: readonly Power[],
  clauses: readonly Clause[],
  self: string | null = null,
) {
  const c = content.value;
  const v = view.value;
  return c && v?.seat ? judgeProposal(c, v, to, clauses, self) : null;
}

/** What is still to be written of a point when its other settings are weighed. */
const TO_COME: readonly unknown[] = ['escrowWhen', 'conditionHidden', 'conditionUnknown'];

/** Whether a point makes sense as far as it goes: what it hangs on and its words may still be to come. */
function makesSense(to: readonly Power[], { when, text, ...plain }: Clause): boolean {
  const owned = when && describeClause(plain.kind).ownsCondition?.(plain);
  const clause = {
    ...plain,
    ...(owned ? { when } : {}),
    ...(text === undefined ? {} : { text: 'x' }),
  };
  const refusal = refusalOf(to, [clause]);
  return refusal === null || TO_COME.includes(refusal.params?.why);
}

/** Parties of an offer that a kind of clause may bind, the others first. */
export function boundBy(kind: string, to: readonly Power[]): readonly Power[] {
  const own = seat.value;
  return own ? [...to, own].filter((power) => describeClause(kind).bound.includes(power)) : [];
}

/** Orders that a clause of this kind and obligor may name, each with its first settings. */
export function ordersFor(kind: string, by: Power, to: readonly Power[]): readonly NamedOrder[] {
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

/** A clause to begin with; null when it makes no sense between these parties. */
export function firstClause(kind: string, by: Power, to: readonly Power[]): Clause | null {
  const c = content.value;
  const now = view.value?.round ?? 0;
  const last = (c?.halves.length ?? 1) - 1;
  const described = describeClause(kind);
  const until = kind === 'consent' ? now : Math.min(last, now + STANDS - 1);
  const params: Params = Object.fromEntries(
    described.params.map((spec) => [spec.id, initialOf(spec)]),
  );
  const plain: Clause = { kind, by, params, until, ...(described.deemed ? { text: '' } : {}) };
  if (described.ordered) {
    const [order] = ordersFor(kind, by, to);
    return order ? { ...plain, order } : null;
  }
  return nearest(to, plain, described.params, TURNED);
}

/** Settings of a new point that may differ from the printed ones. */
const TURNED = 2;

/** The same point with as few other settings as make sense: the printed choice may be another power's. */
function nearest(
  to: readonly Power[],
  clause: Clause,
  specs: readonly ParamSpec[],
  turns: number,
): Clause | null {
  if (makesSense(to, clause)) return clause;
  if (turns === 0) return null;
  for (const [i, spec] of specs.entries()) {
    for (const value of triedOf(spec)) {
      const turned = withValue(clause, 'params', spec, value);
      const found = nearest(to, turned, specs.slice(i + 1), turns - 1);
      if (found) return found;
    }
  }
  return null;
}

/** Choices of a parameter, or the two ends of a slider. */
function triedOf(spec: ParamSpec): readonly ParamValue[] {
  const c = content.value;
  if (spec.type === 'number') return [spec.min, spec.max];
  return c ? spec.options(c) : [];
}

/**
 * A parameter cut to what makes sense in a clause: its choices, or the part of a slider; null when there
 * is nothing to choose.
 */
export function narrowed(to: readonly Power[], clause: Clause, spec: ParamSpec): ParamSpec | null {
  const fits = (value: ParamValue): boolean =>
    makesSense(to, withValue(clause, 'params', spec, value));
  const values = triedOf(spec).filter(fits);
  if (spec.type === 'choice') {
    return values.length < 2 ? null : { ...spec, options: () => values.map(String) };
  }
  if (values.length === 2) return spec;
  const steps = Math.round((spec.max - spec.min) / spec.step);
  const grid = Array.from({ length: steps + 1 }, (_, i) =>
    Number((spec.min + i * spec.step).toFixed(4)),
  ).filter(fits);
  const [min, max] = [grid[0], grid.at(-1)];
  return min === undefined || max === undefined || min === max ? null : { ...spec, min, max };
}

/** Kinds of clause, with their obligors, that an offer to others may have. */
export function clausesFor(to: readonly Power[]): readonly Clause[] {
  const depth = view.value?.depth ?? 'intro';
  return clauseKinds(depth).flatMap((kind) =>
    boundBy(kind, to).flatMap((by) => firstClause(kind, by, to) ?? []),
  );
}
