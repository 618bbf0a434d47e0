import type { Content } from '../../shared/core/content.ts';
import { FUELS } from '../../shared/core/layout.ts';
import { type Depth, POWERS, type Power, SECTORS, SEGMENTS } from '../../shared/core/powers.ts';
import type { View } from '../../shared/core/view.ts';
import { type Leverage, leverageOf } from '../../shared/game/index.ts';

/** What the map can show, one at a time. */
export const LAYERS = ['transit', 'energy', 'trade', 'opinion', 'holdup'] as const;
export type Layer = (typeof LAYERS)[number];

/** Layers of a first game; a deeper one adds the others. */
const OPEN: Readonly<Record<Depth, number>> = { intro: 2, standard: 4, expert: 5 };

export function layersAt(depth: Depth): readonly Layer[] {
  return LAYERS.slice(0, OPEN[depth]);
}

/** What one side sold another in the last half-year. */
export interface TradeArc {
  readonly from: string;
  readonly to: string;
  /** $bn a half-year. */
  readonly value: number;
  /** Part of the trade over this border that no papers tell of, %; null where nothing is known of it. */
  readonly grey: number | null;
}

/** How a group of people feels, at the place that stands for it. */
export interface Mood {
  readonly segment: (typeof SEGMENTS)[number];
  readonly node: string;
  /** 0..100, 50 is the middle. */
  readonly eeu: number;
  readonly china: number;
  readonly fear: number;
}

/** Group by group, where its chip stands: language of its media and kind of place. */
export const MOOD_PLACES: Readonly<Record<(typeof SEGMENTS)[number], string>> = {
  cities: 'almaty',
  rural: 'kyzylorda',
  north: 'petropavl',
  sme: 'karaganda',
  exporters: 'atyrau',
  officials: 'astana',
};

/** Pairs of sellers and buyers that are drawn: Kazakhstan's trade, and that of its two largest partners. */
const PAIRS = [
  ['KZ', 'RU'],
  ['KZ', 'CN'],
  ['KZ', 'EU'],
  ['KZ', 'CA'],
  ['RU', 'EU'],
] as const;

export function tradeOf(c: Content, v: View): readonly TradeArc[] {
  const sold = (from: string, to: string): number =>
    SECTORS.reduce((sum, s) => sum + (v.num[c.layout.at('value', to, from, s)] ?? 0), 0);
  const grey = (from: string, to: string): number | null => {
    const other = from === 'KZ' ? to : from;
    // Hidden trade is kept for the borders over which it enters.
    if (to !== 'KZ' || (other !== 'RU' && other !== 'CN')) return null;
    return v.num[c.layout.at('grey', other)] ?? null;
  };
  return PAIRS.flatMap(([a, b]) =>
    [
      [a, b],
      [b, a],
    ].map(([from = a, to = b]) => ({ from, to, value: sold(from, to), grey: grey(from, to) })),
  );
}

export function moodsOf(c: Content, v: View): readonly Mood[] {
  const value = (...of: [string, ...string[]]): number => v.num[c.layout.at(...of)] ?? 0;
  return SEGMENTS.map((segment) => ({
    segment,
    node: MOOD_PLACES[segment],
    eeu: value('att', segment, 'EEU'),
    china: value('att', segment, 'CN'),
    fear: value('fear', segment),
  }));
}

/** Fuel that Kazakhstan has promised to a power. */
export interface Contract {
  readonly fuel: (typeof FUELS)[number];
  readonly power: Power;
  /** Mt of oil, or of as much gas, a half-year. */
  readonly amount: number;
  /** Half-years for which it still runs. */
  readonly left: number;
}

export function contractsOf(c: Content, v: View): readonly Contract[] {
  const value = (word: string, fuel: string, power: string): number =>
    v.num[c.layout.at(word, fuel, power)] ?? 0;
  return POWERS.flatMap((power) =>
    FUELS.map((fuel) => ({
      fuel,
      power,
      amount: value('contract', fuel, power),
      left: value('contract_left', fuel, power),
    })),
  ).filter(({ amount, left }) => amount > 0 && left > 0);
}

export function holdsOf(c: Content, v: View): readonly Leverage[] {
  return leverageOf(c, v);
}
