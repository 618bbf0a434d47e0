import type { Content } from '../../core/content.ts';
import { type Condition, compileCondition } from './condition.ts';
import type { Formula } from './formula.ts';

interface Compiled {
  readonly watched: readonly Formula[];
  readonly conditions: ReadonlyMap<string, Condition>;
}

const compiled = new WeakMap<Content, Compiled>();

function compile(content: Content): Compiled {
  let own = compiled.get(content);
  if (!own) {
    const watched: Formula[] = [];
    const watch = (formula: Formula): number => watched.push(formula) - 1;
    const conditions = new Map(
      content.secrets.map(({ id, met }) => [id, compileCondition(met, content.layout, watch)]),
    );
    own = { watched, conditions };
    compiled.set(content, own);
  }
  return own;
}

/** What secret aims look at, in one numeric state; shape [watched]. */
export function watchedValues(content: Content, num: Float64Array): number[] {
  return compile(content).watched.map((formula) => formula(num));
}

/** The condition of a secret aim. @throws Error when there is none of this name */
export function conditionOf(content: Content, id: string): Condition {
  const condition = compile(content).conditions.get(id);
  if (!condition) throw new Error(`no secret ${id}`);
  return condition;
}
