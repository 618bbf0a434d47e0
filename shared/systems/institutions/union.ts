import { type Content, coefficient, roundOf } from '../../core/content.ts';
import { russianBorder } from '../../core/layout.ts';
import { causeOf, move, type RoundContext, setPolicy } from '../../core/round.ts';
import { unionApart, unionLevel } from '../alignment/index.ts';

const PUBLIC = ['cities', 'rural', 'north'] as const;

function compile(content: Content) {
  const { layout, start, network } = content;
  const at = (word: string, ...keys: string[]): number => layout.at(word, ...keys);
  const k = (name: string): number => coefficient(content, `union.${name}`);
  const usual = (i: number): number => start[i] as number;
  const tariffs = [at('cet_rate', 'food'), at('cet_rate', 'goods')];
  const exempt = [at('exempt', 'food'), at('exempt', 'goods')];
  const border = russianBorder(layout).map((id) => at('delay', id));
  const fear = PUBLIC.map((s) => at('fear', s));
  const att = PUBLIC.map((s) => at('att', s, 'EEU'));
  const words = {
    econ: at('eeu_econ'),
    pol: at('eeu_pol'),
    cohesion: at('union_cohesion'),
    disputes: at('disputes'),
    benefit: at('benefit', 'EEU'),
    consent: at('consent'),
    announced: at('announced', 'eeu'),
    asked: at('currency_asked'),
    currency: at('currency'),
    pressure: at('pressure'),
    joined: at('joined'),
    treaty: at('treaty'),
    squeezed: at('squeezed'),
    confrontation: at('confrontation'),
    trustKz: at('trust', 'KZ', 'RU'),
    trustRu: at('trust', 'RU', 'KZ'),
  };
  const treatyEvent = content.events.find((e) => e.id === 'E03');
  return {
    ...words,
    tariffs,
    exempt,
    border,
    fear,
    att,
    access: network.lines.filter((l) => l.power === 'RU').map((l) => at('oil_access', l.id)),
    status: layout.dims.corridor.map((c) => at('status', c)),
    treatyRound: treatyEvent?.half ? roundOf(content, treatyEvent.half) : -1,
    start: {
      econ: usual(words.econ),
      pol: usual(words.pol),
      cohesion: usual(words.cohesion),
      benefit: usual(words.benefit),
      consent: usual(words.consent),
      pressure: usual(words.pressure),
      confrontation: usual(words.confrontation),
      trust: usual(words.trustKz),
      tariff: mean(start, tariffs),
      border: mean(start, border),
      fear: mean(start, fear),
      att: mean(start, att),
    },
    k: {
      speed: k('speed'),
      benefitDepth: k('benefitDepth'),
      benefitJoined: k('benefitJoined'),
      benefitPolitics: k('benefitPolitics'),
      benefitDispute: k('benefitDispute'),
      benefitTension: k('benefitTension'),
      benefitTariff: k('benefitTariff'),
      benefitBorder: k('benefitBorder'),
      consentBenefit: k('consentBenefit'),
      consentDepth: k('consentDepth'),
      consentFear: k('consentFear'),
      consentTrust: k('consentTrust'),
      consentPressure: k('consentPressure'),
      consentOpinion: k('consentOpinion'),
      consentPush: k('consentPush'),
      consentCurrency: k('consentCurrency'),
      silence: coefficient(content, 'rules.silence'),
      refusedTrust: coefficient(content, 'rules.refusedTrust'),
      cohesionSpeed: k('cohesionSpeed'),
      cohesionBenefit: k('cohesionBenefit'),
      cohesionConsent: k('cohesionConsent'),
      cohesionPolitics: k('cohesionPolitics'),
      cohesionDispute: k('cohesionDispute'),
      recognised: coefficient(content, 'alignment.recognised'),
      booksApart: coefficient(content, 'alignment.booksApart'),
      delayTrust: k('delayTrust'),
      squeezeHeld: k('squeezeHeld'),
    },
  };
}

type Compiled = ReturnType<typeof compile>;

function mean(num: Float64Array, entries: readonly number[]): number {
  let sum = 0;
  for (const i of entries) sum += num[i] as number;
  // A network without such stations has nothing to wait for.
  return entries.length === 0 ? 0 : sum / entries.length;
}

const compiled = new WeakMap<Content, Compiled>();

/** What the round made of the union: its worth to Kazakhstan, the will to go further, its cohesion. */
export function theUnion(ctx: RoundContext): void {
  let c = compiled.get(ctx.content);
  if (!c) {
    c = compile(ctx.content);
    compiled.set(ctx.content, c);
  }
  unanswered(ctx, c);
  silence(ctx, c);
  squeezes(ctx, c);
  benefit(ctx, c);
  consent(ctx, c);
  cohesion(ctx, c);
}

