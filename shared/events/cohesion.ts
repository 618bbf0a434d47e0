import { coefficient, roundOf } from '../core/content.ts';
import { move, type System, setPolicy } from '../core/round.ts';

/**
 * Crisis of European unity (E21): when members are tired of measures, one of them threatens its veto.
 * It shows at the end of a round and waits for an answer in the next: capital holds the members
 * together, without it the level falls by one.
 */
export const cohesionCrisis: System = {
  id: 'cohesion',
  run(ctx) {
    const { content, num, prev } = ctx;
    const { layout } = content;
    const event = content.events.find((e) => e.id === 'E21');
    if (!event) return;
    const k = (name: string): number => coefficient(content, `unity.${name}`);
    const cause = `event:${event.id}`;
    const crisis = layout.at('eu_crisis');
    const level = layout.at('sanction_level');
    const cohesion = layout.at('eu_cohesion');
    if (prev[crisis] === 1) {
      if (num[crisis] === 1) {
        setPolicy(ctx, crisis, 0, cause);
        const lower = Math.max(0, (num[level] as number) - 1);
        if (lower < (num[level] as number)) {
          setPolicy(ctx, level, lower, cause);
          move(ctx, layout.at('confrontation'), k('easedTension'), cause);
          move(ctx, layout.at('credibility'), k('easedWord'), cause);
        }
        move(ctx, cohesion, k('easedUnity'), cause);
      }
      return;
    }
    if (ctx.round < roundOf(content, event.half)) return;
    if ((num[level] as number) < 1 || (num[cohesion] as number) >= k('crisisBelow')) return;
    move(ctx, crisis, 1, cause);
    ctx.news.push({ key: `event.${event.id}`, power: 'EU' });
  },
};
