import type { Content } from '../../shared/core/content.ts';
import { byPower, type Depth, type Power } from '../../shared/core/powers.ts';
import { draw, drawInt } from '../../shared/core/random.ts';
import { type DraftedOrder, scoresOf } from '../../shared/game/index.ts';
import { contentOf } from '../content.ts';
import { dilemmasOf, hornsOf } from './horns.ts';
import { playGame, type Skill } from './play.ts';
import { drawnPolicy, fixedPolicy, type Policy, playScripted, settingsOf } from './scripted.ts';

/** A fixed plan by its number: the first are single orders over and over, the rest are drawn. */
export interface Plan {
  readonly power: Power;
  readonly number: number;
}

/** Plans that are tried under some seeds, or bots' games, as pieces of work for a thread. */
export type Task = { readonly scenario: string; readonly depth: Depth } & (
  | { readonly type: 'plans'; readonly plans: readonly Plan[]; readonly seeds: readonly number[] }
  | { readonly type: 'table'; readonly plan: Plan | null; readonly seed: number }
);

export type Found =
  | { readonly type: 'plans'; readonly means: readonly number[] }
  | {
      readonly type: 'table';
      readonly score: Readonly<Record<Power, number>>;
      /** Decisions for the first and the second horn, by dilemma. */
      readonly horns: Readonly<Record<string, readonly [number, number]>>;
    };

const settingsKept = new Map<string, readonly DraftedOrder[]>();

function settings(content: Content, depth: Depth, power: Power): readonly DraftedOrder[] {
  const key = `${content.id}:${depth}:${power}`;
  let list = settingsKept.get(key);
  if (!list) {
    list = settingsOf(content, depth, power);
    settingsKept.set(key, list);
  }
  return list;
}

/** Single orders that a power may repeat: as many plans as it has settings. */
export function spamCount(content: Content, depth: Depth, power: Power): number {
  return settings(content, depth, power).length;
}

/** The policy behind a plan's number. */
export function policyOf(content: Content, depth: Depth, { power, number }: Plan): Policy {
  const all = settings(content, depth, power);
  const spam = all[number];
  if (spam) return fixedPolicy(nameOf(spam), [spam]);
  // Half of the drawn plans repeat a few orders, half have a mind of their own in every round.
  if (draw(number, 0, 'plan:few', power) < 0.5) {
    const count = 2 + drawInt(number, 0, 'plan:count', power, 3);
    const few = Array.from(
      { length: count },
      (_, i) => all[drawInt(number, i, 'plan:order', power, all.length)] as DraftedOrder,
    );
    return fixedPolicy(few.map(nameOf).join(' + '), few);
  }
  return drawnPolicy(all, power, number);
}

function nameOf({ kind, params }: DraftedOrder): string {
  return `${kind}(${Object.values(params).join(', ')})`;
}

export function work(task: Task): Found {
  const { scenario, depth } = task;
  const content = contentOf(scenario);
  if (task.type === 'plans') {
    return {
      type: 'plans',
      means: task.plans.map((plan) => {
        const own = policyOf(content, depth, plan);
        const others = byPower((p) => (p === plan.power ? own : null));
        const scores = task.seeds.map(
          (seed) => playScripted(content, depth, others, seed)[plan.power],
        );
        return scores.reduce((a, b) => a + b, 0) / scores.length;
      }),
    };
  }
  const { plan, seed } = task;
  const seats = byPower((p): Skill | Policy =>
    plan?.power === p ? policyOf(content, depth, plan) : 'easy',
  );
  const { state } = playGame(content, depth, seed, seats, () => 0);
  const scores = scoresOf(content, state);
  const dilemmas = dilemmasOf(scenario);
  const given = state.past.flatMap(({ orders }) => orders);
  const horns = Object.fromEntries(dilemmas.map((d) => [d.id, hornsOf(d, given)]));
  return { type: 'table', score: byPower((p) => scores[p].score), horns };
}
