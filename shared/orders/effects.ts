import { coefficient } from '../core/content.ts';
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

/** Fear for sovereignty, in each segment by its own sensitivity. */
export function frighten(ctx: RoundContext, cause: string, points: number): void {
  for (const segment of SEGMENTS) {
    shift(ctx, cause, points * sensitivity(ctx, 'fear', segment), 'fear', segment);
  }
}

/**
 * A measure becomes known that will anger people: points at full strength, raised at the end of the
 * round in each segment by its sensitivity and knowledge. A consultation on the topic puts it off and
 * halves it.
 */
export function provoke(ctx: RoundContext, cause: string, points: number, topic: string): void {
  shift(ctx, cause, points, 'announced', topic);
}

/** The president stands behind an initiative: officials fall into line. */
export function back(ctx: RoundContext, cause: string, points: number, initiative: string): void {
  shift(ctx, cause, points, 'backing', initiative);
}

/** A coefficient of opinion. */
export function strength(ctx: RoundContext, name: string): number {
  return coefficient(ctx.content, `opinion.${name}`);
}

/** How much a segment minds, of an opinion's table of sensitivities. */
function sensitivity(ctx: RoundContext, table: string, segment: string): number {
  return strength(ctx, `${table}.${segment}`);
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
