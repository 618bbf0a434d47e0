/**
 * The registry of state words: every number that the rules keep, with its range and who may see it.
 * Start values are assumptions of a scenario and stand in its content; here is only what holds for all.
 */

export type DimName =
  | 'power'
  | 'region'
  | 'sector'
  | 'armington'
  | 'segment'
  | 'topic'
  | 'initiative'
  | 'creditor'
  | 'corridor'
  | 'boxes'
  | 'chapter'
  | 'candidate'
  | 'audience'
  | 'place'
  | 'shocked'
  | 'border'
  | 'node'
  | 'link'
  | 'line'
  | 'fuel'
  | 'way'
  | 'project';

/**
 * Who sees a word in his view. `own`: the power in the word's first dimension;
 * a list: these powers; `none`: nobody before the debrief. Spectators see what is `all`.
 */
export type Visibility = 'all' | 'own' | 'none' | readonly ('KZ' | 'RU' | 'CN' | 'EU')[];

export interface WordSpec {
  readonly id: string;
  readonly dims: readonly DimName[];
  readonly min: number;
  readonly max: number;
  readonly see: Visibility;
  /** What others are told instead of a hidden value: it rounded to this step ("a band"). */
  readonly band?: number;
  /** Word that opens a hidden one to everybody while it is above 0. */
  readonly shownBy?: string;
}

function word(
  id: string,
  dims: readonly DimName[],
  min: number,
  max: number,
  see: Visibility = 'all',
  band?: number,
  shownBy?: string,
): WordSpec {
  return {
    id,
    dims,
    min,
    max,
    see,
    ...(band === undefined ? {} : { band }),
    ...(shownBy === undefined ? {} : { shownBy }),
  };
}

const INDEX = 400;

