import { clauseKind } from '../../clauses/index.ts';
import type { BoundClause } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import { POWERS, type Power } from '../../core/powers.ts';
import type { Clause } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { orderKind } from '../../orders/index.ts';
import { believedState } from '../believed.ts';
import { type Course, course, effectsOn, type Preview, scoreGain } from '../preview.ts';
import type { LegalOrder } from '../resolve.ts';
import { boundIn } from './standing.ts';

/** What an offer would bring: to the seat that looks, and to the others by public estimates. */
export interface DealPreview {
  readonly own: Preview;
  readonly partners: Readonly<Partial<Record<Power, Preview>>>;
}

/** Looks ahead from one view at what agreements would do; keeps what its looks share. */
export interface Outlook {
  /** Points of score that each power would gain, were these points kept and nothing else done. */
  gains(clauses: readonly Clause[]): Readonly<Record<Power, number>>;
  /** The same for plain orders. */
  gainsOf(orders: readonly LegalOrder[]): Readonly<Record<Power, number>>;
  preview(clauses: readonly Clause[]): DealPreview;
}

/** @throws Error for a spectator */
export function outlook(content: Content, view: View): Outlook {
  const seat = view.seat;
  if (seat === null) throw new Error('a spectator makes no deals');
  const believed = believedState(content, view);
  const running = boundIn(view.talks.agreements, view.round);
  const still = course(content, believed, view.round, [], running);
  const scene = { content, num: believed, round: view.round };

  const moved = (clauses: readonly Clause[]): Course => {
    const parties = partiesOf(seat, clauses);
    const orders = clauses.flatMap((c): LegalOrder[] => {
      const kind = clauseKind(c.kind);
      return (kind?.fulfils(scene, c) ?? []).map((o) => ({ power: giverOf(c, parties), ...o }));
    });
    const bound = clauses.map((c): BoundClause => ({ ...c, parties, fresh: true, chance: 'none' }));
    return course(content, believed, view.round, orders, [...running, ...bound]);
  };
  const all = (path: Course): Record<Power, number> => ({
    KZ: scoreGain(content, 'KZ', still, path),
    RU: scoreGain(content, 'RU', still, path),
    CN: scoreGain(content, 'CN', still, path),
    EU: scoreGain(content, 'EU', still, path),
  });
  const of = (power: Power, path: Course): Preview => ({
    effects: effectsOn(content, power, still, path),
    score: scoreGain(content, power, still, path),
  });
  return {
    gains: (clauses) => all(moved(clauses)),
    gainsOf: (orders) => all(course(content, believed, view.round, orders, running)),
    preview(clauses) {
      const path = moved(clauses);
      const others = partiesOf(seat, clauses).filter((p) => p !== seat);
      return {
        own: of(seat, path),
        partners: Object.fromEntries(others.map((p) => [p, of(p, path)])),
      };
    },
  };
}

/** Who gives the order that a clause names: the bound power, or for a consent the one who filed it. */
function giverOf(clause: Clause, parties: readonly Power[]): Power {
  if (clause.kind !== 'consent' || !clause.order) return clause.by;
  const by = orderKind(clause.order.kind)?.by ?? [];
  return parties.find((p) => p !== clause.by && by.includes(p)) ?? clause.by;
}

/** Powers that the points bind or name, and the seat itself. */
function partiesOf(seat: Power, clauses: readonly Clause[]): readonly Power[] {
  return POWERS.filter((p) => {
    if (p === seat) return true;
    return clauses.some(
      (c) =>
        c.by === p || (c.kind === 'consent' && c.order && orderKind(c.order.kind)?.by.includes(p)),
    );
  });
}

/** Expected effects of an offer, were it signed and kept. */
export function previewDeal(content: Content, view: View, clauses: readonly Clause[]): DealPreview {
  return outlook(content, view).preview(clauses);
}
