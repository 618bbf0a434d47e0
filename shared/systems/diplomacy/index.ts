import { type Content, coefficient } from '../../core/content.ts';
import { causeOf, move, type RoundContext, type System } from '../../core/round.ts';
import { homeSupport } from './home.ts';
import { pairs } from './pairs.ts';

function compile(content: Content) {
  const { layout, start } = content;
  const k = (name: string): number => coefficient(content, `diplomacy.${name}`);
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  return {
    stability: at('stability'),
    growth: at('growth'),
    confrontation: at('confrontation'),
    presence: at('presence', 'RU'),
    step: at('epca_step'),
    region: at('ca_trade'),
    shown: at('presence_shown'),
    patrols: at('patrols'),
    start: {
      stability: start[at('stability')] as number,
      growth: start[at('growth')] as number,
      confrontation: start[at('confrontation')] as number,
      presence: start[at('presence', 'RU')] as number,
    },
    k: {
      stabilitySpeed: k('stabilitySpeed'),
      stabilityGrowth: k('stabilityGrowth'),
      stabilityTension: k('stabilityTension'),
      stabilityPresence: k('stabilityPresence'),
      stabilityStep: k('stabilityStep'),
      stabilityRegion: k('stabilityRegion'),
      watched: coefficient(content, 'europe.watched'),
      patrolled: coefficient(content, 'pacts.patrolStability'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/** Step 10: regional stability, then what audiences at home make of the round. */
export const diplomacy: System = {
  id: 'diplomacy',
  run(ctx) {
    let own = compiled.get(ctx.content);
    if (!own) {
      own = compile(ctx.content);
      compiled.set(ctx.content, own);
    }
    pairs(ctx);
    stability(ctx, own);
    patrols(ctx, own);
    monitors(ctx, own);
    homeSupport(ctx);
  },
};

function stability(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k, start } = c;
  const speed = k.stabilitySpeed;
  const before = prev[c.stability] as number;
  const growth = (num[c.growth] as number) - start.growth;
  const tension = (num[c.confrontation] as number) - start.confrontation;
  move(ctx, c.stability, speed * (start.stability - before), 'mech:calm_returns');
  move(ctx, c.stability, speed * k.stabilityGrowth * growth, 'mech:kz_growth');
  move(ctx, c.stability, speed * k.stabilityTension * tension, 'mech:confrontation');
  const presence = (num[c.presence] as number) - start.presence;
  // What is counted in public is feared less by the neighbours.
  const dreaded = (num[c.shown] as number) > 0 ? 1 - k.watched : 1;
  move(ctx, c.stability, speed * k.stabilityPresence * presence * dreaded, 'mech:presence');
  // A third partner keeps the two neighbours from pulling at the region (C61).
  move(ctx, c.stability, speed * k.stabilityStep * (num[c.step] as number), 'mech:partnership');
  // Neighbours who earn by each other keep the peace (C62, C64).
  const region = (num[c.region] as number) - 100;
  move(ctx, c.stability, speed * k.stabilityRegion * region, 'mech:regional_trade');
}

/** Guarded borders keep the west calm while patrols run. */
function patrols(ctx: RoundContext, c: Compiled): void {
  if ((ctx.num[c.patrols] as number) <= 0) return;
  const cause = causeOf(ctx, c.patrols, 'mech:patrols');
  move(ctx, c.stability, c.k.stabilitySpeed * c.k.patrolled, cause);
}

/** Monitors go home after a while. */
function monitors(ctx: RoundContext, c: Compiled): void {
  if ((ctx.num[c.shown] as number) > 0 && !ctx.touched.has(c.shown)) {
    move(ctx, c.shown, -1, 'mech:time');
  }
}
