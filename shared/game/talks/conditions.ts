import { isOrderOf, matches } from '../../clauses/index.ts';
import type { Content } from '../../core/content.ts';
import { indicatorEntries, indicatorsAt } from '../../core/indicators.ts';
import type { OrderScene } from '../../core/order.ts';
import type { Depth, Power } from '../../core/powers.ts';
import { type Refusal, refuse } from '../../core/refusal.ts';
import type { Condition, NamedOrder, Talks } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { orderKind } from '../../orders/index.ts';
import { believedState } from '../believed.ts';
import { asksSecret } from '../disclosure.ts';
import { branchOf } from '../provisos.ts';
import { openAt } from '../rules.ts';
import { seesExactly } from '../sight.ts';
import { inForce } from './active.ts';
import { boundIn } from './standing.ts';
import { reaches } from './truth.ts';
import { plain } from './wording.ts';

/** What lies on the table beside the offer that is read. */
export interface Beside {
  readonly talks: Pick<Talks, 'agreements' | 'proposals' | 'open'>;
  /** Id of the offer itself where it is a new version of one. */
  readonly self: string | null;
}

/** A condition as the rules keep it, or why nobody could tell whether it is true. */
export function readCondition(
  scene: OrderScene & { readonly depth: Depth },
  parties: readonly Power[],
  when: Condition,
  beside: Beside,
): Condition | Refusal {
  switch (when.on) {
    case 'indicator':
      return isOpen(scene.content, scene.depth, parties, when)
        ? { ...when, value: when.value + 0 }
        : refuse('conditionHidden');
    case 'agreement':
      return isKnown(scene.round, parties, when.agreement, beside)
        ? when
        : refuse('conditionUnknown');
    case 'order': {
      const { power, order } = when;
      const kind = orderKind(order.kind);
      const named = kind && openAt(kind, scene.depth) && isOrderOf(scene, power, order);
      if (!named) return refuse('conditionOrder');
      if (asksSecret(parties, power, order)) return refuse('conditionSecret');
      return { on: 'order', power, order: { kind: order.kind, params: plain(order.params) } };
    }
  }
}

/** Whether the depth shows the indicator, and every party may know its exact value. */
function isOpen(
  content: Content,
  depth: Depth,
  parties: readonly Power[],
  { owner, indicator }: Extract<Condition, { on: 'indicator' }>,
): boolean {
  const shown = indicatorsAt(content, depth)[owner].find((i) => i.id === indicator);
  if (!shown) return false;
  const entries = indicatorEntries(content.layout, shown.word);
  return parties.every((p) => entries.every((at) => seesExactly(content, p, at)));
}

/** Whether all parties know of an offer on the table of this round, or of an agreement that runs. */
function isKnown(
  round: number,
  parties: readonly Power[],
  id: string,
  { talks, self }: Beside,
): boolean {
  if (id === self) return false;
  const seen = (by: readonly Power[]): boolean => parties.every((p) => by.includes(p));
  return (
    talks.agreements.some(
      (a) => a.id === id && a.status === 'running' && (a.signedRound < round || seen(a.parties)),
    ) ||
    talks.proposals.some(
      (p) => p.id === id && p.round === round && p.status === 'open' && seen(p.parties),
    )
  );
}

/** What a seat believes of a condition; `unknown` as long as others have to decide. */
export type Truth = 'true' | 'false' | 'unknown';

/**
 * Whether a condition would be true of this round, as things stand: indicators as the seat believes
 * them, agreements that run or still lie open, its own drafts; orders of others are sealed.
 */
export function conditionNow(content: Content, view: View, when: Condition): Truth {
  const { round, talks, seat } = view;
  switch (when.on) {
    case 'indicator':
      return reaches(content, believedState(content, view), when) ? 'true' : 'false';
    case 'agreement': {
      const id = when.agreement;
      const drafts = seat === null ? [] : draftsNow(view).map((d) => ({ power: seat, ...d }));
      const bound = boundIn(talks.agreements, round);
      for (const clause of inForce(content, believedState(content, view), bound, drafts)) {
        if (clause.agreement === id) return 'true';
      }
      const waits = bound.some((c) => c.agreement === id && c.when?.on !== 'indicator');
      const open = talks.proposals.some((p) => p.id === id && p.status === 'open');
      return waits || open ? 'unknown' : 'false';
    }
    case 'order':
      if (when.power !== seat) return 'unknown';
      return draftsNow(view).some((d) => matches(when.order, d)) ? 'true' : 'false';
  }
}

/** The seat's orders as they would go now: of a conditional one, the branch that what is signed leaves. */
function draftsNow({ drafts, talks }: View): readonly NamedOrder[] {
  return drafts.flatMap((d) => branchOf(talks, d) ?? []);
}
