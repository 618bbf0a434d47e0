import type { Content } from '../core/content.ts';
import { clamp } from '../core/math.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { provoke, shift, strength } from './effects.ts';
import { choice, contentChoice, number, slider, text } from './form.ts';
import { lawLocal, lawOpen, termsPremium } from './terms.ts';

function project(content: Content, id: string) {
  return content.projects.find((p) => p.id === id);
}

/** $bn that a site of a project takes in a round, of what is still to be paid for it. */
function drawn(p: Content['projects'][number], funded: number): number {
  const whole = p.cost * (1 - p.done);
  return Math.max(0, Math.min(p.absorb, whole / p.rounds, whole - funded));
}

/** Pays a tranche of a road, rail or port project. Works spread over rounds; systems/projects builds. */
export const build: OrderKind = {
  id: 'build',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 0,
  icon: 'hammer',
  claims: ['C04', 'C15', 'C32', 'C33'],
  params: [
    contentChoice(
      'project',
      'project',
      (content) => content.projects.filter((p) => p.powers.includes('KZ')).map((p) => p.id),
      'khorgos_dry_port',
    ),
    slider('amount', 'bn', 0.05, 1.5, 0.05, 0.5),
    choice('financier', ['fund', 'IFI', 'market'], 'fund'),
  ],
  main: ['project', 'amount'],
  cooldownKey: (params) => text(params, 'project'),
  legal(scene, power, params) {
    const { content, num } = scene;
    const p = project(content, text(params, 'project'));
    if (!p?.powers.includes(power)) return refuse('badParameter', { param: 'project' });
    const progress = num[content.layout.at('progress', p.id)] as number;
    if (progress >= 1) return refuse('alreadyBuilt');
    const left = p.cost * (1 - p.done) - (num[content.layout.at('funded', p.id)] as number);
    if (left < 0.01) return refuse('alreadyBuilt');
    return null;
  },
  cost(_scene, _power, params) {
    const own = text(params, 'financier') === 'fund';
    return { pc: 2, money: own ? number(params, 'amount') : 0 };
  },
  apply(ctx, _power, params, cause) {
    const { content } = ctx;
    const p = project(content, text(params, 'project'));
    if (!p) return;
    const financier = text(params, 'financier');
    const at = content.layout.at('funded', p.id);
    const given = number(params, 'amount');
    // Lenders pay out by progress: what the site cannot take in the round is never drawn.
    const amount = financier === 'fund' ? given : Math.min(given, drawn(p, ctx.num[at] as number));
    // What the law on contracts adds to the price builds nothing.
    const works = amount / (1 + termsPremium(ctx, lawLocal(ctx), lawOpen(ctx)));
    setPolicy(ctx, at, (ctx.num[at] as number) + works, cause);
    if (financier !== 'fund') shift(ctx, cause, amount, 'debt', financier);
    // Sites cut through fields and villages: the printed +2..6, by size (C32, C33).
    provoke(ctx, cause, clamp(2 + 4 * amount, 2, 6), 'roads');
    shift(ctx, cause, strength(ctx, 'siteDust') * amount, 'accidents', p.place);
    shift(ctx, cause, strength(ctx, 'siteFields') * amount, 'field_access', p.place);
    // Building pleases more when oil income falls and other sources of growth dry up (C15).
    const wish = ctx.num[content.layout.at('demand_infra')] as number;
    shift(ctx, cause, clamp(strength(ctx, 'buildLiked') * (wish - 30), 0, 3), 'home', 'KZ');
  },
  touches(content, params) {
    const p = project(content, text(params, 'project'));
    return { links: p?.links ?? [], nodes: p?.nodes.map((n) => n.id) ?? [] };
  },
  candidates: ({ content }) =>
    content.projects
      .filter((p) => p.powers.includes('KZ'))
      .flatMap((p) =>
        [0.25, 0.5, 1]
          .filter((a) => a <= p.absorb * 1.5 + 0.01)
          .map((amount) => ({
            project: p.id,
            amount,
            financier: 'fund',
          })),
      ),
};
