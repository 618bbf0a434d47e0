import type { Content } from '../core/content.ts';
import type { Command } from '../core/state.ts';
import type { View } from '../core/view.ts';
import { type DraftedOrder, isEnough, judged } from '../game/index.ts';
import { answersOf } from './answers.ts';
import { firmOrders } from './bargain.ts';
import { partnersOf } from './consent.ts';
import { ordersBeside } from './easy.ts';
import { hungOrder, lies } from './hung.ts';
import { type Mind, mindOf } from './mind.ts';
import { motiveOf } from './motives.ts';
import { type Persona, personaOf } from './personas.ts';
import { optionsOf } from './plan.ts';
import { proposalOf } from './proposals.ts';
import { announcementOf } from './signals.ts';
import { votesOf } from './votes.ts';

type Bare<T> = T extends unknown ? Omit<T, 'id' | 'round'> : never;
/** A command without its id, which is the caller's affair. */
export type Move = Bare<Command>;

export interface Manner {
  readonly persona?: Persona;
  /** It plays a person's seat while he is away: it makes no agreement for him. */
  readonly standIn?: boolean;
}

/**
 * What a bot does next, one step of its turn: votes, answers, orders, an offer of its own, a warning.
 * It sees the seat's view, draws nothing and remembers nothing but what the view keeps.
 * @returns commands to give in this sequence; empty when it is done until something changes
 */
export function nextMoves(content: Content, view: View, manner: Manner = {}): readonly Move[] {
  const { seat, phase } = view;
  if (seat === null || (phase !== 'deliberation' && phase !== 'ink')) return [];
  const mind = mindOf(content, view, manner.persona ?? personaOf(seat));
  const standIn = manner.standIn ?? false;
  const steps = [
    () => (standIn ? [] : kept(mind)),
    () => votesOf(mind).map((v): Move => ({ type: 'vote', ...v })),
    () => (standIn ? [] : answersOf(mind)),
    () => withdrawn(mind),
    () => (phase === 'ink' ? [] : desk(mind, standIn)),
    () => (phase === 'ink' || standIn ? [] : offered(mind)),
    () => (phase === 'ink' || standIn ? [] : hung(mind)),
    () => (phase === 'ink' || standIn ? [] : announced(mind)),
  ];
  for (const step of steps) {
    const moves = step();
    if (moves.length > 0) return moves;
  }
  return [];
}

/** Of its secret aims it keeps those that look met as things stand, the first dealt before the others. */
function kept({ view: { secrets, phase } }: Mind): readonly Move[] {
  if (!secrets?.open || secrets.chosen || phase === 'ink') return [];
  const met = secrets.dealt.filter((id) => secrets.met[id]);
  const others = secrets.dealt.filter((id) => !secrets.met[id]);
  return [{ type: 'keep', secrets: [...met, ...others].slice(0, secrets.keep) }];
}

/** Filings that a partner has refused, or that nobody joined, would cost half of their capital. */
function withdrawn({ view, seat }: Mind): readonly Move[] {
  const alone = (d: DraftedOrder): boolean =>
    view.phase === 'ink' &&
    view.joint.some(
      ({ order, by, terms }) => same(order, d) && by.includes(seat) && !isEnough(terms, by),
    );
  return view.drafts
    .filter(
      (d) =>
        d.giver === 'bot' &&
        (alone(d) ||
          view.talks.proposals.some(
            (p) => p.draft === d.id && p.round === view.round && p.status === 'declined',
          )),
    )
    .map((d) => ({ type: 'withdraw', draft: d.id }));
}

/** Fills the desk; makes room on it where the seat has given its word since. */
function desk(mind: Mind, standIn: boolean): readonly Move[] {
  const { view } = mind;
  // Who comes back finds his desk as he left it.
  if (standIn && view.drafts.some(({ giver }) => giver === 'person')) return [];
  const firm = firmOrders(mind);
  const broken = firm.some((o) => !view.drafts.some((d) => same(d, o)));
  const kept = broken
    ? view.drafts.filter((d) => firm.some((o) => same(d, o)) || d.giver === 'person')
    : view.drafts;
  const wanted = ordersBeside(mind, kept).slice(kept.length);
  const fresh = wanted.filter(
    (o) => !view.drafts.some((d) => same(d, o)) && !(standIn && partnersOf(mind, o).length > 0),
  );
  if (fresh.length === 0) return standIn ? [] : joined(mind);
  const dropped = view.drafts.filter((d) => !kept.includes(d) && !wanted.some((o) => same(d, o)));
  return [
    ...dropped.map((d): Move => ({ type: 'withdraw', draft: d.id })),
    ...fresh.map((order): Move => {
      const motive = motiveOf(mind, order);
      return { type: 'draft', order, ...(motive === null ? {} : { motive }) };
    }),
  ];
}

/** Points by which joining others must beat what lies on a full desk. */
const BETTER = 0.05;

/** Makes room for an act of several that others have laid down, where it is worth more than the weakest draft. */
function joined(mind: Mind): readonly Move[] {
  const { view, scene, seat } = mind;
  const firm = firmOrders(mind);
  const netOf = (order: DraftedOrder): number =>
    optionsOf(mind).find((option) => same(option.order, order))?.net ?? 0;
  const loose = view.drafts
    .filter(
      (d) => d.giver === 'bot' && !d.proviso && !firm.some((o) => same(d, o)) && !lies(mind, d),
    )
    .sort((a, b) => netOf(a) - netOf(b));
  const [weakest] = loose;
  if (!weakest) return [];
  const rest = view.drafts.filter((d) => d !== weakest);
  for (const { order, by } of view.joint) {
    if (by.includes(seat) || netOf(order) < netOf(weakest) + BETTER) continue;
    if (judged(scene, rest, order.kind, order.params).refusal) continue;
    const motive = motiveOf(mind, order);
    return [
      { type: 'withdraw', draft: weakest.id },
      { type: 'draft', order, ...(motive === null ? {} : { motive }) },
    ];
  }
  return [];
}

function same(a: DraftedOrder, b: DraftedOrder): boolean {
  return (
    a.kind === b.kind && Object.entries(b.params).every(([id, value]) => a.params[id] === value)
  );
}

function offered(mind: Mind): readonly Move[] {
  const offer = proposalOf(mind);
  return offer ? [{ type: 'propose', to: offer.to, clauses: offer.clauses }] : [];
}

/** Puts what an open offer asks of it on the desk, in case that it is signed late. */
function hung(mind: Mind): readonly Move[] {
  const found = hungOrder(mind);
  if (!found) return [];
  const { order, proviso, instead } = found;
  const motive = motiveOf(mind, order);
  return [
    ...(instead ? [{ type: 'withdraw' as const, draft: instead.id }] : []),
    { type: 'draft', order, proviso, ...(motive === null ? {} : { motive }) },
  ];
}

function announced(mind: Mind): readonly Move[] {
  const word = announcementOf(mind);
  return word ? [{ type: 'signal', ...word }] : [];
}
