import type { Power } from './powers.ts';

export const DIRECTIONS = ['up', 'same', 'down'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a power wants from a round and what it expects of it; checked against the report. */
export interface Aim {
  readonly round: number;
  readonly power: Power;
  /** Indicator that it means to move most; null = none named. */
  readonly aim: string | null;
  /** Which way it expects its first indicator of the round to go; null = no prediction. */
  readonly forecast: { readonly indicator: string; readonly direction: Direction } | null;
}

export type AimCommand =
  | { readonly type: 'aim'; readonly indicator: string | null }
  | { readonly type: 'forecast'; readonly indicator: string; readonly direction: Direction };
