import { describe, expect, it } from 'vitest';
import type { Content } from '../../../shared/core/content.ts';
import type { OrderCost, Params } from '../../../shared/core/order.ts';
import type { Power } from '../../../shared/core/powers.ts';
import type { GameState } from '../../../shared/core/state.ts';
import { sceneOf } from '../../../shared/game/drafting.ts';
import { resolveNumbers } from '../../../shared/game/resolve.ts';
import { judgeOrder, readOrder } from '../../../shared/game/rules.ts';
import { orderKind } from '../../../shared/orders/index.ts';
import { lesson, type Values } from '../economy/variant.ts';
import { gameWith, previewGap, still } from '../opinion/scene.ts';

/** A use of an order, legal (code null) or refused. */
export interface Use {
  readonly says: string;
  readonly params: Params;
  readonly words?: Values;
  readonly used?: Readonly<Record<string, number>>;
  /** In a game with events, in this round; without it, a round without any. */
  readonly round?: number;
  readonly by?: Power;
  readonly code: string | null;
}

/** A printed effect: which way a word goes, and where it is printed how far. */
export interface Effect {
  readonly params: Params;
  readonly word: string;
  readonly sign: 1 | -1 | 0;
  readonly words?: Values;
  /** Rounds until the word is read. */
  readonly rounds?: number;
  readonly round?: number;
  /** Least and most change; in per cent of what it is without the order when `share` is set. */
  readonly size?: readonly [number, number];
  readonly share?: boolean;
}

/** The price of an order by its settings. */
export interface Price extends OrderCost {
  readonly params: Params;
  readonly words?: Values;
  readonly round?: number;
}

export interface Table {
  readonly kind: string;
  readonly power: Power;
  readonly uses: readonly Use[];
  readonly effects: readonly Effect[];
  readonly prices: readonly Price[];
  /** Words under which previews are compared with results. */
  readonly ground?: Values;
}

function contentAt(round: number | undefined): Content {
  return round === undefined ? still : lesson;
}

/** A game at the least depth that shows the kind. */
function stateAt(t: Table, words: Values | undefined, round: number | undefined): GameState {
  const depth = orderKind(t.kind)?.depth ?? 'intro';
  return { ...gameWith(words, contentAt(round), round ?? 0), depth };
}

function refusal(t: Table, use: Use): string | null {
  const content = contentAt(use.round);
  const order = readOrder(content, t.kind, use.params);
  if ('code' in order) return order.code;
  const seat = sceneOf(content, stateAt(t, use.words, use.round), use.by ?? t.power);
  const refused = judgeOrder({ ...seat, used: use.used ?? {} }, order.kind, order.params);
  return refused?.code ?? null;
}

function complete(t: Table, content: Content, params: Params): Params {
  const order = readOrder(content, t.kind, params);
  if ('code' in order) throw new Error(`${t.kind}: ${order.code}`);
  return order.params;
}

/** A word with the order and without, after some rounds in which nobody does anything else. */
function readings(t: Table, e: Effect): { given: number; not: number } {
  const content = contentAt(e.round);
  const { num: start } = stateAt(t, e.words, e.round);
  const order = { power: t.power, kind: t.kind, params: complete(t, content, e.params) };
  const at = content.layout.find(e.word);
  const run = (orders: readonly (typeof order)[]): number => {
    let num: Float64Array = start;
    for (let r = 0; r < (e.rounds ?? 1); r += 1) {
      num = resolveNumbers(content, num, (e.round ?? 0) + r, r === 0 ? orders : []).num;
    }
    return num[at] as number;
  };
  return { given: run([order]), not: run([]) };
}

/** Tests of one kind of order, from its table. */
export function tableOf(t: Table): void {
  describe(t.kind, () => {
    it.each(t.uses)('may be given or not: $says', (use) => {
      expect(refusal(t, use)).toBe(use.code);
    });

    it.each(t.effects)('$params moves $word by $sign', (e) => {
      const { given, not } = readings(t, e);
      const by = e.share ? (100 * (given - not)) / not : given - not;
      if (e.sign === 0) expect(by).toBeCloseTo(0, 9);
      else expect(e.sign * by).toBeGreaterThan(1e-5);
      if (!e.size) return;
      expect(by).toBeGreaterThanOrEqual(e.size[0]);
      expect(by).toBeLessThanOrEqual(e.size[1]);
    });

    it.each(t.prices)('$params costs $pc capital and $money $bn', (p) => {
      const content = contentAt(p.round);
      const scene = sceneOf(content, stateAt(t, p.words, p.round), t.power);
      const cost = orderKind(t.kind)?.cost(scene, t.power, complete(t, content, p.params));
      expect(cost?.pc).toBe(p.pc);
      expect(cost?.money).toBeCloseTo(p.money, 9);
    });

    it('is previewed as it comes when nobody else acts', () => {
      const state = stateAt(t, t.ground, undefined);
      const scene = sceneOf(still, state, t.power);
      const kind = orderKind(t.kind);
      if (!kind) throw new Error(`no order ${t.kind}`);
      const tried = kind
        .candidates(scene, t.power)
        .map((params) => complete(t, still, params))
        .filter((params) => judgeOrder(scene, kind, params) === null);
      expect(tried.length).toBeGreaterThan(0);
      for (const params of tried) {
        expect(previewGap(state, t.power, t.kind, params)).toBeLessThan(0.01);
      }
    });
  });
}
