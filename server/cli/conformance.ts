import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Content } from '../../shared/core/content.ts';
import { POWERS } from '../../shared/core/powers.ts';
import { resolveNumbers } from '../../shared/game/resolve.ts';
import { compileFormula } from '../../shared/systems/scoring/formula.ts';

/**
 * Claims of the source paper as cases in data: a small situation, with and without the cause, the word
 * looked at and the sign expected. A case must lose its effect when a coefficient that carries it is
 * off, so that no claim rests on a decoration.
 */

const values = v.record(v.string(), v.number());
const order = v.strictObject({
  power: v.picklist(POWERS),
  kind: v.string(),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
});
const rounds = v.array(v.array(order));
const situation = v.strictObject({
  /** Words set by hand before the first round; what the model calls usual stays as it was. */
  words: v.optional(values, {}),
  /** Drivers from outside in every round; the others stand at the base period. */
  drivers: v.optional(values, {}),
  /** Orders by round. */
  orders: v.optional(rounds, []),
});

const caseSchema = v.strictObject({
  claim: v.pipe(v.string(), v.regex(/^C\d\d$/)),
  title: v.string(),
  /** Holds with and without the cause. */
  ground: v.optional(situation, {}),
  cause: situation,
  /** A state word or a formula over state words, read after the last round. */
  word: v.string(),
  sign: v.picklist([1, -1] as const),
  /** Rounds until the word is read: 1 = at once. */
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Coefficients that carry the claim, each tried alone. */
  carriers: v.pipe(v.array(v.string()), v.minLength(1)),
  /** Other channels of the same cause, off in all runs. */
  shut: v.optional(v.array(v.string()), []),
});

export type ClaimCase = v.InferOutput<typeof caseSchema>;

const fileSchema = v.strictObject({ cases: v.array(caseSchema) });
const listSchema = v.strictObject({ carried: v.array(v.string()) });
/** The file that lists the claims which the rules of the lesson carry, whatever cases there are. */
const LIST = 'carried.json';

export interface Claims {
  /** Claims that need a case. */
  readonly carried: readonly string[];
  readonly cases: readonly ClaimCase[];
}

/** The list and all case files of a folder. @throws Error when one is not in form, or a case is not on the list */
export function readClaims(folder: URL): Claims {
  const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const { carried } = v.parse(listSchema, json(LIST));
  const cases = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== LIST)
    .sort()
    .flatMap((name) => v.parse(fileSchema, json(name)).cases);
  const stray = cases.find((c) => !carried.includes(c.claim));
  if (stray) throw new Error(`${stray.claim} has a case but is not on the list`);
  return { carried, cases };
}

/** A mechanism is off at zero, an elasticity of substitution at one. */
function off(name: string): number {
  return name.includes('sigma') ? 1 : 0;
}

/** Content without events, its drivers at the base period, some coefficients off. */
function bare(lesson: Content, without: readonly string[], c: ClaimCase, caused: boolean): Content {
  for (const name of without) {
    if (!(name in lesson.coefficients)) throw new Error(`${c.claim}: no coefficient ${name}`);
  }
  const given = { ...c.ground.drivers, ...(caused ? c.cause.drivers : {}) };
  for (const label of Object.keys(given)) lesson.layout.find(label);
  const row = Float64Array.from(lesson.driverAt, (at) => {
    const label = lesson.layout.label[at] as string;
    return given[label] ?? (lesson.start[at] as number);
  });
  return {
    ...lesson,
    coefficients: {
      ...lesson.coefficients,
      ...Object.fromEntries(without.map((name) => [name, off(name)])),
    },
    drivers: lesson.halves.map(() => row),
    events: [],
  };
}

function run(content: Content, c: ClaimCase, caused: boolean): number {
  const { layout } = content;
  let num: Float64Array = content.start.slice();
  const words = { ...c.ground.words, ...(caused ? c.cause.words : {}) };
  for (const [pattern, value] of Object.entries(words)) {
    for (const at of layout.entries(pattern)) num[at] = value;
  }
  for (let round = 0; round < c.rounds; round += 1) {
    const orders = [
      ...(c.ground.orders?.[round] ?? []),
      ...(caused ? (c.cause.orders[round] ?? []) : []),
    ];
    num = resolveNumbers(content, num, round, orders, { free: true }).num;
  }
  return compileFormula(c.word, layout)(num);
}

/** Change of the case's word by its cause, with some coefficients off in both runs. */
export function effectOf(lesson: Content, c: ClaimCase, without: readonly string[] = []): number {
  const names = [...c.shut, ...without];
  return run(bare(lesson, names, c, true), c, true) - run(bare(lesson, names, c, false), c, false);
}

/** Below this an effect is rounding. */
const NOTHING = 1e-6;

/** Why a case does not hold; null when it does. */
export function failureOf(lesson: Content, c: ClaimCase): string | null {
  const effect = c.sign * effectOf(lesson, c);
  if (effect <= NOTHING) return `has the effect ${c.sign * effect}`;
  for (const name of c.carriers) {
    const left = c.sign * effectOf(lesson, c, [name]);
    if (left >= NOTHING) return `keeps ${left} of ${effect} without ${name}`;
  }
  return null;
}
