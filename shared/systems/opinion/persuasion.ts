import { SEGMENTS } from '../../core/powers.ts';
import { causeOf, move, type RoundContext } from '../../core/round.ts';
import type { Reader } from './levels.ts';

/** What Russian media speak of; a road that is run down drags China with it. */
const ABOUT = [
  { initiative: 'EEU', with: null },
  { initiative: 'OBOR', with: 'CN' },
  { initiative: 'EU', with: null },
] as const;
/** Rounds after which a campaign is no repeat any more. */
const FORGOTTEN = 4;

export function compilePersuasion(r: Reader) {
  const openness = r.at('openness');
  return {
    messages: ABOUT.map(({ initiative, with: other }) => ({
      at: r.at('message', initiative),
      views: SEGMENTS.map((segment) => ({
        reach: r.k(`broadcast.${segment}`),
        att: r.at('att', segment, initiative),
        also: other === null ? -1 : r.at('att', segment, other),
        fear: r.at('fear', segment),
        usualFear: r.start(r.at('fear', segment)),
      })),
    })),
    openness,
    usualOpenness: r.start(openness),
    repeats: r.at('media_repeats'),
    quiet: r.at('media_quiet'),
    k: {
      choice: r.k('broadcastChoice'),
      fear: r.k('broadcastFear'),
      along: r.k('broadcastAlong'),
    },
  };
}

/**
 * Campaigns of the round arrive: in each segment as far as it watches, less where other media are open
 * to it and where it fears for sovereignty (C09: the same words move segments apart).
 */
export function persuasion(ctx: RoundContext, c: ReturnType<typeof compilePersuasion>): void {
  const { num } = ctx;
  const { k } = c;
  const chosen = 1 - (k.choice * ((num[c.openness] as number) - c.usualOpenness)) / 50;
  for (const { at, views } of c.messages) {
    const message = num[at] as number;
    if (message === 0) continue;
    const cause = causeOf(ctx, at, 'mech:media');
    for (const { reach, att, also, fear, usualFear } of views) {
      const wary = 1 - (k.fear * ((num[fear] as number) - usualFear)) / 50;
      const points = reach * message * Math.max(0, chosen) * Math.max(0, wary);
      move(ctx, att, points, cause);
      if (also >= 0) move(ctx, also, k.along * points, cause);
    }
    move(ctx, at, -message, 'mech:time');
  }
  const repeats = num[c.repeats] as number;
  if (repeats <= 0 || ctx.touched.has(c.quiet)) return;
  const quiet = (num[c.quiet] as number) + 1;
  move(ctx, c.quiet, 1, 'mech:time');
  if (quiet >= FORGOTTEN) move(ctx, c.repeats, -repeats, 'mech:time');
}
