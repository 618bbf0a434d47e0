import { type Content, coefficient } from '../../core/content.ts';
import { move, type RoundContext } from '../../core/round.ts';

function compile(content: Content) {
  const { layout, start, network } = content;
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `institutions.${name}`);
  const usual = (i: number): number => start[i] as number;
  const words = {
    diversity: at('energy_div'),
    interest: at('eu_interest'),
    step: at('epca_step'),
    weight: at('weight', 'EU'),
    caspian: at('boxes', 'caspian'),
    rol: at('rol'),
    barriers: ['food', 'goods'].map((sector) => at('ntb', 'EU', 'KZ', sector)),
    contract: at('delivered', 'oil', 'EU'),
    way: at('contract_way'),
  };
  const lines = network.lines
    .filter((l) => l.market === 'EU' && l.power !== 'RU')
    .map((l) => at('oil_flow', l.id));
  return {
    ...words,
    lines,
    start: {
      diversity: usual(words.diversity),
      interest: usual(words.interest),
      weight: usual(words.weight),
      oil: lines.reduce((sum, i) => sum + usual(i), 0),
    },
    k: {
      speed: k('westSpeed'),
      divStep: k('divStep'),
      divOil: k('divOil'),
      divCaspian: k('divCaspian'),
      interestEnergy: k('interestEnergy'),
      interestStep: k('interestStep'),
      interestRoad: k('interestRoad'),
      divContract: coefficient(content, 'contracts.diversity'),
      conditions: coefficient(content, 'europe.conditions'),
      samePipe: coefficient(content, 'contracts.samePipe'),
      interestContract: coefficient(content, 'contracts.interest'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/** How much Europe's energy comes by ways that Russia does not hold, and how much it cares (C69). */
export function west(ctx: RoundContext): void {
  let c = compiled.get(ctx.content);
  if (!c) {
    c = compile(ctx.content);
    compiled.set(ctx.content, c);
  }
  const { num, prev } = ctx;
  const { k, start } = c;
  conditions(ctx, c);
  let oil = 0;
  for (const i of c.lines) oil += num[i] as number;
  const div = (amount: number, cause: string): void =>
    move(ctx, c.diversity, k.speed * amount, cause);
  div(start.diversity - (prev[c.diversity] as number), 'mech:calm_returns');
  div(k.divStep * (num[c.step] as number), 'mech:partnership');
  div(k.divOil * (oil - start.oil), 'mech:oil_routing');
  div(k.divCaspian * (num[c.caspian] as number), 'mech:boxes');
  // Oil that comes through Russia is another seller, but the same pipe.
  const own = (num[c.way] as number) > 0.5 ? 1 : k.samePipe;
  div(k.divContract * own * (num[c.contract] as number), 'mech:contracts');
  const care = (amount: number, cause: string): void =>
    move(ctx, c.interest, k.speed * amount, cause);
  care(start.interest - (prev[c.interest] as number), 'mech:calm_returns');
  care(k.interestEnergy * ((num[c.weight] as number) - start.weight), 'mech:oil_routing');
  care(k.interestStep * (num[c.step] as number), 'mech:partnership');
  care(k.interestRoad * (num[c.caspian] as number), 'mech:boxes');
  care(k.interestContract * (num[c.contract] as number), 'mech:contracts');
}

/** What Europe opens it opens on conditions, and asks for as long as it stands open (C67). */
function conditions(ctx: RoundContext, c: Compiled): void {
  let opened = 0;
  for (const at of c.barriers) {
    opened += ((ctx.content.start[at] as number) - (ctx.num[at] as number)) / c.barriers.length;
  }
  // The last steps to courts that bind are taken at home.
  const room = (100 - (ctx.num[c.rol] as number)) / (100 - (ctx.content.start[c.rol] as number));
  move(ctx, c.rol, c.k.conditions * Math.max(0, opened) * room, 'mech:conditions');
}
