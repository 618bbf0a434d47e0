import type { Ledger } from '../../core/ledger.ts';
import { log, logMean } from '../../core/math.ts';
import { causeOf, type RoundContext } from '../../core/round.ts';
import {
  addLines,
  addLogLines,
  addScaled,
  bookSplit,
  type CauseBook,
  createBook,
  createSplit,
  put,
  type Split,
  SplitPool,
  total,
} from '../economy/causes.ts';
import { kazakhTariff } from './armington.ts';
import {
  CA,
  CN,
  type CompiledTrade,
  ENERGY,
  EU,
  FOOD,
  flow,
  KZ,
  METALS,
  N_ARMINGTON,
  N_REGIONS,
  pair,
  RU,
  RW,
} from './compile.ts';
import { channel, homeMarket, turnover } from './totals.ts';

/** What the trade of one round owes to which cause; readers downstream inherit it. */
export interface TradeExplanation {
  readonly book: CauseBook;
  /** Of `importPrices`, log points. */
  readonly importPrices: Split;
  /** Of Kazakh exports of food and goods, log points. */
  readonly exports: Split;
}

/** Splits that nobody reads after the round's trade is booked. */
const pool = new SplitPool();

const explanations = new WeakMap<Ledger, TradeExplanation>();

/** The explanation that `explainTrade` wrote beside this ledger. @throws Error before step 6 */
export function explanationOf(ledger: Ledger): TradeExplanation {
  const found = explanations.get(ledger);
  if (!found) throw new Error('trade is explained in step 6');
  return found;
}

interface Work {
  readonly ctx: RoundContext;
  readonly t: CompiledTrade;
  readonly book: CauseBook;
  readonly rouble: Split;
  readonly tenge: Split;
  /** Change of turnover with each region and of all, $bn. */
  readonly turnover: readonly Split[];
  /** Change of trade between the EU and Russia, $bn. */
  readonly channel: Split;
}

/**
 * Attributes shares and values by log-mean Divisia weights: with g_j the log change of supplier j's
 * pull and ω the normalised log means of old and new shares, ln(w'_j/w_j) = g_j − Σ ω_k g_k holds
 * exactly, so every cause inside g splits the change of w_j without a remainder.
 */
export function explainTrade(ctx: RoundContext, t: CompiledTrade, ledger: Ledger): void {
  const { num, prev } = ctx;
  const book = createBook();
  pool.begin();
  const work: Work = {
    ctx,
    t,
    book,
    rouble: pool.take(),
    tenge: pool.take(),
    turnover: Array.from({ length: N_REGIONS }, () => pool.take()),
    channel: pool.take(),
  };
  addLogLines(ctx, book, work.rouble, t.usdrub, 1);
  put(book, work.rouble, 'mech:ru_prices', -change(ctx, t.rubPrices));
  addLogLines(ctx, book, work.tenge, t.usdkzt, 1);

  const importPrices = createSplit();
  const exports = createSplit();
  const market = pool.take();
  const home = pool.take();
  const before = homeMarket(t, prev);
  const after = homeMarket(t, num);
  for (let s = 0; s < N_ARMINGTON; s += 1) {
    for (let i = 0; i < N_REGIONS; i += 1) {
      const pulls = explainImporter(work, i, s);
      for (let j = 0; j < N_REGIONS; j += 1) {
        const channelled = (i === RU && j === EU) || (i === EU && j === RU);
        if (i !== KZ && j !== KZ && !channelled) continue;
        const { value, cost } = pulls[j] as Pull;
        const f = t.value + flow(i, j, FOOD + s);
        const mean = logMean(num[f] as number, prev[f] as number);
        if (channelled) {
          addScaled(book, work.channel, value, mean);
          continue;
        }
        if (i === KZ) {
          addScaled(book, market, value, mean);
          if (j === KZ) addScaled(book, home, value, mean);
          else {
            const part = (prev[f] as number) / before.all;
            addScaled(book, importPrices, cost, part);
            addScaled(book, importPrices, work.tenge, part);
          }
        } else addScaled(book, exports, value, mean);
        if (i !== j) addScaled(book, work.turnover[i === KZ ? j : i] as Split, value, mean);
      }
    }
  }
  toLogs(book, exports, kazakhGoods(t, num), kazakhGoods(t, prev));
  explainPriceTakers(work);
  bookTrade(work, ledger);

  const share = logMean(num[t.homeShare] as number, prev[t.homeShare] as number);
  bookSplit(ctx, book, home, t.homeShare, share / logMean(after.home, before.home));
  bookSplit(ctx, book, market, t.homeShare, -share / logMean(after.all, before.all));
  explanations.set(ledger, { book, importPrices, exports });
}

