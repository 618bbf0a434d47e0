import type { OrderKind, OrderScene } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shiftAttitude } from './effects.ts';
import { choice, text } from './form.ts';

const PEG = 0;
const BAND = 1;
const FLOAT = 2;
const STEPS: Readonly<Record<string, number>> = { hold: 0, step10: 0.1, step20: 0.2 };

function regimeOf(scene: OrderScene): number {
  return scene.num[scene.content.layout.at('regime')] as number;
}

/** The tenge's regime: hold the peg and promise it, move it in one step, let it swing, let it float. */
export const fx: OrderKind = {
  id: 'fx',
  by: ['KZ'],
  depth: 'intro',
  cooldown: 2,
  icon: 'coins',
  claims: ['C03', 'C48'],
  params: [choice('course', ['hold', 'step10', 'step20', 'band', 'float'], 'hold')],
  main: ['course'],
  legal(scene, _power, params) {
    const course = text(params, 'course');
    const regime = regimeOf(scene);
    if (course === 'float' && regime === FLOAT) return refuse('noChange');
    if (course === 'band' && regime === BAND) return refuse('noChange');
    return null;
  },
  cost(_scene, _power, params) {
    return { pc: text(params, 'course') === 'float' ? 3 : 2, money: 0 };
  },
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const at = {
      regime: layout.at('regime'),
      level: layout.at('peg_level'),
      promise: layout.at('promise'),
      rate: layout.at('usdkzt'),
    };
    const course = text(params, 'course');
    const promised = (ctx.num[at.promise] as number) > 0.5;
    if (course === 'float') {
      setPolicy(ctx, at.regime, FLOAT, cause);
      setPolicy(ctx, at.promise, 0, cause);
      shiftAttitude(ctx, cause, promised ? -10 : -5, 'gov');
      return;
    }
    const pegged = (ctx.num[at.regime] as number) === PEG;
    const from = pegged ? (ctx.num[at.level] as number) : (ctx.num[at.rate] as number);
    if (course === 'band') {
      setPolicy(ctx, at.regime, BAND, cause);
      setPolicy(ctx, at.level, from, cause);
      setPolicy(ctx, at.promise, 0, cause);
      shiftAttitude(ctx, cause, promised ? -2 : 0, 'gov');
      return;
    }
    const step = STEPS[course] as number;
    setPolicy(ctx, at.regime, PEG, cause);
    setPolicy(ctx, at.level, from * (1 + step), cause);
    setPolicy(ctx, at.promise, step === 0 ? 1 : 0, cause);
    if (step > 0) shiftAttitude(ctx, cause, -4, 'gov');
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: (scene) =>
    ['hold', 'step10', 'step20', 'band', 'float']
      .filter((course) => course !== 'hold' || regimeOf(scene) !== FLOAT)
      .map((course) => ({ course })),
};
