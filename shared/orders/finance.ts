import { type Content, coefficient } from '../core/content.ts';
import { exp } from '../core/math.ts';
import type { OrderKind, OrderScene, Params } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { type RoundContext, setPolicy } from '../core/round.ts';
import { provoke, shift, shiftTrust } from './effects.ts';
import { choice, contentChoice, number, slider, text } from './form.ts';
import { lawLocal, lawOpen, termsPremium } from './terms.ts';

function projectsOf(content: Content): Content['projects'] {
  return content.projects.filter((p) => p.powers.includes('CN'));
}

/** % of local work that a contract comes to: what it says, and at least what the law asks for. */
function localPart(ctx: RoundContext, params: Params): number {
  return Math.max(Number(text(params, 'local')), lawLocal(ctx));
}

/** Own contractors against the country's own law: an exception that it is blamed for. @returns times the anger */
function exception(ctx: RoundContext, cause: string): number {
  shift(ctx, cause, coefficient(ctx.content, 'rules.brokenLaw'), 'rol');
  return coefficient(ctx.content, 'rules.brokenAnger');
}

/** Part of a project's price that a bank of states pays, 0..1. */
function bankPart({ content, num }: Pick<OrderScene, 'content' | 'num'>, params: Params): number {
  const shared = num[content.layout.at('bank_shared', text(params, 'project'))] === 1;
  return shared ? coefficient(content, 'pacts.bankShare') : 0;
}

/** Chinese projects that run: paid into and not yet done. */
function running({ content, num }: OrderScene): number {
  return projectsOf(content).filter(
    (p) =>
      (num[content.layout.at('cn_paid', p.id)] as number) > 0 &&
      (num[content.layout.at('progress', p.id)] as number) < 1,
  ).length;
}

/** A Chinese loan for a road, a port, a pipeline or plants, on terms that Kazakhstan signs. */
export const finance: OrderKind = {
  id: 'finance',
  by: ['CN'],
  depth: 'intro',
  cooldown: 0,
  icon: 'hand-coins',
  claims: ['C05', 'C06', 'C16', 'C24', 'C25', 'C26', 'C27'],
  params: [
    contentChoice(
      'project',
      'project',
      (content) => projectsOf(content).map((p) => p.id),
      'plants',
    ),
    choice('bidding', ['own', 'open'], 'own'),
    slider('amount', 'bn', 0.1, 5, 0.1, 1),
    slider('interest', 'percent', 1, 6, 0.5, 3),
    choice('local', ['30', '50', '70'], '30'),
  ],
  main: ['project', 'bidding', 'amount'],
  partners: () => ['KZ'],
  // Open bids are published with their terms; a contract with the lender's own firms is not.
  secret: ({ bidding }) => (bidding === 'open' ? [] : ['bidding', 'interest', 'local']),
  cooldownKey: (params) => text(params, 'project'),
  legal(scene, power, params) {
    const { content, num } = scene;
    const { layout } = content;
    const p = projectsOf(content).find(({ id }) => id === text(params, 'project'));
    if (!p?.powers.includes(power)) return refuse('badParameter', { param: 'project' });
    const left = p.cost * (1 - p.done) - (num[layout.at('funded', p.id)] as number);
    if ((num[layout.at('progress', p.id)] as number) >= 1 || left < 0.01)
      return refuse('alreadyBuilt');
    const shared = num[layout.at('bank_shared', p.id)] === 1;
    if (shared && text(params, 'bidding') === 'own') return refuse('openOnly');
    const fresh = (num[layout.at('cn_paid', p.id)] as number) <= 0;
    if (fresh && running(scene) >= (num[layout.at('slots')] as number)) return refuse('noSlot');
    const most = coefficient(content, 'lending.ceiling');
    const owed = num[layout.at('debt', 'CN')] as number;
    if (owed + number(params, 'amount') > most) return refuse('debtCeiling', { most });
    return null;
  },
  worth: (_scene, params) => number(params, 'amount'),
  cost(scene, _power, params) {
    const { content, num } = scene;
    const amount = number(params, 'amount');
    // While people rally against Chinese plants, each signature has to be fought for.
    const rallies = (num[content.layout.at('rallies')] as number) > 0 ? 1 : 0;
    const own = amount * (1 - bankPart(scene, params));
    return { pc: 1 + rallies + Math.floor((amount + 1e-9) / 2), money: own };
  },
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const { layout } = content;
    const k = (name: string): number => coefficient(content, `lending.${name}`);
    const p = projectsOf(content).find(({ id }) => id === text(params, 'project'));
    if (!p) return;
    const whole = number(params, 'amount');
    const shared = whole * bankPart(ctx, params);
    const amount = whole - shared;
    const own = text(params, 'bidding') === 'own';
    const funded = layout.at('funded', p.id);
    const local = localPart(ctx, params);
    const works = whole / (1 + termsPremium(ctx, local, !own));
    setPolicy(ctx, funded, (num[funded] as number) + works, cause);
    const before = num[layout.at('lent')] as number;
    shift(ctx, cause, amount, 'cn_paid', p.id);
    if (own) shift(ctx, cause, amount, 'cn_own', p.id);
    else shift(ctx, cause, amount, 'open_value');
    shift(ctx, cause, amount, 'lent');
    shift(ctx, cause, amount, 'deals');
    shift(ctx, cause, amount, 'debt', 'CN');
    shift(ctx, cause, shared, 'debt', 'IFI');
    shift(ctx, cause, -Math.min(amount, num[layout.at('offer_cn')] as number), 'offer_cn');
    const rate = num[layout.at('cn_rate')] as number;
    const part = amount / (before + amount);
    shift(ctx, cause, part * (number(params, 'interest') - rate), 'cn_rate');
    const usual = num[layout.at('local_share')] as number;
    const mixed = 1 - exp(-k('localMixes') * amount);
    shift(ctx, cause, mixed * (local - usual), 'local_share');
    if (p.stake) shift(ctx, cause, p.stake * amount, 'stake_cn');
    // Crews and machines from abroad anger where people know of them and do not want them.
    const blamed = own && lawOpen(ctx) ? exception(ctx, cause) : 1;
    const anger = blamed * (own ? k('ownAnger') : k('openAnger'));
    const { start } = content;
    const accept = layout.at('accept');
    const unwelcome = (100 - (num[accept] as number)) / (100 - (start[accept] as number));
    provoke(ctx, cause, anger * unwelcome * Math.min(1, amount), 'china');
    shift(ctx, cause, k('clarity') * amount, 'clarity');
    shiftTrust(ctx, cause, k('trust'), 'KZ', 'CN');
  },
  touches(content, params) {
    const p = content.projects.find(({ id }) => id === text(params, 'project'));
    const lines = new Set(p?.lines?.map((l) => l.id));
    return {
      links: [
        ...(p?.links ?? []),
        ...content.network.lines.filter((l) => lines.has(l.id)).flatMap((l) => l.links),
      ],
      nodes: p?.nodes.map((n) => n.id) ?? [],
    };
  },
  candidates: ({ content }) =>
    projectsOf(content).flatMap((p) =>
      ['own', 'open'].map((bidding) => ({
        project: p.id,
        bidding,
        amount: Math.max(0.1, Math.round(10 * Math.min(2, p.absorb)) / 10),
        interest: 3,
        local: bidding === 'open' ? '50' : '30',
      })),
    ),
};
