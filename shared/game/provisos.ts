import { byPower, POWERS, type Power } from '../core/powers.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import type { Draft, GameState, HungOrder, Proviso } from '../core/state.ts';
import type { NamedOrder, Talks } from '../core/talk.ts';
import { orderKind } from '../orders/index.ts';
import {
  type DraftedOrder,
  judgeOrder,
  judgeSum,
  openAt,
  readOrder,
  type SeatScene,
} from './rules.ts';

/** Depth from which orders may hang on an offer. */
const CONDITIONAL = { depth: 'standard' } as const;

/** What the rules look at when an order is to hang on an offer. */
export interface ProvisoScene extends SeatScene {
  /** The talks, or what the seat sees of them. */
  readonly talks: Pick<Talks, 'proposals' | 'agreements'>;
}

/** Whether all have put their names to an offer and the agreement still runs. */
export function isSigned({ agreements }: Pick<Talks, 'agreements'>, offer: string): boolean {
  return agreements.some((a) => a.id === offer && a.status === 'running');
}

/** The order that goes as things are signed now; null when none does. */
export function branchOf(talks: Pick<Talks, 'agreements'>, order: DraftedOrder): NamedOrder | null {
  const { kind, params, proviso } = order;
  return proviso && !isSigned(talks, proviso.agreement) ? proviso.otherwise : { kind, params };
}

/**
 * Reads what an order hangs on, and what is to go in its place: a branch must be lawful by itself, beside
 * the other drafts. Nothing that lies open to others may be in doubt: they answer a filing, a motion or an
 * act of several as it stands.
 * @param order the first branch, read and judged
 * @param former what the draft hung on until now: an offer that has been closed since may stay
 */
export function readProviso(
  scene: ProvisoScene,
  before: readonly DraftedOrder[],
  order: NamedOrder,
  { agreement, otherwise }: Proviso,
  former?: Proviso,
): Proviso | Refusal {
  if (!openAt(CONDITIONAL, scene.depth)) return refuse('unconditional');
  if (lies(order)) return refuse('liesOpen');
  const named = agreement === former?.agreement ? null : judgeOffer(scene, scene.power, agreement);
  if (named) return named;
  if (!otherwise) return { agreement, otherwise };
  const read = readOrder(scene.content, otherwise.kind, otherwise.params);
  if ('code' in read) return elsewhere(read);
  const other: NamedOrder = { kind: read.kind.id, params: read.params };
  if (lies(other)) return refuse('liesOpen');
  if (sameOrder(order, other)) return elsewhere(refuse('noChange'));
  const refusal =
    judgeOrder(scene, read.kind, read.params) ?? judgeSum(scene, before, read.kind, read.params);
  return refusal ? elsewhere(refusal) : { agreement, otherwise: other };
}

/** An offer of this round that may still be signed, or an agreement that runs, with the seat in it. */
function judgeOffer({ talks, round }: ProvisoScene, seat: Power, id: string): Refusal | null {
  const offer = talks.proposals.find((p) => p.id === id && p.parties.includes(seat));
  const deal = talks.agreements.find((a) => a.id === id && a.parties.includes(seat));
  if (deal?.status === 'running') return null;
  if (deal) return refuse('offerClosed');
  // Who is no party must not even learn that it exists.
  if (offer?.round !== round) return refuse('unknownProposal');
  return offer.status === 'open' ? null : refuse('offerClosed');
}

/** Why the branch in the order's place is refused. */
function elsewhere({ code, params }: Refusal): Refusal {
  return refuse('otherwise', { ...params, why: code });
}

function sameOrder(a: NamedOrder, b: NamedOrder): boolean {
  return a.kind === b.kind && Object.entries(a.params).every(([id, x]) => b.params[id] === x);
}

/** Motions, filings and acts of several lie open to others: they are not changed under the pens of those who answer. */
export function lies({ kind, params }: Pick<Draft, 'kind' | 'params'>): boolean {
  const known = orderKind(kind);
  return (
    Boolean(known?.motion?.(params)) ||
    Boolean(known?.joint?.(params)) ||
    (known?.partners?.(params).length ?? 0) > 0
  );
}

/** Whether a change of what an order hangs on lays something new down, which ink time forbids. */
export function isNew(proviso: Proviso | null | undefined, former: Proviso | undefined): boolean {
  if (!proviso) return false;
  const { agreement, otherwise } = proviso;
  return (
    agreement !== former?.agreement ||
    (otherwise !== null && otherwise.kind !== former.otherwise?.kind)
  );
}

/** The desks as the deadline finds them: of every conditional draft the branch that goes. */
export function settled(state: GameState): {
  readonly state: GameState;
  readonly hung: readonly HungOrder[];
} {
  const { talks } = state;
  const hung = POWERS.flatMap((power) =>
    state.drafts[power].flatMap((draft): HungOrder[] => {
      const { id: _, proviso, ...order } = draft;
      return proviso
        ? [{ power, ...order, proviso, signed: isSigned(talks, proviso.agreement) }]
        : [];
    }),
  );
  if (hung.length === 0) return { state, hung };
  const drafts = byPower((power) =>
    state.drafts[power].flatMap(({ proviso, motive, ...draft }): Draft[] => {
      const own = motive === undefined ? {} : { motive };
      if (!proviso || isSigned(talks, proviso.agreement)) return [{ ...draft, ...own }];
      return proviso.otherwise ? [{ ...draft, ...proviso.otherwise }] : [];
    }),
  );
  return { state: { ...state, drafts }, hung };
}
