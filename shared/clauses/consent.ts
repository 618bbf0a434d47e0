import type { ClauseKind } from '../core/clause.ts';
import { POWERS, type Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import { orderKind } from '../orders/index.ts';
import { given, isOrderOf } from './words.ts';

/** The signature under an order that needs two: it comes into force with the round's orders. */
export const consent: ClauseKind = {
  id: 'consent',
  depth: 'intro',
  icon: 'file-check',
  bound: POWERS,
  ordered: true,
  params: [],
  legal(scene, { by, order }, parties) {
    const kind = order ? orderKind(order.kind) : undefined;
    if (!kind || !order) return refuse('notYourOrder');
    const filer = filerOf(kind.by, by, parties);
    if (!filer || !isOrderOf(scene, filer, order)) return refuse('notYourOrder');
    if (!kind.params.every((p) => p.id in order.params)) return refuse('badParameter');
    return kind.partners?.(order.params).includes(by) ? null : refuse('notYourOrder');
  },
  fulfils: (_scene, { order }) => (order ? [order] : []),
  breaks: () => [],
  judge(hearing, { by, order, parties }) {
    const kind = order ? orderKind(order.kind) : undefined;
    const filer = kind ? filerOf(kind.by, by, parties) : undefined;
    const done = order && filer && given(hearing, filer, order);
    // Whoever filed it may have taken it back: his partner's word was not called upon.
    return { fate: done ? 'kept' : 'dormant', final: true, chance: 'none' };
  },
};

/** The party that gives the order to which another consents. */
export function filerOf(
  givers: readonly Power[],
  by: Power,
  parties: readonly Power[],
): Power | undefined {
  return parties.find((p) => p !== by && givers.includes(p));
}
