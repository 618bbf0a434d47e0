import { coefficient, roundOf } from '../core/content.ts';
import { move, type RoundContext, type System, setPolicy } from '../core/round.ts';

/**
 * Border queues (E17): where traffic comes near to what a station can take, lorries and trains stand
 * for days, and neighbours blame each other. The queue lasts as long as the crowd does.
 */
export const borderQueues: System = {
  id: 'queues',
  run(ctx: RoundContext) {
    const { content, num, prev } = ctx;
    const { layout } = content;
    const event = content.events.find((e) => e.kind === 'queue');
    if (!event || ctx.round < roundOf(content, event.half)) return;
    const k = (name: string): number => coefficient(content, `events.${name}`);
    const cause = `event:${event.id}`;
    for (const [node, pair] of Object.entries(event.pairs ?? {})) {
      const jam = layout.at('jam', node);
      const load = prev[layout.at('load', node)] as number;
      const stands = (num[jam] as number) > 0;
      const crowded = load > (stands ? k('queueEnds') : k('queueFrom'));
      if (crowded === stands) continue;
      const days = crowded ? k('queueDays') : -(num[jam] as number);
      move(ctx, jam, days, cause);
      const relief = layout.at('relief', node);
      setPolicy(ctx, relief, (num[relief] as number) - days, cause);
      if (!crowded) continue;
      const [a, b] = pair;
      move(ctx, layout.at('trust', a, b), k('queueTrust'), cause);
      move(ctx, layout.at('trust', b, a), k('queueTrust'), cause);
      ctx.news.push({ key: `event.${event.id}`, node });
    }
  },
};
