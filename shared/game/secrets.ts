import type { Content } from '../core/content.ts';
import { byPower, DEPTHS, type Depth, type Power } from '../core/powers.ts';
import { draw } from '../core/random.ts';
import { type Refusal, refuse } from '../core/refusal.ts';
import {
  DEALT,
  KEPT,
  type KeepCommand,
  SECRET_POINTS,
  type SecretHand,
  type SecretResult,
  type SecretsView,
} from '../core/secret.ts';
import type { GameState } from '../core/state.ts';
import type { Agreement } from '../core/talk.ts';
import type { Chronicle } from '../systems/scoring/condition.ts';
import { conditionOf } from '../systems/scoring/secrets.ts';
import { baselineOf } from './baseline.ts';

/** Deals to each power some of its secret aims by the seed. */
export function dealSecrets(
  content: Content,
  seed: number,
  depth: Depth,
): Readonly<Record<Power, SecretHand>> {
  return byPower((power) => {
    const luck = content.secrets
      .filter((s) => s.power === power && DEPTHS.indexOf(s.depth) <= DEPTHS.indexOf(depth))
      .map(({ id }) => ({ id, at: draw(seed, 0, 'secret', id) }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    return { dealt: luck.slice(0, DEALT[depth]).map(({ id }) => id), kept: null };
  });
}

/** The aims that count for a power: those it chose, or the first it was dealt. */
function keptOf({ depth, secrets }: GameState, power: Power): readonly string[] {
  const { dealt, kept } = secrets[power];
  return kept ?? dealt.slice(0, KEPT[depth]);
}

/** Until the first deadline a power may choose, and choose again. */
function mayChoose({ round, phase, depth }: GameState): boolean {
  return DEALT[depth] > 0 && round === 0 && (phase === 'briefing' || phase === 'deliberation');
}

export function withKept(
  state: GameState,
  power: Power,
  command: KeepCommand,
): GameState | Refusal {
  if (!mayChoose(state)) return refuse('secretsSettled');
  const { dealt } = state.secrets[power];
  const kept = dealt.filter((id) => command.secrets.includes(id));
  if (kept.length !== command.secrets.length || kept.length !== KEPT[state.depth]) {
    return refuse('badParameter', { param: 'secrets' });
  }
  return { ...state, secrets: { ...state.secrets, [power]: { dealt, kept } } };
}

/** For its owner's eyes; null where there are none, and in the lobby, where seats are still changed. */
export function secretsFor(
  content: Content,
  state: GameState,
  seat: Power | null,
): SecretsView | null {
  if (seat === null || state.phase === 'lobby') return null;
  const { dealt, kept } = state.secrets[seat];
  if (dealt.length === 0) return null;
  const chronicle = chronicleOf(content, state, seat);
  return {
    dealt,
    kept: keptOf(state, seat),
    keep: KEPT[state.depth],
    open: mayChoose(state),
    chosen: kept !== null,
    met: Object.fromEntries(dealt.map((id) => [id, conditionOf(content, id)(chronicle)])),
  };
}

/** What became of every power's secret aims, valid after any round. */
export function secretResults(
  content: Content,
  state: GameState,
): Readonly<Record<Power, readonly SecretResult[]>> {
  return byPower((power) => {
    const chronicle = chronicleOf(content, state, power);
    return keptOf(state, power).map((id) => {
      const met = conditionOf(content, id)(chronicle);
      return { id, met, points: met ? SECRET_POINTS.met : SECRET_POINTS.missed };
    });
  });
}

function chronicleOf(content: Content, state: GameState, power: Power): Chronicle {
  const played = state.path.length;
  const { agreements } = state.talks;
  const own = (partners: readonly string[]): readonly Agreement[] =>
    agreements.filter((a) =>
      [power, ...partners].every((p) => a.signed.some((s) => s.power === p)),
    );
  return {
    play: state.watch,
    usual: baselineOf(content, state.seed, state.cards).watch.slice(0, played + 1),
    given: (by, kind, settings) => {
      const orders = state.past.flatMap(({ orders: all }, round) =>
        all.filter(
          (o) =>
            o.kind === kind &&
            (o.power === by || consented(agreements, by, kind, round)) &&
            settings.every((s) => Object.values(o.params).map(String).includes(s)),
        ),
      );
      return orders.length;
    },
    pacts: (partners) =>
      own(partners).filter(
        (a) => a.status !== 'broken' && lastRound(a) >= played - 1 && played > a.signedRound,
      ).length,
    held: (partners) =>
      Math.max(
        0,
        ...own(partners).map((a) => Math.min(played - 1, lastRound(a)) - a.signedRound + 1),
      ),
  };
}

/** Whether a power put its name to another's order of this kind in a round. */
function consented(
  agreements: readonly Agreement[],
  power: string,
  kind: string,
  round: number,
): boolean {
  return agreements.some(
    (a) =>
      a.signedRound === round &&
      a.clauses.some((c) => c.kind === 'consent' && c.by === power && c.order?.kind === kind),
  );
}

/** Last round in which an agreement was, or will be, in force: a broken word ends it. */
function lastRound({ clauses, status }: Agreement): number {
  if (status === 'broken') return Math.max(...clauses.map((c) => c.judged)) - 1;
  return Math.max(...clauses.map((c) => (c.final ? c.judged : c.until)));
}