export const WORDS: readonly WordSpec[] = [
  // Drivers from outside, written in step 1; held still in shadow rounds and previews.
  word('brent', [], 5, 200), // $ a barrel
  word('metals_price', [], 10, INDEX), // metals and other minerals, index, 2013H1 = 100
  word('goods_price', [], 10, INDEX), // index of world goods prices in dollars
  word('food_price', [], 10, INDEX),
  word('rub_outside', [], 10, 200), // roubles a dollar without sanctions
  word('usdrub', [], 10, 300), // roubles a dollar
  word('rub_prices', [], 10, 300), // roubles a dollar that Russian prices have come to count on
  word('ru_growth_outside', [], -10, 10), // % yoy without sanctions
  word('cn_growth', [], -5, 15), // % yoy
  word('eu_growth', [], -10, 10), // % yoy
  word('sea_freight', [], 200, 15000), // $ per FEU, China to Europe
  word('box_demand', [], 10, INDEX * 2), // index of China-Europe container demand
  word('oil_volume', [], 10, 200), // index of Kazakh oil output
  word('harvest', [], 20, INDEX), // index
  word('shock', ['shocked'], -0.9, 2), // part by which an event moves a driver
  word('shock_left', ['shocked'], 0, 4), // rounds for which it still does
  word('coming', [], -40, 40, 'none'), // drawn for the next round: ± position of the event, 0 = none
  // Historical residuals, disclosed as 'other' ("anchored" mode).
  word('res_growth', [], -10, 10),
  word('res_cpi', [], -20, 20),
  word('res_usdkzt', [], -1, 1), // log points
  word('res_fund', [], -20, 20), // $bn
  word('res_boxes', [], -5, 5), // log points on China-Europe demand by rail

  // Economy.
  word('growth', [], -12, 12), // Kazakh GDP, % yoy
  word('oil_norm', [], 5, 200), // oil price that budgets and firms count on, $
  word('gdp', [], 10, 400), // $bn a half-year
  word('gdp_real', [], 20, INDEX), // index
  word('cpi', [], -5, 40), // % yoy at the half's end
  word('real_income', [], -10, 10), // % a half
  word('usdkzt', [], 100, 700),
  word('rubkzt', [], 1, 20), // tenge a rouble
  word('regime', [], 0, 2), // 0 peg, 1 band, 2 float
  word('peg_level', [], 100, 700), // tenge a dollar promised under peg or band
  word('gap', [], -60, 60), // overvaluation %
  word('promise', [], 0, 1),
  word('speculation', [], 0, 20), // $bn a half, drain beside the gap
  word('pass_through', [], -40, 60), // % of price level still to come from past depreciation
  word('fund', [], 0, 150, ['KZ'], 10), // National Fund and reserves that defend the peg, $bn
  word('debt', ['creditor'], 0, 200),
  word('debt_share', ['creditor'], 0, 1),
  word('risk_premium', [], 50, 900), // bp
  // What Kazakhstan pays its lenders would tell on what terms it has borrowed.
  word('service', [], 0, 60, ['KZ'], 0.5), // $bn a half-year of interest and of loans that fall due
  word('service_share', [], 0, 200, ['KZ'], 2), // % of exports
  word('debt_trouble', [], 0, 1), // lenders lend no more and wait for an answer
  word('debt_way', [], 0, 3), // the answer: 1 time, 2 savings, 3 shares in fields for debt
  word('debt_grace', [], 0, 6), // rounds in which no loan falls due
  word('home_share', [], 0, 100), // home producers' % of Kazakh goods and food
  word('innovation', [], 0, 100),
  word('demand_infra', [], 0, 100),
  word('ru_growth', [], -10, 8),
  word('ru_food_price', [], -20, 60), // % above the outside path
  word('sme_relief', [], 0, 20), // % that relief takes off the costs of small firms
  word('infra_stock', [], 0, 100), // quality of Kazakh transport, 50 = start
  word('works', [], 0, 10), // $bn a half of local building works

  // Powers.
  word('pc', ['power'], 0, 9, 'own'),
  word('home', ['power'], 0, 100),
  word('audience', ['power', 'audience'], 0, 100),

  // Money between powers. Kazakhstan's goes to its Fund and comes from it.
  word('purse', ['power'], 0, 100, 'own'), // $bn got from others, which widen the next envelope
  // What a power sent and to whom stands in its agreements; what lies in escrow is their parties' affair.
  word('escrow', ['power'], 0, 100, 'own'), // $bn that the rules keep of a power's money
  word('sent', ['power'], 0, 100, 'own'), // $bn that left its envelope under agreements in this half-year

  // Trade.
  word('cost', ['region', 'region', 'armington'], 0.05, 20), // landed, in dollars, start = 1
  word('value', ['region', 'region', 'sector'], 0, 1e6), // $bn a half, importer, supplier
  word('volume', ['region', 'region', 'sector'], 0, 1e6, 'none'), // index, start = 100
  word('trade', ['power'], 0, INDEX), // KZ with p, index
  word('ca_trade', [], 0, INDEX),
  word('ru_channel', [], 0, INDEX), // EU-RU trade, index
  word('trade_share', ['power'], 0, 100), // % of Kazakh trade
  word('exports', [], 0, 200), // KZ, $bn a half
  word('imports', [], 0, 200),
  word('cet_rate', ['sector'], 0, 40), // common external tariff, %
  word('ntb', ['region', 'region', 'armington'], 0, 80), // ad-valorem equivalent, %
  word('grey', ['border'], 0, 60), // unrecorded trade over a Kazakh border, % of the recorded
  word('checks', ['border'], 0, 2), // Kazakh controls there: 0 none beside the usual, 1 by risk, 2 of all
  word('exempt', ['armington'], 0, 40), // points by which Kazakhstan's own tariff lies below the common one
  word('exp_gain', [], 0, 100),
  word('distance', ['power'], 0, 1.5), // cultural distance, stock
  word('weight', ['power'], 0, 100), // % of Kazakh energy and mineral exports
  word('stake_cn', [], 0, 100),
  word('energy_div', [], 0, 100),

  // Transit.
  word('toll', ['power', 'corridor'], 0, 6000), // $ per FEU; only KZ and RU set them
  word('subsidy', [], 0, 4000), // China, $ per FEU
  word('subsidy_cost', [], 0, 20), // $bn a half
  word('status', ['corridor'], 0, 2), // RU: 0 open, 1 slow, 2 close
  word('boxes', ['boxes'], 0, 20000), // k TEU a half: by corridor, through KZ, all overland
  word('transit_income', [], 0, 6), // KZ, $bn a half
  word('toll_income', ['power'], 0, 6), // $bn a half
  word('split_paid', ['power'], -6, 6), // toll income got by agreed splits, $bn a half; paid is negative
  word('pool_paid', ['power'], -6, 6), // the same by pools of tolls
  word('route_mix', [], 0, 1),
  word('diversity', [], 0, 1),
  word('freq', ['corridor'], 0, 400), // trains a week
  word('delay', ['node'], 0, 40), // days, converged
  word('load', ['node'], 0, 10), // volume over capacity
  word('capacity', ['node'], 0, 400), // trains a day both ways
  word('widened', ['node'], 0, 3), // times a crossing was widened
  word('jam', ['node'], 0, 5), // days that a border queue costs
  word('relief', ['node'], -5, 10), // days of free delay taken away by orders
  word('available', ['link'], 0, 1), // built share: 1 in use
  word('flow', ['link'], 0, 20000), // k TEU a half
  word('bypass', [], 100, 400),
  word('oil_access', ['line'], 0, 2), // share of capacity that the owner lets through
  word('line_capacity', ['line'], 0, 200), // Mt a half
  word('outage', ['line'], 0, 1), // part of what a line would carry that storm or fire keeps out in this round
  word('new_oil', [], 0, 60), // from fields that came into use in play, in points of `oil_volume`
  word('new_oil_due', [], 0, 9), // rounds in which more of it still comes
  word('oil_flow', ['line'], 0, 200), // Mt a half
  word('energy_price', ['power'], -50, 50), // RU's terms for Kazakh fuel: negative = discount, %
  word('netback', [], -50, 200), // $ a barrel at the field
  word('metals_netback', ['region'], -2, 2), // what a market pays at the mine against the start, log points
  word('oil_quota', ['way'], 0, 60), // % of oil that the state sends a way, whatever it pays
  word('contract', ['fuel', 'power'], 0, 20), // promised to a power, Mt of oil or its equal a half-year
  word('contract_left', ['fuel', 'power'], 0, 12), // rounds for which it still runs
  word('contract_rule', ['fuel', 'power'], 0, 2), // price: 0 of the day, 1 of oil a half-year late, 2 with a floor
  word('contract_floor', ['fuel', 'power'], 0, 200), // $ a barrel below which it does not fall
  word('contract_way', [], 0, 1), // Europe's oil: 0 by Russian lines, 1 over the Caspian
  word('delivered', ['fuel', 'power'], 0, 20), // of what is promised, Mt a half-year
  word('contract_income', [], -20, 40), // what contracts bring beside the market, $bn a half-year
  word('gas_capacity', ['power'], 0, 60), // pipes to a power, Mt of oil's equal a half-year

  // Projects.
  word('progress', ['project'], 0, 1),
  word('funded', ['project'], 0, 60), // $bn paid
  word('upkeep', [], 0, 10), // $bn a half for what was built in play
  word('deals', [], 0, 60),
  word('offer_cn', [], 0, 10),
  word('lent', [], 0, 100),
  word('arrears', [], 0, 100),
  word('portfolio', [], 0, 1),
  word('local_share', [], 0, 100, ['KZ', 'CN'], 10),
  word('rule_local', [], 0, 100), // % of local work and material that Kazakh law asks for at least
  word('rule_open', [], 0, 1), // Kazakh law asks for open bids
  word('accept', [], 0, 100),
  word('cn_paid', ['project'], 0, 60), // $bn that China has paid into a project
  // Contracts without open bids are known to those who signed them.
  word('cn_own', ['project'], 0, 60, ['KZ', 'CN']), // of it, by its own contractors
  word('terms_leaked', [], 0, 1000), // round in which terms were last in the papers, 0 = never
  word('cn_rate', [], 0, 12, ['KZ', 'CN']), // mean interest on what China lent in play, % a year
  word('slots', [], 0, 9), // Chinese projects that may run at once
  word('cn_live', [], 0, 40), // Chinese projects paid into and not yet done
  word('own_done', [], 0, 60), // works that Chinese contractors with their own crews have finished in play
  word('open_value', [], 0, 100), // $bn of Chinese projects signed by open bidding
  word('bank_shared', ['project'], 0, 1), // banks of states pay for it too, and watch over its bids
  word('leases', [], 0, 10), // blocks of farmland that Chinese tenants hold
  word('ru_works', [], 0, 10), // $bn that Russian firms put into Kazakhstan in this half
  word('ru_capital', [], 0, 100), // $bn of it in all, by how much hangs on it
  word('accidents', ['place'], 0, 100),
  word('road_felt', ['project'], 0, 1), // the accidents of a new road were felt
  word('rallies', [], 0, 4), // rounds in which rallies against Chinese plants still make loans dear
  word('audit', [], 0, 1), // China's auditors look at what trains are paid beyond half of their freight
  word('field_access', ['place'], 0, 100),

  // Institutions.
  word('eeu_econ', [], 0, 100),
  word('eeu_pol', [], 0, 100),
  word('union_cohesion', [], 0, 100),
  word('disputes', [], 0, 10),
  word('treaty', [], 0, 3), // Kazakhstan's answer: 0 none, 1 delay, 2 economic only, 3 full
  word('joined', [], 0, 1), // the union's rules are in force for Kazakhstan
  word('squeezed', [], 0, 2), // rounds in which a Russian squeeze is still held against it
  word('food_ban', ['power'], 0, 1), // Russia's ban on food from a power
  word('food_limit', ['power'], 0, 1), // Kazakhstan's limit on food from a power
  word('currency_asked', [], 0, 1), // Russia has asked for one currency and waits for an answer
  word('currency', [], 0, 2), // Kazakhstan's answer to it: 0 refused or never asked, 1 studied, 2 accepted
  word('benefit', ['initiative'], 0, 100),
  word('worth', ['initiative'], 0, 100),
  word('consent', [], 0, 100),
  word('pressure', [], 0, 100),
  word('clarity', [], 0, 100),
  word('chapters_open', [], 0, 1), // the two plans may be brought into line
  word('chapter', ['chapter'], 0, 100),
  word('member', ['candidate'], 0, 1), // states that have joined the union in play
  word('chapter_signed', ['power', 'chapter'], 0, 1), // who has signed for it in this round
  word('aligned', ['power', 'chapter'], 0, 100), // how much of a chapter a power enjoys
  word('biz_conf', [], 0, 100),
  word('norms', [], 0, 100),
  word('eu_say', [], 0, 100),
  word('epca_step', [], 0, 4),
  word('rol', [], 0, 100),
  word('land_code', [], 0, 2),
  word('sanction_level', [], 0, 3),
  word('eu_cohesion', [], 0, 100),
  word('credibility', [], 0, 100),
  word('eu_crisis', [], 0, 1), // a member threatens to end the measures and waits for an answer
  word('confrontation', [], 0, 100),
  word('eu_interest', [], 0, 100),
  word('obor_position', [], 0, 3), // Europe's stand on the road: 0 none, 1 sceptical, 2 on conditions, 3 engaged

  // Opinion.
  word('att', ['segment', 'initiative'], 0, 100),
  word('spread', [], 0, 100),
  word('fear', ['segment'], 0, 100),
  word('message', ['initiative'], -5, 5), // what Russian media say of it in this half, 1 = a campaign
  word('media_repeats', [], 0, 9), // campaigns of late that the next one repeats
  word('media_quiet', [], 0, 20), // rounds since the last of them
  word('restoration', [], 0, 100),
  word('aware', ['segment', 'initiative'], 0, 1),
  word('grievance', ['segment', 'topic'], 0, 100),
  // Open media print what people and officials keep to themselves.
  word('hidden', ['segment'], 0, 100, 'none', undefined, 'media'),
  word('hazard', [], 0, 1),
  word('openness', [], 0, 100),
  word('media', [], -1, 1), // Kazakh rules for the media: -1 tight, 0 as usual, 1 open
  word('legitimacy', [], 0, 100),
  word('handover', [], 0, 4), // rounds of unrest still to come after a change at the top
  word('unrest', [], 0, 1), // part of the hazard that it adds
  word('doubt', [], 0, 100, 'none', undefined, 'media'),
  word('voiced', [], 0, 100),
  word('comfort', [], -100, 100),
  word('pref', [], -100, 100),
  word('backing', ['initiative'], 0, 100), // how firmly the president stands behind it
  word('announced', ['topic'], 0, 60), // anger that measures made known will raise, at full knowledge
  word('consulted', ['topic'], 0, 3), // rounds in which a consultation still softens measures
  word('settling', ['topic'], 0, 30), // anger that a settlement takes off in the next round
  word('land_age', [], 0, 20), // rounds since the land code last changed
  word('wave', [], 0, 1), // strength of a protest wave that waits for an answer
  word('wave_topic', [], 0, 6), // what it is about: 1 + position of the topic, 0 = none
  word('crackdown', [], 0, 2), // rounds in which a suppressed protest is still remembered abroad

  // Diplomacy and influence.
  word('trust', ['power', 'power'], 0, 100),
  word('reputation', ['power'], 0, 3),
  word('coop', ['power'], 0, 100),
  word('ties', ['power'], 0, 500), // $bn of agreements and visits with Kazakhstan that still count
  // How many soldiers are there is known to those who send them and to their host, or where monitors look.
  word('presence', ['power'], 0, 100, ['KZ', 'RU'], undefined, 'presence_shown'),
  word('presence_shown', [], 0, 8), // rounds in which monitors tell everybody what they count
  word('security_share', ['power'], 0, 100),
  word('drills', ['power'], 0, 20), // exercises that Kazakhstan holds with a power this half-year
  word('guarded', [], 0, 1), // they save time at the Chinese border
  word('patrols', [], 0, 9), // rounds for which Chinese patrols and training still run
  word('stability', [], 0, 100),
  word('holdup', ['power'], 0, 400),
  word('autonomy', [], 0, 100),
  word('balance', [], 0, 1),
];