/** Kazakh exports of food and goods, $bn. */
function kazakhGoods(t: CompiledTrade, state: Float64Array): number {
  let sum = 0;
  for (let i = RU; i < N_REGIONS; i += 1) {
    const f = t.value + flow(i, KZ, FOOD);
    sum += (state[f] as number) + (state[f + 1] as number);
  }
  return sum;
}

/** Turns the split of a change into that of its logarithm. */
function toLogs(book: CauseBook, split: Split, now: number, old: number): void {
  const mean = logMean(now, old);
  for (let c = 0; c < book.names.length; c += 1) split[c] = (split[c] as number) / mean;
}

interface Pull {
  /** Split of the log change of landed cost, dollars. */
  readonly cost: Split;
  /** Split of the log change of the flow's value. */
  readonly value: Split;
}

/** Splits for all suppliers of one importer and sector. */
function explainImporter(work: Work, i: number, s: number): readonly Pull[] {
  const { ctx, t, book } = work;
  const { num, prev } = ctx;
  const { k } = t;
  const pulls: Pull[] = [];
  const mean = pool.take();
  let spend = 0;
  let spendBefore = 0;
  for (let j = 0; j < N_REGIONS; j += 1) {
    spend += num[t.value + flow(i, j, FOOD + s)] as number;
    spendBefore += prev[t.value + flow(i, j, FOOD + s)] as number;
  }
  let norm = 0;
  const weights: number[] = [];
  for (let j = 0; j < N_REGIONS; j += 1) {
    const f = t.value + flow(i, j, FOOD + s);
    const w = (num[f] as number) / spend;
    const w0 = (prev[f] as number) / spendBefore;
    const weight = logMean(w, w0);
    weights.push(weight);
    norm += weight;
    const cost = explainCost(work, i, j, s);
    const value = pool.take();
    addScaled(book, value, cost, 1 - k.sigmaShort);
    const before = log(prev[t.cost + pair(i, j, s)] as number);
    const wanted = (t.logShare[pair(i, j, s)] as number) + (1 - k.sigmaLong) * before;
    put(book, value, 'mech:buyers_adjust', k.lambda * (wanted - log(w0)));
    pulls.push({ cost, value });
  }
  for (let j = 0; j < N_REGIONS; j += 1) {
    addScaled(book, mean, (pulls[j] as Pull).value, (weights[j] as number) / norm);
  }
  const spending = explainSpending(work, i);
  // What clamping a flow or a cost cut off shows up as spending that did not go where it was meant.
  put(book, spending, 'limit', log(spend / spendBefore) - total(book, spending));
  for (const { value } of pulls) {
    addScaled(book, value, mean, -1);
    addScaled(book, value, spending, 1);
  }
  return pulls;
}

