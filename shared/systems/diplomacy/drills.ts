import { POWERS } from '../../core/powers.ts';
import { move, type RoundContext, type System } from '../../core/round.ts';

/** Step 1: guests who came for an exercise have gone home; what it left is in trust and ties. */
export const drillsOver: System = {
  id: 'drills-over',
  run(ctx: RoundContext) {
    const first = ctx.content.layout.at('drills');
    for (let p = 0; p < POWERS.length; p += 1) {
      move(ctx, first + p, -(ctx.num[first + p] as number), 'mech:time');
    }
  },
};
