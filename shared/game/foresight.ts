import type { BoundClause } from '../core/clause.ts';
import type { Content } from '../core/content.ts';
import { objectiveValues } from '../systems/scoring/index.ts';
import { lookAhead } from './lookahead.ts';
import type { LegalOrder } from './resolve.ts';
import { Standing } from './talks/active.ts';

/** What a believed course brings against one on which nothing is ordered. */
export interface Outcome {
  /**
   * Change of every objective after so many rounds, 0 = this one, in points of its score before they
   * are cut to 0..100; shape [objectives]. Computed as far as somebody looks.
   */
  shift(rounds: number): readonly number[];
}

/** Points of an objective's score for one unit. */
const POINTS = 10;

/** Looks ahead from one believed state: drivers stand still, nobody orders anything later. */
export class Foresight {
  readonly #content: Content;
  readonly #believed: Float64Array;
  readonly #round: number;
  readonly #running: readonly BoundClause[];
  readonly #still: Course;

  /** @param running clauses that bind whatever is ordered */
  constructor(
    content: Content,
    believed: Float64Array,
    round: number,
    running: readonly BoundClause[],
  ) {
    this.#content = content;
    this.#believed = believed;
    this.#round = round;
    this.#running = running;
    this.#still = new Course(content, believed, round, [], running);
  }

  outcome(orders: readonly LegalOrder[], bound: readonly BoundClause[]): Outcome {
    const { objectives } = this.#content;
    const standing = bound.length > 0 ? [...this.#running, ...bound] : this.#running;
    const moved = new Course(this.#content, this.#believed, this.#round, orders, standing);
    const shifts: number[][] = [];
    return {
      shift: (rounds) => {
        for (let i = shifts.length; i <= rounds; i += 1) {
          const a = this.#still.objectives(i);
          const b = moved.objectives(i);
          shifts.push(
            objectives.map((o, k) => (POINTS / o.unit) * ((b[k] as number) - (a[k] as number))),
          );
        }
        return shifts[rounds] as number[];
      },
    };
  }
}

/** A believed course, resolved no further than it is asked about. */
class Course {
  readonly #content: Content;
  readonly #round: number;
  readonly #orders: readonly LegalOrder[];
  readonly #standing: Standing;
  readonly #objectives: number[][] = [];
  #num: Float64Array;
  #spare: Float64Array | null = null;

  constructor(
    content: Content,
    believed: Float64Array,
    round: number,
    orders: readonly LegalOrder[],
    bound: readonly BoundClause[],
  ) {
    this.#content = content;
    this.#num = believed;
    this.#round = round;
    this.#orders = orders;
    this.#standing = new Standing(content, bound, round);
  }

  objectives(rounds: number): readonly number[] {
    for (let i = this.#objectives.length; i <= rounds; i += 1) {
      const into = this.#spare ?? new Float64Array(this.#num.length);
      lookAhead(this.#content, this.#num, this.#round, i, this.#orders, this.#standing, into);
      // The believed state belongs to the caller; from then on two buffers take turns.
      this.#spare = i === 0 ? null : this.#num;
      this.#num = into;
      this.#objectives.push(objectiveValues(this.#content, into));
    }
    return this.#objectives[rounds] as number[];
  }
}
