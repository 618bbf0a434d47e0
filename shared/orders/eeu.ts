import { coefficient, roundOf } from '../core/content.ts';
import type { OrderKind, OrderScene } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { type RoundContext, setPolicy } from '../core/round.ts';
import { back, cutBarriers, easeBorder, frighten, shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** Answers to the treaty of 2014, and what each makes of `treaty`. */
const ANSWERS: Readonly<Record<string, number>> = { delay: 1, sign_economic: 2, sign_full: 3 };
/** Trust of Russia that each answer wins or loses. */
const ANSWER_TRUST: Readonly<Record<string, number>> = {
  delay: -10,
  sign_economic: 0,
  sign_full: 8,
};

function treaty({ content, num }: Pick<OrderScene, 'content' | 'num'>): number {
  return num[content.layout.at('treaty')] as number;
}

function halfOf(scene: Pick<OrderScene, 'content'>, event: string): number {
  const found = scene.content.events.find((e) => e.id === event);
  return found?.half ? roundOf(scene.content, found.half) : Number.POSITIVE_INFINITY;
}

/** Kazakhstan in the union: carry it out, deepen it, hold it up; and the answer to its treaty. */
export const eeu: OrderKind = {
  id: 'eeu',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 1,
  icon: 'vote',
  claims: ['C08', 'C09', 'C50', 'C51'],
  params: [
    choice(
      'act',
      [
        'implement',
        'economic',
        'political',
        'stall',
        'sign_full',
        'sign_economic',
        'delay',
        'accede',
      ],
      'implement',
    ),
  ],
  main: ['act'],
  occasion: (scene) => (scene.round === halfOf(scene, 'E03') && treaty(scene) === 0 ? 'E03' : null),
  reaction: (params) => text(params, 'act') in ANSWERS,
  motion: (params) =>
    text(params, 'act') === 'political' ? { tariff: 0, political: true, payment: 0 } : null,
  cooldownKey: (params) => (text(params, 'act') in ANSWERS ? 'treaty' : 'work'),
  legal(scene, _power, params) {
    const act = text(params, 'act');
    const stands = treaty(scene);
    if (act === 'accede') {
      return stands === 1 || stands === 2 ? null : refuse('noChange');
    }
    if (act in ANSWERS) return stands === 0 ? null : refuse('noChange');
    // Outside the union, or inside its economy alone, there is nothing to carry out or to deepen.
    if (stands === 1 && act !== 'stall') return refuse('treatyFirst');
    if (stands === 2 && act === 'political') return refuse('treatyFirst');
    return null;
  },
  cost: (_scene, _power, params) => {
    const act = text(params, 'act');
    return { pc: act in ANSWERS || act === 'accede' ? 0 : 2, money: 0 };
  },
  apply(ctx, _power, params, cause) {
    const act = text(params, 'act');
    const k = (name: string): number => coefficient(ctx.content, `union.${name}`);
    const answer = ANSWERS[act];
    if (answer !== undefined || act === 'accede') {
      sign(ctx, answer ?? 3, ANSWER_TRUST[act] ?? 4, cause);
      return;
    }
    if (act === 'implement') {
      cutBarriers(ctx, cause, k('implementBarriers'), 'KZ', 'RU');
      easeBorder(ctx, cause, k('implementDays'));
      const open = ctx.num[ctx.content.layout.at('disputes')] as number;
      shift(ctx, cause, -Math.min(1, open), 'disputes');
      shift(ctx, cause, 1, 'eeu_econ');
      shiftTrust(ctx, cause, 2, 'KZ', 'RU');
    }
    if (act === 'economic') {
      cutBarriers(ctx, cause, k('economicBarriers'), 'KZ', 'RU');
      easeBorder(ctx, cause, k('economicDays'));
      shift(ctx, cause, 3, 'eeu_econ');
      shiftTrust(ctx, cause, 3, 'KZ', 'RU');
    }
    if (act === 'political') {
      shift(ctx, cause, 6, 'eeu_pol');
      shift(ctx, cause, 4, 'spread');
      frighten(ctx, cause, 3);
      shiftTrust(ctx, cause, 8, 'KZ', 'RU');
    }
    if (act === 'stall') {
      cutBarriers(ctx, cause, -k('stallBarriers'), 'KZ', 'RU');
      shift(ctx, cause, -2, 'eeu_econ');
      shift(ctx, cause, -3, 'union_cohesion');
      frighten(ctx, cause, -1);
      shiftTrust(ctx, cause, -6, 'KZ', 'RU');
    } else back(ctx, cause, 5, 'EEU');
  },
  touches: () => ({ links: [], nodes: ['petropavl'] }),
  candidates: (scene) => {
    const stands = treaty(scene);
    const answers = scene.round === halfOf(scene, 'E03') && stands === 0;
    return [
      ...['implement', 'economic', 'political', 'stall'],
      ...(answers ? Object.keys(ANSWERS).sort() : []),
      ...(stands === 1 || stands === 2 ? ['accede'] : []),
    ].map((act) => ({ act }));
  },
};

function sign(ctx: RoundContext, to: number, trust: number, cause: string): void {
  setPolicy(ctx, ctx.content.layout.at('treaty'), to, cause);
  shiftTrust(ctx, cause, trust, 'KZ', 'RU');
  back(ctx, cause, to === 3 ? 10 : to === 2 ? 5 : -5, 'EEU');
}
