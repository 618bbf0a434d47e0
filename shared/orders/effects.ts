import { coefficient } from '../core/content.ts';
import { russianBorder } from '../core/layout.ts';
import { SEGMENTS } from '../core/powers.ts';
import { move, type RoundContext, setPolicy } from '../core/round.ts';

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

/** Most that small favours of one round may add to the trust of a pair: trust is not farmed. */
const MOST_TRUST = 4;

/** Trust that orders of a round have won so far, by entry. */
const won = new WeakMap<RoundContext, Map<number, number>>();

/**
 * Trust between two powers, both ways. What the orders of a round add to a pair is held at four
 * points, or at the largest single gain where that is more.
 */
export function shiftTrust(
  ctx: RoundContext,
  cause: string,
  delta: number,
  a: string,
  b: string,
): void {
  for (const at of [ctx.content.layout.at('trust', a, b), ctx.content.layout.at('trust', b, a)]) {
    move(ctx, at, delta > 0 ? allowed(ctx, at, delta) : delta, cause);
  }
}

function allowed(ctx: RoundContext, at: number, delta: number): number {
  let book = won.get(ctx);
  if (!book) {
    book = new Map();
    won.set(ctx, book);
  }
  const before = book.get(at) ?? 0;
  const after = Math.max(before, delta, Math.min(MOST_TRUST, before + delta));
  book.set(at, after);
  return after - before;
}

/** Barriers between Kazakhstan and a partner, food and goods, both ways, by a part of what they are. */
export function cutBarriers(
  ctx: RoundContext,
  cause: string,
  part: number,
  a: string,
  b: string,
): void {
  const { layout } = ctx.content;
  for (const sector of ['food', 'goods']) {
    for (const at of [layout.at('ntb', a, b, sector), layout.at('ntb', b, a, sector)]) {
      setPolicy(ctx, at, (ctx.num[at] as number) * (1 - part), cause);
    }
  }
}

/** Days of handling that papers at the Russian border no longer take. */
export function easeBorder(ctx: RoundContext, cause: string, days: number): void {
  for (const node of russianBorder(ctx.content.layout)) {
    const at = ctx.content.layout.at('relief', node);
    setPolicy(ctx, at, (ctx.num[at] as number) + days, cause);
  }
}

/**
 * Open norms of corridors: points where they stand as in 2013, fewer the more is open already, so that
 * the tenth open tender teaches less than the first.
 */
export function openNorms(ctx: RoundContext, cause: string, points: number): void {
  const at = ctx.content.layout.at('norms');
  const usual = 100 - (ctx.content.start[at] as number);
  move(ctx, at, (points * (100 - (ctx.num[at] as number))) / usual, cause);
}

/** A squeeze of Russian roads or lines raises the value of every bypass, for good (x1.25). */
export function raiseBypass(ctx: RoundContext, cause: string): void {
  const at = ctx.content.layout.at('bypass');
  move(ctx, at, 0.25 * (ctx.num[at] as number), cause);
}

/** Powers that Kazakhstan has ties of security with. */
const GUARDS = ['RU', 'CN', 'EU'] as const;

/** Ties of security are shares of one whole: what one gains, the others lose by what they have. */
export function tieSecurity(ctx: RoundContext, cause: string, points: number, to: string): void {
  const { layout } = ctx.content;
  const share = (power: string): number => ctx.num[layout.at('security_share', power)] as number;
  const others = GUARDS.filter((power) => power !== to);
  let rest = 0;
  for (const power of others) rest += share(power);
  for (const power of others) {
    if (rest > 0) shift(ctx, cause, (-points * share(power)) / rest, 'security_share', power);
  }
  shift(ctx, cause, points, 'security_share', to);
}
