import { coefficient, roundOf } from '../../core/content.ts';
import { russianBorder } from '../../core/layout.ts';
import { move, type RoundContext, type System, setPolicy } from '../../core/round.ts';

/** Answers to the treaty that make a member: for the economy alone, or in full. */
const MEMBER_FROM = 2;

/**
 * Step 1: the union's rules come into force for Kazakhstan in the half-year of the union's start, or
 * in the round after a later signature. It follows from what was signed, so it also runs where
 * drivers are held.
 */
export const membership: System = {
  id: 'membership',
  run(ctx: RoundContext) {
    const { content, num, prev } = ctx;
    const { layout } = content;
    const begins = content.events.find((e) => e.id === 'E05');
    if (!begins?.half || ctx.round < roundOf(content, begins.half)) return;
    const joined = layout.at('joined');
    if (num[joined] === 1) return;
    const treaty = prev[layout.at('treaty')] as number;
    if (treaty < MEMBER_FROM) {
      if (ctx.round === roundOf(content, begins.half)) ctx.news.push({ key: 'unionWithout' });
      return;
    }
    const cause = 'event:E05';
    setPolicy(ctx, joined, 1, cause);
    for (const node of russianBorder(layout)) {
      const at = layout.at('relief', node);
      const days = coefficient(content, 'union.joinDays');
      setPolicy(ctx, at, (num[at] as number) + days, cause);
    }
    move(ctx, layout.at('exp_gain'), coefficient(content, 'union.joinGain'), cause);
    if (ctx.round > roundOf(content, begins.half)) ctx.news.push({ key: 'joinsLate' });
  },
};
