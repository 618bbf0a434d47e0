import type { Command, Draft, Proviso } from '../core/state.ts';
import { VOTE } from '../core/talk.ts';
import { type DraftedOrder, describeOrder, judged } from '../game/index.ts';
import { firmOrders } from './bargain.ts';
import { partnersOf } from './consent.ts';
import type { Mind } from './mind.ts';
import { optionsOf } from './plan.ts';

type Drafted = Extract<Command, { type: 'draft' }>['order'];

/** An order that goes if an offer is signed, and the draft that it takes the place of till then. */
export interface Hung {
  readonly order: Drafted;
  readonly proviso: Proviso;
  /** Draft to be taken off the desk first; null where there is room. */
  readonly instead: Draft | null;
}

/**
 * An order that the seat has promised in an offer which still lies open: signed while the ink dries, it
 * could not be given any more. So it hangs on the signature, and what it would push off the desk goes
 * otherwise. Null where nothing is promised so, or the depth knows no such orders.
 */
export function hungOrder(mind: Mind): Hung | null {
  const { view, seat, scene } = mind;
  if (view.depth === 'intro') return null;
  for (const { id, status, round, signed, versions } of view.talks.proposals) {
    if (status !== 'open' || round !== view.round) continue;
    if (!signed.some((s) => s.power === seat)) continue;
    for (const { kind, by, order, when, until } of versions.at(-1)?.clauses ?? []) {
      const due = kind === 'pledge_do' && by === seat && until === view.round && !when;
      if (!due || !order || order.kind === VOTE || lies(mind, order)) continue;
      // What would be given anyhow hangs on nothing.
      if (view.drafts.some((d) => d.kind === order.kind)) continue;
      const room = judged(scene, view.drafts, order.kind, order.params);
      if (!room.refusal) {
        const hung = { kind: order.kind, params: room.params };
        return { order: hung, proviso: { agreement: id, otherwise: null }, instead: null };
      }
      const weakest = weakestOf(mind);
      if (!weakest) continue;
      const rest = view.drafts.filter((d) => d !== weakest);
      const place = judged(scene, rest, order.kind, order.params);
      if (place.refusal || judged(scene, rest, weakest.kind, weakest.params).refusal) continue;
      const otherwise = { kind: weakest.kind, params: weakest.params };
      const hung = { kind: order.kind, params: place.params };
      return { order: hung, proviso: { agreement: id, otherwise }, instead: weakest };
    }
  }
  return null;
}

/** The draft of its own that is worth least, that nobody else has before him and no word of the seat binds. */
function weakestOf(mind: Mind): Draft | undefined {
  const net = (d: Draft): number =>
    optionsOf(mind).find(({ order }) => order.kind === d.kind && alike(order, d))?.net ?? 0;
  const firm = firmOrders(mind);
  const isFirm = (d: Draft): boolean => firm.some((o) => o.kind === d.kind && alike(o, d));
  return mind.view.drafts
    .filter((d) => d.giver === 'bot' && !d.proviso && !lies(mind, d) && !isFirm(d))
    .sort((a, b) => net(a) - net(b))[0];
}

function alike(a: DraftedOrder, b: DraftedOrder): boolean {
  return Object.entries(b.params).every(([id, value]) => a.params[id] === value);
}

/** Motions, filings and acts of several lie open to others: they hang on nothing. */
export function lies(mind: Mind, draft: DraftedOrder): boolean {
  const { motion, joint } = describeOrder(draft.kind);
  return (
    Boolean(motion?.(draft.params)) ||
    Boolean(joint?.(draft.params)) ||
    partnersOf(mind, draft).length > 0
  );
}
