import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { POWERS } from '../../shared/core/powers.ts';
import type { GivenOrder } from '../../shared/core/state.ts';
import { ASSETS, filesOf } from '../content.ts';

const matcher = v.object({
  power: v.picklist(POWERS),
  kind: v.string(),
  params: v.optional(
    v.record(v.string(), v.union([v.string(), v.number(), v.tuple([v.number(), v.number()])])),
  ),
});
const schema = v.object({
  note: v.string(),
  dilemmas: v.array(
    v.object({
      id: v.string(),
      power: v.picklist(POWERS),
      horns: v.tuple([v.array(matcher), v.array(matcher)]),
    }),
  ),
});
type Matcher = v.InferOutput<typeof matcher>;

/** A dilemma's two horns, each a list of orders that belong to it. */
export type Dilemma = v.InferOutput<typeof schema>['dilemmas'][number];

/** Dilemmas of a scenario's world, beside its history; none where it lists none. @throws when the file is not as it should be */
export function dilemmasOf(scenario: string): readonly Dilemma[] {
  const { history } = filesOf(scenario);
  const file = history === undefined ? null : join(ASSETS, dirname(history), 'dilemmas.json');
  if (file === null || !existsSync(file)) return [];
  return v.parse(schema, JSON.parse(readFileSync(file, 'utf8'))).dilemmas;
}

function fits(one: Matcher, order: GivenOrder): boolean {
  if (one.power !== order.power || one.kind !== order.kind) return false;
  return Object.entries(one.params ?? {}).every(([id, wanted]) => {
    const value = order.params[id];
    if (!Array.isArray(wanted)) return value === wanted;
    return typeof value === 'number' && value >= wanted[0] && value <= wanted[1];
  });
}

/**
 * Decisions of a game by horn: orders that belong to each. Where the second horn has no orders of its
 * own, a game is one decision: to do it at all, or to leave it.
 */
export function hornsOf(
  dilemma: Dilemma,
  orders: readonly GivenOrder[],
): readonly [number, number] {
  const [a, b] = dilemma.horns.map(
    (horn) => orders.filter((order) => horn.some((one) => fits(one, order))).length,
  ) as [number, number];
  if (dilemma.horns[1].length === 0) return a > 0 ? [1, 0] : [0, 1];
  return [a, b];
}
