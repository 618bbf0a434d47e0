import { clauseKind } from '../../clauses/index.ts';
import type { Content } from '../../core/content.ts';
import type { Vote } from '../../core/motion.ts';
import type { OrderScene } from '../../core/order.ts';
import type { Power } from '../../core/powers.ts';
import type { Clause, NamedOrder } from '../../core/talk.ts';
import { VOTE } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { sceneOfView } from '../preview.ts';
import { isContingent } from './active.ts';
import { conditionNow, type Truth } from './conditions.ts';

/** What a running agreement asks of a power that it binds. */
export interface Duty {
  readonly clause: Clause;
  /** Those to whom it is owed. */
  readonly owed: readonly Power[];
  /** Orders that would fulfil it; empty for a word to leave something alone. */
  readonly due: readonly NamedOrder[];
  /** It falls due with this round. */
  readonly last: boolean;
  /** Money that falls due in this round, $bn. */
  readonly pays: { readonly to: Power; readonly amount: number; readonly escrow: boolean } | null;
  /** The vote that is owed, and on motions of which order. */
  readonly vote: { readonly motion: string; readonly vote: Vote } | null;
  /** Of a contingent one: what the seat believes of its condition, that is whether it binds in this round. */
  readonly condition: Truth | null;
  /** Whether an order would break it. */
  breaks(order: NamedOrder): boolean;
}

/**
 * Words of the seat that bind in this round, or may bind as far as others decide about it, in the order
 * of their signing.
 */
export function dutiesOf(content: Content, view: View): readonly Duty[] {
  const { seat, round } = view;
  if (seat === null) return [];
  const scene = sceneOfView(content, view);
  return view.talks.agreements
    .filter((a) => a.status === 'running')
    .flatMap((a) =>
      a.clauses
        .filter((c) => c.by === seat && !c.final && c.until >= round && c.kind !== 'consent')
        .map((c) => {
          const condition = isContingent(c) && c.when ? conditionNow(content, view, c.when) : null;
          return { ...dutyOf(scene, c, a.parties), condition };
        })
        .filter(({ condition }) => condition !== 'false'),
    );
}

/** What a point would ask of the power that it binds. */
export function dutyOf(scene: OrderScene, clause: Clause, parties: readonly Power[]): Duty {
  const kind = clauseKind(clause.kind);
  const breaking = (kind?.breaks(scene, clause) ?? []).map(nameOf);
  const { order } = clause;
  return {
    clause,
    owed: parties.filter((p) => p !== clause.by),
    due: kind?.fulfils(scene, clause) ?? [],
    pays: paysNow(scene, clause, parties),
    last: clause.until === scene.round,
    vote:
      order?.kind === VOTE
        ? { motion: String(order.params.motion), vote: order.params.vote as Vote }
        : null,
    condition: null,
    breaks: (given) => kind?.forbids?.(clause, given) ?? breaking.includes(nameOf(given)),
  };
}

/** Money that a point has its obligor pay in this round. */
function paysNow(scene: OrderScene, clause: Clause, parties: readonly Power[]): Duty['pays'] {
  const judged = 'judged' in clause ? Number(clause.judged) : -1;
  const bound = { ...clause, parties, fresh: judged < 0, chance: 'none' } as const;
  const due = clauseKind(clause.kind)?.due?.(bound, scene.round);
  return due && due.amount > 0 ? { to: due.to, amount: due.amount, escrow: due.escrow } : null;
}

function nameOf({ kind, params }: NamedOrder): string {
  return JSON.stringify([kind, Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))]);
}
