import { clauseKind } from '../../clauses/index.ts';
import { type Content, coefficient } from '../../core/content.ts';
import type { ParamSpec } from '../../core/order.ts';
import type { Power } from '../../core/powers.ts';
import type { Clause, NamedOrder } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { initialParams, orderKind, ordersOf } from '../../orders/index.ts';
import { sceneOfView } from '../preview.ts';
import { costOf, judgeOrder, judgeSum, openAt, type SeatScene } from '../rules.ts';
import { type Outlook, outlook } from './outlook.ts';

/** A setting of an offer that a player may move: which point, and what of it. */
export interface Slider {
  readonly clause: number;
  readonly where: 'params' | 'order' | 'until';
  readonly spec: ParamSpec;
}

/** An offer made ready: what the other gives stands first, what the seat gives second. */
export interface ReadyOffer {
  readonly id: string;
  readonly clauses: readonly Clause[];
  readonly sliders: readonly Slider[];
  /** Points of score, as this seat believes: its own and the partner's. */
  readonly own: number;
  readonly partner: number;
}

/** One point that a power might put its name to, and what it would bring everybody. */
interface Word {
  readonly clause: Clause;
  readonly gains: Readonly<Record<Power, number>>;
  /** Points that its obligor gives up by it; less than nothing when he would do it anyhow. */
  readonly price: number;
}

/** Most settings of one order that are weighed. */
const SETTINGS = 3;
/** Share of a deed's worth that still counts when the other seems to want it himself. */
const ANYHOW = 0.4;
/** Chance that somebody gives in to what would serve him. */
const TEMPTED = 0.5;
/** Rounds for which a standing word is given, and in which a deed is due. */
const STANDS = 2;
const LEAST = 0.04;

interface Market {
  readonly look: Outlook;
  readonly words: Map<string, readonly Word[]>;
}

const markets = new WeakMap<View, Market>();

function marketOf(content: Content, view: View): Market {
  let market = markets.get(view);
  if (!market) {
    market = { look: outlook(content, view), words: new Map() };
    markets.set(view, market);
  }
  return market;
}

/**
 * Up to three offers to a partner, best joint gain first as this seat believes it: something that he
 * does for something that the seat does. Looks at nothing but the view, draws nothing.
 * @throws Error for a spectator
 */
export function readyOffers(content: Content, view: View, partner: Power): readonly ReadyOffer[] {
  const scene = sceneOfView(content, view);
  const own = scene.power;
  if (partner === own) return [];
  const market = marketOf(content, view);
  const asks = wordsOf(market, scene, view, partner, own);
  const gives = wordsOf(market, scene, view, own, partner);
  const pairs: { ask: Word; give: Word; own: number; partner: number; joint: number }[] = [];
  for (const ask of asks) {
    for (const give of gives) {
      const mine = worthTo(ask, own) - give.price;
      const his = worthTo(give, partner) - ask.price;
      if (mine < LEAST || his < LEAST) continue;
      pairs.push({ ask, give, own: mine, partner: his, joint: mine * his });
    }
  }
  pairs.sort(
    (a, b) =>
      b.joint - a.joint ||
      (nameOf(a.ask) + nameOf(a.give) < nameOf(b.ask) + nameOf(b.give) ? -1 : 1),
  );
  const chosen: typeof pairs = [];
  for (const pair of pairs) {
    // Three ways of saying the same are one choice; where there are few, half of it may come again.
    if (chosen.some((c) => idOf(c) === idOf(pair))) continue;
    const alike = chosen.some(
      (c) => subject(c.ask) === subject(pair.ask) || subject(c.give) === subject(pair.give),
    );
    if (!alike || (chosen.length > 0 && pairs.length <= 3)) chosen.push(pair);
    if (chosen.length === 3) break;
  }
  return chosen.map((pair) => {
    const { ask, give } = pair;
    const clauses = [ask.clause, give.clause];
    return {
      id: idOf(pair),
      clauses,
      sliders: slidersOf(content, view, clauses),
      own: pair.own,
      partner: pair.partner,
    };
  });
}

/** What an offer is about, whatever its terms. */
function idOf({ ask, give }: { readonly ask: Word; readonly give: Word }): string {
  return `${subject(ask)}-${subject(give)}`;
}

/** What a word is worth to the one it is given to: less when its giver would do it anyhow. */
function worthTo(word: Word, to: Power): number {
  const gain = word.gains[to];
  return gain > 0 && word.price < 0 ? ANYHOW * gain : gain;
}

function subject({ clause }: Word): string {
  return [clause.kind, clause.order?.kind ?? clause.params.corridor ?? '']
    .filter((part) => part !== '')
    .join(':');
}

