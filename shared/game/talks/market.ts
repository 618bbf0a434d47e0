import { CLAUSES } from '../../clauses/index.ts';
import { type Content, coefficient } from '../../core/content.ts';
import { byPower, POWERS, type Power } from '../../core/powers.ts';
import type { Clause, NamedOrder } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { initialParams, ordersOf } from '../../orders/index.ts';
import { sceneOfView } from '../preview.ts';
import { costOf, judgeOrder, judgeSum, openAt, type SeatScene } from '../rules.ts';
import { type Outlook, outlook } from './outlook.ts';

/** What powers might put their names to, each point by itself or several that go together. */
export interface Word {
  readonly clauses: readonly Clause[];
  /** Those whom it binds. */
  readonly by: readonly Power[];
  /** Points of score that it brings each power, the price of those whom it binds taken off. */
  readonly net: Readonly<Record<Power, number>>;
}

/** Words among some powers, as one seat believes what they would bring. */
export interface Market {
  /** Words that bind `by`, and perhaps others of `parties`, and that somebody of them would like to have. */
  wordsOf(by: Power, parties: readonly Power[]): readonly Word[];
}

/** Most settings of one order that are weighed. */
const SETTINGS = 3;
/** Share of a deed's worth that still counts when its giver seems to want it himself. */
const ANYHOW = 0.4;
/** Chance that somebody gives in to what would serve him. */
const TEMPTED = 0.5;
/** Rounds for which a standing word is given. */
const STANDS = 2;

const markets = new WeakMap<Outlook, Map<string, Market>>();

/** @throws Error for a spectator */
export function marketOf(content: Content, view: View): Market {
  const look = outlook(content, view);
  const scene = sceneOfView(content, view);
  let known = markets.get(look);
  if (!known) {
    known = new Map();
    markets.set(look, known);
  }
  // Beside what is believed, words depend on what the seat may order.
  const key = JSON.stringify([scene.depth, scene.used, scene.pledged]);
  let market = known.get(key);
  if (!market) {
    market = newMarket(look, scene);
    known.set(key, market);
  }
  return market;
}

function newMarket(look: Outlook, scene: SeatScene): Market {
  const known = new Map<string, readonly Word[]>();
  return {
    wordsOf(by, parties) {
      const key = `${by}>${parties.join()}`;
      let words = known.get(key);
      if (!words) {
        words = [...deeds(look, scene, by, parties), ...suggested(look, scene, by, parties)];
        known.set(key, words);
      }
      return words;
    },
  };
}

/** Last round of something that is to stand for so many more. */
function untilOf({ content, round }: SeatScene, rounds: number): number {
  return Math.min(content.halves.length - 1, round + rounds);
}

/** Orders to give, and those to leave alone; acts of several by all of them together. */
function deeds(
  look: Outlook,
  scene: SeatScene,
  by: Power,
  parties: readonly Power[],
): readonly Word[] {
  const { content } = scene;
  const others = parties.filter((p) => p !== by);
  const other: SeatScene =
    by === scene.power ? scene : { ...scene, power: by, used: {}, num: scene.num };
  const words: Word[] = [];
  for (const kind of ordersOf(by)) {
    if (!openAt(kind, scene.depth)) continue;
    const settings = kind
      .candidates(other, by)
      .map((params) => ({ ...initialParams(kind.params, content), ...params }))
      .filter((params) => {
        if (kind.reaction?.(params)) return false;
        const third = kind.partners?.(params).some((p) => !parties.includes(p));
        if (third || judgeOrder(other, kind, params)) return false;
        return by !== scene.power || judgeSum(other, [], kind, params) === null;
      });
    for (const params of spread(settings)) {
      const order: NamedOrder = { kind: kind.id, params };
      const terms = kind.joint?.(params);
      const givers = terms ? parties.filter((p) => terms.powers.includes(p)) : [by];
      if (terms && !terms.needs.every((p) => givers.includes(p))) continue;
      if (givers.length < (terms?.least ?? 1)) continue;
      const gains = look.gainsOf(givers.map((power) => ({ power, ...order })));
      const pc = costOf(other, [order]).pc * coefficient(content, 'talks.capitalWorth');
      const word = worded(scene, order, givers, others, gains, pc);
      if (word) words.push(word);
    }
  }
  return words;
}

/** A word on an order by what the others feel of it; null when it is none of their business. */
function worded(
  scene: SeatScene,
  order: NamedOrder,
  givers: readonly Power[],
  others: readonly Power[],
  gains: Readonly<Record<Power, number>>,
  pc: number,
): Word | null {
  const felt = others.reduce((sum, p) => sum + gains[p], 0);
  const [by] = givers as [Power];
  if (felt > 0) {
    const until = untilOf(scene, 0);
    const clauses = givers.map((power) => ({
      kind: 'pledge_do',
      by: power,
      params: {},
      order,
      until,
    }));
    // What several must do nobody does anyhow.
    const anyhow = givers.length === 1 && pc < gains[by] ? ANYHOW : 1;
    const net = byPower((p) => {
      if (givers.includes(p)) return gains[p] - pc;
      return gains[p] > 0 ? anyhow * gains[p] : gains[p];
    });
    return { clauses, by: givers, net };
  }
  const tempting = gains[by] - pc;
  if (givers.length > 1 || felt === 0 || tempting <= 0) return null;
  const clause = { kind: 'pledge_not', by, params: {}, order, until: untilOf(scene, STANDS) };
  const net = byPower((p) => -TEMPTED * (p === by ? tempting : gains[p]) + 0);
  return { clauses: [clause], by: [by], net };
}

/** First, middle and last of a list: enough to tell small from large. */
function spread<T>(list: readonly T[]): readonly T[] {
  if (list.length <= SETTINGS) return list;
  return [list[0], list[Math.floor(list.length / 2)], list[list.length - 1]] as T[];
}

/** What the kinds of clauses suggest, where it binds `by`. */
function suggested(
  look: Outlook,
  scene: SeatScene,
  by: Power,
  parties: readonly Power[],
): readonly Word[] {
  const until = untilOf(scene, STANDS);
  return CLAUSES.filter((kind) => openAt(kind, scene.depth))
    .flatMap((kind) => kind.suggests?.(scene, parties, until) ?? [])
    .flatMap((clauses): Word[] => {
      const bound = POWERS.filter((p) => clauses.some((c) => c.by === p));
      if (!bound.includes(by)) return [];
      const gains = look.gains(clauses);
      const [alone] = bound;
      const anyhow = bound.length === 1 && alone && gains[alone] > 0 ? ANYHOW : 1;
      const net = byPower((p) => {
        return gains[p] > 0 && !bound.includes(p) ? anyhow * gains[p] : gains[p];
      });
      return [{ clauses, by: bound, net }];
    });
}
