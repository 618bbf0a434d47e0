import { coefficient } from '../core/content.ts';
import { CHAPTERS } from '../core/layout.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import { shift } from './effects.ts';
import { choice, text } from './form.ts';

/** Europe's stand on the road at which it helps. */
const ENGAGED = 3;

/** A step towards one rule book from Khorgos to Brest: it takes two of three, and customs takes Russia. */
export const chapter: OrderKind = {
  id: 'chapter',
  by: ['KZ', 'RU', 'CN'],
  depth: 'standard',
  cooldown: 0,
  icon: 'book-open',
  claims: ['C19', 'C57', 'C58'],
  params: [choice('chapter', CHAPTERS, 'customs')],
  main: ['chapter'],
  cooldownKey: (params) => text(params, 'chapter'),
  joint: (params) => ({
    powers: ['KZ', 'RU', 'CN'],
    least: 2,
    // The union's customs line is Russia's to open: nobody signs over it.
    needs: text(params, 'chapter') === 'customs' ? ['RU'] : [],
  }),
  legal({ content, num }, _power, params) {
    const { layout } = content;
    if (num[layout.at('chapters_open')] !== 1) return refuse('chaptersClosed');
    return (num[layout.at('chapter', text(params, 'chapter'))] as number) >= 100
      ? refuse('noChange')
      : null;
  },
  cost: () => ({ pc: 2, money: 0 }),
  apply(ctx, power, params, cause) {
    const { content } = ctx;
    const id = text(params, 'chapter');
    // Where Europe takes part, its norms and experts speed the writing.
    const helped = ctx.num[content.layout.at('obor_position')] === ENGAGED;
    const pace = helped ? 1 + coefficient(content, 'alignment.engaged') : 1;
    shift(ctx, cause, coefficient(content, 'alignment.signature') * pace, 'chapter', id);
    setPolicy(ctx, content.layout.at('chapter_signed', power, id), 1, cause);
  },
  touches: (_content, params) => ({
    links: [],
    nodes: text(params, 'chapter') === 'infrastructure' ? ['dostyk', 'khorgos'] : ['khorgos'],
  }),
  candidates: () => CHAPTERS.map((id) => ({ chapter: id })),
};
