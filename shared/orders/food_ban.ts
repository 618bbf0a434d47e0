import { coefficient } from '../core/content.ts';
import { clamp } from '../core/math.ts';
import type { OrderKind, OrderScene } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { type RoundContext, setPolicy } from '../core/round.ts';
import { shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** Whether Kazakhstan keeps Russian food out now. */
function limited({ content, num }: Pick<OrderScene, 'content' | 'num'>): boolean {
  return num[content.layout.at('food_limit', 'RU')] === 1;
}

function targets(target: string): readonly string[] {
  return target === 'all' ? ['KZ', 'EU'] : [target];
}

/** Russia closes its market to food, in the name of health or of an answer to sanctions, or opens it. */
export const foodBan: OrderKind = {
  id: 'food_ban',
  by: ['RU'],
  depth: 'intro',
  cooldown: 2,
  icon: 'lock',
  claims: ['C14', 'C44', 'C52'],
  params: [choice('ban', ['on', 'off'], 'on'), choice('target', ['EU', 'KZ', 'all'], 'EU')],
  main: ['ban', 'target'],
  cooldownKey: (params) => text(params, 'target'),
  legal({ content, num }, _power, params) {
    const on = text(params, 'ban') === 'on' ? 1 : 0;
    const changes = targets(text(params, 'target')).some(
      (p) => num[content.layout.at('food_ban', p)] !== on,
    );
    return changes ? null : refuse('noChange');
  },
  // To answer a limit on one's own food is a right, and costs nothing at home.
  cost: (scene, _power, params) => {
    const answers = text(params, 'ban') === 'on' && text(params, 'target') === 'KZ';
    return { pc: answers && limited(scene) ? 0 : 1, money: 0 };
  },
  apply(ctx, _power, params, cause) {
    const on = text(params, 'ban') === 'on' ? 1 : 0;
    for (const target of targets(text(params, 'target'))) {
      if (ctx.num[ctx.content.layout.at('food_ban', target)] !== on) setBan(ctx, target, on, cause);
    }
  },
  touches: (_content, params) => ({
    links: [],
    nodes: text(params, 'target') === 'EU' ? ['brest'] : ['petropavl'],
  }),
  candidates: () => ['on', 'off'].flatMap((ban) => ['EU', 'KZ'].map((target) => ({ ban, target }))),
};

function setBan(ctx: RoundContext, target: string, on: number, cause: string): void {
  const { content, num } = ctx;
  const { layout } = content;
  const k = (name: string): number => coefficient(content, `union.${name}`);
  const sign = on === 1 ? 1 : -1;
  const kazakh = target === 'KZ';
  setPolicy(ctx, layout.at('food_ban', target), on, cause);
  const barrier = layout.at('ntb', 'RU', target, 'food');
  const rise = kazakh ? k('banBarrierKz') : k('banBarrierEu');
  setPolicy(ctx, barrier, (num[barrier] as number) + sign * rise, cause);
  const price = layout.at('ru_food_price');
  const dearer = kazakh ? k('banPriceKz') : k('banPriceEu');
  setPolicy(ctx, price, (num[price] as number) + sign * dearer, cause);
  if (kazakh) {
    shift(ctx, cause, sign, 'disputes');
    shift(ctx, cause, on ? -3 : 1, 'union_cohesion');
    const offence = limited(ctx) ? coefficient(content, 'rules.answerTrust') : -6;
    shiftTrust(ctx, cause, on ? offence : 2, 'KZ', 'RU');
    return;
  }
  // An embargo pleases as long as shelves show that it holds: what leaks in shames it.
  const leaks = num[layout.at('grey', 'RU')] as number;
  const over = leaks - k('banLeaksUsual');
  const pleased = k('banPleases') - k('banLeaks') * over;
  // Farms win what foreign food no longer sells, as far as it stays out.
  const holds = clamp(1 - over / k('banLeaksAll'), 0, 1.5);
  shift(ctx, cause, sign * k('banFarms') * holds, 'ru_growth');
  shift(ctx, cause, on ? pleased : -k('banPleases') / 2, 'home', 'RU');
  shiftTrust(ctx, cause, on ? -3 : 3, 'RU', 'EU');
}
