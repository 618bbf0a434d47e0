import { cardsIn } from '../core/card.ts';
import type { BoundClause } from '../core/clause.ts';
import type { Content } from '../core/content.ts';
import { allIndicators, indicatorLines, indicatorsAt, indicatorValue } from '../core/indicators.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Motion } from '../core/motion.ts';
import { byPower, type Depth, POWERS, type Power } from '../core/powers.ts';
import { refuse } from '../core/refusal.ts';
import type {
  Draft,
  FailedOrder,
  GameState,
  GivenOrder,
  KeptReport,
  RoundReport,
} from '../core/state.ts';
import { ORDERS, orderKind } from '../orders/index.ts';
import { objectiveValues } from '../systems/scoring/index.ts';
import { watchedValues } from '../systems/scoring/secrets.ts';
import { indicatorValues } from './baseline.ts';
import { noDrafts } from './create.ts';
import { sceneOf } from './drafting.ts';
import { jointKey, loneKeys } from './joint.ts';
import { counted, motionOf } from './motions.ts';
import { settled } from './provisos.ts';
import { type Fee, type LegalOrder, resolveNumbers } from './resolve.ts';
import { extraCost, judgeOrder, judgeSum, LOST_UNSIGNED, useKey } from './rules.ts';
import { inForce, isContingent, Standing } from './talks/active.ts';
import { type Binds, unsigned } from './talks/filing.ts';
import { courtOf } from './talks/hearing.ts';
import { withPublicWords } from './talks/publicWords.ts';
import { boundIn } from './talks/standing.ts';
import { judgeTalks } from './talks/verdicts.ts';

/** Moves the game on by one phase; the round is resolved on the way from ink time to the report. */
export function advance(content: Content, state: GameState): GameState {
  switch (state.phase) {
    case 'lobby':
      return enter(state, { phase: 'briefing' });
    case 'briefing':
      return enter(state, { phase: 'deliberation' });
    case 'deliberation':
      return enter(state, { phase: 'ink' });
    case 'ink':
      return resolveRound(content, state);
    case 'report': {
      const round = state.round + 1;
      const over = round >= content.halves.length;
      return enter(state, { round, accepted: [], phase: over ? 'debrief' : 'briefing' });
    }
    case 'debrief':
      return state;
  }
}

function enter(state: GameState, change: Partial<GameState>): GameState {
  return { ...state, ready: [], ...change };
}

/**
 * Closes deliberation at once: the legal drafts go in rank order, the round is computed and reported.
 * Drafts that no longer fit are kept in the report with their reason, for their own power alone.
 */
export function resolveRound(content: Content, laid: GameState): GameState {
  const { state, hung } = settled(laid);
  const { orders, legal, motions, failed, fees, used } = sealed(content, state);
  const able = boundIn(state.talks.agreements, state.round);
  const bound = new Standing(content, able, state.round).in(state.num, state.round, legal);
  let { talks } = state;
  const { num, news, ledger } = resolveNumbers(content, state.num, state.round, legal, {
    explain: true,
    seed: state.seed,
    cards: cardsIn(state.cards, state.round),
    bound,
    fees,
    hearing(ctx) {
      const lone = failed.filter(({ refusal }) => refusal.code === 'unsigned');
      talks = judgeTalks(courtOf(content, state, ctx, legal, motions, bound, lone), ctx, talks);
    },
  });
  const report: RoundReport = {
    round: state.round,
    orders,
    failed,
    hung,
    news,
    motions: motions.map((motion) => counted(content, state.num, motion)),
    ...explain(content, state.depth, state.num, num, ledger as Ledger),
  };
  return enter(state, {
    phase: 'report',
    num,
    drafts: noDrafts(),
    motions: [],
    talks: withPublicWords(content, talks, state.round, orders),
    used,
    path: [...state.path, objectiveValues(content, num)],
    series: [...state.series, indicatorValues(content, num)],
    watch: [...state.watch, watchedValues(content, num)],
    report,
    past: [
      ...state.past,
      { orders, motions: report.motions, ...(hung.length > 0 ? { hung } : {}) },
    ],
  });
}

/** Rounds after which no order remembers that it was given. */
const LONGEST_COOLDOWN = Math.max(...ORDERS.map(({ cooldown }) => cooldown));

/** Uses that may still stand in the way of the next: the rest are forgotten. */
function stillCounts(used: GameState['used'], round: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(used).filter(([, last]) => round - last < LONGEST_COOLDOWN),
  );
}

interface Collected {
  readonly orders: readonly GivenOrder[];
  readonly legal: readonly LegalOrder[];
  readonly motions: readonly Motion[];
  readonly failed: readonly FailedOrder[];
  readonly fees: readonly Fee[];
  readonly used: Readonly<Record<string, number>>;
}

/** Rounds of question and answer between orders and the contingent signatures that let them through. */
const PASSES = 3;

