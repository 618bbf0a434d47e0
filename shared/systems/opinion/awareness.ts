import { SEGMENTS } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';
import type { Reader } from './levels.ts';

/** Initiatives that people may or may not have heard of; their own government and China they know. */
const TOLD = ['EEU', 'OBOR', 'EU'] as const;

export function compileAwareness(r: Reader) {
  return {
    entries: SEGMENTS.flatMap((segment) =>
      TOLD.map((initiative) => ({
        at: r.at('aware', segment, initiative),
        fear: initiative === 'EEU' ? r.at('fear', segment) : -1,
      })),
    ),
    openness: r.at('openness'),
    rules: r.at('media'),
    talk: r.k('mediaTalk'),
    forgets: r.k('forgets'),
    media: r.k('media'),
    threshold: r.k('fearThreshold'),
    alarm: r.k('fearTalk'),
  };
}

/**
 * Part is forgotten each round. What is known spreads by talk as far as media are open, and a union
 * that is feared is talked about.
 */
export function spreadWord(ctx: RoundContext, c: ReturnType<typeof compileAwareness>): void {
  const { num, prev } = ctx;
  const open = (num[c.openness] as number) / 100;
  // Where anything may be printed, some hear of what they knew nothing of.
  const talk = c.talk * Math.max(0, num[c.rules] as number);
  for (let i = 0; i < c.entries.length; i += 1) {
    const { at, fear } = c.entries[i] as (typeof c.entries)[number];
    const known = prev[at] as number;
    move(ctx, at, -c.forgets * known, 'mech:forgetting');
    move(ctx, at, c.media * open * known * (1 - known), 'mech:media');
    if (talk > 0) move(ctx, at, talk * (1 - known), 'mech:media');
    if (fear < 0) continue;
    const over = (num[fear] as number) - c.threshold;
    if (over > 0) move(ctx, at, (c.alarm * over * (1 - known)) / 100, 'mech:fear');
  }
}