function nameOf({ clause }: Word): string {
  return JSON.stringify([clause.kind, clause.params, clause.order ?? null]);
}

/** Points that one power could give the other its word on. */
function wordsOf(
  market: Market,
  scene: SeatScene,
  view: View,
  by: Power,
  to: Power,
): readonly Word[] {
  const key = `${by}>${to}`;
  let words = market.words.get(key);
  if (!words) {
    words = [...deeds(market, scene, view, by, to), ...standing(market, scene, by)];
    market.words.set(key, words);
  }
  return words;
}

function untilOf(content: Content, view: View, rounds: number): number {
  return Math.min(content.halves.length - 1, view.round + rounds);
}

/** Orders to give, and those to leave alone. */
function deeds(
  market: Market,
  scene: SeatScene,
  view: View,
  by: Power,
  to: Power,
): readonly Word[] {
  const { content } = scene;
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
        const third = kind.partners?.(params).some((p) => p !== to && p !== by);
        if (third || judgeOrder(other, kind, params)) return false;
        return by !== scene.power || judgeSum(other, [], kind, params) === null;
      });
    for (const params of spread(settings)) {
      const order: NamedOrder = { kind: kind.id, params };
      const gains = market.look.gainsOf([{ power: by, ...order }]);
      const pc = costOf(other, [order]).pc * coefficient(content, 'talks.capitalWorth');
      if (gains[to] > 0) {
        const clause = {
          kind: 'pledge_do',
          by,
          params: {},
          order,
          until: untilOf(content, view, 0),
        };
        words.push({ clause, gains, price: pc - gains[by] });
      } else if (gains[to] < 0 && gains[by] - pc > 0) {
        const clause = {
          kind: 'pledge_not',
          by,
          params: {},
          order,
          until: untilOf(content, view, STANDS),
        };
        words.push({
          clause,
          gains: { KZ: 0, RU: 0, CN: 0, EU: 0, [to]: -TEMPTED * gains[to] },
          price: TEMPTED * (gains[by] - pc),
        });
      }
    }
  }
  return words;
}

/** First, middle and last of a list: enough to tell small from large. */
function spread<T>(list: readonly T[]): readonly T[] {
  if (list.length <= SETTINGS) return list;
  return [list[0], list[Math.floor(list.length / 2)], list[list.length - 1]] as T[];
}

/** Words on tolls and roads. */
function standing(market: Market, scene: SeatScene, by: Power): readonly Word[] {
  const { content, num } = scene;
  const { layout } = content;
  const until = Math.min(content.halves.length - 1, scene.round + STANDS);
  const clauses: Clause[] = [];
  if (by === 'KZ' || by === 'RU') {
    const toll = num[layout.at('toll', by, 'trunk')] as number;
    for (const part of [0.75, 0.5]) {
      const max = Math.round((part * toll) / 100) * 100;
      if (max < toll) {
        clauses.push({ kind: 'toll_cap', by, params: { corridor: 'trunk', max, split: 0 }, until });
      }
    }
  }
  if (by === 'RU' && (num[layout.at('status', 'trunk')] as number) > 0) {
    clauses.push({ kind: 'access', by, params: { corridor: 'trunk', delay: 0 }, until });
  }
  return clauses.map((clause) => {
    const gains = market.look.gains([clause]);
    return { clause, gains, price: -gains[by] };
  });
}

/** Two settings that matter most: numbers before choices, then how long it binds. */
export function slidersOf(
  content: Content,
  view: View,
  clauses: readonly Clause[],
): readonly Slider[] {
  const found: Slider[] = [];
  clauses.forEach((c, clause) => {
    for (const spec of clauseKind(c.kind)?.params ?? []) {
      found.push({ clause, where: 'params', spec });
    }
    const kind = c.order ? orderKind(c.order.kind) : undefined;
    for (const spec of kind?.params ?? []) {
      if (kind?.main.includes(spec.id)) found.push({ clause, where: 'order', spec });
    }
  });
  const many = ({ spec }: Slider): boolean =>
    spec.type === 'number' || spec.options(content).length > 1;
  const times = clauses.map(
    (c, clause): Slider => ({
      clause,
      where: 'until',
      spec: {
        id: 'until',
        type: 'number',
        min: view.round,
        max: content.halves.length - 1,
        step: 1,
        initial: c.until,
        unit: 'half',
      },
    }),
  );
  const usable = found.filter(many);
  return [
    ...usable.filter(({ spec }) => spec.type === 'number'),
    ...usable.filter(({ spec }) => spec.type === 'choice'),
    ...times,
  ].slice(0, 2);
}
