import { clauseKind, filerOf } from '../../clauses/index.ts';
import type { BoundClause } from '../../core/clause.ts';
import type { Content } from '../../core/content.ts';
import { byPower, POWERS, type Power } from '../../core/powers.ts';
import type { Clause } from '../../core/talk.ts';
import type { View } from '../../core/view.ts';
import { orderKind } from '../../orders/index.ts';
import { believedState } from '../believed.ts';
import { Foresight, type Outcome } from '../foresight.ts';
import { course, effectsOn, HORIZON, type Preview, scoreGain } from '../preview.ts';
import type { LegalOrder } from '../resolve.ts';
import { asFound, inForce, isContingent } from './active.ts';
import type { Truth } from './conditions.ts';
import { movesByItself } from './kinds.ts';
import { boundIn } from './standing.ts';
import { reaches } from './truth.ts';

/** What an offer would bring: to the seat that looks, and to the others by public estimates. */
export interface DealPreview {
  readonly own: Preview;
  readonly partners: Readonly<Partial<Record<Power, Preview>>>;
  /**
   * Of each clause: what was taken for true of its condition. `unknown` depends on orders or signatures
   * that are still open, and is looked at as if it came about; null: it has no condition.
   */
  readonly conditions: readonly (Truth | null)[];
}

/** Looks ahead from one view at what orders and agreements would do; keeps what its looks share. */
export interface Outlook {
  /** What these orders, given now, and these points, kept from now on, bring together. */
  outcome(orders: readonly LegalOrder[], clauses?: readonly Clause[]): Outcome;
  /** Points of score that each power would gain, were these points kept and nothing else done. */
  gains(clauses: readonly Clause[]): Readonly<Record<Power, number>>;
  /** The same for plain orders. */
  gainsOf(orders: readonly LegalOrder[]): Readonly<Record<Power, number>>;
  /** @param to powers that are asked to sign, beside those that the points bind or name */
  preview(clauses: readonly Clause[], to?: readonly Power[]): DealPreview;
}

/** What one seat believes in one round, with all that was looked at from there. */
interface Ground {
  readonly believed: Float64Array;
  /** By the clauses that bind whatever is ordered. */
  readonly ahead: Map<string, Ahead>;
  /** By all clauses of running agreements. */
  readonly looks: Map<string, Outlook>;
}

/** Courses that begin under the same clauses: a pledge that is signed meanwhile moves none of them. */
interface Ahead {
  readonly foresight: Foresight;
  readonly outcomes: Map<string, Outcome>;
}

/** Grounds that are kept per content: a table of four, and those of a round before. */
const KEPT = 8;
const kept = new WeakMap<Content, Map<string, Ground>>();

/**
 * Two views from which the same is believed share one outlook.
 * @throws Error for a spectator
 */
export function outlook(content: Content, view: View): Outlook {
  const seat = view.seat;
  if (seat === null) throw new Error('a spectator makes no deals');
  const ground = groundOf(content, view, seat);
  const bound = boundIn(view.talks.agreements, view.round);
  const key = JSON.stringify(bound);
  let look = ground.looks.get(key);
  if (!look) {
    look = newOutlook(content, view, seat, bound, ground);
    ground.looks.set(key, look);
  }
  return look;
}

function groundOf(content: Content, view: View, seat: Power): Ground {
  let known = kept.get(content);
  if (!known) {
    known = new Map();
    kept.set(content, known);
  }
  const key = JSON.stringify([seat, view.round, view.num]);
  let ground = known.get(key);
  if (!ground) {
    ground = { believed: believedState(content, view), ahead: new Map(), looks: new Map() };
    if (known.size >= KEPT) known.delete(known.keys().next().value as string);
    known.set(key, ground);
  }
  return ground;
}

function aheadOf(
  content: Content,
  round: number,
  running: readonly BoundClause[],
  { believed, ahead }: Ground,
): Ahead {
  const key = JSON.stringify(running);
  let one = ahead.get(key);
  if (!one) {
    const foresight = new Foresight(content, believed, round, running);
    one = { foresight, outcomes: new Map() };
    ahead.set(key, one);
  }
  return one;
}

function worksByItself({ kind }: Clause): boolean {
  return movesByItself(kind);
}

