import jsep, { type Expression } from 'jsep';
import type { Layout } from '../../core/layout.ts';
import { WORDS } from '../../core/words.ts';

/** A compiled objective formula over the numeric state. */
export type Formula = (num: Float64Array) => number;

const WORD_IDS = new Set(WORDS.map((w) => w.id));
const DIMENSIONS = new Map(WORDS.map((w) => [w.id, w.dims.length]));

/**
 * Compiles a formula such as `0.5 * trade_share(RU) + mean(grievance)`.
 * Words stand by label; `sum`, `mean`, `abs`, `min`, `max` take expressions or whole word blocks.
 * @throws Error that quotes the formula when a word, function or operator is unknown
 */
export function compileFormula(text: string, layout: Layout): Formula {
  return compileTree(jsep(text), text, layout);
}

/** The same for a part of a longer text. Comparisons count 1 when they hold, 0 when not. */
export function compileTree(tree: Expression, text: string, layout: Layout): Formula {
  const fail = (what: string): never => {
    throw new Error(`formula "${text}": ${what}`);
  };

  /** Entries that an expression names: one for a full label, all for a word or part of its keys. */
  const entries = (e: Expression): number[] | null => {
    const id = wordId(e);
    if (!id) return null;
    const keys = e.type === 'CallExpression' ? (e.arguments as Expression[]).map(keyName) : [];
    const first = layout.at(id, ...keys);
    const n = layout.span(id, keys.length);
    return Array.from({ length: n }, (_, i) => first + i);
  };

  const keyName = (e: Expression): string =>
    e.type === 'Identifier' ? (e.name as string) : fail('a key must be a plain name');

  const wordId = (e: Expression): string | null => {
    if (e.type === 'Identifier') return WORD_IDS.has(e.name as string) ? (e.name as string) : null;
    if (e.type !== 'CallExpression') return null;
    const callee = e.callee as Expression;
    const name = callee.type === 'Identifier' ? (callee.name as string) : '';
    return WORD_IDS.has(name) ? name : null;
  };

  const terms = (list: readonly Expression[]): Formula[] =>
    list.flatMap((e) => {
      const block = entries(e);
      return block
        ? block.map(
            (i): Formula =>
              (num) =>
                num[i] as number,
          )
        : [build(e)];
    });

  const build = (e: Expression): Formula => {
    const block = entries(e);
    if (block) {
      const i = block[0] as number;
      if (block.length > 1) fail(`${wordId(e)} needs ${DIMENSIONS.get(wordId(e) as string)} keys`);
      return (num) => num[i] as number;
    }
    if (e.type === 'Literal' && typeof e.value === 'number') {
      const v = e.value;
      return () => v;
    }
    if (e.type === 'UnaryExpression' && e.operator === '-') {
      const a = build(e.argument as Expression);
      return (num) => -a(num);
    }
    if (e.type === 'BinaryExpression') {
      const a = build(e.left as Expression);
      const b = build(e.right as Expression);
      switch (e.operator) {
        case '+':
          return (num) => a(num) + b(num);
        case '-':
          return (num) => a(num) - b(num);
        case '*':
          return (num) => a(num) * b(num);
        case '/':
          return (num) => a(num) / b(num);
        case '==':
          return (num) => Number(a(num) === b(num));
        case '>':
          return (num) => Number(a(num) > b(num));
        case '>=':
          return (num) => Number(a(num) >= b(num));
        case '<':
          return (num) => Number(a(num) < b(num));
        case '<=':
          return (num) => Number(a(num) <= b(num));
        default:
          return fail(`operator ${String(e.operator)} is not known`);
      }
    }
    if (e.type === 'CallExpression') {
      const name = keyName(e.callee as Expression);
      const parts = terms(e.arguments as Expression[]);
      const first = parts[0];
      if (!first) return fail(`${name} needs an argument`);
      switch (name) {
        case 'sum':
          return (num) => total(parts, num);
        case 'mean':
          return (num) => total(parts, num) / parts.length;
        case 'abs':
          return (num) => Math.abs(first(num));
        case 'min':
          return (num) => parts.reduce((m, f) => Math.min(m, f(num)), Number.POSITIVE_INFINITY);
        case 'max':
          return (num) => parts.reduce((m, f) => Math.max(m, f(num)), Number.NEGATIVE_INFINITY);
        default:
          return fail(`${name} is no state word and no function`);
      }
    }
    return fail(`${e.type} is not allowed`);
  };

  return build(tree);
}

function total(parts: readonly Formula[], num: Float64Array): number {
  let sum = 0;
  for (const part of parts) sum += part(num);
  return sum;
}
