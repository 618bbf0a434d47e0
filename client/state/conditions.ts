import type { Indicator } from '../../shared/core/content.ts';
import { indicatorValue } from '../../shared/core/indicators.ts';
import type { ParamSpec } from '../../shared/core/order.ts';
import { POWERS, type Power } from '../../shared/core/powers.ts';
import type { Clause, Condition, NamedOrder } from '../../shared/core/talk.ts';
import { describeClause, orderKinds, sceneOfView } from '../../shared/game/index.ts';
import { orderToName, partiesOf, refusalOf } from './compose.ts';
import { content, round, seat, view } from './game.ts';

/** An offer being written, as far as its conditions depend on it. */
export interface Frame {
  readonly to: readonly Power[];
  /** Id of the offer of which it is a new version. */
  readonly self: string | null;
}

type On = Condition['on'];
export type IndicatorCondition = Extract<Condition, { readonly on: 'indicator' }>;

const ABOUT_CONDITION: readonly unknown[] = [
  'conditionHidden',
  'conditionUnknown',
  'conditionOrder',
  'unknownOrder',
];

/**
 * What a condition does in a clause: it `frees` money that lies in escrow, or the clause `binds` only while
 * it is true; null where the depth or the kind knows none.
 */
export function roleOf(clause: Clause): 'frees' | 'binds' | null {
  const kind = describeClause(clause.kind);
  if (kind.ownsCondition?.(clause)) return 'frees';
  const hangs = view.value?.depth === 'expert' && !kind.deemed && clause.kind !== 'consent';
  return hangs ? 'binds' : null;
}

/** Whether everybody at the table of an offer could tell whether a condition is true. */
function isTold({ to, self }: Frame, clause: Clause, when: Condition): boolean {
  const why = refusalOf(to, [{ ...clause, when }], self)?.params?.why;
  return !ABOUT_CONDITION.includes(why);
}

/** An indicator that a condition may name, with whose it is. */
export interface Gauge {
  readonly owner: Power | 'shared';
  readonly indicator: Indicator;
}

/** Indicators whose value every party may know: own ones first, those that all share last. */
export function gaugesFor(frame: Frame, clause: Clause): readonly Gauge[] {
  const c = content.value;
  if (!c) return [];
  const parties = partiesOf(frame.to);
  const owners = [
    ...parties.filter((p) => p === seat.value),
    ...parties.filter((p) => p !== seat.value),
    ...POWERS.filter((p) => !parties.includes(p)),
    'shared' as const,
  ];
  return owners.flatMap((owner) =>
    c.indicators[owner]
      .map((indicator) => ({ owner, indicator }))
      .filter((gauge) =>
        isTold(frame, clause, {
          on: 'indicator',
          owner,
          indicator: gauge.indicator.id,
          is: 'least',
          value: 0,
        }),
      ),
  );
}

/** An offer on the table or an agreement in force, by its id and its points. */
export interface Deal {
  readonly id: string;
  readonly clauses: readonly Clause[];
  readonly parties: readonly Power[];
}

/** Agreements in force, the newest first, and then offers that lie open. */
export function dealsOnTable(): readonly Deal[] {
  const { agreements = [], proposals = [] } = view.value?.talks ?? {};
  const open = proposals.filter((p) => p.status === 'open' && p.round === round.value);
  return [
    ...open.map(({ id, parties, versions }) => ({
      id,
      parties,
      clauses: versions.at(-1)?.clauses ?? [],
    })),
    ...agreements.filter(({ status }) => status === 'running').toReversed(),
  ];
}

/** Deals on which a clause may hang: every party knows of them. */
export function dealsFor(frame: Frame, clause: Clause): readonly Deal[] {
  return dealsOnTable().filter(({ id }) =>
    isTold(frame, clause, { on: 'agreement', agreement: id }),
  );
}

/** Orders of a power that a condition may name, each in any form. */
export function deedsFor(frame: Frame, clause: Clause, power: Power): readonly NamedOrder[] {
  return orderKinds()
    .map((id) => orderToName(id, false))
    .map(({ kind }): NamedOrder => ({ kind, params: {} }))
    .filter((order) => isTold(frame, clause, { on: 'order', power, order }));
}

/** Steps of an indicator by which a condition may lie above or below today's value. */
const REACH = 8;

/** Setting of the value that an indicator is to reach, in its word's unit, round as it is shown. */
export function valueSpec({ indicator }: Gauge): ParamSpec & { readonly type: 'number' } {
  const [c, v] = [content.value, view.value];
  const now = c && v?.seat ? indicatorValue(c.layout, sceneOfView(c, v).num, indicator.word) : 0;
  const least = 10 ** -indicator.decimals / Math.abs(indicator.scale);
  const step = Math.max(1, Math.round(indicator.step / 2 / least)) * least;
  const at = (k: number): number => Number((Math.round(now / least) * least + k * step).toFixed(6));
  return {
    id: 'value',
    type: 'number',
    unit: 'word',
    min: at(-2 * REACH),
    max: at(2 * REACH),
    step,
    initial: at(0),
  };
}

/** A condition of a sort to begin with; null where there is none of it. */
export function firstCondition(frame: Frame, clause: Clause, on: On): Condition | null {
  if (on === 'indicator') {
    const [gauge] = gaugesFor(frame, clause);
    if (!gauge) return null;
    const { owner, indicator } = gauge;
    const value = valueSpec(gauge).initial;
    const is = indicator.good < 0 ? 'most' : 'least';
    return { on, owner, indicator: indicator.id, is, value };
  }
  if (on === 'agreement') {
    const [deal] = dealsFor(frame, clause);
    return deal ? { on, agreement: deal.id } : null;
  }
  const others = partiesOf(frame.to).filter((power) => power !== clause.by);
  for (const power of [...others, clause.by]) {
    const [order] = deedsFor(frame, clause, power);
    if (order) return { on, power, order };
  }
  return null;
}

/** Sorts of condition of which there is one for this clause. */
export function sortsFor(frame: Frame, clause: Clause): readonly On[] {
  return (['order', 'indicator', 'agreement'] as const).filter(
    (on) => firstCondition(frame, clause, on) !== null,
  );
}

/** The same clause with the condition that it must have, and without one that it cannot have. */
export function withCondition(frame: Frame, clause: Clause): Clause {
  const role = roleOf(clause);
  if (role === null) {
    const { when: _, ...plain } = clause;
    return plain;
  }
  if (role === 'binds' || clause.when) return clause;
  const [sort] = sortsFor(frame, clause);
  const when = sort ? firstCondition(frame, clause, sort) : null;
  return when ? { ...clause, when } : clause;
}