/** @param all clauses of running agreements that may bind in this round */
function newOutlook(
  content: Content,
  view: View,
  seat: Power,
  all: readonly BoundClause[],
  ground: Ground,
): Outlook {
  const { round } = view;
  const { believed } = ground;
  const force = [...inForce(content, believed, all, [])];
  // Orders that are looked at may bring a clause into force that waits for them.
  const running = all
    .flatMap((c) => (c.when?.on === 'order' ? [c] : waited(c, force.includes(c))))
    .filter(worksByItself);
  const scene = { content, num: believed, round };
  const { foresight, outcomes } = aheadOf(content, round, running, ground);

  const truthOf = (clause: Clause): Truth | null => {
    const { when } = clause;
    if (!when || !isContingent(clause)) return null;
    if (when.on === 'indicator') return reaches(content, believed, when) ? 'true' : 'false';
    if (when.on === 'order') return 'unknown';
    const waiting = all.filter((c) => c.agreement === when.agreement);
    if (waiting.some((c) => force.includes(c))) return 'true';
    return waiting.length > 0 && waiting.every((c) => c.when?.on === 'indicator')
      ? 'false'
      : 'unknown';
  };
  const dueFrom = (clauses: readonly Clause[]): readonly LegalOrder[] => {
    const parties = partiesOf(seat, clauses);
    return clauses.flatMap((c): LegalOrder[] => {
      if (truthOf(c) === 'false') return [];
      const kind = clauseKind(c.kind);
      return (kind?.fulfils(scene, c) ?? []).map((o) => ({ power: giverOf(c, parties), ...o }));
    });
  };
  const boundBy = (clauses: readonly Clause[]): readonly BoundClause[] => {
    const parties = partiesOf(seat, clauses);
    return clauses.flatMap((c) =>
      waited({ ...c, parties, fresh: true, chance: 'none' }, truthOf(c) !== 'false'),
    );
  };
  const outcome: Outlook['outcome'] = (orders, clauses = []) => {
    const all = [...orders, ...dueFrom(clauses)];
    const bound = boundBy(clauses).filter(worksByItself);
    const key = JSON.stringify([all, bound]);
    let one = outcomes.get(key);
    if (!one) {
      one = foresight.outcome(all, bound);
      outcomes.set(key, one);
    }
    return one;
  };
  const meanGain = (one: Outcome): Record<Power, number> =>
    byPower((power) => {
      let gain = 0;
      for (let i = 0; i < HORIZON; i += 1) {
        const shift = one.shift(i);
        content.objectives.forEach((o, k) => {
          if (o.power === power) gain += (o.weight / 100) * (shift[k] as number);
        });
      }
      return gain / HORIZON;
    });
  return {
    outcome,
    gains: (clauses) => meanGain(outcome([], clauses)),
    gainsOf: (orders) => meanGain(outcome(orders)),
    preview(clauses, to = []) {
      const standing = [...running, ...boundBy(clauses)];
      const still = course(content, believed, round, [], running);
      const path = course(content, believed, round, dueFrom(clauses), standing);
      const of = (power: Power): Preview => ({
        effects: effectsOn(content, view.depth, power, still, path),
        score: scoreGain(content, power, still, path),
      });
      const named = partiesOf(seat, clauses);
      const others = POWERS.filter((p) => p !== seat && (named.includes(p) || to.includes(p)));
      const conditions = clauses.map(truthOf);
      return {
        conditions,
        own: of(seat),
        partners: Object.fromEntries(others.map((p) => [p, of(p)])),
      };
    },
  };
}

/**
 * A clause as a course looks at it: one that waits for signatures or orders binds all through it, or not
 * at all; one that waits for an indicator as that moves.
 */
function waited(clause: BoundClause, binds: boolean): readonly BoundClause[] {
  if (!isContingent(clause) || clause.when?.on === 'indicator') return [clause];
  return binds ? asFound([clause]) : [];
}

/** Who gives the order that a clause names: the bound power, or for a consent the one who filed it. */
function giverOf(clause: Clause, parties: readonly Power[]): Power {
  if (clause.kind !== 'consent' || !clause.order) return clause.by;
  const by = orderKind(clause.order.kind)?.by ?? [];
  return filerOf(by, clause.by, parties) ?? clause.by;
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
