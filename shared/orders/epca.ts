import { coefficient, roundOf } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { back, cutBarriers, openNorms, shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** Rule of law that the members ask for before each step: talks, signature, provisional, in force. */
const NEEDED = [0, 30, 35, 45] as const;

/** The next step of the partnership agreement between the Union and Kazakhstan. */
export const epca: OrderKind = {
  id: 'epca',
  by: ['EU'],
  depth: 'intro',
  cooldown: 2,
  icon: 'scroll-text',
  claims: ['C60', 'C61', 'C67'],
  params: [choice('step', ['1', '2', '3', '4'], '1')],
  main: ['step'],
  partners: () => ['KZ'],
  worth: ({ content }) => coefficient(content, 'influence.tieStep'),
  legal({ content, num, round }, _power, params) {
    const step = Number(text(params, 'step'));
    const next = (num[content.layout.at('epca_step')] as number) + 1;
    if (next > 4) return refuse('noChange');
    if (step !== next) return refuse('stepOrder', { next });
    const rounds = num[content.layout.at('crackdown')] as number;
    if (rounds > 0) return refuse('remembered', { rounds });
    const needed = NEEDED[step - 1] as number;
    if ((num[content.layout.at('rol')] as number) < needed) return refuse('ruleOfLaw', { needed });
    const opens = content.events.find((e) => e.id === 'E07');
    if (step === 2 && opens && round < roundOf(content, opens.half)) return refuse('stepLocked');
    return null;
  },
  cost: () => ({ pc: 2, money: 0.02 }),
  apply(ctx, _power, params, cause) {
    const { content } = ctx;
    const { layout } = content;
    setPolicy(ctx, layout.at('epca_step'), Number(text(params, 'step')), cause);
    // Papers and rules that fall away, in both directions.
    const cut = coefficient(content, 'union.epcaBarriers');
    cutBarriers(ctx, cause, cut, 'KZ', 'EU');
    shift(ctx, cause, 1, 'rol');
    openNorms(ctx, cause, 3);
    shift(ctx, cause, 2, 'credibility');
    shiftTrust(ctx, cause, 5, 'KZ', 'EU');
    back(ctx, cause, 10, 'EU');
  },
  touches: () => ({ links: [], nodes: ['astana'] }),
  candidates: ({ content, num }) => [
    { step: String(Math.min(4, (num[content.layout.at('epca_step')] as number) + 1)) },
  ],
};
