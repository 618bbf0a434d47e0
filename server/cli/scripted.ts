import type { Content } from '../../shared/core/content.ts';
import type { Vote } from '../../shared/core/motion.ts';
import { byPower, type Depth, POWERS, type Power } from '../../shared/core/powers.ts';
import { draw } from '../../shared/core/random.ts';
import { baselineOf, endValues } from '../../shared/game/baseline.ts';
import { LOST_UNSIGNED } from '../../shared/game/index.ts';
import { type Fee, type LegalOrder, resolveNumbers } from '../../shared/game/resolve.ts';
import {
  type DraftedOrder,
  judgeOrder,
  judgeSum,
  openAt,
  readOrder,
  type SeatScene,
  slotsTaken,
  useKey,
} from '../../shared/game/rules.ts';
import { scoresAgainst } from '../../shared/game/scores.ts';
import { orderKind, ordersOf } from '../../shared/orders/index.ts';
import { objectiveValues } from '../../shared/systems/scoring/index.ts';

/**
 * A scripted policy: what a power would like to order in each round, best first, and what it signs and
 * votes for. It looks at nothing but what is legal, so thousands of games are played in a minute.
 */
export interface Policy {
  readonly id: string;
  /** Orders that it gives in a round at most, as far as the depth lets it. */
  readonly orders: number;
  wishes(round: number): readonly DraftedOrder[];
  /** Whether it puts its name to an order of another. */
  signs(order: DraftedOrder): boolean;
  vote(kind: string): Vote;
}

/** Every setting that the kinds of a power name as worth trying, and the ends of their sliders. */
export function settingsOf(content: Content, depth: Depth, power: Power): readonly DraftedOrder[] {
  const scene = { content, num: content.start, round: 0 };
  const seen = new Map<string, DraftedOrder>();
  for (const kind of ordersOf(power)) {
    if (!openAt(kind, depth)) continue;
    const tried = kind.candidates(scene, power);
    const ends = kind.params.flatMap((spec) =>
      (spec.type === 'number' ? [spec.min, spec.max] : spec.options(content)).map((value) => ({
        ...tried[0],
        [spec.id]: value,
      })),
    );
    for (const params of [...tried, ...ends]) {
      const order = readOrder(content, kind.id, params);
      if ('code' in order) continue;
      const one = { kind: kind.id, params: order.params };
      seen.set(JSON.stringify(one), one);
    }
  }
  return [...seen.values()];
}

/** A policy that always wants the same, in this order of preference. */
export function fixedPolicy(id: string, wishes: readonly DraftedOrder[]): Policy {
  return {
    id,
    orders: Number.POSITIVE_INFINITY,
    wishes: () => wishes,
    signs: () => true,
    vote: () => 'yes',
  };
}

/**
 * A policy by lot, the same for the same key: one preference for the whole game or another in every
 * round, one to three orders a round, and its own mind about what others offer.
 */
export function drawnPolicy(settings: readonly DraftedOrder[], power: Power, key: number): Policy {
  const chance = (round: number, what: string, id: string): number =>
    draw(key, round, `policy:${what}`, `${power}:${id}`);
  const steady = chance(0, 'steady', '') < 0.5;
  const kinds = [...new Set(settings.map(({ kind }) => kind))];
  const ranking = (round: number): readonly DraftedOrder[] => {
    // Kinds are ranked first, so that one with many settings comes up no more often than another.
    const ranked = [...kinds].sort((a, b) => chance(round, 'kind', a) - chance(round, 'kind', b));
    return ranked.flatMap((kind) => {
      const own = settings.filter((o) => o.kind === kind);
      const at = Math.floor(chance(round, 'setting', kind) * own.length);
      return [...own.slice(at), ...own.slice(0, at)];
    });
  };
  const always = steady ? ranking(0) : null;
  return {
    id: String(key),
    orders: 1 + Math.floor(chance(0, 'orders', '') * 3),
    wishes: (round) => always ?? ranking(round),
    signs: ({ kind }) => chance(0, 'signs', kind) < 0.5,
    vote: (kind) => (chance(0, 'votes', kind) < 0.6 ? 'yes' : 'no'),
  };
}

/** Scores of a game between policies; null plays what history's power did. */
export function playScripted(
  content: Content,
  depth: Depth,
  policies: Readonly<Record<Power, Policy | null>>,
  seed: number,
): Readonly<Record<Power, number>> {
  let num: Float64Array = content.start;
  const used = byPower((): Record<string, number> => ({}));
  const path: number[][] = [];
  content.halves.forEach((_, round) => {
    const orders: LegalOrder[] = [];
    const free: LegalOrder[] = [];
    const fees: Fee[] = [];
    for (const power of POWERS) {
      const policy = policies[power];
      if (!policy) {
        free.push(...(content.history[round] ?? []).filter((o) => o.power === power));
        continue;
      }
      const scene: SeatScene = { content, num, round, depth, power, used: used[power] };
      for (const order of chosen(scene, policy)) {
        const kind = orderKind(order.kind);
        if (!kind) continue;
        const unsigned = (kind.partners?.(order.params) ?? []).some(
          (partner) => partner !== power && !(policies[partner]?.signs(order) ?? true),
        );
        if (unsigned) {
          const pc = LOST_UNSIGNED * kind.cost(scene, power, order.params).pc;
          fees.push({ power, pc, cause: 'mech:unsigned' });
          continue;
        }
        used[power][useKey(kind, order.params)] = round;
        orders.push({ power, ...order, votes: votesOn(policies, order.kind) });
      }
    }
    num = resolveNumbers(content, num, round, [...orders, ...free], { seed, fees }).num;
    path.push(objectiveValues(content, num));
  });
  const end = endValues(content, num, path.length - 1);
  const scores = scoresAgainst(content, path, end, baselineOf(content, seed));
  return byPower((power) => scores[power].score);
}

function votesOn(
  policies: Readonly<Record<Power, Policy | null>>,
  kind: string,
): Partial<Record<Power, Vote>> {
  return Object.fromEntries(POWERS.map((p) => [p, policies[p]?.vote(kind) ?? 'yes']));
}

/** The first legal wishes that fit beside each other. */
function chosen(scene: SeatScene, policy: Policy): readonly DraftedOrder[] {
  const most = Math.min(policy.orders, scene.content.limits[scene.depth].orders);
  const own: DraftedOrder[] = [];
  for (const order of policy.wishes(scene.round)) {
    const kind = orderKind(order.kind);
    if (!kind) continue;
    if (!kind.reaction?.(order.params) && slotsTaken(own) >= most) continue;
    if (judgeOrder(scene, kind, order.params) ?? judgeSum(scene, own, kind, order.params)) continue;
    own.push(order);
  }
  return own;
}
