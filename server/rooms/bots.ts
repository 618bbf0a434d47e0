import type { Logger } from 'pino';
import { type Move, nextMoves, ponder } from '../../shared/bots/index.ts';
import type { Content } from '../../shared/core/content.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { Command, GameState } from '../../shared/core/state.ts';
import { describeOrder, viewFor } from '../../shared/game/index.ts';
import type { SeatRecord } from '../store/store.ts';
import type { Journal } from './journal.ts';
import type { Seats } from './seats.ts';

export interface BotsParts {
  readonly content: Content;
  readonly log: Logger;
  readonly seats: Seats;
  readonly journal: Journal;
  /** Whether bots must wait, because no person is there. */
  readonly waiting: () => boolean;
  /** Gives a command in a seat's name; resolves when it is stored or refused. */
  readonly give: (power: Power, command: Command) => Promise<unknown>;
  /** All bots have played. */
  readonly played: () => void;
}

/** Milliseconds that a bot thinks before it lets others have a turn of the event loop. */
const BREATH = 25;
/** Steps of one seat in a round: more than any talk needs, and an end to every quarrel. */
const STEPS = 60;

/**
 * The bots of one table: they order, offer and answer, one step a turn of the event loop, so that
 * nobody else's game waits long. A bot that had nothing to say is asked again when the table changes.
 */
export class Bots {
  readonly #parts: BotsParts;
  /** What each seat saw of the table when it had nothing more to say. */
  readonly #settled = new Map<Power, string>();
  readonly #steps = new Map<string, number>();
  /** Talks by the order in which they were met: the same object is the same talks. */
  readonly #talks = new WeakMap<GameState['talks'], number>();
  #met = 0;
  #busy = false;
  #again = false;

  constructor(parts: BotsParts) {
    this.#parts = parts;
  }

  /** Lets every bot play that has something to do. */
  run(): void {
    this.#again = true;
    if (this.#busy) return;
    this.#busy = true;
    this.#play()
      .then((all) => {
        this.#busy = false;
        if (all) this.#parts.played();
      })
      .catch((error: unknown) => {
        this.#busy = false;
        this.#parts.log.error({ err: error }, 'a bot failed');
      });
  }

  /** A round is played anew: what was thought of it counts no more. */
  forget(): void {
    this.#settled.clear();
    this.#steps.clear();
  }

  /** @returns whether all have played, none having been stopped */
  async #play(): Promise<boolean> {
    const { journal, seats, waiting, give } = this.#parts;
    for (;;) {
      this.#again = false;
      await turn();
      const { phase, ready } = journal.state;
      if (journal.closed || waiting()) return false;
      if (phase !== 'deliberation' && phase !== 'ink') return false;
      const bots = seats.all().filter(({ player }) => player === 'bot');
      const next = bots.find(({ power }) => this.#settled.get(power) !== this.#sight(power));
      if (next) {
        await this.#step(next);
        continue;
      }
      const late = bots.find(({ power }) => !ready.includes(power));
      if (late) {
        const id = `bot-${journal.next}`;
        await give(late.power, { id, round: journal.state.round, type: 'ready', ready: true });
        if (!journal.state.ready.includes(late.power)) return false;
      } else if (!this.#again) return true;
    }
  }

  /** One step of a seat: it thinks, then gives what came of it. */
  async #step(seat: SeatRecord): Promise<void> {
    const { journal, seats, give } = this.#parts;
    const { power } = seat;
    const { round } = journal.state;
    const key = `${round}:${power}`;
    const steps = (this.#steps.get(key) ?? 0) + 1;
    this.#steps.set(key, steps);
    const before = this.#sight(power);
    const moves = steps > STEPS ? [] : await this.#think(seat);
    for (const [i, move] of moves.entries()) {
      // A person may have come back to his seat meanwhile, or the round may be over.
      if (seats.get(power).player !== 'bot' || journal.state.round !== round) return;
      // A seat may pass to a bot twice in a round: ids must not repeat then.
      await give(power, { id: `bot-${journal.next}-${i}`, round, ...move });
    }
    if (this.#sight(power) === before) this.#settled.set(power, before);
  }

  /** A bot whose rules fail does nothing: it must not hold up four people. */
  async #think({ power, held, marks }: SeatRecord): Promise<readonly Move[]> {
    const { content, journal, log } = this.#parts;
    try {
      const view = viewFor(content, journal.state, power);
      let since = performance.now();
      for (const _ of ponder(content, view)) {
        if (performance.now() - since < BREATH) continue;
        await turn();
        since = performance.now();
      }
      // Whoever holds the seat is away: nothing is agreed in his name without leave.
      const standIn = held && !marks.leave;
      return nextMoves(content, viewFor(content, journal.state, power), { standIn });
    } catch (error) {
      log.error({ err: error, power }, 'a bot could not decide');
      return [];
    }
  }

  /** All that may give a seat a reason to act. */
  #sight(power: Power): string {
    const { phase, round, talks, motions, drafts } = this.#parts.journal.state;
    let met = this.#talks.get(talks);
    if (met === undefined) {
      this.#met += 1;
      met = this.#met;
      this.#talks.set(talks, met);
    }
    const own = drafts[power].map(({ id, params, proviso }) => [id, params, proviso]);
    const lie = motions.map(({ id, order, votes }) => [id, order, votes[power]]);
    const { held, marks } = this.#parts.seats.get(power);
    return JSON.stringify([phase, round, met, lie, own, held, marks.leave]);
  }
}

/** Ways of binding oneself to others. */
const BINDING: readonly Command['type'][] = ['propose', 'counter', 'sign', 'leave'];

/**
 * Whether a bot's command would bind a person who is away and whose bot has no leave to. The bots
 * do not try; this is the wall behind them.
 */
export function bindsAbsent({ power, held, marks }: SeatRecord, input: unknown): boolean {
  if (!held || marks.leave) return false;
  const command = input as Command;
  if (BINDING.includes(command.type)) return true;
  if (command.type !== 'draft') return false;
  const { kind, params } = command.order;
  const partners = describeOrder(kind).partners?.(params) ?? [];
  return partners.some((partner) => partner !== power);
}

function turn(): Promise<unknown> {
  return new Promise((done) => setImmediate(done));
}