/** Split of the log change of one landed cost. */
function explainCost(work: Work, i: number, j: number, s: number): Split {
  const { ctx, t, book } = work;
  const { num, prev } = ctx;
  const { k } = t;
  const split = pool.take();
  if (j === KZ) {
    put(book, split, 'mech:home_costs', (k.homeCost * (prev[t.cpi] as number)) / 200);
    addScaled(book, split, work.tenge, -1);
    addLines(ctx, book, split, t.relief, -k.smallFirms / 100);
    if (s === 0) put(book, split, 'driver:harvest', -k.harvestPrice * change(ctx, t.harvest));
  } else {
    if (s === 0) put(book, split, 'driver:food_price', change(ctx, t.food));
    else put(book, split, 'driver:goods_price', change(ctx, t.goods));
    if (j === RU) addScaled(book, split, work.rouble, -k.roublePrice);
    if (j === CA) addScaled(book, split, work.rouble, -k.roublePriceCa);
  }
  if ((i === KZ && j === EU) || (i === EU && j === KZ)) {
    addLines(ctx, book, split, t.law, -k.lawCost / 100);
  }
  const grey = t.grey[j] as number;
  if (i === KZ && grey >= 0) addLines(ctx, book, split, grey, -k.greyEdge / 100);
  const p = pair(i, j, s);
  const ntb = t.ntb + p;
  if (num[ntb] !== prev[ntb])
    put(book, split, causeOf(ctx, ntb, 'mech:barriers'), change100(ctx, ntb));
  const cet = t.cet + s;
  if (i <= RU && (j === CN || j === EU || j === RW)) {
    if (i === KZ) explainOwnTariff(work, s, split);
    else if (num[cet] !== prev[cet])
      put(book, split, causeOf(ctx, cet, 'mech:tariff'), change100(ctx, cet));
  }
  if ((i === RU && j === EU) || (i === EU && j === RU)) {
    const levels = (num[t.level] as number) - (prev[t.level] as number);
    put(book, split, causeOf(ctx, t.level, 'mech:sanctions'), k.sanctionBarrier * levels);
  }
  // All that is left is what borders cost: days lost there, a round late.
  const moved = log((num[t.cost + p] as number) / (prev[t.cost + p] as number));
  const rest = moved - total(book, split);
  if (i !== j && (i === KZ || j === KZ)) put(book, split, 'mech:border_time', rest);
  else if (rest > 1e-12 || rest < -1e-12) put(book, split, 'limit', rest);
  return split;
}

/** Kazakhstan's own tariff is the common one less its exemptions: log means split the two. */
function explainOwnTariff(work: Work, s: number, split: Split): void {
  const { ctx, t, book } = work;
  const { num, prev } = ctx;
  const now = 100 + kazakhTariff(t, num, s);
  const old = 100 + kazakhTariff(t, prev, s);
  if (now === old) return;
  const common = ((num[t.cet + s] as number) - (prev[t.cet + s] as number)) / logMean(now, old);
  if (common !== 0) put(book, split, causeOf(ctx, t.cet + s, 'mech:tariff'), common);
  const exemption = log(now / old) - common;
  put(book, split, causeOf(ctx, t.exempt + s, 'mech:exemption'), exemption);
}

function change(ctx: RoundContext, at: number): number {
  return log((ctx.num[at] as number) / (ctx.prev[at] as number));
}

/** Log change of 1 + x/100. */
function change100(ctx: RoundContext, at: number): number {
  return log((100 + (ctx.num[at] as number)) / (100 + (ctx.prev[at] as number)));
}

/** Split of the log change of a region's spending, as `spendingGrowth` computes it. */
function explainSpending(work: Work, i: number): Split {
  const { ctx, t, book } = work;
  const { num, prev } = ctx;
  const { k } = t;
  const split = pool.take();
  if (i === KZ) {
    put(
      book,
      split,
      'mech:incomes',
      (k.income * (prev[t.growth] as number) + (prev[t.cpi] as number)) / 200,
    );
    const oil = log((num[t.brent] as number) / (prev[t.oilNorm] as number));
    put(book, split, 'driver:brent', k.oilIncome * oil);
    addScaled(book, split, work.tenge, -1);
    return split;
  }
  put(book, split, 'driver:goods_price', change(ctx, t.goods));
  const ru = (num[t.ruGrowth] as number) / 200;
  if (i === RU) {
    put(book, split, 'mech:ru_demand', ru);
    addScaled(book, split, work.rouble, -k.roublePrice);
  } else if (i === CN) put(book, split, 'driver:cn_growth', (num[t.cnGrowth] as number) / 200);
  else if (i === EU) put(book, split, 'driver:eu_growth', (num[t.euGrowth] as number) / 200);
  else {
    put(book, split, 'mech:rest_of_world', k.restGrowth);
    if (i === CA) {
      put(book, split, 'mech:ru_demand', k.remittances * ru);
      addScaled(book, split, work.rouble, -k.roublePriceCa);
    }
  }
  return split;
}

