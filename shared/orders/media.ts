import type { OrderKind } from '../core/order.ts';
import { SEGMENTS } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift, shiftTrust, strength } from './effects.ts';
import { choice, text } from './form.ts';

/** What each rule makes of `media`, and Europe's trust beside the usual. */
const RULES: Readonly<Record<string, { readonly word: number; readonly trust: number }>> = {
  open: { word: 1, trust: 4 },
  hold: { word: 0, trust: 0 },
  tighten: { word: -1, trust: -6 },
};

function trustAt(word: number): number {
  return Object.values(RULES).find((rule) => rule.word === word)?.trust ?? 0;
}

/**
 * What may be printed, said and met about. Open media spread what is known and show what was hidden;
 * tight ones make waves rarer, and anger goes under. Stands until changed.
 */
export const media: OrderKind = {
  id: 'media',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 2,
  icon: 'radio',
  claims: ['C39', 'C42', 'C56'],
  params: [choice('rules', ['open', 'hold', 'tighten'], 'open')],
  main: ['rules'],
  legal({ content, num }, _power, params) {
    const now = num[content.layout.at('media')];
    return now === RULES[text(params, 'rules')]?.word ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, _power, params, cause) {
    const at = ctx.content.layout.at('media');
    const before = ctx.num[at] as number;
    const { word, trust } = RULES[text(params, 'rules')] as (typeof RULES)[string];
    setPolicy(ctx, at, word, cause);
    shift(ctx, cause, strength(ctx, 'mediaStep') * (word - before), 'openness');
    shiftTrust(ctx, cause, trust - trustAt(before), 'KZ', 'EU');
    if (word >= 0 || word >= before) return;
    for (const segment of SEGMENTS) {
      shift(ctx, cause, strength(ctx, 'mediaHidden'), 'hidden', segment);
    }
  },
  touches: () => ({ links: [], nodes: [] }),
  candidates: () => Object.keys(RULES).map((rules) => ({ rules })),
};
