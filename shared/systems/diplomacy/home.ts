import { type Content, coefficient } from '../../core/content.ts';
import type { Cause } from '../../core/ledger.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import { move, type RoundContext } from '../../core/round.ts';

/** Something that one audience at home looks at: points for each unit by which it moved in the round. */
interface Look {
  readonly audience: number;
  readonly at: readonly number[];
  readonly points: number;
  readonly cause: Cause;
}

function compile(content: Content) {
  const { layout, start } = content;
  const k = (name: string): number => coefficient(content, `diplomacy.${name}`);
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const look = (
    power: Power,
    audience: 'first' | 'second',
    words: string,
    points: number,
    cause: Cause,
  ): Look => ({
    audience: at('audience', power, audience),
    at: layout.entries(words),
    points,
    cause,
  });
  const gov = (segment: string, share: number, audience: 'first' | 'second'): Look =>
    look('KZ', audience, `att(${segment},gov)`, share, 'mech:view_of_government');
  return {
    confrontation: at('confrontation'),
    level: at('sanction_level'),
    capitals: at('audience', 'EU', 'first'),
    lent: at('lent'),
    portfolio: at('portfolio'),
    treasury: at('audience', 'CN', 'second'),
    subsidy: at('subsidy'),
    subsidyCost: at('subsidy_cost'),
    audit: at('audit'),
    home: at('home'),
    pc: at('pc'),
    audience: at('audience'),
    looks: [
      // Kazakhstan: the public and the officials, by what they think of their government.
      ...['cities', 'rural', 'north'].map((segment) => gov(segment, 1 / 3, 'first')),
      gov('officials', 1, 'second'),
      // Russia: patriots want soldiers and union; industry and farms want tolls, walls and growth.
      look('RU', 'first', 'presence(RU)', k('ruPresence'), 'mech:presence'),
      look('RU', 'first', 'eeu_econ', k('ruDepth'), 'mech:economic_depth'),
      look('RU', 'first', 'eeu_pol', k('ruDepth'), 'mech:political_depth'),
      look('RU', 'first', 'energy_price(RU)', k('ruConcessions'), 'mech:concessions'),
      look('RU', 'second', 'toll_income(RU)', k('ruTolls'), 'mech:toll_gains'),
      look('RU', 'second', 'ru_growth', k('ruGrowth'), 'mech:ru_economy'),
      look('RU', 'second', 'sanction_level', k('ruSanctions'), 'mech:sanctions'),
      look('RU', 'second', 'cet_rate(goods)', k('ruTariff'), 'mech:tariff'),
      look('RU', 'second', 'ru_food_price', k('ruFoodPrices'), 'mech:food_prices'),
      look('RU', 'second', 'ru_capital', coefficient(content, 'pacts.investHome'), 'mech:owners'),
      look('RU', 'second', 'grey(RU)', k('ruLeaks'), 'mech:leaks'),
      look('RU', 'second', 'chapter', k('ruChapters'), 'mech:chapters'),
      // China: western provinces and contractors; treasury and auditors.
      look('CN', 'first', 'boxes(all)', k('cnBoxes'), 'mech:boxes'),
      look('CN', 'first', 'cn_own', k('cnOwn'), 'mech:own_contractors'),
      look('CN', 'first', 'open_value', k('cnOpenBids'), 'mech:open_bids'),
      look('CN', 'first', 'status(trunk)', k('cnClosure'), 'mech:access'),
      look('CN', 'second', 'subsidy_cost', k('cnSubsidy'), 'mech:subsidy_cost'),
      look('CN', 'second', 'arrears', k('cnArrears'), 'mech:arrears'),
      // Europe: capitals want their word kept and the law abroad; firms and farms want trade.
      look('EU', 'first', 'credibility', k('euWord'), 'mech:kept_word'),
      look('EU', 'first', 'rol', k('euRule'), 'mech:rule_of_law'),
      look('EU', 'first', 'eu_cohesion', k('euUnity'), 'mech:unity'),
      look('EU', 'second', 'trade(EU)', k('euTrade'), 'mech:trade_kz'),
      look('EU', 'second', 'ntb(EU,KZ,food)', k('euFarms'), 'mech:competing_imports'),
      look('EU', 'second', 'ntb(EU,KZ,goods)', k('euFirms'), 'mech:competing_imports'),
      look('EU', 'second', 'energy_div', k('euEnergy'), 'mech:energy_mix'),
      look('EU', 'second', 'sanction_level', k('euSanctions'), 'mech:sanctions'),
    ],
    start: { home: start[at('home')] as number },
    k: {
      homeReturns: k('homeReturns'),
      cnLoans: k('cnLoans'),
      cnSubsidy: k('cnSubsidy'),
      halfFreight: k('halfFreight'),
      euFirm: k('euFirm'),
      euTense: k('euTense'),
      euEased: k('euEased'),
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

/** First and second audience of each power answer to what moved in the round, each to its own things. */
function audiences(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  for (let i = 0; i < c.looks.length; i += 1) {
    const { audience, at, points, cause } = c.looks[i] as Look;
    let moved = 0;
    for (let j = 0; j < at.length; j += 1) {
      moved += (num[at[j] as number] as number) - (prev[at[j] as number] as number);
    }
    move(ctx, audience, points * moved, cause);
  }
  const performing = (state: Float64Array): number =>
    (state[c.lent] as number) * (state[c.portfolio] as number);
  move(ctx, c.treasury, c.k.cnLoans * (performing(num) - performing(prev)), 'mech:loans');
  // Once auditors look, what is paid beyond half of the freight counts twice (E13).
  const beyond = (state: Float64Array): number => {
    const rate = state[c.subsidy] as number;
    if (state[c.audit] !== 1 || rate <= c.k.halfFreight) return 0;
    return ((state[c.subsidyCost] as number) * (rate - c.k.halfFreight)) / rate;
  };
  move(ctx, c.treasury, c.k.cnSubsidy * (beyond(num) - beyond(prev)), 'event:E13');
  // Capitals want firmness while the confrontation lasts.
  if ((num[c.confrontation] as number) >= c.k.euTense) {
    const held = (num[c.level] as number) > 0 ? 1 : -1;
    move(ctx, c.capitals, c.k.euFirm * held, 'mech:sanctions');
    // Easing while nothing has calmed down looks like giving in.
    const eased = Math.max(0, (prev[c.level] as number) - (num[c.level] as number));
    move(ctx, c.capitals, c.k.euEased * eased, 'mech:eased_early');
  }
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
