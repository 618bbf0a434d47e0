import { type Content, coefficient } from '../../core/content.ts';
import { causeOf, move, type RoundContext, type System } from '../../core/round.ts';
import { corridorNorms } from './norms.ts';
import { europesSay } from './say.ts';
import { theUnion } from './union.ts';
import { west } from './west.ts';

function compile(content: Content) {
  const { layout, start } = content;
  const cohesion = layout.at('eu_cohesion');
  const confrontation = layout.at('confrontation');
  return {
    level: layout.at('sanction_level'),
    cohesion,
    confrontation,
    credibility: layout.at('credibility'),
    usual: start[cohesion] as number,
    calm: start[confrontation] as number,
    fatigue: coefficient(content, 'institutions.fatigue'),
    heavy: coefficient(content, 'institutions.heavyLevel'),
    mending: coefficient(content, 'institutions.mending'),
    cooling: coefficient(content, 'institutions.cooling'),
    wordsOnly: coefficient(content, 'institutions.wordsOnly'),
    easedWord: coefficient(content, 'institutions.easedWord'),
    easedCalm: coefficient(content, 'institutions.easedCalm'),
    easedUnity: coefficient(content, 'institutions.easedUnity'),
    relief: layout.at('sme_relief'),
    reliefFades: coefficient(content, 'rules.reliefFades'),
    tense: coefficient(content, 'diplomacy.euTense'),
    shown: layout.at('presence_shown'),
    witnessed: coefficient(content, 'europe.witnessed'),
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/** Step 9: what the round made of the union, of Europe's unity and reach, and of the great quarrel. */
export const institutions: System = {
  id: 'institutions',
  run(ctx) {
    let own = compiled.get(ctx.content);
    if (!own) {
      own = compile(ctx.content);
      compiled.set(ctx.content, own);
    }
    unity(ctx, own);
    words(ctx, own);
    easedInVain(ctx, own);
    const calm = own.calm - (ctx.prev[own.confrontation] as number);
    move(ctx, own.confrontation, own.cooling * calm, 'mech:calm_returns');
    wearOff(ctx, own);
    theUnion(ctx);
    europesSay(ctx);
    corridorNorms(ctx);
    west(ctx);
  },
};

/** Credit lines are used up and holidays from taxes end: relief of small firms wears off. */
function wearOff(ctx: RoundContext, own: Compiled): void {
  if (ctx.touched.has(own.relief)) return;
  move(ctx, own.relief, -own.reliefFades * (ctx.num[own.relief] as number), 'mech:relief');
}

/** Heavy sanctions tire their members out; without them unity comes back slowly. */
function unity(ctx: RoundContext, own: Compiled): void {
  if ((ctx.num[own.level] as number) >= own.heavy) {
    move(ctx, own.cohesion, own.fatigue, 'mech:sanction_fatigue');
    return;
  }
  const lost = own.usual - (ctx.num[own.cohesion] as number);
  move(ctx, own.cohesion, own.mending * lost, 'mech:unity_mends');
}

/**
 * Measures that end before their reason are a word broken, and quarrelled over among members. Eased
 * against a step back of the other side, they have done what they were for.
 */
function easedInVain(ctx: RoundContext, own: Compiled): void {
  const eased = (ctx.prev[own.level] as number) - (ctx.num[own.level] as number);
  if (eased <= 0) return;
  // What easing itself took off the quarrel is no answer of the other side.
  const open = (ctx.num[own.confrontation] as number) + own.easedCalm * eased;
  if (open < own.tense) return;
  const cause = causeOf(ctx, own.level, 'mech:sanction_fatigue');
  move(ctx, own.credibility, own.easedWord * eased, cause);
  move(ctx, own.cohesion, own.easedUnity * eased, cause);
}

/** Who protests while the quarrel is open and does nothing is believed less each time. */
function words(ctx: RoundContext, own: Compiled): void {
  const open = (ctx.num[own.confrontation] as number) >= own.tense;
  if (!open || (ctx.num[own.level] as number) > 0) return;
  // Observers on the ground are a deed, if a small one.
  const seen = (ctx.num[own.shown] as number) > 0 ? 1 - own.witnessed : 1;
  move(ctx, own.credibility, own.wordsOnly * seen, 'mech:words_only');
}
