import { SEGMENTS } from '../core/powers.ts';
import { move, type RoundContext } from '../core/round.ts';

/** Moves one word by name. Direct effects that the rules print with the order. */
export function shift(
  ctx: RoundContext,
  cause: string,
  delta: number,
  word: string,
  ...keys: readonly string[]
): void {
  move(ctx, ctx.content.layout.at(word, ...keys), delta, cause);
}

/** Moves the attitude of all six segments towards an initiative or the government. */
export function shiftAttitude(
  ctx: RoundContext,
  cause: string,
  delta: number,
  initiative: string,
): void {
  for (const segment of SEGMENTS) shift(ctx, cause, delta, 'att', segment, initiative);
}

/** Trust between two powers, both ways. */
export function shiftTrust(
  ctx: RoundContext,
  cause: string,
  delta: number,
  a: string,
  b: string,
): void {
  shift(ctx, cause, delta, 'trust', a, b);
  shift(ctx, cause, delta, 'trust', b, a);
}

/** A squeeze of Russian roads or lines raises the value of every bypass, for good (x1.25). */
export function raiseBypass(ctx: RoundContext, cause: string): void {
  const at = ctx.content.layout.at('bypass');
  move(ctx, at, 0.25 * (ctx.num[at] as number), cause);
}
