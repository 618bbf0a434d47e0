import type { CardDeck } from './card.ts';
import type { EventEffect } from './effect.ts';
import type { Layout } from './layout.ts';
import type { NetworkSpec } from './network.ts';
import type { Depth, Power } from './powers.ts';
import type { SecretSpec } from './secret.ts';

/** A building project that a power may pay for, in tranches. */
export interface ProjectSpec {
  readonly id: string;
  /** Links that open, and nodes that gain, when it is done. */
  readonly links: readonly string[];
  readonly nodes: readonly { readonly id: string; readonly trains: number }[];
  /** $bn in all. */
  readonly cost: number;
  /** Fewest rounds from the first tranche to the opening. */
  readonly rounds: number;
  /** $bn that site and crews can take in a round; the rest lapses. */
  readonly absorb: number;
  /** Already done share at the start, 0..1. */
  readonly done: number;
  /** Half-year in which it opens without any order (work under way); null = only when paid for. */
  readonly opens: string | null;
  readonly powers: readonly Power[];
  /** Points of `infra_stock` when done. */
  readonly quality: number;
  readonly place: string;
  /** Oil lines that gain Mt a half-year when it is done. */
  readonly lines?: readonly { readonly id: string; readonly mt: number }[];
  /** Points of Chinese stake in extraction for each $bn that China pays. */
  readonly stake?: number;
}

export interface Indicator {
  readonly id: string;
  /** Label of its state word, as in `boxes(KZ)`, or a `mean(…)` or `sum(…)` of several. */
  readonly word: string;
  /** Shallowest depth at which it is shown. */
  readonly depth: Depth;
  /** +1 when more is better for the power that watches it, −1 when less is. */
  readonly good: 1 | -1;
  readonly decimals: number;
  /** Multiplies the word for display (share → %). */
  readonly scale: number;
  /** Change of the word that earns one arrow in a preview. */
  readonly step: number;
  readonly unit: string;
  readonly icon: string;
}

export interface Objective {
  readonly id: string;
  readonly power: Power;
  /** Weight in %. */
  readonly weight: number;
  /** Formula over state words, as printed on the card. */
  readonly formula: string;
  /** Change of the formula's value that is worth 10 points. */
  readonly unit: number;
}

/** An order as history gave it. */
export interface HistoryOrder {
  readonly power: Power;
  readonly kind: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A happening with its direct effects on state words, as data; the kind says what makes it happen. */
export interface GameEvent {
  readonly id: string;
  readonly kind: 'dated' | 'conditional' | 'queue' | 'drawn' | 'mechanism';
  /** Dated: its half-year. The others: the first in which it may happen. */
  readonly half: string;
  /** Place on the map, where it has one. */
  readonly node?: string;
  readonly effects: readonly EventEffect[];
  /** Dated: talked of in the round before. */
  readonly rumoured?: boolean;
  /**
   * Conditional: what must hold before the round, and the word that remembers that it happened.
   * Without such a word it happens in every round in which it holds.
   */
  readonly when?: readonly EventCondition[];
  readonly flag?: string;
  /** Rounds after its own for which the flag's word runs, as a clock; then it may happen again. */
  readonly rounds?: number;
  /** Queue: stations where it may stand, and whose trust it costs. */
  readonly pairs?: Readonly<Record<string, readonly [Power, Power]>>;
  /** Drawn: driver that it shakes for a while. */
  readonly shock?: string;
  /** Drawn: what the odds hang on; absent = always the same. */
  readonly odds?: 'terms';
}

/** Bounds on a word; where it names several entries, on their mean. */
export interface EventCondition {
  readonly word: string;
  readonly least?: number;
  readonly most?: number;
}

export interface DepthLimits {
  readonly orders: number;
  /** Orders beyond those, each at `EXTRA_PC` more capital. */
  readonly extra: number;
  readonly hand: number;
  readonly params: number;
  /** Offers that a power may have on the table at once; filings of two-sided orders do not count. */
  readonly proposals: number;
}

/** Everything about a scenario, compiled once and shared by all its games. Never part of a save. */
export interface Content {
  readonly id: string;
  /** Changes whenever a change of content may change a result. */
  readonly version: string;
  /** Half-years played, as in `2013H2`. */
  readonly halves: readonly string[];
  readonly layout: Layout;
  /** Numeric state at the end of the base period, shape [layout.size]. */
  readonly start: Float64Array;
  /** Coefficients by name; see `coefficient`. */
  readonly coefficients: Readonly<Record<string, number>>;
  /** Entries that drivers write, shape [drivers], and their values by round, shape [rounds][drivers]. */
  readonly driverAt: Int32Array;
  readonly drivers: readonly Float64Array[];
  readonly network: NetworkSpec;
  readonly projects: readonly ProjectSpec[];
  readonly indicators: Readonly<Record<Power | 'shared', readonly Indicator[]>>;
  readonly objectives: readonly Objective[];
  readonly secrets: readonly SecretSpec[];
  /** The facilitator's cards. */
  readonly cards: CardDeck;
  /** History's orders, shape [rounds]. */
  readonly history: readonly (readonly HistoryOrder[])[];
  readonly events: readonly GameEvent[];
  readonly limits: Readonly<Record<Depth, DepthLimits>>;
  /** $bn a round that each power may spend on orders. */
  readonly envelope: Readonly<Record<Power, number>>;
}

/** A named coefficient. @throws Error when the content lacks it: found when the content is loaded */
export function coefficient(content: Content, name: string): number {
  const value = content.coefficients[name];
  if (value === undefined) throw new Error(`coefficient ${name} is missing in ${content.id}`);
  return value;
}

/**
 * Position of a half-year among the rounds: −1 when it lies before the first, counted on beyond the
 * last, so that work under way has the same pace in a shorter scenario of the same world.
 */
export function roundOf(content: Content, half: string): number {
  return Math.max(-1, count(half) - count(content.halves[0] as string));
}

/** Half-years since the year 0. */
function count(half: string): number {
  return 2 * Number(half.slice(0, 4)) + Number(half.slice(5)) - 1;
}
