import type { Content } from '../../core/content.ts';
import type { System } from '../../core/round.ts';
import { attitudes, compileAttitudes } from './attitudes.ts';
import { compileAwareness, spreadWord } from './awareness.ts';
import { business, compileBusiness } from './business.ts';
import { compileFear, fears, pressure } from './fear.ts';
import { ageLand, compileGrievance, grievances } from './grievance.ts';
import { readerOf } from './levels.ts';
import { compileOfficials, fadeBacking, officials } from './officials.ts';
import { compilePersuasion, persuasion } from './persuasion.ts';
import { climate, compileProtest, hazard, protest, usualHeat } from './protest.ts';

function compile(content: Content) {
  const r = readerOf(content);
  const grievance = compileGrievance(r);
  return {
    fear: compileFear(r),
    awareness: compileAwareness(r),
    business: compileBusiness(r),
    officials: compileOfficials(r),
    grievance,
    attitudes: compileAttitudes(r),
    persuasion: compilePersuasion(r),
    protest: compileProtest(r),
    usualHeat: usualHeat(grievance, content.start),
  };
}

const compiled = new WeakMap<Content, ReturnType<typeof compile>>();

/**
 * Step 9: six segments of the Kazakh public. Fear first, then who has heard of what, anger, what firms
 * and officials think, attitudes, and at last the hazard of protest and its draw.
 */
export const opinion: System = {
  id: 'opinion',
  run(ctx) {
    let own = compiled.get(ctx.content);
    if (!own) {
      own = compile(ctx.content);
      compiled.set(ctx.content, own);
    }
    fears(ctx, own.fear);
    spreadWord(ctx, own.awareness);
    pressure(ctx, own.fear);
    climate(ctx, own.protest);
    ageLand(ctx, own.grievance);
    grievances(ctx, own.grievance);
    business(ctx, own.business);
    officials(ctx, own.officials);
    persuasion(ctx, own.persuasion);
    attitudes(ctx, own.attitudes);
    fadeBacking(ctx, own.officials);
    hazard(ctx, own.protest, own.grievance, own.usualHeat);
    protest(ctx, own.protest, own.grievance);
  },
};
