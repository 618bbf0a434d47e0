import { SECRET_POINTS } from '../core/secret.ts';
import type { DraftedOrder } from '../game/index.ts';
import { alikeOrders } from './memory.ts';
import type { Mind } from './mind.ts';

/** Points between an aim that is met and one that is missed. */
const AT_STAKE = SECRET_POINTS.met - SECRET_POINTS.missed;
/** Part of them that one order more is thought to bring nearer, or to put at risk. */
const HELP = 0.1;
const HARM = 0.5;

/** Points that an order is worth to a bot for its secret aims: it helps those open, spoils those met. */
export function secretWorth({ content, view }: Mind, order: DraftedOrder): number {
  const { secrets } = view;
  if (!secrets) return 0;
  let points = 0;
  for (const id of secrets.kept) {
    const spec = content.secrets.find((s) => s.id === id);
    const met = secrets.met[id] ?? false;
    const named = (list: NonNullable<typeof spec>['helps']): boolean =>
      list?.some(({ kind, params }) => alikeOrders({ kind, params: params ?? {} }, order)) ?? false;
    if (!met && named(spec?.helps)) points += HELP * AT_STAKE;
    if (named(spec?.harms)) points -= HARM * AT_STAKE;
  }
  return points;
}