/**
 * Orders as they are carried out. A signature may hang on another order, and that one on a signature:
 * at first no contingent one counts, then those do whose condition the orders so far make true.
 */
function sealed(content: Content, state: GameState): Collected {
  const able = boundIn(state.talks.agreements, state.round);
  const contingent = able.filter(isContingent);
  const force = ({ legal }: Collected): ReadonlySet<BoundClause> =>
    inForce(content, state.num, able, legal);
  const first = collectOrders(content, state, () => false);
  if (contingent.length === 0) return first;
  let collected = first;
  let counted: ReadonlySet<BoundClause> = new Set();
  for (let pass = 1; pass < PASSES; pass += 1) {
    const now = force(collected);
    if (contingent.every((c) => now.has(c) === counted.has(c))) return collected;
    counted = now;
    collected = collectOrders(content, state, (agreement, place) =>
      contingent.some((c) => c.agreement === agreement && c.place === place && now.has(c)),
    );
  }
  // Orders crowd each other out, and a signature that let one through may have lost its reason.
  const now = force(collected);
  return contingent.every((c) => now.has(c) || !counted.has(c)) ? collected : first;
}

/** Orders are sealed: all are judged by the state before the round, each power by its own sums. */
function collectOrders(content: Content, state: GameState, binds: Binds): Collected {
  const orders: GivenOrder[] = [];
  const legal: LegalOrder[] = [];
  const motions: Motion[] = [];
  const failed: FailedOrder[] = [];
  const fees: Fee[] = [];
  const used = stillCounts(state.used, state.round);
  const lone = loneActs(content, state, binds);
  for (const power of POWERS) {
    const scene = sceneOf(content, state, power);
    const own: GivenOrder[] = [];
    for (const draft of state.drafts[power]) {
      const kind = orderKind(draft.kind);
      if (!kind) continue;
      const { params, giver, motive } = draft;
      const given: GivenOrder = {
        power,
        kind: kind.id,
        params,
        giver,
        ...(motive === undefined ? {} : { motive }),
      };
      const refusal = judgeOrder(scene, kind, params) ?? judgeSum(scene, own, kind, params);
      if (refusal) failed.push({ ...given, refusal });
      else if (
        unsigned(state, power, draft, binds).length > 0 ||
        lone.has(jointKey({ kind: kind.id, params }) ?? '')
      ) {
        failed.push({ ...given, refusal: refuse('unsigned') });
        const pc = LOST_UNSIGNED * kind.cost(scene, power, params).pc;
        fees.push({ power, pc, cause: 'mech:unsigned' });
      } else {
        own.push(given);
        const motion = motionOf(state.motions, power, draft);
        legal.push(motion ? { ...given, votes: motion.votes } : given);
        if (motion) motions.push(motion);
        used[`${power}:${useKey(kind, params)}`] = state.round;
      }
    }
    const extra = extraCost(content, state.depth, own);
    if (extra > 0) fees.push({ power, pc: extra, cause: 'mech:more_orders' });
    orders.push(...own);
  }
  return { orders, legal, motions, failed, fees, used };
}

/** Acts of several that too few have laid down lawfully. */
function loneActs(content: Content, state: GameState, binds: Binds): ReadonlySet<string> {
  const legal = byPower((power) => {
    const scene = sceneOf(content, state, power);
    const own: Draft[] = [];
    for (const draft of state.drafts[power]) {
      const kind = orderKind(draft.kind);
      if (!kind || judgeOrder(scene, kind, draft.params)) continue;
      if (judgeSum(scene, own, kind, draft.params)) continue;
      if (unsigned(state, power, draft, binds).length === 0) own.push(draft);
    }
    return own;
  });
  return loneKeys(legal);
}

/**
 * Indicators of the depth with their causes, and how far the lines of any depth's indicator miss its
 * change (an identity: below 1e-9).
 */
function explain(
  content: Content,
  depth: Depth,
  before: Float64Array,
  after: Float64Array,
  ledger: Ledger,
): Pick<RoundReport, 'indicators' | 'residual'> {
  const indicators: Record<Power | 'shared', KeptReport[]> = {
    KZ: [],
    RU: [],
    CN: [],
    EU: [],
    shared: [],
  };
  let residual = 0;
  const { layout } = content;
  const open = indicatorsAt(content, depth);
  for (const { owner, indicator } of allIndicators(content)) {
    const was = indicatorValue(layout, before, indicator.word);
    const is = indicatorValue(layout, after, indicator.word);
    const lines = indicatorLines(layout, ledger, indicator.word);
    const told = lines.reduce((sum, { amount }) => sum + amount, 0);
    residual = Math.max(residual, Math.abs(is - was - told));
    if (open[owner].includes(indicator)) {
      const causes = lines.map(({ cause }) => cause);
      const amounts = lines.map(({ amount }) => amount);
      indicators[owner].push({ id: indicator.id, was, is, causes, amounts });
    }
  }
  return { indicators, residual };
}
