import jsep, { type Expression } from 'jsep';
import type { Layout } from '../../core/layout.ts';
import { compileTree, type Formula } from './formula.ts';

/** The course of a game as a secret aim looks at it. Rows: watched values, first row = base period. */
export interface Chronicle {
  /** Shape [rounds + 1][watched]. */
  readonly play: readonly (readonly number[])[];
  /** The same in history's run under the same seed. */
  readonly usual: readonly (readonly number[])[];
  /** Orders of a kind that a power gave, or put its name to, with all of these settings. */
  given(power: string, kind: string, settings: readonly string[]): number;
  /** Own agreements with all of these powers that are in force. */
  pacts(partners: readonly string[]): number;
  /** Rounds for which the longest own agreement with all of these powers has been in force. */
  held(partners: readonly string[]): number;
}

export type Condition = (chronicle: Chronicle) => boolean;
type Value = (chronicle: Chronicle) => number;
type Row = readonly number[];

/** What is made of a watched value's course. */
const OVER: Readonly<Record<string, (values: Row) => number>> = {
  start: (values) => values[0] as number,
  end: (values) => values.at(-1) as number,
  path: (values) => {
    const played = values.length > 1 ? values.slice(1) : values;
    return played.reduce((sum, x) => sum + x, 0) / played.length;
  },
  high: (values) => Math.max(...values),
  low: (values) => Math.min(...values),
  /** Highest in the second half of the rounds played. */
  late: (values) => Math.max(...values.slice(Math.floor(values.length / 2))),
  /** Largest step down from one round to the next. */
  falls: (values) => Math.max(0, ...values.slice(1).map((x, i) => (values[i] as number) - x)),
};
const USUAL = 'usual_';

/**
 * Compiles a condition such as `end(holdup(RU)) <= 0.8 * start(holdup(RU)) && given(KZ, eeu, stall) == 0`.
 * Every formula inside `start`, `end`, `path`, `high`, `low`, `late`, `falls` is watched; with the
 * prefix `usual_` history's run is asked. `given(power, kind, settings…)`, `pacts(powers…)` and
 * `held(powers…)` count deeds.
 * @param watch takes a formula to be watched and tells its position in the rows
 * @throws Error that quotes the condition when something in it is unknown
 */
export function compileCondition(
  text: string,
  layout: Layout,
  watch: (formula: Formula) => number,
): Condition {
  const fail = (what: string): never => {
    throw new Error(`condition "${text}": ${what}`);
  };
  const name = (e: Expression): string =>
    e.type === 'Identifier'
      ? (e.name as string)
      : e.type === 'Literal'
        ? String(e.value)
        : fail('a name is expected');

  const call = (e: Expression): Value => {
    const id = name(e.callee as Expression);
    const list = e.arguments as Expression[];
    if (id === 'given') {
      const [power = '', kind = '', ...settings] = list.map(name);
      return (c) => c.given(power, kind, settings);
    }
    if (id === 'pacts' || id === 'held') {
      const partners = list.map(name);
      return (c) => c[id](partners);
    }
    const usual = id.startsWith(USUAL);
    const over = OVER[usual ? id.slice(USUAL.length) : id];
    const [inner] = list;
    if (!over || !inner || list.length !== 1) return fail(`${id} is no function of a course`);
    const at = watch(compileTree(inner, text, layout));
    return (c) => over((usual ? c.usual : c.play).map((row) => row[at] as number));
  };

  const build = (e: Expression): Value => {
    switch (e.type) {
      case 'Literal': {
        const { value } = e;
        return typeof value === 'number' ? () => value : fail('a number is expected');
      }
      case 'CallExpression':
        return call(e);
      case 'BinaryExpression':
      case 'LogicalExpression':
        return joined(
          e.operator as string,
          build(e.left as Expression),
          build(e.right as Expression),
        );
      default:
        return fail(`${e.type} is not allowed`);
    }
  };

  const joined = (operator: string, a: Value, b: Value): Value => {
    switch (operator) {
      case '&&':
        return (c) => Number(a(c) !== 0 && b(c) !== 0);
      case '||':
        return (c) => Number(a(c) !== 0 || b(c) !== 0);
      case '+':
        return (c) => a(c) + b(c);
      case '-':
        return (c) => a(c) - b(c);
      case '*':
        return (c) => a(c) * b(c);
      case '/':
        return (c) => a(c) / b(c);
      case '==':
        return (c) => Number(a(c) === b(c));
      case '>':
        return (c) => Number(a(c) > b(c));
      case '>=':
        return (c) => Number(a(c) >= b(c));
      case '<':
        return (c) => Number(a(c) < b(c));
      case '<=':
        return (c) => Number(a(c) <= b(c));
      default:
        return fail(`operator ${operator} is not known`);
    }
  };

  const value = build(jsep(text));
  return (chronicle) => value(chronicle) !== 0;
}
