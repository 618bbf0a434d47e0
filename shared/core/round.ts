import type { Content } from './content.ts';
import type { Cause, Ledger } from './ledger.ts';
import { clamp } from './math.ts';
import type { Power } from './powers.ts';

/** Part of a power's toll income on a corridor that an agreement gives to others. */
export interface TollSplit {
  /** Kind of the clause that says so. */
  readonly kind: string;
  readonly from: Power;
  readonly to: readonly Power[];
  readonly corridor: string;
  /** 0..1 */
  readonly share: number;
}

/** What a system reads and writes while one round is resolved. */
export interface RoundContext {
  readonly content: Content;
  /** Numeric state as the last round left it. Lagged quantities are read here. */
  readonly prev: Float64Array;
  /** Numeric state of this round, written in place. */
  readonly num: Float64Array;
  /** Position of the round in the scenario, from 0; beyond the last in shadow rounds. */
  readonly round: number;
  /** Drivers and dated openings stand still: shadow rounds and previews. */
  readonly held: boolean;
  /** Seed of the round's keyed draws; null = nothing is drawn: previews, shadow rounds, believed states. */
  readonly seed: number | null;
  /** null in rollouts and previews: nothing is explained, nothing is allocated. */
  readonly ledger: Ledger | null;
  /** Which order set a policy word this round, by entry. */
  readonly touched: Map<number, Cause>;
  /** Toll income that is shared in this round. */
  readonly splits: readonly TollSplit[];
  /** Public happenings of the round, for news and map pins. */
  readonly news: News[];
}

/** A public happening: a message key with its parameters and, where it has one, its place. */
export interface News {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly node?: string;
  readonly power?: Power;
}

/** One module of the simulation: reads the whole state, writes its own words, and says why. */
export interface System {
  readonly id: string;
  run(ctx: RoundContext): void;
}

/** Moves an entry by delta for one cause; what the range cuts off is booked as `limit`. */
export function move(ctx: RoundContext, index: number, delta: number, cause: Cause): void {
  if (delta === 0) return;
  const { min, max } = ctx.content.layout;
  const old = ctx.num[index] as number;
  const wanted = old + delta;
  const held = clamp(wanted, min[index] as number, max[index] as number);
  ctx.num[index] = held;
  if (!ctx.ledger) return;
  ctx.ledger.add(index, cause, delta);
  // Booked as a difference of what is stored, so that the lines sum to the stored change.
  const cut = held - wanted;
  if (cut !== 0) ctx.ledger.add(index, 'limit', cut);
}

/** Sets a policy word by an order: the mechanisms that read it later name this order as their cause. */
export function setPolicy(ctx: RoundContext, index: number, value: number, cause: Cause): void {
  move(ctx, index, value - (ctx.num[index] as number), cause);
  ctx.touched.set(index, cause);
}

/** The order that set an entry this round, or what stands for it otherwise. */
export function causeOf(ctx: RoundContext, index: number, otherwise: Cause): Cause {
  return ctx.touched.get(index) ?? otherwise;
}
