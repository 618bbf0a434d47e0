import { type Content, coefficient } from '../core/content.ts';
import { standing } from '../core/layout.ts';
import type { OrderKind } from '../core/order.ts';
import { refuse } from '../core/refusal.ts';
import { type RoundContext, setPolicy } from '../core/round.ts';
import { shift, shiftTrust } from './effects.ts';
import { choice, text } from './form.ts';

/** What each extent makes of `checks`. */
const EXTENT: Readonly<Record<string, number>> = { none: 0, risk: 1, full: 2 };
/** Stations of a border where goods wait; the roads from Kyrgyzstan have none of their own on the network. */
const STATIONS: Readonly<Record<string, readonly string[]>> = {
  RU: ['petropavl', 'iletsk', 'ozinki'],
  CN: ['dostyk', 'khorgos'],
  KG: [],
};
/** Price of an extent by its name in the assumptions: nothing for none. */
const NAMES = ['', 'Risk', 'Full'] as const;

function priced(content: Content, what: string, level: number): number {
  return level === 0 ? 0 : coefficient(content, `rules.${what}${NAMES[level]}`);
}

/** How closely Kazakhstan looks at what comes over a border. Stands until changed, and costs each round. */
export const checks: OrderKind = {
  id: 'checks',
  by: ['KZ'],
  depth: 'standard',
  cooldown: 1,
  icon: 'scan-search',
  claims: ['C12', 'C51'],
  params: [
    choice('extent', ['none', 'risk', 'full'], 'risk'),
    choice('border', ['RU', 'KG', 'CN'], 'KG'),
  ],
  main: ['border', 'extent'],
  cooldownKey: (params) => text(params, 'border'),
  legal({ content, num }, _power, params) {
    const now = num[content.layout.at('checks', text(params, 'border'))];
    return now === EXTENT[text(params, 'extent')] ? refuse('noChange') : null;
  },
  cost: () => ({ pc: 1, money: 0.05 }),
  apply(ctx, _power, params, cause) {
    const { content, num } = ctx;
    const border = text(params, 'border');
    const at = content.layout.at('checks', border);
    const before = num[at] as number;
    const now = EXTENT[text(params, 'extent')] as number;
    setPolicy(ctx, at, now, cause);
    slow(ctx, cause, border, before, now);
    const offence = priced(content, 'checksTrust', now) - priced(content, 'checksTrust', before);
    // What is taken back is half forgotten.
    offend(ctx, cause, border, offence < 0 ? offence : offence / 2);
    const liked = coefficient(content, 'rules.checksLiked') * (now - before);
    shift(ctx, cause, liked, 'att', 'sme', 'gov');
  },
  touches: (_content, params) => ({
    links: [],
    nodes: text(params, 'border') === 'KG' ? ['bishkek'] : (STATIONS[text(params, 'border')] ?? []),
  }),
  candidates: () =>
    ['RU', 'KG', 'CN'].flatMap((border) =>
      Object.keys(EXTENT).map((extent) => ({ border, extent })),
    ),
};

/** Days at the stations of the border, or barriers where the network has none. */
function slow(ctx: RoundContext, cause: string, border: string, before: number, now: number): void {
  const { content, num } = ctx;
  const { layout } = content;
  const days = priced(content, 'checksDelay', now) - priced(content, 'checksDelay', before);
  for (const node of standing(layout, STATIONS[border] ?? [])) {
    const at = layout.at('relief', node);
    setPolicy(ctx, at, (num[at] as number) - days, cause);
  }
  if (border !== 'KG') return;
  const more = priced(content, 'checksBarrier', now) - priced(content, 'checksBarrier', before);
  for (const sector of ['food', 'goods']) {
    for (const at of [layout.at('ntb', 'KZ', 'CA', sector), layout.at('ntb', 'CA', 'KZ', sector)]) {
      setPolicy(ctx, at, (num[at] as number) + more, cause);
    }
  }
}

/** The neighbour takes it as distrust; a member without a seat here takes it to the union. */
function offend(ctx: RoundContext, cause: string, border: string, points: number): void {
  if (border === 'KG') {
    shift(ctx, cause, coefficient(ctx.content, 'rules.checksUnity') * points, 'union_cohesion');
  } else shiftTrust(ctx, cause, points, 'KZ', border);
}
