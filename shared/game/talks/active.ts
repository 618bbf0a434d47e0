import { clauseKind, matches } from '../../clauses/index.ts';
import type { BoundClause } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import type { Clause } from '../../core/talk.ts';
import { paymentsOf } from './payments.ts';
import { type Given, reaches } from './truth.ts';

/** Whether a clause binds in some rounds only: its condition decides, and is not its kind's own affair. */
export function isContingent(clause: Clause): boolean {
  return clause.when !== undefined && !clauseKind(clause.kind)?.ownsCondition?.(clause);
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
  /** What lies in escrow under each clause after the rounds asked for so far, $bn. */
  readonly #held = new Map<BoundClause, number>();
  readonly #escrow: boolean;

  /**
   * @param bound clauses that are not settled yet, contingent ones among them
   * @param first round for which they were gathered: in later ones what was signed in it is fresh no more
   */
  constructor(content: Content, bound: readonly BoundClause[], first: number) {
    this.#content = content;
    this.#bound = bound;
    this.#first = first;
    this.#contingent = bound.some(isContingent);
    this.#escrow = bound.some((c) => c.when !== undefined && !isContingent(c));
  }

  /**
   * Clauses that bind in a round; rounds are asked for one after the other. A contingent clause that did
   * not bind the round before comes into force afresh.
   * @param num state that the round before left
   */
  in(num: Float64Array, round: number, orders: readonly Given[]): readonly BoundClause[] {
    const able = this.#bound.filter((c) => (c.last ?? c.until) >= round);
    const force = this.#contingent ? inForce(this.#content, num, able, orders) : null;
    const binding = able.flatMap((c) => {
      if (!force || !isContingent(c)) {
        const held = this.#held.get(c);
        const kept = held === undefined ? c : { ...c, held };
        return c.fresh && round !== this.#first ? { ...kept, fresh: false } : kept;
      }
      if (!force.has(c)) return [];
      const last = this.#active.get(c) ?? c.active;
      this.#active.set(c, round);
      return { ...c, fresh: last !== round - 1, ...(last === undefined ? {} : { active: last }) };
    });
    if (this.#escrow) this.#lay(num, round, orders, able, binding);
    return binding;
  }

  /** Keeps what lies in escrow for the course's next round. */
  #lay(
    num: Float64Array,
    round: number,
    orders: readonly Given[],
    able: readonly BoundClause[],
    binding: readonly BoundClause[],
  ): void {
    for (const [clause, { held, escrow }] of paymentsOf(
      this.#content,
      num,
      round,
      orders,
      binding,
    )) {
      const own = able.find((c) => c === clause || isSame(c, clause));
      if (own && escrow) this.#held.set(own, held);
    }
  }
}

/** Whether one is the other as a later round of the course has it. */
function isSame(a: BoundClause, b: BoundClause): boolean {
  return a.params === b.params && a.place === b.place && a.agreement === b.agreement;
}

/** Clauses as a round has found them: what binds in it goes on to bind while its consequences are weighed. */
export function asFound(bound: readonly BoundClause[]): readonly BoundClause[] {
  return bound.map((c) => {
    if (!isContingent(c)) return c;
    const { when: _, ...rest } = c;
    return rest;
  });
}
