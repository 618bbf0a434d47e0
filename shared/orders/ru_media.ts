import { coefficient } from '../core/content.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { type RoundContext, setPolicy } from '../core/round.ts';
import { shift, strength } from './effects.ts';
import { choice, text } from './form.ts';

/** What a campaign speaks of, and whether for or against it. */
const LINES: Readonly<Record<string, { readonly about: string; readonly tone: 1 | -1 }>> = {
  pro_union: { about: 'EEU', tone: 1 },
  anti_road: { about: 'OBOR', tone: -1 },
  anti_europe: { about: 'EU', tone: -1 },
};

/** Television and networks that are watched in Kazakhstan, in the north above all. Who hears it often hears less. */
export const ruMedia: OrderKind = {
  id: 'ru_media',
  by: ['RU'],
  depth: 'standard',
  cooldown: 1,
  icon: 'newspaper',
  claims: ['C09'],
  params: [choice('campaign', Object.keys(LINES), 'pro_union')],
  main: ['campaign'],
  legal({ content, num }, _power, params) {
    const { layout } = content;
    const { about, tone } = LINES[text(params, 'campaign')] as (typeof LINES)[string];
    const att = num[layout.at('att', 'north', about)] as number;
    return att >= 100 && tone > 0 ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0.08 }),
  apply(ctx, _power, params, cause) {
    const { layout } = ctx.content;
    const { about, tone } = LINES[text(params, 'campaign')] as (typeof LINES)[string];
    const repeats = layout.at('media_repeats');
    const force = worn(ctx, repeats);
    setPolicy(ctx, layout.at('message', about), tone * force, cause);
    // The same channels are watched at home.
    shift(ctx, cause, coefficient(ctx.content, 'pacts.mediaHome') * force, 'home', 'RU');
    setPolicy(ctx, repeats, (ctx.num[repeats] as number) + 1, cause);
    setPolicy(ctx, layout.at('media_quiet'), 0, cause);
  },
  touches: () => ({ links: [], nodes: ['petropavl'] }),
  candidates: () => Object.keys(LINES).map((campaign) => ({ campaign })),
};

/** What repeats leave of a campaign's force, 0..1. */
function worn(ctx: RoundContext, repeats: number): number {
  const each = strength(ctx, 'messageRepeat');
  let left = 1;
  for (let i = 0; i < (ctx.num[repeats] as number); i += 1) left *= each;
  return left;
}
