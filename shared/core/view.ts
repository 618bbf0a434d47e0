import type { Aim } from './aims.ts';
import type { JointFiling } from './joint.ts';
import type { CountedMotion, Motion } from './motion.ts';
import type { Depth, Power } from './powers.ts';
import type { News } from './round.ts';
import type { SecretResult, SecretsView } from './secret.ts';
import type {
  Draft,
  FailedOrder,
  GivenOrder,
  HungOrder,
  IndicatorReport,
  PastRound,
  Phase,
} from './state.ts';
import type { TalksView } from './talk.ts';

/** The report of a resolved round as one seat may read it. */
export interface SeatReport {
  readonly round: number;
  /** Orders of all powers: public once resolved. */
  readonly orders: readonly GivenOrder[];
  /** Own drafts that were not allowed at the deadline. */
  readonly failed: readonly FailedOrder[];
  /** Own drafts that hung on an offer, and whether it was signed. */
  readonly hung: readonly HungOrder[];
  readonly news: readonly News[];
  readonly motions: readonly CountedMotion[];
  /** Own indicators, then shared ones. */
  readonly indicators: readonly IndicatorReport[];
}

export interface ObjectiveScore {
  readonly id: string;
  readonly weight: number;
  /** 0..100, 50 = as in history. */
  readonly score: number;
  /** Value of the objective, and the same in history's run. */
  readonly x: number;
  readonly history: number;
}

export interface PowerScore {
  readonly score: number;
  readonly objectives: readonly ObjectiveScore[];
}

/** What everybody sees when the game is over. */
export interface EndView {
  readonly scores: Readonly<Record<Power, PowerScore>>;
  /** Secret aims that were kept, with the points that they add to the score; shown apart from it. */
  readonly secrets: Readonly<Record<Power, readonly SecretResult[]>>;
  /** Orders and counted motions by round. */
  readonly past: readonly PastRound[];
  /** Indicators of all powers, by round, in play and in history's run under the same seed. */
  readonly indicators: Readonly<
    Record<
      Power | 'shared',
      readonly {
        readonly id: string;
        readonly play: readonly number[];
        readonly history: readonly number[];
      }[]
    >
  >;
}

/** Everything a seat may know, field by field. A spectator has seat null. */
export interface View {
  readonly v: 1;
  readonly scenario: string;
  /** `content.version` it was made with. */
  readonly content: string;
  readonly depth: Depth;
  readonly round: number;
  readonly phase: Phase;
  readonly seat: Power | null;
  /**
   * Numeric state by `content.layout`, rounded to 7 significant digits; null = hidden.
   * A banded word carries its rounded value and its index stands in `bands`.
   */
  readonly num: readonly (number | null)[];
  readonly bands: readonly number[];
  readonly drafts: readonly Draft[];
  readonly ready: readonly Power[];
  /** Own uses, for cooldowns: `<kind>[:<key>]` → round. */
  readonly used: Readonly<Record<string, number>>;
  /** Own and shared indicators by resolved round, first row = base period. */
  readonly series: readonly (readonly number[])[];
  readonly report: SeatReport | null;
  /** The seat's own aims and predictions by round; those of all once the game is over. */
  readonly aims: readonly Aim[];
  /** Motions before the union: open to all, each vote known to its seat alone until the count. */
  readonly motions: readonly Motion[];
  /** Acts of several that lie open, with those who have laid them down. */
  readonly joint: readonly JointFiling[];
  /** The seat's own channels and what is public; all of it once the game is over. */
  readonly talks: TalksView;
  /** The seat's own secret aims; null at a depth without any. */
  readonly secrets: SecretsView | null;
  readonly end: EndView | null;
}
