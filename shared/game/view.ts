import type { Content } from '../core/content.ts';
import { allIndicators, indicatorsAt } from '../core/indicators.ts';
import type { Power } from '../core/powers.ts';
import { type GameState, type IndicatorReport, type KeptReport, linesOf } from '../core/state.ts';
import type { SeatReport, View } from '../core/view.ts';
import type { WordSpec } from '../core/words.ts';
import { aimsFor } from './aims.ts';
import { readerOf, toldOrder } from './disclosure.ts';
import { ownUses } from './drafting.ts';
import { jointFilings } from './joint.ts';
import { motionsFor } from './motions.ts';
import { endOf } from './scores.ts';
import { secretsFor } from './secrets.ts';
import { sightFor } from './sight.ts';
import { talksFor } from './talks/view.ts';

const DIGITS = 6;

function rounded(x: number): number {
  return Number(x.toPrecision(DIGITS));
}

/**
 * Everything a seat may know, built field by field: what is not named here never leaves.
 * @param seat the power, or null for spectators, projector and anybody without a seat
 */
export function viewFor(content: Content, state: GameState, seat: Power | null): View {
  const sight = sightFor(content, seat);
  const bands: number[] = [];
  const num = Array.from(state.num, (value, i) => {
    switch (sight[i]) {
      case 'exact':
        return rounded(value);
      case 'band': {
        if (shown(content, state, i)) return rounded(value);
        bands.push(i);
        const step = content.layout.spec[i]?.band as number;
        return Math.round(value / step) * step;
      }
      default:
        return shown(content, state, i) ? rounded(value) : null;
    }
  });
  return {
    v: 1,
    scenario: state.scenario,
    content: state.content,
    depth: state.depth,
    round: state.round,
    phase: state.phase,
    seat,
    num,
    bands,
    drafts: seat ? state.drafts[seat] : [],
    ready: state.ready,
    used: seat ? ownUses(state, seat) : {},
    series: seriesFor(content, state, seat),
    report: reportFor(content, state, seat),
    aims: aimsFor(state, seat),
    motions: motionsFor(state.motions, seat),
    joint: jointFilings(state.drafts),
    talks: talksFor(content, state, seat),
    secrets: secretsFor(content, state, seat),
    end: state.phase === 'debrief' && state.path.length > 0 ? endOf(content, state) : null,
  };
}

/** Whether a word that opens what else is hidden, such as free media, lies above zero. */
function shown(content: Content, state: GameState, index: number): boolean {
  const { shownBy } = content.layout.spec[index] as WordSpec;
  return shownBy !== undefined && (state.num[content.layout.at(shownBy)] as number) > 0;
}

/** Columns of the seat's own and the shared indicators that the depth shows; a spectator reads the shared. */
function seriesFor(content: Content, state: GameState, seat: Power | null): number[][] {
  const open = indicatorsAt(content, state.depth);
  const columns = allIndicators(content)
    .map((entry, k) => ({ ...entry, k }))
    .filter(({ owner }) => owner === seat || owner === 'shared')
    .filter(({ owner, indicator }) => open[owner].includes(indicator));
  return state.series.map((row) => columns.map(({ k }) => rounded(row[k] as number)));
}

function reportFor(content: Content, state: GameState, seat: Power | null): SeatReport | null {
  const { report, phase } = state;
  if (!report) return null;
  const reader = readerOf(content, state, seat);
  const over = phase === 'debrief';
  const own = seat ? report.indicators[seat] : [];
  return {
    round: report.round,
    orders: over
      ? report.orders
      : report.orders.map((order) => toldOrder(order, report.round, reader)),
    failed: report.failed.filter((f) => f.power === seat),
    hung: report.hung.filter((h) => h.power === seat),
    news: report.news,
    motions: report.motions,
    indicators: [...own, ...report.indicators.shared].map(inDigits),
  };
}

/**
 * An indicator as it is told: all its numbers to the same decimal, the sixth digit of its value. The
 * first and largest line takes what rounding leaves, so that the lines still add up to the change.
 */
function inDigits(kept: KeptReport): IndicatorReport {
  const { id, was, is } = kept;
  const size = Math.max(Math.abs(was), Math.abs(is), 0.001);
  const exponent = Number(size.toExponential().split('e')[1]);
  const to = (x: number): number => Number(x.toFixed(Math.max(0, DIGITS - 1 - exponent)));
  const told = linesOf(kept).map(({ cause, amount }) => ({ cause, amount: to(amount) }));
  const rest = to(is) - to(was) - told.reduce((sum, { amount }) => sum + amount, 0);
  return {
    id,
    was: to(was),
    is: to(is),
    lines: told.map(({ cause, amount }, k) => ({
      cause,
      amount: k === 0 ? to(amount + rest) : amount,
    })),
  };
}