/** Energy and metals: price apart from volume and route. */
function explainPriceTakers(work: Work): void {
  const { ctx, t, book } = work;
  const { num, prev } = ctx;
  const metals = change(ctx, t.metals);
  const oil = change(ctx, t.brent);
  const fuel = causeOf(ctx, t.energyPriceRu, 'mech:fuel');
  for (let r = RU; r < N_REGIONS; r += 1) {
    const split = work.turnover[r] as Split;
    const f = t.value + flow(KZ, r, METALS);
    put(book, split, 'driver:metals_price', logMean(num[f] as number, prev[f] as number) * metals);
    const back = t.value + flow(KZ, r, ENERGY);
    const bought = (num[back] as number) - (prev[back] as number);
    const dearer = logMean(num[back] as number, prev[back] as number) * oil;
    put(book, split, 'driver:brent', dearer);
    put(book, split, fuel, bought - dearer);
    // The energy system told the causes when it shared out oil and metals.
    addLines(ctx, book, split, t.value + flow(r, KZ, ENERGY), 1);
    addLines(ctx, book, split, t.value + flow(r, KZ, METALS), 1);
  }
  for (const [i, j] of [
    [RU, EU],
    [EU, RU],
  ] as const) {
    const price = (s: number, cause: string): void => {
      const f = t.value + flow(i, j, s);
      put(book, work.channel, cause, (num[f] as number) - (prev[f] as number));
    };
    price(ENERGY, 'driver:brent');
    price(METALS, 'driver:metals_price');
  }
}

/** Lines of the trade indices and shares with Russia, China, the EU. */
function bookTrade(work: Work, ledger: Ledger): void {
  const { ctx, t, book } = work;
  const { num, prev } = ctx;
  const all = pool.take();
  let now = 0;
  let old = 0;
  for (let r = RU; r < N_REGIONS; r += 1) {
    addScaled(book, all, work.turnover[r] as Split, 1);
    now += turnover(t, num, r);
    old += turnover(t, prev, r);
  }
  /** An index of a sum, 100 at the start. */
  const bookIndex = (index: number, own: Split, sum: (state: Float64Array) => number): void => {
    const scale = 100 / sum(t.start);
    bookSplit(ctx, book, own, index, scale);
    // What the range of the index takes, or gives back of what it took a round before.
    const stored = (num[index] as number) - (prev[index] as number);
    const cut = stored - scale * (sum(num) - sum(prev));
    if (cut < -1e-11 || cut > 1e-11) ledger.add(index, 'limit', cut);
  };
  bookIndex(t.caTrade, work.turnover[CA] as Split, (state) => turnover(t, state, CA));
  bookIndex(t.ruChannel, work.channel, (state) => channel(t, state));
  for (let p = RU; p < t.powers; p += 1) {
    const own = work.turnover[p] as Split;
    bookIndex(t.trade + p, own, (state) => turnover(t, state, p));
    const share = t.tradeShare + p;
    const mean = logMean(num[share] as number, prev[share] as number);
    bookSplit(ctx, book, own, share, mean / logMean(turnover(t, num, p), turnover(t, prev, p)));
    bookSplit(ctx, book, all, share, -mean / logMean(now, old));
  }
}
