import { clauseKind } from '../../clauses/index.ts';
import type { Content } from '../../core/content.ts';
import type { ParamSpec } from '../../core/order.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import type { Clause } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { orderKind } from '../../orders/index.ts';
import { type Market, marketOf, type Word } from './market.ts';
import { MOST_CLAUSES } from './schema.ts';

/** A setting of an offer that a player may move: which point, and what of it. */
export interface Slider {
  readonly clause: number;
  readonly where: 'params' | 'order' | 'until';
  readonly spec: ParamSpec;
}

/** An offer made ready: what the others give stands first, what the seat gives last. */
export interface ReadyOffer {
  readonly id: string;
  readonly clauses: readonly Clause[];
  readonly sliders: readonly Slider[];
  /** Points of score, as this seat believes: its own, and those of the partner who gains least. */
  readonly own: number;
  readonly partner: number;
}

/** Points that an offer must bring each of its parties. */
const LEAST = 0.04;
/** Offers that are made ready for the same partners. */
const READY = 3;
/** Words of each that are tried where three or four would sign. */
const TRIED = 6;

/** Words that bind all of some powers together, each of them once. */
interface Bundle {
  readonly words: readonly Word[];
  readonly joint: number;
  readonly own: number;
  readonly partner: number;
}

/**
 * Up to three offers to a partner or to several, best joint gain first as this seat believes it: each of
 * them does something, and each gains by what all do. Looks at nothing but the view, draws nothing.
 * @param partners one, two or three others; all of them must sign
 * @throws Error for a spectator
 */
export function readyOffers(
  content: Content,
  view: View,
  partners: Power | readonly Power[],
): readonly ReadyOffer[] {
  const { seat } = view;
  if (seat === null) throw new Error('a spectator makes no deals');
  const others = POWERS.filter((p) => (partners === p || partners.includes(p)) && p !== seat);
  if (others.length === 0) return [];
  return chosenOf(bundlesOf(marketOf(content, view), seat, others)).map((bundle) => {
    const clauses = bundle.words.flatMap((word) => word.clauses);
    return {
      id: idOf(bundle),
      clauses,
      sliders: slidersOf(content, view, clauses),
      own: bundle.own,
      partner: bundle.partner,
    };
  });
}

/** Every way in which all of the powers give a word and gain by those of the others, best first. */
function bundlesOf(market: Market, seat: Power, others: readonly Power[]): readonly Bundle[] {
  const parties = POWERS.filter((p) => p === seat || others.includes(p));
  const words = new Map(
    parties.map((p) => {
      const all = market.wordsOf(p, parties);
      return [p, others.length > 1 ? bestOf(all, parties) : all];
    }),
  );
  const found: Bundle[] = [];
  const extend = (chosen: readonly Word[], left: readonly Power[]): void => {
    const [next] = left;
    if (next === undefined) {
      const bundle = bundled(chosen, seat, others);
      if (bundle) found.push(bundle);
      return;
    }
    for (const word of words.get(next) ?? []) {
      if (!word.by.every((p) => left.includes(p))) continue;
      const rest = left.filter((p) => !word.by.includes(p));
      extend([...chosen, word], rest);
    }
  };
  extend([], [...others, seat]);
  const key = ({ words: list }: Bundle): string => list.map(nameOf).join('');
  return found.sort((a, b) => b.joint - a.joint || (key(a) < key(b) ? -1 : 1));
}

/** null where somebody gains nothing by it, or where it is too long to be an offer. */
function bundled(words: readonly Word[], seat: Power, others: readonly Power[]): Bundle | null {
  if (words.reduce((n, { clauses }) => n + clauses.length, 0) > MOST_CLAUSES) return null;
  const gain = (p: Power): number => words.reduce((sum, { net }) => sum + net[p], 0);
  const own = gain(seat);
  const theirs = others.map(gain);
  const partner = Math.min(...theirs);
  if (own < LEAST || partner < LEAST) return null;
  return { words, own, partner, joint: theirs.reduce((a, b) => a * b, own) };
}

/** The best word on each subject, as many as are tried; what binds several must be good for all of these. */
function bestOf(words: readonly Word[], parties: readonly Power[]): readonly Word[] {
  const worth = ({ by, net }: Word): number =>
    by.length > 1
      ? by.length * Math.min(...by.map((p) => net[p]))
      : parties.reduce((sum, p) => sum + net[p], 0);
  const best = new Map<string, { readonly word: Word; readonly worth: number }>();
  for (const word of words) {
    const about = subject(word);
    const one = { word, worth: worth(word) };
    if (one.worth > (best.get(about)?.worth ?? Number.NEGATIVE_INFINITY)) best.set(about, one);
  }
  return [...best.values()]
    .sort((a, b) => b.worth - a.worth || (nameOf(a.word) < nameOf(b.word) ? -1 : 1))
    .slice(0, TRIED)
    .map(({ word }) => word);
}

/** Three ways of saying the same are one choice; where there are few, half of it may come again. */
function chosenOf(bundles: readonly Bundle[]): readonly Bundle[] {
  const chosen: Bundle[] = [];
  for (const bundle of bundles) {
    if (chosen.some((c) => idOf(c) === idOf(bundle))) continue;
    const alike = chosen.some((c) =>
      c.words.some((a) => bundle.words.some((b) => isBoundAlike(a, b))),
    );
    if (!alike || (chosen.length > 0 && bundles.length <= READY)) chosen.push(bundle);
    if (chosen.length === READY) break;
  }
  return chosen;
}

function isBoundAlike(a: Word, b: Word): boolean {
  return a.by.join() === b.by.join() && subject(a) === subject(b);
}

/** What an offer is about, whatever its terms. */
function idOf({ words }: Bundle): string {
  return words.map(subject).join('-');
}

function subject({ clauses }: Word): string {
  const about = clauses.map((clause) =>
    [clause.kind, clause.order?.kind ?? clause.params.corridor ?? '']
      .filter((part) => part !== '')
      .join(':'),
  );
  return [...new Set(about)].join('+');
}

function nameOf({ clauses }: Word): string {
  return JSON.stringify(clauses.map(({ kind, params, order }) => [kind, params, order ?? null]));
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
