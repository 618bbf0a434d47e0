import type { Logger } from 'pino';
import { chooseOrders, chooseVotes } from '../../shared/bots/index.ts';
import type { Content } from '../../shared/core/content.ts';
import type { Power } from '../../shared/core/powers.ts';
import type { Command, GameState } from '../../shared/core/state.ts';
import { viewFor } from '../../shared/game/index.ts';
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

/** The bots of one table: they order, one seat a turn of the event loop, so that nobody else's game waits long. */
export class Bots {
  readonly #parts: BotsParts;
  #busy = false;

  constructor(parts: BotsParts) {
    this.#parts = parts;
  }

  /** Lets every bot play that has not played in this phase. */
  run(): void {
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

  /** @returns whether all have played, none having been stopped */
  async #play(): Promise<boolean> {
    const { journal, seats, waiting, give } = this.#parts;
    const played = new Set<string>();
    for (;;) {
      await new Promise((turn) => setImmediate(turn));
      const { phase, ready, round } = journal.state;
      if (journal.closed || waiting()) return false;
      if (phase !== 'deliberation' && phase !== 'ink') return false;
      const seat = seats
        .all()
        .find(({ power, player }) => player === 'bot' && !ready.includes(power));
      if (!seat) {
        // A motion that was filed since they played finds them at the table still.
        await this.#vote();
        return true;
      }
      const turn = `${round}:${seat.power}`;
      const commands = this.#commands(seat.power);
      // An offer takes the readiness of its reader back: who has played already only says so again.
      for (const command of played.has(turn) ? commands.slice(-1) : commands) {
        await give(seat.power, command);
      }
      played.add(turn);
    }
  }

  async #vote(): Promise<void> {
    const { content, journal, seats, give } = this.#parts;
    for (const { power, player } of seats.all()) {
      if (player !== 'bot') continue;
      const { state } = journal;
      const tag = `bot-${journal.next}`;
      for (const [i, { motion, vote }] of chooseVotes(
        content,
        viewFor(content, state, power),
      ).entries()) {
        const command = { id: `${tag}-v${i}`, round: state.round, motion, vote } as const;
        await give(power, { ...command, type: 'vote' });
      }
    }
  }

  /** A bot whose rules fail is ready without orders: it must not hold up four people. */
  #commands(power: Power): readonly Command[] {
    const { content, journal, log } = this.#parts;
    // A seat may pass to a bot twice in a round: ids must not repeat then.
    const tag = `bot-${journal.next}`;
    try {
      return botCommands(content, journal.state, power, tag);
    } catch (error) {
      log.error({ err: error, power }, 'a bot could not decide');
      return [{ id: tag, round: journal.state.round, type: 'ready', ready: true }];
    }
  }
}

/**
 * What a bot does in a seat now: its orders, unless a person left some there, then readiness. It
 * sees what the seat sees.
 * @param tag begins the ids of its commands
 */
function botCommands(
  content: Content,
  state: GameState,
  power: Power,
  tag: string,
): readonly Command[] {
  const { round } = state;
  const mayDraft = state.phase === 'deliberation' && state.drafts[power].length === 0;
  const orders = mayDraft ? chooseOrders(content, viewFor(content, state, power)) : [];
  return [
    ...orders.map(
      ({ kind, params }, i): Command => ({
        id: `${tag}-${i + 1}`,
        round,
        type: 'draft',
        order: { kind, params },
      }),
    ),
    { id: `${tag}-ready`, round, type: 'ready', ready: true },
  ];
}
