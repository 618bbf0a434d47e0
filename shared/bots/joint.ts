import { clamp } from '../core/math.ts';
import { POWERS, type Power } from '../core/powers.ts';
import { type DraftedOrder, describeOrder, isEnough, type LegalOrder } from '../game/index.ts';
import { trustIn } from './consent.ts';
import { gainOf, type Mind } from './mind.ts';

/** What a bot expects of an act that takes several: with whom it comes about, and how likely. */
export interface Company {
  /** The same order by those who are in, or are expected to join. */
  readonly beside: readonly LegalOrder[];
  readonly chance: number;
}

/** Points of score that signing must seem to bring another before he is expected to join. */
const JOINS = 0.05;
/** Chance that somebody joins who seems to gain; less where there is no trust. */
const READY = 0.8;
const USUAL_TRUST = 60;

const known = new WeakMap<Mind, Map<string, Company>>();

/** With whom an act of several would come about; null for an order of one power or two. */
export function companyOf(mind: Mind, order: DraftedOrder): Company | null {
  if (!describeOrder(order.kind).joint?.(order.params)) return null;
  let byOrder = known.get(mind);
  if (!byOrder) {
    byOrder = new Map();
    known.set(mind, byOrder);
  }
  const key = JSON.stringify([order.kind, order.params]);
  let company = byOrder.get(key);
  if (!company) {
    company = expected(mind, order);
    byOrder.set(key, company);
  }
  return company;
}

function expected(mind: Mind, order: DraftedOrder): Company {
  const { seat, view } = mind;
  const terms = describeOrder(order.kind).joint?.(order.params);
  if (!terms) return { beside: [], chance: 1 };
  const given = (powers: readonly Power[]): readonly LegalOrder[] =>
    powers.map((power) => ({ power, kind: order.kind, params: order.params }));
  const filed = view.joint.find(
    (f) =>
      f.order.kind === order.kind &&
      Object.entries(order.params).every(([id, value]) => f.order.params[id] === value),
  );
  const inIt = (filed?.by ?? []).filter((power) => power !== seat);
  // What all would gain together decides who is expected to come.
  const all = given(POWERS.filter((power) => terms.powers.includes(power)));
  const odds = new Map<Power, number>(inIt.map((power) => [power, 1]));
  for (const power of terms.powers) {
    if (power === seat || odds.has(power) || view.ready.includes(power)) continue;
    if (gainOf(mind, power, all) < JOINS) continue;
    odds.set(power, READY * clamp(0.5 + (0.5 * trustIn(mind, power)) / USUAL_TRUST, 0, 1));
  }
  const company = [...odds.keys()];
  if (isEnough(terms, [...inIt, seat])) return { beside: given(company), chance: 1 };
  if (!isEnough(terms, [...company, seat])) return { beside: [], chance: 0 };
  let chance = 1;
  for (const power of terms.needs) chance *= power === seat ? 1 : (odds.get(power) ?? 0);
  if (terms.needs.every((power) => power === seat)) {
    // Any one of them will do.
    chance = 1 - company.reduce((none, power) => none * (1 - (odds.get(power) ?? 0)), 1);
  }
  return { beside: given(company), chance };
}
