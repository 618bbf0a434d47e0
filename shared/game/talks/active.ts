import { clauseKind, matches } from '../../clauses/index.ts';
import type { BoundClause } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import { indicatorValue } from '../../core/indicators.ts';
import type { Power } from '../../core/powers.ts';
import type { Clause, Condition, NamedOrder } from '../../core/talk.ts';

/** An order of the round, with its giver. */
type Given = NamedOrder & { readonly power: Power };

/** Whether a clause binds in some rounds only: its condition decides, and is not its kind's own affair. */
export function isContingent(clause: Clause): boolean {
  return clause.when !== undefined && !clauseKind(clause.kind)?.ownsCondition?.(clause);
}

/** Whether a value stands on the right side of what a condition names; equality is enough. */
export function reaches(
  content: Content,
  num: Float64Array,
  { owner, indicator, is, value }: Extract<Condition, { on: 'indicator' }>,
): boolean {
  const known = content.indicators[owner].find((i) => i.id === indicator);
  if (!known) return false;
  const x = indicatorValue(content.layout, num, known.word);
  return is === 'least' ? x >= value : x <= value;
}

/**
 * Step 2: the clauses that bind in this round. Those without a condition do; a contingent one does when
 * its condition is true, and an agreement is in force when one of its clauses binds. Of agreements that
 * wait for each other in a circle none does: the least fixed point. Every clause is looked at once by
 * itself and once when the agreement comes into force for which it waits, so that chains of any length
 * are followed to their end.
 * @param num state that the last round left
 * @param orders orders of this round that are carried out
 */
export function inForce(
  content: Content,
  num: Float64Array,
  bound: readonly BoundClause[],
  orders: readonly Given[],
): ReadonlySet<BoundClause> {
  const force = new Set<BoundClause>();
  const agreements = new Set<string>();
  const waiting = new Map<string, BoundClause[]>();
  const enter = (clause: BoundClause): void => {
    const queue = [clause];
    for (let one = queue.pop(); one; one = queue.pop()) {
      force.add(one);
      if (one.agreement === undefined || agreements.has(one.agreement)) continue;
      agreements.add(one.agreement);
      queue.push(...(waiting.get(one.agreement) ?? []));
      waiting.delete(one.agreement);
    }
  };
  for (const clause of bound) {
    const { when } = clause;
    if (!when || !isContingent(clause)) enter(clause);
    else if (when.on === 'agreement') {
      if (agreements.has(when.agreement)) enter(clause);
      else waiting.set(when.agreement, [...(waiting.get(when.agreement) ?? []), clause]);
    } else if (when.on === 'indicator') {
      if (reaches(content, num, when)) enter(clause);
    } else if (orders.some((o) => o.power === when.power && matches(when.order, o))) enter(clause);
  }
  return force;
}

/** Which clauses bind, round after round of one course; made anew for every course. */
export class Standing {
  readonly #content: Content;
  readonly #bound: readonly BoundClause[];
  readonly #first: number;
  readonly #contingent: boolean;
  /** Last round in which each contingent clause was in force. */
  readonly #active = new Map<BoundClause, number>();

  /**
   * @param bound clauses that are not settled yet, contingent ones among them
   * @param first round for which they were gathered: in later ones what was signed in it is fresh no more
   */
  constructor(content: Content, bound: readonly BoundClause[], first: number) {
    this.#content = content;
    this.#bound = bound;
    this.#first = first;
    this.#contingent = bound.some(isContingent);
  }

  /**
   * Clauses that bind in a round; rounds are asked for one after the other. A contingent clause that did
   * not bind the round before comes into force afresh.
   * @param num state that the round before left
   */
  in(num: Float64Array, round: number, orders: readonly Given[]): readonly BoundClause[] {
    const able = this.#bound.filter((c) => c.until >= round);
    const force = this.#contingent ? inForce(this.#content, num, able, orders) : null;
    return able.flatMap((c) => {
      if (!force || !isContingent(c)) {
        return c.fresh && round !== this.#first ? { ...c, fresh: false } : c;
      }
      if (!force.has(c)) return [];
      const last = this.#active.get(c) ?? c.active;
      this.#active.set(c, round);
      return { ...c, fresh: last !== round - 1, ...(last === undefined ? {} : { active: last }) };
    });
  }
}

/** Clauses as a round has found them: what binds in it goes on to bind while its consequences are weighed. */
export function settled(bound: readonly BoundClause[]): readonly BoundClause[] {
  return bound.map((c) => {
    if (!isContingent(c)) return c;
    const { when: _, ...rest } = c;
    return rest;
  });
}
