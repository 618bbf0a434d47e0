import { type Content, coefficient } from '../../core/content.ts';
import { clamp } from '../../core/math.ts';
import { causeOf, move, type RoundContext, type System } from '../../core/round.ts';

const TALKATIVE = ['cities', 'rural', 'north'] as const;

function compile(content: Content) {
  const { layout, start } = content;
  const k = (name: string): number => coefficient(content, `lending.${name}`);
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const usual = (label: string): number => start[layout.find(label)] as number;
  return {
    growth: at('growth'),
    boxes: at('boxes', 'KZ'),
    cargo: at('boxes', 'all'),
    weight: at('weight', 'CN'),
    lent: at('lent'),
    portfolio: at('portfolio'),
    arrears: at('arrears'),
    accept: at('accept'),
    offer: at('offer_cn'),
    local: at('local_share'),
    rate: at('cn_rate'),
    ruleLocal: at('rule_local'),
    ruleOpen: at('rule_open'),
    fund: at('fund'),
    premium: at('risk_premium'),
    shareCn: at('debt_share', 'CN'),
    shareMarket: at('debt_share', 'market'),
    open: at('open_value'),
    paid: at('cn_paid'),
    own: at('cn_own'),
    progress: at('progress'),
    ownDone: at('own_done'),
    patrols: at('patrols'),
    live: at('cn_live'),
    projects: layout.dims.project.length,
    anger: TALKATIVE.flatMap((s) => [at('grievance', s, 'china'), at('grievance', s, 'land')]),
    start: {
      growth: usual('growth'),
      boxes: usual('boxes(KZ)'),
      cargo: usual('boxes(all)'),
      weight: usual('weight(CN)'),
      portfolio: usual('portfolio'),
      accept: usual('accept'),
      offer: usual('offer_cn'),
      local: usual('local_share'),
      rate: usual('cn_rate'),
      premium: usual('risk_premium'),
      ruleLocal: usual('rule_local'),
      shareCn: usual('debt_share(CN)'),
    },
    trend: coefficient(content, 'economy.growthTrend'),
    k: {
      localReturns: k('localReturns'),
      speed: k('speed'),
      performGrowth: k('performGrowth'),
      performOwn: k('performOwn'),
      performAccept: k('performAccept'),
      performRate: k('performRate'),
      performUse: k('performUse'),
      performGuarded: coefficient(content, 'pacts.patrolPortfolio'),
      arrears: k('arrears'),
      arrearsPaid: k('arrearsPaid'),
      acceptOwn: k('acceptOwn'),
      acceptOpen: k('acceptOpen'),
      acceptDistress: k('acceptDistress'),
      acceptAnger: k('acceptAnger'),
      acceptScarce: k('acceptScarce'),
      procureAccept: coefficient(content, 'rules.procureAccept'),
      procureReach: coefficient(content, 'rules.procureReach'),
      procureOffers: coefficient(content, 'rules.procureOffers'),
      offers: k('offers'),
      offersCargo: k('offersCargo'),
      offersEnergy: k('offersEnergy'),
      offered: k('offered'),
      scarcity: k('scarcity'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;

const compiled = new WeakMap<Content, Compiled>();

/** Growth below which a state falls behind with its lenders, and below which it takes what it gets. */
const ARREARS_BELOW = 1;
const DISTRESS_BELOW = 3;
/** Progress from which a project counts as done: sums of tranches do not end on a round figure. */
const DONE = 1 - 1e-9;

/** Step 8: what became of Chinese loans: how projects are received, whether they perform, what they cost. */
export const lending: System = {
  id: 'lending',
  run(ctx) {
    let c = compiled.get(ctx.content);
    if (!c) {
      c = compile(ctx.content);
      compiled.set(ctx.content, c);
    }
    acceptance(ctx, c);
    performance(ctx, c);
    arrears(ctx, c);
    terms(ctx, c);
    finished(ctx, c);
  },
};

/** Chinese projects that run now; and works that opened this round, built mostly by Chinese crews. */
function finished(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  let live = 0;
  for (let p = 0; p < c.projects; p += 1) {
    const done = (num[c.progress + p] as number) >= DONE;
    if ((num[c.paid + p] as number) > 0 && !done) live += 1;
    const opened = done && (prev[c.progress + p] as number) < DONE;
    const own = num[c.own + p] as number;
    if (opened && own > 0 && own >= 0.5 * (num[c.paid + p] as number)) {
      move(ctx, c.ownDone, 1, 'mech:projects_used');
    }
  }
  move(ctx, c.live, live - (num[c.live] as number), 'mech:projects_used');
}

/** Shares of what China paid in play that own contractors build, and that was bid for openly. */
function shares(ctx: RoundContext, c: Compiled): { own: number; open: number } {
  let paid = 0;
  let own = 0;
  for (let p = 0; p < c.projects; p += 1) {
    paid += ctx.num[c.paid + p] as number;
    own += ctx.num[c.own + p] as number;
  }
  if (paid <= 0) return { own: 0, open: 0 };
  return { own: own / paid, open: Math.min(1, (ctx.num[c.open] as number) / paid) };
}

/** Foreign crews are refused, open bids are borne, and in hard times almost anything is (C24, C26, C27). */
function acceptance(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k } = c;
  const { own, open } = shares(ctx, c);
  let anger = 0;
  for (const at of c.anger) anger += (num[at] as number) - (ctx.content.start[at] as number);
  anger /= c.anger.length;
  const lack = Math.max(0, DISTRESS_BELOW - (num[c.growth] as number));
  const back = c.start.accept - (prev[c.accept] as number);
  move(ctx, c.accept, k.speed * back, 'mech:calm_returns');
  move(ctx, c.accept, k.speed * (k.acceptOwn * own + k.acceptOpen * open), 'mech:terms');
  const bids = k.procureAccept * (num[c.ruleOpen] as number);
  move(ctx, c.accept, k.speed * bids, causeOf(ctx, c.ruleOpen, 'mech:procurement'));
  // Need makes soft where nobody else lends; where others do, one may still choose (C27).
  const dear = ((num[c.premium] as number) - c.start.premium) / 100;
  const alone = clamp(1 + k.acceptScarce * dear, 0, 2);
  move(ctx, c.accept, k.speed * k.acceptDistress * lack * alone, 'mech:distress');
  move(ctx, c.accept, k.speed * k.acceptAnger * anger, 'mech:anger_china');
}

/** The part of loans that is paid back and whose works are used. */
function performance(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k, start } = c;
  const { own } = shares(ctx, c);
  const at = c.portfolio;
  const slump = Math.min(0, (num[c.growth] as number) - c.trend);
  const accepted = (num[c.accept] as number) - start.accept;
  const dear = (num[c.rate] as number) - start.rate;
  const used = (num[c.boxes] as number) - start.boxes;
  move(ctx, at, k.speed * (start.portfolio - (prev[at] as number)), 'mech:calm_returns');
  move(ctx, at, k.speed * k.performGrowth * slump, 'mech:kz_growth');
  // Foreign crews work well where they are welcome, and are held up where they are not.
  const unwelcome = (100 - (num[c.accept] as number)) / (100 - start.accept);
  move(ctx, at, k.speed * k.performOwn * own * unwelcome, 'mech:terms');
  move(ctx, at, k.speed * k.performAccept * accepted, 'mech:acceptance');
  move(ctx, at, k.speed * k.performRate * dear, 'mech:loan_cost');
  move(ctx, at, k.speed * k.performUse * used, 'mech:projects_used');
  // Guarded sites and roads lose less.
  const guarded = (num[c.patrols] as number) > 0 ? 1 : 0;
  move(ctx, at, k.speed * k.performGuarded * guarded, 'mech:patrols');
}

function arrears(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const lent = num[c.lent] as number;
  const lack = Math.max(0, ARREARS_BELOW - (num[c.growth] as number));
  move(ctx, c.arrears, -c.k.arrearsPaid * (prev[c.arrears] as number), 'mech:settled');
  move(ctx, c.arrears, c.k.arrears * lack * lent, 'mech:kz_growth');
}

/** Dearer loans cost the Fund more; offers and the usual local share come back; scarce money is Chinese. */
function terms(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k, start } = c;
  const dear = ((num[c.rate] as number) - start.rate) / 200;
  move(ctx, c.fund, -dear * (num[c.lent] as number), 'mech:loan_cost');
  const offers = start.offer - (prev[c.offer] as number);
  move(ctx, c.offer, k.offers * offers, 'mech:usual_offers');
  deterred(ctx, c);
  // China pays for what it expects to gain by: cargo that moves, energy that comes (C05).
  const cargo = (num[c.cargo] as number) - start.cargo;
  move(ctx, c.offer, k.offers * k.offersCargo * cargo, 'mech:boxes');
  const energy = (num[c.weight] as number) - start.weight;
  move(ctx, c.offer, k.offers * k.offersEnergy * energy, 'mech:oil_routing');
  const local = start.local - (prev[c.local] as number);
  move(ctx, c.local, k.localReturns * local, 'mech:calm_returns');
  const asked = (num[c.ruleLocal] as number) - start.ruleLocal;
  const reached = k.localReturns * k.procureReach * asked;
  move(ctx, c.local, reached, causeOf(ctx, c.ruleLocal, 'mech:procurement'));
  const dearer = (num[c.premium] as number) - start.premium;
  const ready = k.offered * ((num[c.offer] as number) - start.offer);
  const wanted = clamp(start.shareCn + (k.scarcity * dearer) / 100 + ready, 0.05, 0.6);
  const step = wanted - (num[c.shareCn] as number);
  move(ctx, c.shareCn, step, 'mech:scarce_money');
  move(ctx, c.shareMarket, -step, 'mech:scarce_money');
}

/** How strict the law on contracts is to a lender who brings his own firms: open bids 1, local rule at most .5. */
function strictness(c: Compiled, state: Float64Array): number {
  const local = Math.max(0, (state[c.ruleLocal] as number) - c.start.ruleLocal);
  return (state[c.ruleOpen] as number) + (0.5 * local) / (100 - c.start.ruleLocal);
}

/** Part of Chinese offers stays away while the law is strict: at once when it becomes so, and for good. */
function deterred(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const now = strictness(c, num);
  const before = strictness(c, prev);
  const away = -c.k.procureOffers * c.start.offer;
  const fresh = (1 - c.k.offers) * (now - before) + c.k.offers * now;
  const order = ctx.touched.get(c.ruleOpen) ?? ctx.touched.get(c.ruleLocal);
  move(ctx, c.offer, away * fresh, order ?? 'mech:procurement');
}
