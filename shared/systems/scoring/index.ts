import type { Content } from '../../core/content.ts';
import { clamp } from '../../core/math.ts';
import { compileFormula, type Formula } from './formula.ts';

const compiled = new WeakMap<Content, readonly Formula[]>();

function formulas(content: Content): readonly Formula[] {
  let list = compiled.get(content);
  if (!list) {
    list = content.objectives.map((o) => compileFormula(o.formula, content.layout));
    compiled.set(content, list);
  }
  return list;
}

/** Value of every objective in a numeric state, shape [objectives], in the objectives' own units. */
export function objectiveValues(content: Content, num: Float64Array): number[] {
  return formulas(content).map((f) => f(num));
}

/** Share of the path mean in an objective; the rest is the end, valued by shadow rounds. */
export const PATH_SHARE = 0.6;

/**
 * x of an objective: 60 % mean over the rounds played, 40 % end value.
 * @param path values by round, at least one
 * @param end the end as shadow rounds of standing policy value it
 */
export function pathAndEnd(path: readonly number[], end: number): number {
  let sum = 0;
  for (const v of path) sum += v;
  return PATH_SHARE * (sum / path.length) + (1 - PATH_SHARE) * end;
}

/** s = clamp(50 + 10 (x − b) / u, 0, 100): 50 = as in history. */
export function objectiveScore(x: number, baseline: number, unit: number): number {
  return clamp(50 + (10 * (x - baseline)) / unit, 0, 100);
}
