import { coefficient } from '../../core/content.ts';
import type { Vote } from '../../core/motion.ts';
import type { MotionTerms } from '../../core/order.ts';
import type { Power } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';
import { carries, memberVotes } from './members.ts';

const PUBLIC = ['cities', 'rural', 'north'] as const;

/**
 * Step 2: counts a motion, books what voting costs, and says whether it is carried.
 * @param kind of the order that carries it
 * @param votes as cast; in history's run all agree
 */
export function countMotion(
  ctx: RoundContext,
  by: Power,
  kind: string,
  terms: MotionTerms,
  votes: Readonly<Partial<Record<Power, Vote>>>,
  agreed: boolean,
): boolean {
  const { content } = ctx;
  const at = (word: string, ...keys: string[]): number => content.layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `union.${name}`);
  const members = memberVotes(content, ctx.prev, ctx.round, terms);
  const carried = agreed || carries(members, votes);
  for (const [power, vote] of Object.entries(votes)) {
    if (vote !== 'no') continue;
    move(ctx, at('pc', power), -k('noCosts'), 'mech:veto');
    for (const [a, b] of [
      [power, by],
      [by, power],
    ] as const) {
      if (a !== b) move(ctx, at('trust', a, b), k('noTrust'), 'mech:veto');
    }
  }
  ctx.news.push({
    key: carried ? 'motionCarried' : 'motionFailed',
    power: by,
    params: { order: kind },
  });
  if (!carried) {
    move(ctx, at('union_cohesion'), k('failedCohesion'), 'mech:veto');
    return false;
  }
  // A union that goes further than Kazakhstan is willing loses hearts there, and its own cohesion.
  const lack = Math.max(0, k('willing') - (ctx.prev[at('consent')] as number));
  if (terms.tariff >= 0 && lack > 0) {
    move(ctx, at('union_cohesion'), k('unwillingCohesion') * lack, 'mech:unwilling');
    for (const s of PUBLIC)
      move(ctx, at('att', s, 'gov'), k('unwillingAnger') * lack, 'mech:unwilling');
  }
  return true;
}
