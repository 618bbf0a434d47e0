import type { Content } from '../../../shared/core/content.ts';
import { indicatorsAt, indicatorValue } from '../../../shared/core/indicators.ts';
import type { Params } from '../../../shared/core/order.ts';
import type { Depth, Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { sceneOf } from '../../../shared/game/drafting.ts';
import { advance, createGame, previewer, viewFor } from '../../../shared/game/index.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { judgeOrder, readOrder } from '../../../shared/game/rules.ts';
import { lesson, type Values, variant } from '../economy/variant.ts';

/** The lesson without events and with drivers that stand still. */
export const still: Content = variant({});

/** A wave of protest about land that waits for an answer. */
export const WAVE: Values = { wave: 1, wave_topic: 3, 'grievance(*,land)': 30 };

/** A game in deliberation with some words set by hand; patterns such as `grievance(*,land)` are allowed. */
export function gameWith(
  words: Values = {},
  content = still,
  round = 0,
  depth: Depth = 'expert',
): GameState {
  const state = advance(content, advance(content, createGame(content, { seed: 5, depth })));
  const num = state.num.slice();
  for (const [pattern, value] of Object.entries(words)) {
    for (const at of content.layout.entries(pattern)) num[at] = value;
  }
  return { ...state, num, round };
}

/** Why a power may not give an order now; null when it may. */
export function refusalOf(
  state: GameState,
  power: Power,
  kind: string,
  params: Params,
  used: Readonly<Record<string, number>> = {},
): string | null {
  const order = readOrder(still, kind, params);
  if ('code' in order) return order.code;
  const scene = { ...sceneOf(still, state, power), used };
  return judgeOrder(scene, order.kind, order.params)?.code ?? null;
}

/** States after some rounds, with an order in the first of them and without. */
export function withAndWithout(
  state: GameState,
  power: Power,
  kind: string,
  params: Params,
  rounds = 1,
  content = still,
): { readonly given: Float64Array; readonly not: Float64Array } {
  const run = (orders: readonly { power: Power; kind: string; params: Params }[]): Float64Array => {
    let num: Float64Array = state.num;
    for (let r = 0; r < rounds; r += 1) {
      num = resolveNumbers(content, num, state.round + r, r === 0 ? orders : []).num;
    }
    return num;
  };
  return { given: run([{ power, kind, params }]), not: run([]) };
}

/** Change of a word by an order. */
export function moved(
  state: GameState,
  power: Power,
  kind: string,
  params: Params,
  label: string,
  rounds = 1,
): number {
  const { given, not } = withAndWithout(state, power, kind, params, rounds);
  const at = lesson.layout.find(label);
  return (given[at] as number) - (not[at] as number);
}

/** Largest gap between the preview of an order and what it brings when nobody else acts, in arrows' steps. */
export function previewGap(state: GameState, power: Power, kind: string, params: Params): number {
  const order = readOrder(still, kind, params);
  if ('code' in order) throw new Error(order.code);
  const seen = previewer(still, viewFor(still, state, power)).of([{ kind, params: order.params }]);
  const { given, not } = withAndWithout(state, power, kind, order.params);
  const shownAt = indicatorsAt(still, state.depth);
  const watched = [...shownAt[power], ...shownAt.shared];
  return Math.max(
    ...watched.map((indicator, i) => {
      const read = (num: Float64Array) => indicatorValue(still.layout, num, indicator.word);
      const real = read(given) - read(not);
      return Math.abs((seen.effects[i]?.soon ?? 0) - real) / indicator.step;
    }),
  );
}
