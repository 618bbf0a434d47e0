import type { ClauseKind } from '../core/clause.ts';
import type { OrderScene } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { setPolicy } from '../core/round.ts';
import type { Clause, NamedOrder } from '../core/talk.ts';
import { choice, number, slider, text } from '../orders/form.ts';
import { judgeStanding } from './words.ts';

/** Corridors on which each power that takes tolls sets its own. */
const CORRIDORS: Readonly<Record<string, readonly string[]>> = {
  KZ: ['trunk', 'caspian', 'south', 'asia'],
  RU: ['trunk', 'siberian', 'road', 'ukraine'],
};

function tollAt(scene: OrderScene, clause: Clause): number {
  return scene.content.layout.at('toll', clause.by, text(clause.params, 'corridor'));
}

/** The order by which the bound power sets this toll. */
function tollOrder(scene: OrderScene, clause: Clause, toll: number): NamedOrder {
  const corridor = text(clause.params, 'corridor');
  if (clause.by === 'KZ') return { kind: 'toll', params: { corridor, toll } };
  const status = scene.num[scene.content.layout.at('status', corridor)] as number;
  const access = ['open', 'slow', 'close'][status] ?? 'open';
  return { kind: 'ru_transit', params: { corridor, toll, access } };
}

/** Parts of its present toll down to which each power may go. */
const PARTS = [0.75, 0.5];
/** Percent of Russia's tolls that may buy Kazakhstan's: cheaper for both, it is Russia that gains more cargo. */
const SHARES = [15, 30];

/** Ceilings below the present toll of the trunk. */
export function ceilings(
  { content, num }: OrderScene,
  by: Power,
  until: number,
  split: number,
): readonly Clause[] {
  const toll = num[content.layout.at('toll', by, 'trunk')] as number;
  return PARTS.map((part) => Math.round((part * toll) / 100) * 100)
    .filter((max) => max < toll)
    .map((max) => ({ kind: 'toll_cap', by, params: { corridor: 'trunk', max, split }, until }));
}

/** A ceiling on a toll; with a split, the others get their part of what is taken below it. */
export const tollCap: ClauseKind = {
  id: 'toll_cap',
  depth: 'intro',
  icon: 'route',
  bound: ['KZ', 'RU'],
  ordered: false,
  params: [
    choice(
      'corridor',
      ['trunk', 'caspian', 'south', 'asia', 'siberian', 'road', 'ukraine'],
      'trunk',
      'corridor',
    ),
    slider('max', 'perFeu', 0, 3000, 100, 800),
    slider('split', 'percent', 0, 50, 5, 0),
  ],
  legal(_scene, clause, parties) {
    if (!CORRIDORS[clause.by]?.includes(text(clause.params, 'corridor'))) {
      return refuse('badParameter', { param: 'corridor' });
    }
    // Only the two that keep tolls have a purse for a share of them.
    const payee = parties.some((p) => p !== clause.by && p in CORRIDORS);
    return number(clause.params, 'split') > 0 && !payee
      ? refuse('badParameter', { param: 'split' })
      : null;
  },
  suggests(scene, parties, until) {
    const setters = (['KZ', 'RU'] as const).filter((by) => parties.includes(by));
    const alone = setters.flatMap((by) => ceilings(scene, by, until, 0).map((cap) => [cap]));
    if (setters.length < 2) return alone;
    // Both come down by the same part.
    const both = ceilings(scene, 'KZ', until, 0).flatMap((kz, i) =>
      SHARES.flatMap((split) =>
        ceilings(scene, 'RU', until, split)
          .slice(i, i + 1)
          .map((ru) => [kz, ru]),
      ),
    );
    return [...alone, ...both];
  },
  enact(ctx, clause) {
    const at = ctx.content.layout.at('toll', clause.by, text(clause.params, 'corridor'));
    const max = number(clause.params, 'max');
    if ((ctx.num[at] as number) > max) setPolicy(ctx, at, max, 'clause:toll_cap');
  },
  split(clause, parties) {
    const share = number(clause.params, 'split') / 100;
    const to = parties.filter((p) => p !== clause.by);
    const corridor = text(clause.params, 'corridor');
    return share > 0 ? [{ from: clause.by, to, corridor, share }] : [];
  },
  // The signature itself brings the toll down.
  fulfils: () => [],
  breaks(scene, clause) {
    const max = number(clause.params, 'max');
    return [300, 600, 1000]
      .map((more) => max + more)
      .filter((toll) => toll <= 3000)
      .map((toll) => tollOrder(scene, clause, toll));
  },
  forbids: (clause, { params }) =>
    params.corridor === text(clause.params, 'corridor') &&
    typeof params.toll === 'number' &&
    params.toll > number(clause.params, 'max'),
  judge(hearing, clause) {
    const at = tollAt(hearing, clause);
    const max = number(clause.params, 'max');
    const { layout } = hearing.content;
    const boxes = layout.at('boxes', text(clause.params, 'corridor'));
    const verdict = judgeStanding(
      hearing,
      clause,
      (num) => (num[at] as number) <= max,
      tollCap.breaks(hearing, clause),
    );
    // A road that nobody uses puts no toll to the test.
    return verdict.fate === 'kept' && (hearing.num[boxes] as number) === 0
      ? { ...verdict, fate: 'dormant' }
      : verdict;
  },
};
