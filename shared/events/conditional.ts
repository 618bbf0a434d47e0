import { type Content, type EventCondition, type GameEvent, roundOf } from '../core/content.ts';
import { move, type RoundContext, type System, setPolicy } from '../core/round.ts';
import { carryOut } from './dated.ts';

/**
 * Conditional events: what follows once the world has come to a point. A flag remembers that one
 * happened; where it is a clock it may happen again when that has run down, without a flag in every
 * round. Nothing is drawn, so they also run where drivers are held.
 */
export const conditionalEvents: System = {
  id: 'conditional',
  run(ctx: RoundContext) {
    const { content, num } = ctx;
    for (const event of content.events) {
      if (event.kind !== 'conditional') continue;
      const flag = event.flag === undefined ? -1 : content.layout.find(event.flag);
      if ((flag >= 0 && num[flag] !== 0) || ctx.round < roundOf(content, event.half)) continue;
      if (!(event.when ?? []).every((c) => holds(content, ctx.prev, c))) continue;
      const cause = `event:${event.id}`;
      if (flag >= 0) setPolicy(ctx, flag, event.rounds ?? 1, cause);
      for (const effect of event.effects) carryOut(ctx, effect, cause);
      ctx.news.push(newsOf(event));
    }
  },
};

/** At the end of a round: the clocks of what happened before it run on. */
export const eventClocks: System = {
  id: 'clocks',
  run(ctx: RoundContext) {
    const { content, num } = ctx;
    for (const { flag, rounds } of content.events) {
      if (flag === undefined || rounds === undefined) continue;
      const at = content.layout.find(flag);
      const left = num[at] as number;
      if (left > 0 && !ctx.touched.has(at)) move(ctx, at, -Math.min(1, left), 'mech:time');
    }
  },
};

const named = new WeakMap<EventCondition, readonly number[]>();

function holds(content: Content, num: Float64Array, c: EventCondition): boolean {
  let entries = named.get(c);
  if (!entries) {
    entries = content.layout.entries(c.word);
    named.set(c, entries);
  }
  const value = entries.reduce((sum, at) => sum + (num[at] as number), 0) / entries.length;
  return (c.least === undefined || value >= c.least) && (c.most === undefined || value <= c.most);
}

function newsOf(event: GameEvent): { key: string; node?: string } {
  const key = `event.${event.id}`;
  return event.node ? { key, node: event.node } : { key };
}
