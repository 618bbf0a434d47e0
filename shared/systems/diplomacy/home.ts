import { type Content, coefficient } from '../../core/content.ts';
import { POWERS } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';

function compile(content: Content) {
  const { layout, start } = content;
  const k = (name: string): number => coefficient(content, `diplomacy.${name}`);
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  return {
    confrontation: at('confrontation'),
    home: at('home'),
    pc: at('pc'),
    audience: at('audience'),
    att: layout.dims.segment.map((segment) => at('att', segment, 'gov')),
    level: at('sanction_level'),
    tollRu: at('toll_income', 'RU'),
    ruGrowth: at('ru_growth'),
    boxes: at('boxes', 'all'),
    subsidyCost: at('subsidy_cost'),
    tradeEu: at('trade', 'EU'),
    start: { home: start[at('home')] as number },
    k: {
      homeReturns: k('homeReturns'),
      ruTolls: k('ruTolls'),
      ruGrowth: k('ruGrowth'),
      ruSanctions: k('ruSanctions'),
      cnBoxes: k('cnBoxes'),
      cnSubsidy: k('cnSubsidy'),
      euFirm: k('euFirm'),
      euTense: k('euTense'),
      euTrade: k('euTrade'),
      capital: k('capital'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/** Home audiences of the four powers, home support, and the political capital that follows from it. */
export function homeSupport(ctx: RoundContext): void {
  let own = compiled.get(ctx.content);
  if (!own) {
    own = compile(ctx.content);
    compiled.set(ctx.content, own);
  }
  audiences(ctx, own);
  homes(ctx, own);
  capital(ctx, own);
}

/** First and second audience of each power, by what each looks at; the Kazakh ones judge the government. */
function audiences(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k } = c;
  const change = (at: number): number => (num[at] as number) - (prev[at] as number);
  const of = (power: number, second: number): number => c.audience + 2 * power + second;
  let public3 = 0;
  for (let i = 0; i < 3; i += 1) public3 += change(c.att[i] as number) / 3;
  move(ctx, of(0, 0), public3, 'mech:view_of_government');
  move(ctx, of(0, 1), change(c.att[5] as number), 'mech:view_of_government');
  // Russian industry: tolls earned, growth, sanctions.
  move(ctx, of(1, 1), k.ruTolls * change(c.tollRu), 'mech:toll_gains');
  move(ctx, of(1, 1), k.ruGrowth * change(c.ruGrowth), 'mech:ru_economy');
  move(ctx, of(1, 1), k.ruSanctions * change(c.level), 'mech:sanctions');
  // China: western provinces by boxes; treasury by what the subsidy costs.
  move(ctx, of(2, 0), k.cnBoxes * change(c.boxes), 'mech:boxes');
  move(ctx, of(2, 1), k.cnSubsidy * change(c.subsidyCost), 'mech:subsidy_cost');
  // EU: capitals want firmness while the confrontation lasts; firms want trade.
  const level = num[c.level] as number;
  if ((num[c.confrontation] as number) >= k.euTense) {
    move(ctx, of(3, 0), k.euFirm * (level > 0 ? 1 : -1), 'mech:sanctions');
  }
  move(ctx, of(3, 1), k.euTrade * change(c.tradeEu), 'mech:trade_kz');
}

/** Home support follows its two audiences and comes back to its usual level. */
function homes(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  for (let p = 0; p < POWERS.length; p += 1) {
    const home = c.home + p;
    move(ctx, home, c.k.homeReturns * (c.start.home - (prev[home] as number)), 'mech:calm_returns');
    for (let a = c.audience + 2 * p; a < c.audience + 2 * p + 2; a += 1) {
      const moved = (num[a] as number) - (prev[a] as number);
      move(ctx, home, moved / 2, 'mech:home_audiences');
    }
  }
}

/** 4 a round, one more when much liked at home, one less when little; no more than 9 are kept. */
function capital(ctx: RoundContext, c: Compiled): void {
  for (let p = 0; p < POWERS.length; p += 1) {
    const liked = ctx.num[c.home + p] as number;
    const extra = liked > 60 ? 1 : liked < 35 ? -1 : 0;
    move(ctx, c.pc + p, c.k.capital + extra, 'mech:capital');
  }
}
