import { type Content, coefficient } from '../../core/content.ts';
import type { Cause } from '../../core/ledger.ts';
import { move, type RoundContext } from '../../core/round.ts';

/** What moves a level: its distance from where it stood at the start, times a weight. */
export interface Term {
  readonly at: number;
  readonly base: number;
  /** Points in the long run for one point of distance. */
  readonly weight: number;
  readonly cause: Cause;
}

/** A word that goes part of the way each round towards a level of its own, moved by terms. */
export interface Level {
  readonly at: number;
  readonly own: number;
  readonly speed: number;
  readonly habit: Cause;
  readonly terms: readonly Term[];
}

/** Reads entries, start values and coefficients of opinion by name. */
export interface Reader {
  readonly content: Content;
  k(name: string): number;
  at(word: string, ...keys: string[]): number;
  start(index: number): number;
  term(label: string, weight: number, cause: Cause): Term;
  level(label: string, speed: number, terms: readonly Term[], habit?: Cause): Level;
}

/** Cause of the way back to a level of one's own. */
const HABIT = 'mech:habit';

export function readerOf(content: Content): Reader {
  const { layout, start } = content;
  const k = (name: string): number => coefficient(content, `opinion.${name}`);
  return {
    content,
    k,
    at: (word, ...keys) => layout.at(word, ...keys),
    start: (index) => start[index] as number,
    term(label, weight, cause) {
      const at = layout.find(label);
      return { at, base: start[at] as number, weight, cause };
    },
    level(label, speed, terms, habit = HABIT) {
      const at = layout.find(label);
      // What has no weight is left out, so that it costs nothing.
      const kept = terms.filter((t) => t.weight !== 0);
      return { at, own: start[at] as number, speed, habit, terms: kept };
    },
  };
}

/** @param knows how much of each driver arrives: 1, or what a segment knows of its subject */
export function approach(ctx: RoundContext, level: Level, knows = 1): void {
  const { num, prev } = ctx;
  const { at, own, speed, habit, terms } = level;
  move(ctx, at, speed * (own - (prev[at] as number)), habit);
  const pace = speed * knows;
  for (let i = 0; i < terms.length; i += 1) {
    const t = terms[i] as Term;
    move(ctx, at, pace * t.weight * ((num[t.at] as number) - t.base), t.cause);
  }
}
