import { type Content, coefficient, type GameEvent } from '../core/content.ts';
import { draw, drawWeighted } from '../core/random.ts';
import { move, type RoundContext, type System } from '../core/round.ts';
import { carryOut } from './dated.ts';

/** What the draw of a round brings: an event and its direction; null = nothing. */
interface Drawn {
  readonly event: GameEvent;
  readonly up: boolean;
}

function drawable(content: Content): readonly GameEvent[] {
  // Those whose odds hang on the state stand last, so that they shift nobody else's luck.
  const all = content.events.filter((e) => e.kind === 'drawn');
  return [...all.filter((e) => !e.odds), ...all.filter((e) => e.odds)];
}

/**
 * One weighted draw a round gives at most one event. The first round has none: nobody could hear of it.
 * @param num state by which the odds are taken: that before the round in which it is rumoured
 */
export function drawnIn(
  content: Content,
  seed: number,
  round: number,
  num: Float64Array,
): Drawn | null {
  if (round < 1 || round >= content.halves.length) return null;
  const events = drawable(content);
  const chances = events.map((e) => chanceOf(content, e, num));
  const nothing = 1 - chances.reduce((sum, c) => sum + c, 0);
  const event = events[drawWeighted(seed, round, 'event', 'drawn', [...chances, nothing])];
  return event ? { event, up: draw(seed, round, 'event:direction', event.id) < 0.5 } : null;
}

/** Terms of loans leak more easily where crews of the lender build, and there is nothing to leak of open bids. */
function chanceOf(content: Content, { id, odds }: GameEvent, num: Float64Array): number {
  const usual = coefficient(content, `events.chance.${id}`);
  if (odds !== 'terms') return usual;
  const { layout } = content;
  let paid = 0;
  let own = 0;
  for (const p of layout.dims.project) {
    const crews = num[layout.at('cn_own', p)] as number;
    paid += num[layout.at('cn_paid', p)] as number;
    own += crews;
    if (crews > 0 && (num[layout.at('progress', p)] as number) < 1) {
      return coefficient(content, `events.chanceLive.${id}`);
    }
  }
  return paid > 0 && own === 0 ? 0 : usual;
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

/**
 * After the drivers: what was drawn a round ago happens, what still lasts is put on, and the next event
 * is drawn and rumoured. What was drawn stands in a word that nobody sees until it has happened.
 */
export const shocksOn: System = {
  id: 'shocks-on',
  run(ctx: RoundContext) {
    const { content, num, prev, seed } = ctx;
    const { layout } = content;
    if (seed !== null) {
      const events = drawable(content);
      const coming = layout.at('coming');
      const due = prev[coming] as number;
      const event = events[Math.abs(due) - 1];
      if (event) begin(ctx, { event, up: due > 0 });
      const next = drawnIn(content, seed, ctx.round + 1, prev);
      num[coming] = next ? (events.indexOf(next.event) + 1) * (next.up ? 1 : -1) : 0;
      if (next) ctx.news.push({ key: `rumour.${nameOf(next)}` });
    }
    for (const event of shocks(content)) {
      const word = event.shock as string;
      const shock = num[layout.at('shock', word)] as number;
      const at = layout.at(word);
      move(ctx, at, shock * (num[at] as number), `event:${event.id}`);
    }
  },
};

/** Only what shakes a driver goes one way or the other. */
function nameOf({ event, up }: Drawn): string {
  return event.shock ? `${event.id}${up ? 'up' : 'down'}` : event.id;
}

function begin(ctx: RoundContext, drawn: Drawn): void {
  const { content, num } = ctx;
  const { layout } = content;
  const { event, up } = drawn;
  const cause = `event:${event.id}`;
  ctx.news.push({ key: `event.${nameOf(drawn)}` });
  for (const effect of event.effects) carryOut(ctx, effect, cause);
  // What was signed until then is no secret any more.
  if (event.odds === 'terms') num[layout.at('terms_leaked')] = ctx.round;
  if (!event.shock) return;
  const k = (name: string): number => coefficient(content, `events.${name}.${event.id}`);
  const size = layout.at('shock', event.shock);
  const left = layout.at('shock_left', event.shock);
  move(ctx, size, (up ? 1 : -1) * k('size') - (num[size] as number), cause);
  move(ctx, left, k('rounds') - (num[left] as number), cause);
}
