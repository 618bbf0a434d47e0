import { type Content, coefficient, roundOf } from '../core/content.ts';
import type { EventEffect } from '../core/effect.ts';
import { SEGMENTS } from '../core/powers.ts';
import { move, type RoundContext, type System, setPolicy } from '../core/round.ts';

/**
 * Dated events: happenings of the record that no power of the game decides.
 * They belong to step 1 of a round and stand still in shadow rounds and previews.
 */
export const datedEvents: System = {
  id: 'events',
  run(ctx: RoundContext) {
    if (ctx.held) return;
    const { content } = ctx;
    for (const event of content.events) {
      if (event.kind !== 'dated') continue;
      const ahead = roundOf(content, event.half) - ctx.round;
      if (ahead === 1 && event.rumoured) ctx.news.push({ key: `rumour.${event.id}` });
      if (ahead !== 0) continue;
      const cause = `event:${event.id}`;
      for (const effect of event.effects) carryOut(ctx, effect, cause);
      if (event.flag) setPolicy(ctx, content.layout.find(event.flag), event.rounds ?? 1, cause);
      ctx.news.push(
        event.node ? { key: `event.${event.id}`, node: event.node } : { key: `event.${event.id}` },
      );
    }
  },
};

/** One effect of an event, on every entry that it names. */
export function carryOut(ctx: RoundContext, effect: EventEffect, cause: string): void {
  const { content } = ctx;
  for (const at of content.layout.entries(effect.word)) {
    const by = effect.delta * strength(content, ctx.num, effect, at);
    const now = ctx.num[at] as number;
    // Barriers and the like: what is explained by them later names this event as its cause.
    if (effect.relative) setPolicy(ctx, at, now + by * now, cause);
    else move(ctx, at, by, cause);
  }
}

/** How much of an effect an entry takes: its segment's sensitivity times what the segment knows. */
function strength(content: Content, num: Float64Array, effect: EventEffect, at: number): number {
  const { by, known } = effect;
  if (by === undefined && known === undefined) return 1;
  const segment = /\((\w+)/.exec(content.layout.label[at] as string)?.[1] ?? '';
  if (!(SEGMENTS as readonly string[]).includes(segment)) return 1;
  const minds = by === undefined ? 1 : coefficient(content, `opinion.${by}.${segment}`);
  if (known === undefined) return minds;
  const full = coefficient(content, `opinion.known.${known}`);
  return (minds * (num[content.layout.at('aware', segment, known)] as number)) / full;
}
