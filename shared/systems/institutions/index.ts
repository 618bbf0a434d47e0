import { type Content, coefficient } from '../../core/content.ts';
import { move, type System } from '../../core/round.ts';

function compile(content: Content) {
  const { layout, start } = content;
  const cohesion = layout.at('eu_cohesion');
  return {
    level: layout.at('sanction_level'),
    cohesion,
    usual: start[cohesion] as number,
    fatigue: coefficient(content, 'institutions.fatigue'),
    heavy: coefficient(content, 'institutions.heavyLevel'),
    mending: coefficient(content, 'institutions.mending'),
  };
}

const compiled = new WeakMap<Content, ReturnType<typeof compile>>();

/** Step 10: heavy sanctions tire their members out; without them unity comes back slowly. */
export const institutions: System = {
  id: 'institutions',
  run(ctx) {
    let own = compiled.get(ctx.content);
    if (!own) {
      own = compile(ctx.content);
      compiled.set(ctx.content, own);
    }
    if ((ctx.num[own.level] as number) >= own.heavy) {
      move(ctx, own.cohesion, own.fatigue, 'mech:sanction_fatigue');
    } else {
      const lost = own.usual - (ctx.num[own.cohesion] as number);
      move(ctx, own.cohesion, own.mending * lost, 'mech:unity_mends');
    }
  },
};
