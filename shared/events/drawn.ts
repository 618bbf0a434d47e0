import { type Content, coefficient, type GameEvent } from '../core/content.ts';
import { draw, drawWeighted } from '../core/random.ts';
import { move, type RoundContext, type System } from '../core/round.ts';

/** What the draw of a round brings: an event and its direction; null = nothing. */
interface Drawn {
  readonly event: GameEvent;
  readonly up: boolean;
}

/** One weighted draw a round gives at most one event. The first round has none: nobody could hear of it. */
export function drawnIn(content: Content, seed: number, round: number): Drawn | null {
  if (round < 1 || round >= content.halves.length) return null;
  const events = content.events.filter((e) => e.kind === 'drawn');
  const chances = events.map((e) => coefficient(content, `events.chance.${e.id}`));
  const nothing = 1 - chances.reduce((sum, c) => sum + c, 0);
  const event = events[drawWeighted(seed, round, 'event', 'drawn', [...chances, nothing])];
  return event ? { event, up: draw(seed, round, 'event:direction', event.id) < 0.5 } : null;
}

function shocks(content: Content): readonly GameEvent[] {
  return content.events.filter((e) => e.kind === 'drawn' && e.shock);
}

/** Before the drivers: what an event did to one of them is taken off again, and its time runs. */
export const shocksOff: System = {
  id: 'shocks-off',
  run(ctx: RoundContext) {
    const { layout } = ctx.content;
    for (const event of shocks(ctx.content)) {
      const word = event.shock as string;
      const [size, left] = [layout.at('shock', word), layout.at('shock_left', word)];
      const shock = ctx.num[size] as number;
      if (shock === 0) continue;
      const cause = `event:${event.id}`;
      const at = layout.at(word);
      const now = ctx.num[at] as number;
      move(ctx, at, now / (1 + shock) - now, cause);
      move(ctx, left, -1, cause);
      if ((ctx.num[left] as number) <= 0) move(ctx, size, -shock, cause);
    }
  },
};

/** After the drivers: a new event is drawn, what still lasts is put on, the next one is rumoured. */
export const shocksOn: System = {
  id: 'shocks-on',
  run(ctx: RoundContext) {
    const { content, num, seed } = ctx;
    const { layout } = content;
    if (seed !== null) {
      const drawn = drawnIn(content, seed, ctx.round);
      if (drawn) begin(ctx, drawn);
      const next = drawnIn(content, seed, ctx.round + 1);
      if (next) ctx.news.push({ key: `rumour.${next.event.id}${next.up ? 'up' : 'down'}` });
    }
    for (const event of shocks(content)) {
      const word = event.shock as string;
      const shock = num[layout.at('shock', word)] as number;
      const at = layout.at(word);
      move(ctx, at, shock * (num[at] as number), `event:${event.id}`);
    }
  },
};

function begin(ctx: RoundContext, { event, up }: Drawn): void {
  const { content, num } = ctx;
  const { layout } = content;
  ctx.news.push({ key: `event.${event.id}${up ? 'up' : 'down'}` });
  if (!event.shock) return;
  const k = (name: string): number => coefficient(content, `events.${name}.${event.id}`);
  const size = layout.at('shock', event.shock);
  const left = layout.at('shock_left', event.shock);
  const cause = `event:${event.id}`;
  move(ctx, size, (up ? 1 : -1) * k('size') - (num[size] as number), cause);
  move(ctx, left, k('rounds') - (num[left] as number), cause);
}