/** A treaty that was not answered in its half-year is put off. */
function unanswered(ctx: RoundContext, c: Compiled): void {
  if (ctx.round !== c.treatyRound || ctx.num[c.treaty] !== 0) return;
  setPolicy(ctx, c.treaty, 1, 'event:E03');
  move(ctx, c.trustKz, c.k.delayTrust, 'event:E03');
  move(ctx, c.trustRu, c.k.delayTrust, 'event:E03');
}

/** Silence about one currency for a half-year is a refusal. */
function silence(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const waited = prev[c.asked] === 1 && num[c.asked] === 1;
  if (!waited || ctx.touched.has(c.asked)) return;
  setPolicy(ctx, c.asked, 0, 'mech:currency');
  move(ctx, c.trustKz, c.k.refusedTrust, 'mech:currency');
  move(ctx, c.trustRu, c.k.refusedTrust, 'mech:currency');
  move(ctx, c.announced, c.k.silence, 'mech:currency');
}

/** For how many rounds members still hold a squeeze of lines or roads against Russia. */
function squeezes(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  let fresh = false;
  for (const at of c.access) if ((num[at] as number) < (prev[at] as number)) fresh = true;
  for (const at of c.status) if ((num[at] as number) > (prev[at] as number)) fresh = true;
  const held = prev[c.squeezed] as number;
  const now = fresh ? c.k.squeezeHeld : Math.max(0, held - 1);
  move(ctx, c.squeezed, now - (num[c.squeezed] as number), 'mech:access');
}

/** What firms and officials see of the union: borders and barriers, not politics (C50, C51, C52). */
function benefit(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k, start } = c;
  const at = c.benefit;
  const by = (amount: number, cause: string): void => move(ctx, at, k.speed * amount, cause);
  by(start.benefit - (prev[at] as number), 'mech:calm_returns');
  by(k.benefitDepth * ((num[c.econ] as number) - start.econ), 'mech:economic_depth');
  by(k.benefitJoined * (num[c.joined] as number), 'mech:union_rules');
  by(k.benefitPolitics * ((num[c.pol] as number) - start.pol), 'mech:political_depth');
  by(k.benefitDispute * (num[c.disputes] as number), causeOf(ctx, c.disputes, 'mech:disputes'));
  const tension = (num[c.confrontation] as number) - start.confrontation;
  by(k.benefitTension * tension, 'mech:confrontation');
  by(k.benefitTariff * (mean(num, c.tariffs) - start.tariff), 'mech:tariff');
  by(-k.benefitTariff * mean(num, c.exempt), 'mech:exemption');
  by(k.benefitBorder * (mean(num, c.border) - start.border), 'mech:border_time');
}

/** Kazakhstan's will to deepen the union. */
function consent(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k, start } = c;
  const at = c.consent;
  const by = (amount: number, cause: string): void => move(ctx, at, k.speed * amount, cause);
  by(start.consent - (prev[at] as number), 'mech:calm_returns');
  by(k.consentBenefit * ((num[c.benefit] as number) - start.benefit), 'mech:union_benefit');
  // Each step leaves less to decide at home.
  by(k.consentDepth * ((num[c.econ] as number) - start.econ), 'mech:economic_depth');
  by(k.consentFear * (mean(num, c.fear) - start.fear), 'mech:fear');
  by(k.consentTrust * ((num[c.trustKz] as number) - start.trust), 'mech:trust');
  by(k.consentPressure * ((num[c.pressure] as number) - start.pressure), 'mech:pressure');
  by(k.consentOpinion * (mean(num, c.att) - start.att), 'mech:opinion_union');
  // To be asked for one's currency makes every next step look like more than it is (C13).
  by(k.consentPush * (num[c.asked] as number), causeOf(ctx, c.asked, 'mech:currency'));
  by(k.consentCurrency * (num[c.currency] as number), causeOf(ctx, c.currency, 'mech:currency'));
}

/** The union holds together by what it brings, by will and by politics; quarrels pull it apart. */
function cohesion(ctx: RoundContext, c: Compiled): void {
  const { num, prev } = ctx;
  const { k, start } = c;
  const at = c.cohesion;
  const by = (amount: number, cause: string): void =>
    move(ctx, at, k.cohesionSpeed * amount, cause);
  by(start.cohesion - (prev[at] as number), 'mech:calm_returns');
  by(k.cohesionBenefit * ((num[c.benefit] as number) - start.benefit), 'mech:union_benefit');
  by(k.cohesionConsent * ((num[c.consent] as number) - start.consent), 'mech:consent');
  by(k.cohesionPolitics * ((num[c.pol] as number) - start.pol), 'mech:political_depth');
  by(k.cohesionDispute * (num[c.disputes] as number), 'mech:disputes');
  by(k.recognised * unionLevel(ctx.content, num), 'mech:chapters');
  by(-k.booksApart * unionApart(ctx.content, num), 'mech:chapters');
}
