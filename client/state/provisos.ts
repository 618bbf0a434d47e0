import type { Refusal } from '../../shared/core/refusal.ts';
import type { Draft, Proviso } from '../../shared/core/state.ts';
import type { NamedOrder } from '../../shared/core/talk.ts';
import { judge } from '../../shared/game/index.ts';
import { type Deal, dealsOnTable } from './conditions.ts';
import { content, phase, seat, view } from './game.ts';
import { cards, drafts } from './orders.ts';

/** Why a draft may not hang so; null when it may. */
export function hungRefusal({ id, kind, params }: Draft, proviso: Proviso): Refusal | null {
  const [c, v] = [content.value, view.value];
  if (!c || !v?.seat) return null;
  const others = drafts.value.filter((d) => d.id !== id);
  return judge(c, { ...v, drafts: others }, kind, params, proviso).refusal;
}

/** Offers and agreements of this seat on which a draft may hang; none for an order that lies open to others. */
export function dealsToHang(draft: Draft): readonly Deal[] {
  return dealsOnTable().filter(
    ({ id, parties }) =>
      seat.value !== null &&
      parties.includes(seat.value) &&
      hungRefusal(draft, { agreement: id, otherwise: null }) === null,
  );
}

/**
 * Orders that may go in a draft's place, each with the setting that its card shows. In ink time nothing new
 * comes in: then only the one that is laid down already.
 */
export function othersFor(draft: Draft, agreement: string): readonly NamedOrder[] {
  const laid = draft.proviso?.otherwise ?? null;
  const fits = (otherwise: NamedOrder): boolean =>
    hungRefusal(draft, { agreement, otherwise }) === null;
  const more =
    phase.value === 'ink'
      ? []
      : cards.value
          .filter(({ kind }) => kind !== laid?.kind)
          .map(({ kind, params }): NamedOrder => ({ kind, params }))
          .filter(fits);
  return laid ? [laid, ...more] : more;
}

/** How the offer stands on which a draft hangs. */
export function standingOf({ agreement }: Proviso): 'signed' | 'open' | 'gone' {
  const { agreements = [], proposals = [] } = view.value?.talks ?? {};
  if (agreements.some((a) => a.id === agreement && a.status === 'running')) return 'signed';
  return proposals.some((p) => p.id === agreement && p.status === 'open') ? 'open' : 'gone';
}
