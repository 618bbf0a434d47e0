/**
 * What the rules may not touch, so that a game is the same on every machine: clock, randomness,
 * locale, the page, the process, and arithmetic that engines round each in their own way.
 * Names a file declares itself (an argument called `process`) are its own business.
 */
import type { ESTree } from 'vite';
import type { Source } from './sources.ts';

/** Operations of `Math` whose result IEEE 754 or the language fixes to the last bit. */
const EXACT_MATH = new Set([
  ...['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt'],
  ...['trunc', 'E', 'LN10', 'LN2', 'LOG10E', 'LOG2E', 'PI', 'SQRT1_2', 'SQRT2'],
]);

const BANNED_NAMES = new Set([
  ...['Date', 'performance', 'Temporal', 'setTimeout', 'setInterval', 'setImmediate'],
  ...['queueMicrotask', 'requestAnimationFrame', 'crypto', 'Intl', 'Promise'],
  ...['process', 'Buffer', 'require', 'module', '__dirname', '__filename', 'globalThis', 'global'],
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'fetch'],
  ...['self', 'console', 'structuredClone', 'eval', 'Function', 'WeakRef'],
  ...['FinalizationRegistry', 'SharedArrayBuffer', 'Atomics'],
]);

const BANNED_MEMBERS = /^(toLocale\w*|localeCompare)$/;

type Node = { type: string; start: number; [key: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string';

type Visit = (node: Node, parent: Node | undefined, key: string) => void;

function walk(node: Node, visit: Visit, parent?: Node, key = ''): void {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, visit, node, name);
    }
  }
}

/** Keys under which an identifier is a mere label and not a reference to a variable. */
function isLabel(parent: Node | undefined, key: string): boolean {
  if (parent === undefined) return false;
  if (parent.computed === true) return false;
  if (parent.type === 'MemberExpression') return key === 'property';
  if (parent.type === 'TSQualifiedName') return key === 'right';
  if (parent.type === 'ImportSpecifier') return key === 'imported';
  if (parent.type === 'ExportSpecifier') return key === 'exported';
  const keyed = /^(Property|MethodDefinition|PropertyDefinition|TS(Property|Method)Signature)$/;
  return (
    (keyed.test(parent.type) && key === 'key') ||
    /^(LabeledStatement|BreakStatement|ContinueStatement|TSEnumMember)$/.test(parent.type) ||
    (parent.type === 'TSNamedTupleMember' && key === 'label')
  );
}

/** Names bound anywhere in the file: imports, variables, functions, types, arguments, patterns. */
function ownNames(program: Node): Set<string> {
  const names = new Set<string>();
  const bind = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) bind(one);
    if (!isNode(value)) return;
    if (value.type === 'Identifier') names.add(String(value.name));
    else if (value.type === 'AssignmentPattern') bind(value.left);
    else if (value.type === 'RestElement') bind(value.argument);
    else if (value.type === 'ArrayPattern') bind(value.elements);
    else if (value.type === 'ObjectPattern') bind(value.properties);
    else if (value.type === 'Property') bind(value.value);
  };
  walk(program, (node) => {
    if (node.type === 'VariableDeclarator' && node.declare !== true) bind(node.id);
    if (/^Import(Default|Namespace)?Specifier$/.test(node.type)) bind(node.local);
    if (/Function|^Class|^TSTypeAlias|^TSInterface/.test(node.type)) bind(node.id);
    if (/Function/.test(node.type)) bind(node.params);
    if (node.type === 'CatchClause') bind(node.param);
  });
  return names;
}

function memberName(node: Node): string | undefined {
  const property = node.property;
  if (!isNode(property)) return undefined;
  if (node.computed !== true && property.type === 'Identifier') return String(property.name);
  return property.type === 'Literal' ? String(property.value) : undefined;
}

/** What stands in this file that may not stand inside `shared/`, one sentence each. */
export function impurities(source: Source): string[] {
  const found: string[] = [];
  const program = source.program as ESTree.Program & Node;
  const own = ownNames(program);
  const report = (node: Node, what: string) => {
    const line = source.text.slice(0, node.start).split('\n').length;
    found.push(`${source.path}:${line} ${what}`);
  };
  walk(program, (node, parent, key) => {
    if ((node.type === 'BinaryExpression' && node.operator === '**') || node.operator === '**=') {
      report(node, 'uses ** (engines round it differently; use pow of shared/core/math.ts)');
    }
    if (node.declare === true && node.type === 'VariableDeclaration') {
      report(node, 'declares a global of the platform');
    }
    if (node.type === 'MemberExpression') {
      const name = memberName(node);
      if (name !== undefined && BANNED_MEMBERS.test(name)) report(node, `uses ${name} (locale)`);
    }
    if (node.type === 'AwaitExpression' || node.async === true) report(node, 'is asynchronous');
    if (node.type !== 'Identifier' || isLabel(parent, key)) return;
    const name = String(node.name);
    if (own.has(name)) return;
    if (name === 'Math') {
      const member = parent?.type === 'MemberExpression' ? memberName(parent) : undefined;
      if (member === undefined) report(node, 'passes Math on as a whole');
      else if (!EXACT_MATH.has(member)) report(node, `uses Math.${member}`);
    } else if (BANNED_NAMES.has(name)) {
      report(node, `uses ${name}`);
    }
  });
  return found;
}
