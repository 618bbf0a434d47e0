import { clauseKind } from '../clauses/index.ts';
import type { LaidCard } from '../core/card.ts';
import type { BoundClause } from '../core/clause.ts';
import { type Content, coefficient } from '../core/content.ts';
import { type Cause, createLedger, type Ledger } from '../core/ledger.ts';
import type { Vote } from '../core/motion.ts';
import type { Params } from '../core/order.ts';
import type { Power } from '../core/powers.ts';
import { move, type News, type RoundContext, type TollSplit } from '../core/round.ts';
import { playCards } from '../events/cards.ts';
import { orderKind } from '../orders/index.ts';
import { outsideMandate } from '../orders/mandate.ts';
import { countMotion } from '../systems/institutions/count.ts';
import { bindClause, bindOrder } from './binding.ts';
import { AFTER_ORDERS, BEFORE_ORDERS } from './systems.ts';
import { paymentsOf, settle } from './talks/payments.ts';

/** The first system of step 10. */
const TRUST = 'diplomacy';

/** An order that was found legal and is to be carried out. */
export interface LegalOrder {
  readonly power: Power;
  readonly kind: string;
  readonly params: Params;
  /** Votes cast on the motion that it carries; absent = nobody but its filer has voted. */
  readonly votes?: Readonly<Partial<Record<Power, Vote>>>;
}

export interface Resolution {
  readonly num: Float64Array;
  readonly news: readonly News[];
  readonly ledger: Ledger | null;
}

/** Political capital that a power spends on something else than an order itself. */
export interface Fee {
  readonly power: Power;
  readonly pc: number;
  readonly cause: Cause;
}

export interface ResolveOptions {
  /** Drivers, dated events and openings stand still. */
  readonly held?: boolean;
  /** Seed of the keyed draws; without it, and while held, nothing is drawn. */
  readonly seed?: number;
  /** Write the ledger. Off in rollouts and previews. */
  readonly explain?: boolean;
  /** Political capital is not spent: history's run. */
  readonly free?: boolean;
  /** Clauses that bind in this round: what their signature does by itself happens at step 2, what they share at step 8. */
  readonly bound?: readonly BoundClause[];
  /** Capital spent beside the price of orders: what fell through for want of a signature, more orders than usual. */
  readonly fees?: readonly Fee[];
  /** Cards that the facilitator laid into the round. */
  readonly cards?: readonly LaidCard[];
  /** Step 9b: everything but trust, hold-up and capital is known. */
  readonly hearing?: (ctx: RoundContext) => void;
  /** Buffer for the new state, for callers that resolve many rounds; must not be `prev`. */
  readonly into?: Float64Array;
}

/**
 * One round, pure: (numeric state, orders) → numeric state, in the order of the model's section 4.
 * @param prev state the last round left, shape [layout.size]; not changed
 * @param round position in the scenario, from 0; beyond the last in shadow rounds
 */
export function resolveNumbers(
  content: Content,
  prev: Float64Array,
  round: number,
  orders: readonly LegalOrder[],
  options: ResolveOptions = {},
): Resolution {
  const num = options.into ?? new Float64Array(prev.length);
  num.set(prev);
  const ledger = options.explain ? createLedger() : null;
  const ctx: RoundContext = {
    content,
    prev,
    num,
    round,
    held: options.held ?? false,
    seed: options.held ? null : (options.seed ?? null),
    ledger,
    touched: new Map(),
    splits: splitsOf(options.bound ?? []),
    news: [],
  };
  for (const system of BEFORE_ORDERS) system.run(ctx);
  playCards(ctx, options.cards ?? []);
  for (const clause of options.bound ?? []) {
    if (comesIn(content, clause, round)) clauseKind(clause.kind)?.enact?.(ctx, clause);
    // What binds again after a pause has tied its parties already.
    if (clause.fresh && clause.active === undefined) bindClause(ctx, clause);
  }
  for (const { power, pc, cause } of options.fees ?? []) {
    move(ctx, content.layout.at('pc', power), -pc, cause);
  }
  for (const order of orders) applyOrder(ctx, order, options.free ?? false);
  settle(ctx, paymentsOf(content, prev, round, orders, options.bound ?? []));
  for (const system of AFTER_ORDERS) {
    if (system.id === TRUST) options.hearing?.(ctx);
    system.run(ctx);
  }
  // JSON keeps no −0, so none may stand in a state that is saved.
  for (let i = 0; i < num.length; i += 1) num[i] = (num[i] as number) + 0;
  return { num, news: ctx.news, ledger };
}

/** Whether this is the first round in which a clause binds. */
function comesIn(content: Content, clause: BoundClause, round: number): boolean {
  const begins = clauseKind(clause.kind)?.begins?.(content, clause);
  if (begins === undefined) return clause.fresh;
  return clause.fresh ? round >= begins : round === begins;
}

/** Tolls that change hands; what two clauses of the same agreement pool is pooled once. */
function splitsOf(bound: readonly BoundClause[]): readonly TollSplit[] {
  const seen = new Set<string>();
  return bound.flatMap((clause) =>
    (clauseKind(clause.kind)?.split?.(clause, clause.parties) ?? []).flatMap((split) => {
      const offer = clause.agreement ?? clause.parties.join('');
      const key = [offer, clause.kind, split.from, split.corridor].join(' ');
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...split, kind: clause.kind }];
    }),
  );
}

function applyOrder(ctx: RoundContext, order: LegalOrder, free: boolean): void {
  const kind = orderKind(order.kind);
  if (!kind) return;
  const { layout } = ctx.content;
  const cause = `order:${order.power}:${order.kind}`;
  const scene = { content: ctx.content, num: ctx.num, round: ctx.round };
  // An answer to nothing is void: history's answers where no event of this seed asks for them.
  if (kind.reaction?.(order.params) && !kind.occasion?.(scene, order.power)) return;
  // The price is that of the moment before the order, as it was shown.
  const cost = kind.cost(scene, order.power, order.params);
  if (!free) move(ctx, layout.at('pc', order.power), -cost.pc, cause);
  if (order.power === 'KZ') move(ctx, layout.at('fund'), -cost.money, cause);
  const terms = kind.motion?.(order.params);
  // History's orders were given and agreed upon, and cost nothing.
  if (terms && !countMotion(ctx, order.power, kind.id, terms, order.votes ?? {}, free)) return;
  kind.apply(ctx, order.power, order.params, cause);
  bindOrder(ctx, kind, order, cause);
  if (outsideMandate(order.power, kind.id) && !kind.reaction?.(order.params)) {
    // What members never agreed on costs them a point of unity, whatever it is.
    move(ctx, layout.at('eu_cohesion'), -coefficient(ctx.content, 'europe.mandate'), cause);
  }
}
