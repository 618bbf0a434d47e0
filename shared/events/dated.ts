import { roundOf } from '../core/content.ts';
import { move, type RoundContext, type System } from '../core/round.ts';

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
      if (roundOf(content, event.half) !== ctx.round) continue;
      for (const { word, delta } of event.effects) {
        const first = word.includes('(') ? content.layout.find(word) : content.layout.at(word);
        const span = word.includes('(') ? 1 : content.layout.span(word);
        for (let i = 0; i < span; i += 1) move(ctx, first + i, delta, `event:${event.id}`);
      }
      ctx.news.push(
        event.node ? { key: `event.${event.id}`, node: event.node } : { key: `event.${event.id}` },
      );
    }
  },
};
