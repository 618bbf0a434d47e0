import { type Content, coefficient } from '../../core/content.ts';
import { clamp } from '../../core/math.ts';
import { causeOf, move, type RoundContext } from '../../core/round.ts';

function compile(content: Content) {
  const { layout, start } = content;
  const k = (name: string): number => coefficient(content, `europe.${name}`);
  const say = layout.at('eu_say');
  return {
    say,
    usual: start[say] as number,
    stand: layout.at('obor_position'),
    clarity: layout.at('clarity'),
    gain: k('sayGain'),
    fades: k('sayFades'),
    settled: k('saySettled'),
    /** Part of a full say that each stand wins: none, sceptical, on conditions, engaged. */
    wins: [0, k('saySceptical'), k('sayConditional'), 1],
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/**
 * Europe's say in how the road is built: who names terms while the plan is still open is asked, who
 * comes when it has been written finds it written (C63). What is not used is forgotten.
 */
export function europesSay(ctx: RoundContext): void {
  let c = compiled.get(ctx.content);
  if (!c) {
    c = compile(ctx.content);
    compiled.set(ctx.content, c);
  }
  const { num, prev } = ctx;
  const open = clamp(1 - (num[c.clarity] as number) / c.settled, 0, 1);
  const wins = c.wins[num[c.stand] as number] as number;
  move(ctx, c.say, c.gain * wins * open, causeOf(ctx, c.stand, 'mech:stated_position'));
  move(ctx, c.say, c.fades * (c.usual - (prev[c.say] as number)), 'mech:calm_returns');
}
