import { type Content, coefficient } from '../../core/content.ts';

/** Entries and coefficients of the economy, resolved once per content. */
function compile(content: Content) {
  const { layout, start } = content;
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `economy.${name}`);
  const att = layout.dims.segment.map((segment) => at('att', segment, 'gov'));
  return {
    brent: at('brent'),
    oilNorm: at('oil_norm'),
    rubOutside: at('rub_outside'),
    usdrub: at('usdrub'),
    ruOutside: at('ru_growth_outside'),
    ruGrowth: at('ru_growth'),
    ruFood: at('ru_food_price'),
    level: at('sanction_level'),
    usdkzt: at('usdkzt'),
    rubkzt: at('rubkzt'),
    regime: at('regime'),
    pegLevel: at('peg_level'),
    promise: at('promise'),
    gap: at('gap'),
    speculation: at('speculation'),
    passThrough: at('pass_through'),
    fund: at('fund'),
    growth: at('growth'),
    gdp: at('gdp'),
    gdpReal: at('gdp_real'),
    cpi: at('cpi'),
    realIncome: at('real_income'),
    debt: at('debt'),
    debtShare: at('debt_share'),
    creditors: layout.dims.creditor.length,
    riskPremium: at('risk_premium'),
    rol: at('rol'),
    homeShare: at('home_share'),
    demandInfra: at('demand_infra'),
    infraStock: at('infra_stock'),
    works: at('works'),
    upkeep: at('upkeep'),
    transitIncome: at('transit_income'),
    tollRu: at('toll_income', 'RU'),
    tradeShareRu: at('trade_share', 'RU'),
    energyPriceRu: at('energy_price', 'RU'),
    cetGoods: at('cet_rate', 'goods'),
    oilVolume: at('oil_volume'),
    oilAccess: layout.dims.line.map((line) => at('oil_access', line)),
    att,
    wave: at('wave'),
    innovation: at('innovation'),
    expGain: at('exp_gain'),
    consent: at('consent'),
    bypass: at('bypass'),
    landCode: at('land_code'),
    landAge: at('land_age'),
    offerCn: at('offer_cn'),
    resGrowth: at('res_growth'),
    resCpi: at('res_cpi'),
    resUsdkzt: at('res_usdkzt'),
    resFund: at('res_fund'),
    start: {
      gdp: start[at('gdp')] as number,
      brent: start[at('brent')] as number,
      works: start[at('works')] as number,
      transitIncome: start[at('transit_income')] as number,
      infraStock: start[at('infra_stock')] as number,
      tradeShareRu: start[at('trade_share', 'RU')] as number,
      debt: sum(start, at('debt'), layout.dims.creditor.length),
      riskPremium: start[at('risk_premium')] as number,
      rol: start[at('rol')] as number,
      demandInfra: start[at('demand_infra')] as number,
      fund: start[at('fund')] as number,
      innovation: start[at('innovation')] as number,
      expGain: start[at('exp_gain')] as number,
      offerCn: start[at('offer_cn')] as number,
    },
    k: {
      rubSanction: k('rubSanction'),
      ruSanction: k('ruSanction'),
      ruToll: k('ruToll'),
      ruFood: k('ruFood'),
      ruSqueeze: k('ruSqueeze'),
      ruWall: coefficient(content, 'union.ruWall'),
      willing: coefficient(content, 'union.willing'),
      eqRouble: k('eqRouble'),
      eqOil: k('eqOil'),
      eqDrift: k('eqDrift'),
      stepInHalf: k('stepInHalf'),
      bandStep: k('bandStep'),
      floatFirst: k('floatFirst'),
      floatLater: k('floatLater'),
      floatScare: k('floatScare'),
      floatAwaited: k('floatAwaited'),
      drain: k('drain'),
      bandDrain: k('bandDrain'),
      speculation: k('speculation'),
      speculationStays: k('speculationStays'),
      stepDoubt: k('stepDoubt'),
      fundFloor: k('fundFloor'),
      fundCalm: k('fundCalm'),
      forcedFloatAnger: k('forcedFloatAnger'),
      cpiUsual: k('cpiUsual'),
      cpiStays: k('cpiStays'),
      passThrough: k('passThrough'),
      passNow: k('passNow'),
      cpiFuel: k('cpiFuel'),
      growthTrend: k('growthTrend'),
      growthSpeed: k('growthSpeed'),
      oilLoss: k('oilLoss'),
      oilGain: k('oilGain'),
      oilNormSpeed: k('oilNormSpeed'),
      oilVolume: k('oilVolume'),
      ruSpill: k('ruSpill'),
      ruNormal: k('ruNormal'),
      exports: k('exports'),
      homeShare: k('homeShare'),
      works: k('works'),
      infra: k('infra'),
      transit: k('transit'),
      inflationDrag: k('inflationDrag'),
      oilTax: k('oilTax'),
      oilCost: k('oilCost'),
      budget: k('budget'),
      budgetSlump: k('budgetSlump'),
      transitToFund: k('transitToFund'),
      interest: k('interest'),
      borrowing: k('borrowing'),
      premiumSpeed: k('premiumSpeed'),
      premiumDebt: k('premiumDebt'),
      premiumFund: k('premiumFund'),
      premiumGap: k('premiumGap'),
      premiumLaw: coefficient(content, 'rules.lawPremium'),
      protest: k('protest'),
      innovation: k('innovation'),
      expectation: k('expectation'),
      deals: coefficient(content, 'lending.offersGrowth'),
      landRent: k('landRent'),
      wishSpeed: k('wishSpeed'),
      wishOil: k('wishOil'),
      wishRussia: k('wishRussia'),
    },
  };
}

export type CompiledEconomy = ReturnType<typeof compile>;

function sum(values: Float64Array, first: number, span: number): number {
  let s = 0;
  for (let i = 0; i < span; i += 1) s += values[first + i] as number;
  return s;
}

const compiled = new WeakMap<Content, CompiledEconomy>();

export function economyOf(content: Content): CompiledEconomy {
  let own = compiled.get(content);
  if (!own) {
    own = compile(content);
    compiled.set(content, own);
  }
  return own;
}
