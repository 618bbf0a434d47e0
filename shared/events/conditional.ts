import { type Content, type EventCondition, type GameEvent, roundOf } from '../core/content.ts';
import { move, type RoundContext, type System } from '../core/round.ts';
import { carryOut } from './dated.ts';

/**
 * Conditional events: what follows once the world has come to a point. Each happens once: its flag
 * remembers it. Nothing is drawn, so they also run where drivers are held.
 */
export const conditionalEvents: System = {
  id: 'conditional',
  run(ctx: RoundContext) {
    const { content, num } = ctx;
    for (const event of content.events) {
      if (event.kind !== 'conditional' || !event.flag) continue;
      const flag = content.layout.find(event.flag);
      if (num[flag] !== 0 || ctx.round < roundOf(content, event.half)) continue;
      if (!(event.when ?? []).every((c) => holds(content, ctx.prev, c))) continue;
      move(ctx, flag, 1, `event:${event.id}`);
      for (const effect of event.effects) carryOut(ctx, effect, `event:${event.id}`);
      ctx.news.push(newsOf(event));
    }
  },
};

function holds(content: Content, num: Float64Array, c: EventCondition): boolean {
  const value = num[content.layout.find(c.word)] as number;
  return (c.least === undefined || value >= c.least) && (c.most === undefined || value <= c.most);
}

function newsOf(event: GameEvent): { key: string; node?: string } {
  const key = `event.${event.id}`;
  return event.node ? { key, node: event.node } : { key };
}
