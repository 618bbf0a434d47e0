import type { Content } from '../core/content.ts';
import type { Command } from '../core/state.ts';
import type { View } from '../core/view.ts';
import type { DraftedOrder } from '../game/index.ts';
import { answersOf } from './answers.ts';
import { firmOrders } from './bargain.ts';
import { partnersOf } from './consent.ts';
import { ordersBeside } from './easy.ts';
import { type Mind, mindOf } from './mind.ts';
import { motiveOf } from './motives.ts';
import { type Persona, personaOf } from './personas.ts';
import { proposalOf } from './proposals.ts';
import { warningOf } from './signals.ts';
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
    () => (phase === 'ink' || standIn ? [] : warned(mind)),
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

/** Filings that a partner has refused would cost half of their capital at the deadline. */
function withdrawn({ view }: Mind): readonly Move[] {
  return view.drafts
    .filter(
      (d) =>
        d.giver === 'bot' &&
        view.talks.proposals.some(
          (p) => p.draft === d.id && p.round === view.round && p.status === 'declined',
        ),
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
  if (fresh.length === 0) return [];
  const dropped = view.drafts.filter((d) => !kept.includes(d) && !wanted.some((o) => same(d, o)));
  return [
    ...dropped.map((d): Move => ({ type: 'withdraw', draft: d.id })),
    ...fresh.map((order): Move => {
      const motive = motiveOf(mind, order);
      return { type: 'draft', order, ...(motive === null ? {} : { motive }) };
    }),
  ];
}

function same(a: DraftedOrder, b: DraftedOrder): boolean {
  return (
    a.kind === b.kind && Object.entries(b.params).every(([id, value]) => a.params[id] === value)
  );
}

function offered(mind: Mind): readonly Move[] {
  const offer = proposalOf(mind);
  return offer ? [{ type: 'propose', to: [offer.to], clauses: offer.clauses }] : [];
}

function warned(mind: Mind): readonly Move[] {
  const warning = warningOf(mind);
  return warning ? [{ type: 'signal', kind: 'warn', ...warning }] : [];
}
